use std::io::BufRead;

use quick_xml::{
    Error, Reader, escape,
    events::{BytesStart, Event},
};

use super::{
    element::{Element, Node},
    metered::{Metered, TOO_LONG},
};
use crate::{
    Reason,
    format::{
        LONGEST_FILE,
        whole::{Fault, Found},
    },
};

/// The deepest that elements lie in one another.
const DEEPEST: usize = 200;

/// The most elements of a tree.
const MOST_ELEMENTS: usize = 1_000_000;

/// The most documents that stand in one file.
const MOST_DOCUMENTS: usize = 100_000;

const TOO_MANY: &str = "is more than 100,000 documents of XML in one file; the others are not read";
const ENTITIES: &str = "is XML that declares entities of its own, which are not expanded";
const BROKEN_OFF: &str = "it breaks off before its last element ends";
const NO_ELEMENT: &str = "it has no element";

/// Reads elements one after the other.
///
/// Exporters are careless: an unescaped `&` stands for itself, an end without a beginning is passed over, an element that
/// is not closed ends with the one around it, and entities are those of HTML. Nothing is ever fetched or expanded.
pub(in crate::format) struct Parser<R: BufRead> {
    reader: Reader<Metered<R>>,
    buffer: Vec<u8>,
}

impl<R: BufRead> Parser<R> {
    /// A parser of UTF-8, whose elements that are read as a whole have at most `longest` bytes.
    pub(in crate::format) fn new(content: R, longest: u64) -> Self {
        let mut reader = Reader::from_reader(Metered::new(content, longest));
        let config = reader.config_mut();
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        config.check_end_names = false;
        config.expand_empty_elements = true;
        Self { reader, buffer: Vec::new() }
    }

    /// The next beginning of an element, wherever it stands; what is in it has not been read.
    pub(in crate::format) fn next_start(&mut self) -> Result<Option<Element>, Fault> {
        self.reader.get_mut().refill();
        loop {
            let line = self.line();
            match next(&mut self.reader, &mut self.buffer)? {
                Event::Start(start) => return Ok(Some(element(&start, line))),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }

    /// Reads what is in an element whose beginning was read last. What could be read stands beside the fault that came
    /// before its end.
    pub(in crate::format) fn complete(&mut self, element: Element) -> (Element, Option<Fault>) {
        let mut open = Open { elements: vec![element], count: 0 };
        let fault = loop {
            match self.step(&mut open) {
                Ok(false) => {}
                Ok(true) => break None,
                Err(fault) => break Some(fault),
            }
        };
        open.close(1);
        (open.elements.pop().unwrap_or_default(), fault)
    }

    /// Reads one event; tells whether the first element that is open has ended.
    fn step(&mut self, open: &mut Open) -> Result<bool, Fault> {
        let line = self.line();
        match next(&mut self.reader, &mut self.buffer)? {
            Event::Start(start) => open.open(element(&start, line)).map_err(|reason| at(line, reason))?,
            Event::End(end) => return Ok(open.end(end.name().as_ref())),
            Event::Text(text) => open.add(&text.xml10_content()),
            Event::CData(text) => open.add(&text.xml10_content()),
            Event::GeneralRef(reference) => open.add_reference(&reference),
            Event::Eof => return Err(at(line, invalid(BROKEN_OFF))),
            _ => {}
        }
        Ok(false)
    }

    /// The line of what is read next.
    fn line(&self) -> u64 {
        self.reader.get_ref().line
    }
}

/// The next event that is neither a comment nor a declaration, unless that is one of entities.
fn next<'buffer, R: BufRead>(
    reader: &mut Reader<Metered<R>>,
    buffer: &'buffer mut Vec<u8>,
) -> Result<Event<'buffer>, Fault> {
    buffer.clear();
    let line = reader.get_ref().line;
    match reader.read_event_into(buffer) {
        Ok(Event::DocType(declaration)) if declaration.contains("<!ENTITY") => {
            Err(at(line, Reason::Format { what: ENTITIES }))
        }
        Ok(event) => Ok(event),
        Err(error) => Err(at(line, reason(&error, reader.get_ref().limit))),
    }
}

fn at(line: u64, reason: Reason) -> Fault {
    Fault { line: Some(line), reason }
}

