//! XML of no standard: elements under the names that archives give to titles, days and texts.

use std::{collections::HashMap, io::BufRead};

use super::{
    whole::{self, Fault, Found},
    xml::{self, Element},
};
use crate::{
    Reason, Rejection, dates,
    fields::{Field, FieldMap, Fields},
    raw_article::RawArticle,
    stated::Stated,
};

const NO_ARTICLE: &str = "is XML without an article: no element has a text under a name such as body, text or content \
    beside a title or a date";

/// Names that mean something else among elements than they mean in other records.
const OTHERS: &[&str] =
    &["name", "type", "time", "day", "media", "domain", "site", "channel", "topic", "locale"];

/// How deep records lie, and what they state below them, at most.
const DEEPEST_RECORD: usize = 16;
const DEEPEST_STATEMENT: usize = 8;

/// Whether a file is XML.
pub(super) fn is_xml(head: &[u8]) -> bool {
    head.starts_with(b"<?xml") || matches!(head, [b'<', first, ..] if first.is_ascii_alphabetic())
}

/// The articles of a file.
pub(super) fn read(
    content: impl BufRead,
    file: String,
    map: &FieldMap,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    whole::articles(content, file, |text| xml::articles(text, |root| found(root, map)))
}

fn found(root: &Element, map: &FieldMap) -> Found {
    let mut found = Found::new();
    Records(map).add(root, 0, &mut found);
    if found.is_empty() { vec![Err(Reason::Format { what: NO_ARTICLE }.into())] } else { found }
}

/// Something that an element states: how deep below the record, the name and the text.
type Statement = (usize, String, String);

/// Finds the elements that are records of articles.
struct Records<'map>(&'map FieldMap);

impl Records<'_> {
    /// Adds the article that an element is, or those in it.
    ///
    /// A record is described by a title or a date and holds one text, or several that have one name and lie side by side:
    /// those are its paragraphs. What holds several others is a list of records, or something around one.
    fn add(&self, element: &Element, depth: usize, found: &mut Found) {
        let parts: Vec<&Element> = element.children().filter(|child| self.holds_text(child)).collect();
        let is_own = match parts.as_slice() {
            [] => self.is_text(element),
            [part] => !self.is_record(part),
            [first, ..] => parts
                .iter()
                .all(|part| self.is_text(part) && part.name() == first.name() && !self.is_record(part)),
        };
        if is_own && self.is_record(element) {
            found.extend(self.article(element));
        } else if depth < DEEPEST_RECORD {
            parts.into_iter().for_each(|part| self.add(part, depth + 1, found));
        }
    }

    fn field(&self, element: &Element) -> Option<Field> {
        self.field_of(element.name())
    }

    fn field_of(&self, name: &str) -> Option<Field> {
        if OTHERS.iter().any(|other| other.eq_ignore_ascii_case(name)) { None } else { self.0.field(name) }
    }

    /// Whether an element is a text: it is called one, and no other text is in it.
    fn is_text(&self, element: &Element) -> bool {
        self.is_called_text(element) && !element.descendants().any(|inner| self.is_called_text(inner))
    }

    /// Whether an element is a text or has one in it.
    fn holds_text(&self, element: &Element) -> bool {
        self.is_called_text(element) || element.descendants().any(|inner| self.is_called_text(inner))
    }

    fn is_called_text(&self, element: &Element) -> bool {
        self.field(element) == Some(Field::Body) && element.has_text()
    }

    /// Whether an element holds a text and states its title or its date.
    fn is_record(&self, element: &Element) -> bool {
        let describes =
            |(_, name, _): &Statement| matches!(self.field_of(name), Some(Field::Title | Field::Date));
        self.holds_text(element) && self.statements(element).iter().any(describes)
    }

    /// What is stated in an element outside of its texts: of each field what is least deep.
    fn statements(&self, element: &Element) -> Vec<Statement> {
        let mut statements = Vec::new();
        for (name, value) in element.attributes().filter(|(name, _)| self.field_of(name).is_some()) {
            statements.push((1, name.to_owned(), value.to_owned()));
        }
        self.add_statements(element, 1, &mut statements);
        statements.sort_by_key(|(depth, ..)| *depth);
        statements
            .retain(|(_, name, value)| self.field_of(name) != Some(Field::Date) || dates::is_date(value));
        let mut least: HashMap<Option<Field>, usize> = HashMap::new();
        for (depth, name, _) in &statements {
            let known = least.entry(self.field_of(name)).or_insert(*depth);
            *known = (*known).min(*depth);
        }
        statements.retain(|(depth, name, _)| least.get(&self.field_of(name)) == Some(depth));
        statements
    }

    fn add_statements(&self, element: &Element, depth: usize, statements: &mut Vec<Statement>) {
        for child in element.children() {
            match self.field(child).filter(|field| *field != Field::Body) {
                Some(field)
                    if is_single(child, |inner| self.field(inner).is_some_and(|known| known != field)) =>
                {
                    statements.extend(value(child).map(|value| (depth, child.name().to_owned(), value)));
                }
                _ if depth < DEEPEST_STATEMENT => self.add_statements(child, depth + 1, statements),
                _ => {}
            }
        }
    }

    /// The article of a record.
    fn article(&self, record: &Element) -> Option<Result<RawArticle, Fault>> {
        let mut fields = Fields::new(self.0);
        for (_, name, value) in self.statements(record) {
            fields.state(&name, Stated::text(&value));
        }
        let is_particular = |element: &Element| self.field(element).is_some_and(|field| field != Field::Body);
        let itself = self.is_text(record).then_some(record);
        let texts = itself.into_iter().chain(record.descendants()).filter(|element| self.is_text(element));
        let texts: Result<Vec<String>, Reason> =
            texts.map(|text| xml::body(&text.without(&is_particular))).collect();
        match texts {
            Ok(texts) => {
                fields.state_body(&texts.join("\n\n"));
                fields.into_article(record.line).map(Ok)
            }
            Err(reason) => Some(Err(Fault { line: Some(record.line), reason })),
        }
    }
}

