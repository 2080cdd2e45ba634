//! What is common to pages and to pieces of them in other formats.

use dom_query::Document;

use crate::Reason;

/// Elements deeper in one another than this take html5ever a time that grows with the square of the depth.
const DEEPEST: usize = 500;
/// The most tags and character references of a page; the largest news pages have some ten thousand.
const MOST_TAGS: usize = 500_000;

/// Elements that have no end tag.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];
/// Elements whose content is no markup.
const RAW: &[&str] = &["script", "style", "textarea", "title"];

/// Elements whose words nobody sees.
const UNSEEN: &str = "script, style, template, noscript, svg, iframe, button, form, title";

/// Tags by which a piece of HTML is told from text.
const TAGS: [&str; 5] = ["</p>", "<br>", "<br/>", "<br />", "</div>"];

/// The text of a piece of HTML: its paragraphs and other blocks with a blank line between them.
pub(crate) fn text(html: &str) -> Result<String, Reason> {
    check(html)?;
    let document = Document::fragment(html);
    document.select(UNSEEN).remove();
    Ok(paragraphs(&document.formatted_text()))
}

/// The text of what may be a piece of HTML, as the bodies of many content systems are.
pub(crate) fn text_if_hypertext(text: String) -> String {
    if is_hypertext(&text) { self::text(&text).unwrap_or(text) } else { text }
}

/// Whether a text has tags that only pieces of HTML have.
pub(crate) fn is_hypertext(text: &str) -> bool {
    TAGS.iter().any(|tag| text.contains(tag))
}

/// One line with its character references (`&amp;`, `&#8217;`) as the characters they stand for.
pub(crate) fn unescaped(line: String) -> String {
    let is_reference = |after: &str| {
        let name = after.split(';').next().unwrap_or_default();
        name.len() < after.len()
            && (2..10).contains(&name.len())
            && name.chars().all(|one| one.is_ascii_alphanumeric() || one == '#')
    };
    let has_reference = line.split('&').skip(1).any(is_reference);
    if has_reference { Document::fragment(line.replace('<', "&lt;")).text().to_string() } else { line }
}

/// Refuses elements too many, or too deep in one another, before anything builds a tree of them.
pub(crate) fn check(html: &str) -> Result<(), Reason> {
    if html.bytes().filter(|byte| matches!(byte, b'<' | b'&')).count() > MOST_TAGS {
        return Err(Reason::TooManyElements { limit: MOST_TAGS });
    }
    if depth(html) > DEEPEST { Err(Reason::TooDeep { limit: DEEPEST }) } else { Ok(()) }
}

/// Lines of text as paragraphs, blanks within them once.
pub(crate) fn paragraphs(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// How deep the elements lie in one another, at most: tags that open and close are counted, without regard to their names.
fn depth(html: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        let name_end = after
            .find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '/')
            .unwrap_or(after.len());
        let name = after[..name_end].to_ascii_lowercase();
        rest = &after[name_end..];
        if name.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if RAW.contains(&name.as_str()) {
            rest = behind_end(rest, &name);
        } else if !name.is_empty() && !VOID.contains(&name.as_str()) {
            depth += 1;
            deepest = deepest.max(depth);
        }
    }
    deepest
}

/// What follows the end tag of an element whose content is no markup; nothing where it is not closed.
fn behind_end<'html>(content: &'html str, name: &str) -> &'html str {
    let mut ends = content.match_indices("</").map(|(place, _)| &content[place + 2..]);
    let end = ends.find(|after| after.get(..name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name)));
    end.map_or("", |after| &after[name.len()..])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn blocks_are_paragraphs() {
        let check = |html: &str, expected: &str| assert_eq!(text(html).unwrap(), expected, "{html}");
        check("<p>The port\n closed.</p><p>All <b>left</b>.</p>", "The port closed.\n\nAll left.");
        check("<div>One.<br/>Two &amp; three.</div><ul><li>Four.</li></ul>", "One.\n\nTwo & three.\n\nFour.");
        check("<script>x()</script>Plain text.", "Plain text.");
        check("<html><head><title>x</title></head><body><p>One.</p></body></html>", "One.");
        check("", "");
    }

    #[test]
    fn pieces_of_html_are_told_from_text() {
        let check = |text: &str, expected: &str| assert_eq!(text_if_hypertext(text.to_owned()), expected);
        check("One.<br />Two.", "One.\n\nTwo.");
        check("Halvia < Lisk & all > none.\nTwo.", "Halvia < Lisk & all > none.\nTwo.");
    }

    #[test]
    fn character_references_of_a_line_are_characters() {
        let check = |line: &str, expected: &str| assert_eq!(unescaped(line.to_owned()), expected);
        check("Lisk &amp; Sons&#8217; <b>vote", "Lisk & Sons’ <b>vote");
        check("Q&A; more", "Q&A; more");
        check("Lisk & Sons", "Lisk & Sons");
    }

    #[test]
    fn elements_too_deep_in_one_another_are_refused() {
        assert_eq!(text(&"<div>".repeat(400_000)), Err(Reason::TooDeep { limit: DEEPEST }));
        assert_eq!(text(&"<p>".repeat(1_000_000)), Err(Reason::TooManyElements { limit: MOST_TAGS }));
        assert_eq!(depth("<div><p>a<br>b</p><img><script>if (a<b) c('<div>')</script></div><p>"), 2);
    }

    proptest! {
        #[test]
        fn no_markup_breaks_it(html in "(<(/?(div|p|a|table|tr|script|svg|b)|!--)>?|[a-z \"'=&;<>]{0,5}){0,40}") {
            let _ = text(&html);
        }
    }
}