fn invalid(message: &str) -> Reason {
    Reason::InvalidXml { message: message.to_owned() }
}

fn reason(error: &Error, limit: u64) -> Reason {
    match error {
        Error::Io(error) if error.to_string() == TOO_LONG => Reason::TooLong { limit },
        Error::Io(error) => Reason::Unreadable { message: error.to_string() },
        other => invalid(&other.to_string()),
    }
}

/// The beginning of an element.
fn element(start: &BytesStart, line: u64) -> Element {
    let mut attributes = start.html_attributes();
    let attributes = attributes.with_checks(false).flatten().map(|attribute| {
        let raw: &str = attribute.value.as_ref();
        let value = escape::unescape(raw).map_or_else(|_| raw.to_owned(), std::borrow::Cow::into_owned);
        (attribute.key.as_ref().to_owned(), value)
    });
    let attributes = attributes.collect();
    Element { name: start.name().as_ref().to_owned(), attributes, nodes: Vec::new(), line }
}

/// The elements that have begun and not ended, each in the one before.
struct Open {
    elements: Vec<Element>,
    /// How many have begun.
    count: usize,
}

impl Open {
    fn open(&mut self, element: Element) -> Result<(), Reason> {
        self.count += 1;
        if self.elements.len() >= DEEPEST {
            return Err(Reason::TooDeep { limit: DEEPEST });
        }
        if self.count > MOST_ELEMENTS {
            return Err(Reason::TooManyElements { limit: MOST_ELEMENTS });
        }
        self.elements.push(element);
        Ok(())
    }

    /// Ends the innermost element of a name; tells whether it is the first of all.
    fn end(&mut self, name: &str) -> bool {
        match self.elements.iter().rposition(|element| element.name == name) {
            Some(place) => {
                self.close(place.max(1));
                place == 0
            }
            None => false,
        }
    }

    /// Ends elements until so many are open.
    fn close(&mut self, remaining: usize) {
        while self.elements.len() > remaining {
            let Some(ended) = self.elements.pop() else { return };
            if let Some(parent) = self.elements.last_mut() {
                parent.nodes.push(Node::Element(ended));
            }
        }
    }

    fn add(&mut self, text: &str) {
        let Some(element) = self.elements.last_mut() else { return };
        match element.nodes.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ => element.nodes.push(Node::Text(text.to_owned())),
        }
    }

    /// Adds what a reference stands for, or the reference itself where nobody can know.
    fn add_reference(&mut self, reference: &str) {
        match reference.strip_prefix('#').map(character) {
            Some(Some(character)) => self.add(character.encode_utf8(&mut [0; 4])),
            Some(None) => {}
            None => match escape::resolve_html5_entity(reference) {
                Some(text) => self.add(text),
                None => self.add(&format!("&{reference};")),
            },
        }
    }
}

/// The character of a number, as browsers take it: numbers of control characters are those of Windows-1252.
fn character(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    match u8::try_from(code) {
        Ok(byte @ 0x80..=0x9f) => encoding_rs::WINDOWS_1252.decode(&[byte]).0.chars().next(),
        _ => char::from_u32(code).filter(|character| *character != '\0'),
    }
}

/// The tree of a document, and the fault that broke it off; `None` of a document without an element.
pub(in crate::format) fn root(document: &str) -> Option<(Element, Option<Fault>)> {
    let mut parser = Parser::new(document.as_bytes(), LONGEST_FILE);
    let root = parser.next_start().ok().flatten()?;
    Some(parser.complete(root))
}

/// The articles that `find` finds in the tree of a document, or of each where several stand in one file. When one breaks
/// off, its last article is not whole: the fault stands in its place.
pub(in crate::format) fn articles(documents: &str, mut find: impl FnMut(&Element) -> Found) -> Found {
    let mut parser = Parser::new(documents.as_bytes(), LONGEST_FILE);
    let mut found = Found::new();
    for _ in 0..MOST_DOCUMENTS {
        let fault = match parser.next_start() {
            Ok(Some(root)) => {
                let (root, fault) = parser.complete(root);
                found.append(&mut find(&root));
                if fault.is_some() {
                    found.pop();
                }
                fault
            }
            Ok(None) if found.is_empty() => Some(invalid(NO_ELEMENT).into()),
            Ok(None) => return found,
            Err(fault) => Some(fault),
        };
        if let Some(fault) = fault {
            found.push(Err(fault));
            return found;
        }
    }
    found.push(Err(Reason::Format { what: TOO_MANY }.into()));
    found
}