/// Whether an element states one thing: none in it is another.
fn is_single(element: &Element, is_other: impl Fn(&Element) -> bool) -> bool {
    !element.descendants().any(is_other)
}

/// The text of an element, its day where that is stated in parts, or the name in it.
fn value(element: &Element) -> Option<String> {
    let inner = |name: &str| element.children().find(|child| child.name().eq_ignore_ascii_case(name));
    let part = |name: &str| {
        inner(name).and_then(Element::line_of_text).or_else(|| element.attribute(name).map(str::to_owned))
    };
    if let (Some(year), Some(month), Some(day)) = (part("year"), part("month"), part("day")) {
        return Some(format!("{year}-{month}-{day}"));
    }
    inner("name").unwrap_or(element).line_of_text()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read_all(xml: &str) -> Vec<Result<RawArticle, String>> {
        let map = FieldMap::default();
        let read = read(xml.as_bytes(), "a.xml".to_owned(), &map);
        read.map(|one| one.map_err(|rejection| rejection.reason.to_string())).collect()
    }

    fn check(xml: &str, expected: &[&str]) {
        let read = read_all(xml).into_iter().map(|one| match one {
            Ok(raw) => format!("{} | {}", raw.title.unwrap_or_default(), raw.body),
            Err(reason) => reason,
        });
        assert_eq!(read.collect::<Vec<_>>(), expected, "{xml}");
    }

    #[test]
    fn particulars_stand_around_the_text() {
        let raw = read_all(
            "<export><news NewsID='x'>\n<NewsID>hw:1</NewsID><PublishDate>2024-03-14T00:30:00</PublishDate>\
             <Headline>Port Senna closes</Headline><byLine>Ilse Maravant</byLine><section><name>Harbour</name></section>\
             <picture><title>A boat</title></picture><meta><language>en</language></meta>\
             <Content>&lt;p&gt;The port closed.&lt;/p&gt;&lt;p&gt;All left.&lt;/p&gt;</Content></news></export>",
        );
        let raw = raw.into_iter().next().unwrap().unwrap();
        assert_eq!(
            (raw.title.as_deref(), raw.date.as_deref()),
            (Some("Port Senna closes"), Some("2024-03-14T00:30:00"))
        );
        assert_eq!((raw.section.as_deref(), raw.language.as_deref()), (Some("Harbour"), Some("en")));
        assert_eq!(
            (raw.authors, raw.body.as_str()),
            (vec!["Ilse Maravant".to_owned()], "The port closed.\n\nAll left.")
        );
    }

    #[test]
    fn particulars_are_attributes() {
        let raw = read_all(
            "<newsitem itemid='17' date='1996-08-20' xml:lang='en'><title>LISK: Port Senna closes</title><headline>Port Senna closes</headline>\
             <byline>Ilse Maravant</byline><text><p>The port closed.</p><p>All left.</p></text><copyright>x</copyright></newsitem>",
        );
        let raw = raw.into_iter().next().unwrap().unwrap();
        assert_eq!(
            (raw.id.as_deref(), raw.date.as_deref(), raw.language.as_deref()),
            (Some("17"), Some("1996-08-20"), Some("en"))
        );
        assert_eq!(
            (raw.title.as_deref(), raw.body.as_str()),
            (Some("LISK: Port Senna closes"), "The port closed.\n\nAll left.")
        );
    }

    #[test]
    fn a_date_may_be_stated_in_parts() {
        let raw = read_all(
            "<doc><date><day>14</day><month>3</month><year>2024</year></date><body>The port closed.</body></doc>",
        );
        assert_eq!(raw[0].as_ref().unwrap().date.as_deref(), Some("2024-3-14"));
    }

    #[test]
    fn records_are_told_from_what_is_around_them() {
        check(
            "<articles><title>Export</title><article><title>A</title><body>One.</body></article>\
             <article><title>B</title><body><p>Two.</p></body></article></articles>",
            &["A | One.", "B | Two."],
        );
        check(
            "<doc><title>A</title><main><text>One.</text><text>Two.</text></main></doc>",
            &["A | One.\n\nTwo."],
        );
        check("<doc><head><title>A</title></head><text><body><p>One.</p></body></text></doc>", &["A | One."]);
        check(
            "<list><article><title>A</title><p>One.</p></article><article><title>B</title><p>Two.</p></article></list>",
            &["A | One.", "B | Two."],
        );
    }

    #[test]
    fn xml_is_told_from_other_markup() {
        assert!(is_xml(b"<?xml version='1.0'?>") && is_xml(b"<articles>"));
        assert!(!is_xml(b"<!DOCTYPE x>") && !is_xml(b"< 3") && !is_xml(b"<"));
    }

    #[test]
    fn other_xml_is_no_article() {
        for xml in [
            "<svg><text>One</text></svg>",
            "<project><name>x</name><description>y</description></project>",
            "<doc><title>A</title></doc>",
            "<doc><title>A</title><body/></doc>",
        ] {
            check(xml, &[NO_ARTICLE]);
        }
    }

    proptest! {
        #[test]
        fn no_markup_breaks_it(xml in "(<(/?(article|title|date|body|text|p))>?|[a-c \"'=&;]{0,4}){0,40}") {
            let _ = read_all(&xml);
        }
    }
}
