use super::element::{Element, Node};
use crate::{Reason, hypertext};

/// Elements that are one paragraph: whatever is in them stands in its line.
const PARAGRAPHS: &[&str] = &[
    "p",
    "hl1",
    "hl2",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "dt",
    "dd",
    "tr",
    "caption",
    "para",
    "paragraph",
];

/// Elements that stand in lines of their own also where text stands around them.
const BLOCKS: &[&str] = &[
    "body.content",
    "body",
    "block",
    "div",
    "section",
    "article",
    "main",
    "blockquote",
    "bq",
    "ul",
    "ol",
    "dl",
    "table",
    "nitf-table",
    "tbody",
    "pre",
    "hr",
    "address",
];

/// Elements that stand in a line wherever they stand.
const INLINE: &[&str] = &[
    "a",
    "abbr",
    "b",
    "big",
    "cite",
    "code",
    "em",
    "font",
    "i",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "u",
    "person",
    "org",
    "location",
    "chron",
    "money",
    "num",
    "event",
    "function",
    "object.title",
    "virtloc",
    "copyrite",
    "lang",
    "pronounce",
    "classifier",
    "city",
    "state",
    "country",
    "region",
];

/// Elements whose words are no part of the text: pictures with their captions, and what stands around an article.
const SKIPPED: &[&str] = &[
    "media", "figure", "picture", "video", "audio", "script", "style", "template", "noscript", "svg",
    "iframe", "object", "form", "button", "header", "footer", "nav", "title", "head", "fn",
];

/// From so many bytes on a line is not one of several in a paragraph.
const LONG_LINE: usize = 120;

/// The text of an element that is a body: of elements their paragraphs; of mere text what it is, markup or plain.
pub(in crate::format) fn body(element: &Element) -> Result<String, Reason> {
    if element.children().next().is_some() {
        return Ok(paragraphs(element));
    }
    let text = element.text();
    if is_markup(&text) { hypertext::text(&text) } else { Ok(unescaped(plain(&text))) }
}

/// Whether a text is a piece of HTML: it has an end tag, or an element that needs none.
fn is_markup(text: &str) -> bool {
    let ends = |after: &str| after.starts_with(|first: char| first.is_ascii_alphabetic());
    let text = text.to_ascii_lowercase();
    text.match_indices("</").any(|(place, _)| ends(&text[place + 2..]))
        || ["<p>", "<br>", "<br/>", "<br />", "<p/>", "<p />"].iter().any(|tag| text.contains(tag))
}

/// References to characters, which a text has when an exporter escaped it twice.
const REFERENCES: &[&str] = &["&#", "&amp;", "&quot;", "&apos;", "&lt;", "&gt;", "&nbsp;"];