#[cfg(test)]
pub(in crate::format) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The tree of a document, whatever is wrong with it.
    pub(in crate::format) fn tree(document: &str) -> Element {
        root(document).unwrap().0
    }

    fn check_text(document: &str, expected: &str) {
        let (root, fault) = root(document).unwrap();
        assert_eq!((root.text().as_str(), fault), (expected, None), "{document}");
    }

    fn check_fault(document: &str, expected: &str) {
        let fault = root(document).unwrap().1.unwrap();
        assert_eq!(fault.reason.to_string(), expected, "{document:.60}");
    }

    #[test]
    fn text_is_what_its_markup_stands_for() {
        check_text("<?xml version='1.0'?><!-- x --><a>One &lt; <![CDATA[two & <b>]]></a>", "One < two & <b>");
        check_text("<a>caf&eacute;&#233;&#xE9; &#8217;&#146;</a>", "cafééé ’’");
        check_text("<!DOCTYPE nitf SYSTEM 'http://x.example/nitf.dtd'><a>One</a>", "One");
    }

    #[test]
    fn careless_markup_is_read_all_the_same() {
        check_text("<a>Senna & Lisk, A&B; &unknown;&#0;</a>", "Senna & Lisk, A&B; &unknown;");
        check_text("<a>One<b>two</a>", "Onetwo");
        check_text("<a>One</b> two</a>", "One two");
        assert_eq!(tree("<a k=\"x & y\" l=1 m>t</a>").attribute("k"), Some("x & y"));
    }

    #[test]
    fn lines_are_counted() {
        let root = tree("<?xml version='1.0'?>\n<a>\n<b/>\n\n<c\nk='1'>x</c></a>");
        let lines: Vec<u64> = root.descendants().map(|element| element.line).collect();
        assert_eq!((root.line, lines), (2, vec![3, 5]));
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        check_fault("<a><b>One", "is not valid XML: it breaks off before its last element ends");
        check_fault(&"<a>".repeat(1_000_000), "has elements more than 200 deep in one another");
        let fault = Parser::new("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".as_bytes(), LONGEST_FILE)
            .next_start()
            .unwrap_err();
        assert_eq!(fault.reason, Reason::Format { what: ENTITIES });
    }

    #[test]
    fn an_element_that_is_too_long_is_not_read() {
        let document = format!("<r><a>{}</a><b/></r>", "x".repeat(1000));
        let mut parser = Parser::new(document.as_bytes(), 100);
        parser.next_start().unwrap();
        let start = parser.next_start().unwrap().unwrap();
        assert_eq!(parser.complete(start).1.unwrap().reason, Reason::TooLong { limit: 100 });
    }

    #[test]
    fn the_last_article_of_a_document_that_breaks_off_is_not_whole() {
        let find = |root: &Element| -> Found {
            let articles = root
                .all("a")
                .map(|a| Ok(crate::raw_article::RawArticle { body: a.text(), ..Default::default() }));
            articles.collect()
        };
        let found = articles("<r><a>One.</a><a>Two", find);
        assert_eq!(found[0].as_ref().unwrap().body, "One.");
        assert!(found[1].is_err() && found.len() == 2);
        let found = articles(
            "<?xml version='1.0'?><r><a>One.</a></r>\n<?xml version='1.0'?><r><a>Two.</a></r>\n",
            find,
        );
        assert!(found.len() == 2 && found.iter().all(Result::is_ok));
        assert_eq!(articles("", find).len(), 1);
    }

    proptest! {
        #[test]
        fn no_markup_breaks_it(xml in "(<(/?[a-c]|!--|!\\[CDATA\\[|\\?|!DOCTYPE)( k='v')?/?>?|&(amp|#1?|x)?;?|[a-c \"'=]{0,4}|]]>|-->){0,40}") {
            let _ = articles(&xml, |root| { root.text(); Vec::new() });
        }
    }
}