/// The text with those of its paragraphs that are HTML once more as what they stand for.
fn unescaped(text: String) -> String {
    let is_escaped =
        |text: &str| is_markup(text) || REFERENCES.iter().any(|reference| text.contains(reference));
    if !is_escaped(&text) {
        return text;
    }
    let paragraphs = text.split("\n\n").map(|paragraph| match hypertext::text(paragraph) {
        Ok(unescaped) if is_escaped(paragraph) => unescaped,
        _ => paragraph.to_owned(),
    });
    paragraphs.filter(|paragraph| !paragraph.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The paragraphs of a plain text: what blank lines part, else what begins with an indented line, else long lines.
fn plain(text: &str) -> String {
    let lines = || text.trim().lines();
    let has_blank = lines().any(|line| line.trim().is_empty());
    let is_indented = |line: &str| line.starts_with([' ', '\t', '\u{3000}']);
    let has_indented = lines().skip(1).any(|line| !line.trim().is_empty() && is_indented(line))
        && lines().skip(1).any(|line| !is_indented(line));
    let has_long = lines().any(|line| line.len() > LONG_LINE);
    let mut writer = Writer::default();
    for line in lines() {
        if line.trim().is_empty() || (!has_blank && ((has_indented && is_indented(line)) || has_long)) {
            writer.part();
        }
        writer.words(line);
        writer.line_end();
    }
    writer.finish()
}

/// The text of an element: its paragraphs and other blocks with a blank line between them, lines within them apart.
///
/// An element of an unknown name is a block where only elements stand beside it, and part of a line where text does.
pub(in crate::format) fn paragraphs(element: &Element) -> String {
    let mut writer = Writer::default();
    add(element, false, &mut writer);
    unescaped(writer.finish())
}

fn add(element: &Element, in_line: bool, writer: &mut Writer) {
    let in_line = in_line
        || element.nodes.iter().any(|node| matches!(node, Node::Text(text) if !text.trim().is_empty()));
    for node in &element.nodes {
        match node {
            Node::Text(words) if element.name() == "pre" => words.lines().for_each(|line| {
                writer.words(line);
                writer.line_end();
            }),
            Node::Text(words) => writer.words(words),
            Node::Element(child) => add_child(child, in_line, writer),
        }
    }
}

fn add_child(child: &Element, in_line: bool, writer: &mut Writer) {
    let name = child.name().to_ascii_lowercase();
    let name = name.as_str();
    if SKIPPED.contains(&name) {
        return;
    }
    let is_paragraph = PARAGRAPHS.contains(&name);
    let is_block = is_paragraph || BLOCKS.contains(&name) || !(in_line || INLINE.contains(&name));
    match name {
        "br" => return writer.line_end(),
        "td" | "th" | "nitf-col" => writer.words(" "),
        _ if is_block => writer.part(),
        _ => {}
    }
    let holds_line = is_paragraph || matches!(name, "td" | "th") || (in_line && !is_block);
    add(child, holds_line, writer);
    if is_block && !matches!(name, "td" | "th") {
        writer.part();
    }
}

/// Writes words with single blanks between them, lines and paragraphs.
#[derive(Default)]
struct Writer {
    text: String,
    /// What stands between the last word and the next one.
    gap: &'static str,
}

impl Writer {
    fn words(&mut self, text: &str) {
        if text.starts_with(char::is_whitespace) {
            self.widen(" ");
        }
        for word in text.split_whitespace() {
            if !self.text.is_empty() {
                self.text.push_str(self.gap);
            }
            self.text.push_str(word);
            self.gap = " ";
        }
        if !text.ends_with(char::is_whitespace) && !text.is_empty() {
            self.gap = "";
        }
    }

    fn widen(&mut self, gap: &'static str) {
        if gap.len() >= self.gap.len() && self.gap != "\n" {
            self.gap = gap;
        }
    }

    /// Ends a line; a second time, the paragraph.
    fn line_end(&mut self) {
        self.gap = if self.gap.starts_with('\n') { "\n\n" } else { "\n" };
    }

    /// Ends a paragraph.
    fn part(&mut self) {
        self.gap = "\n\n";
    }

    fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::xml::parser::tests::tree;

    fn check(xml: &str, expected: &str) {
        assert_eq!(body(&tree(xml)).unwrap(), expected, "{xml}");
    }

    #[test]
    fn paragraphs_of_elements() {
        check(
            "<b>\n <p>The port\n closed.</p>\n <p>All <em>left</em>.</p>\n</b>",
            "The port closed.\n\nAll left.",
        );
        check("<b><block><hl2>A vote</hl2><p>One.</p></block><p/><p>Two.</p></b>", "A vote\n\nOne.\n\nTwo.");
        check(
            "<b><p>Said <person>Ilse Maravant</person> of <org>Lisk</org>.</p></b>",
            "Said Ilse Maravant of Lisk.",
        );
        check("<b><p><person>Ilse</person> <org>Lisk</org></p></b>", "Ilse Lisk");
        check("<b><p>One <br/>line.<br/><br/>Two.</p></b>", "One\nline.\n\nTwo.");
        check("<b><ul><li>One</li><li>Two</li></ul>Three</b>", "One\n\nTwo\n\nThree");
        check(
            "<b><table><tr><td>One</td><td>1</td></tr><tr><td>Two</td><td>2</td></tr></table></b>",
            "One 1\n\nTwo 2",
        );
        check("<b><pre>One\nline\n\nTwo</pre></b>", "One\nline\n\nTwo");
    }

    #[test]
    fn elements_of_unknown_names() {
        check("<b><absatz>One.</absatz> <absatz>Two.</absatz></b>", "One.\n\nTwo.");
        check("<b>Said <minister>Okkerley</minister>.</b>", "Said Okkerley.");
    }

    #[test]
    fn pictures_and_frames_are_no_text() {
        check("<b><media><media-caption>A boat</media-caption></media><p>One.</p></b>", "One.");
        check(
            "<html><head><title>x</title></head><body><header><h1>x</h1></header><p>One.</p></body></html>",
            "One.",
        );
    }

    #[test]
    fn mere_text_is_markup_or_plain() {
        check("<b><![CDATA[<P>One &amp; two.</P><P>Three.</P>]]></b>", "One & two.\n\nThree.");
        check("<b>&lt;p&gt;One.&lt;/p&gt;</b>", "One.");
        check("<b>\nOne\nline.\n\n\nTwo, 1 &lt; 2.\n</b>", "One\nline.\n\nTwo, 1 < 2.");
        check("<b>\n  One\nline.\n  Two\nlines.</b>", "One\nline.\n\nTwo\nlines.");
        let long = "The port of Senna was closed. ".repeat(6);
        check(&format!("<b>{long}\nTwo.</b>"), &format!("{}\n\nTwo.", long.trim()));
        check("<b> </b>", "");
    }

    #[test]
    fn what_was_escaped_twice_is_unescaped() {
        check("<b><p>Four o&amp;#39;clock, R&amp;D.</p><p>1 &lt; 2</p></b>", "Four o'clock, R&D.\n\n1 < 2");
        check("<b><p>One.</p><p>&lt;script src='x'&gt;&lt;/script&gt;</p></b>", "One.");
        check("<b>One\nline &amp;amp; more.</b>", "One line & more.");
    }
}
