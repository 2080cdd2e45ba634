use std::{
    borrow::Cow,
    io::{self, Write},
};

use quotidian_model::Day;
use quotidian_search::Stats;

use super::{
    citation::Citation,
    format::{Export, Format, Hit},
    text::{digits, escaped, on_one_line, web_address},
};
use crate::permalink::percent_encoded;

/// Atom (RFC 4287), for feed readers.
///
/// Links of our own are relative: a feed's address is what its reader asked for, and a server behind another cannot
/// know it.
pub(super) struct Atom;

/// The most entries: readers ask again and again, and show what is new.
const MOST_ENTRIES: usize = 100;

/// What an undated entry was updated on, since Atom wants a day: one that never changes, or readers would show it again.
const EPOCH: &str = "1970-01-01T00:00:00Z";

impl Format for Atom {
    fn name(&self) -> &'static str {
        "Atom"
    }

    fn suffix(&self) -> &'static str {
        "atom"
    }

    fn media_type(&self) -> &'static str {
        "application/atom+xml"
    }

    fn limit(&self) -> Option<usize> {
        Some(MOST_ENTRIES)
    }

    /// The feed was updated on the archive's last day: the last day of the entries is only known behind them.
    fn head(&self, export: &Export, archive: &Stats, file: &mut dyn Write) -> io::Result<()> {
        let id = percent_encoded(&export.target);
        writeln!(file, r#"<?xml version="1.0" encoding="utf-8"?>"#)?;
        writeln!(file, r#"<feed xmlns="http://www.w3.org/2005/Atom">"#)?;
        writeln!(file, "  <id>urn:quotidian:search:{id}</id>")?;
        writeln!(file, "  <title>{}</title>", xml(&export.title))?;
        writeln!(file, "  <updated>{}</updated>", instant(archive.to))?;
        writeln!(file, r#"  <link rel="self" href="{}"/>"#, xml(&export.target))?;
        writeln!(file, r#"  <link rel="alternate" href="{}"/>"#, xml(&export.page))?;
        writeln!(file, "  <author><name>Quotidian archive</name></author>")?;
        writeln!(file, "  <generator>Quotidian</generator>")
    }

    fn hit(&self, hit: Hit, _: &Export, file: &mut dyn Write) -> io::Result<()> {
        let citation = Citation::new(hit, "");
        let kind = if citation.quote.is_some() { "quote" } else { "article" };
        let published = web_address(citation.url.as_deref());
        writeln!(file, "  <entry>")?;
        writeln!(file, "    <id>urn:quotidian:{kind}:{}</id>", percent_encoded(&citation.id))?;
        writeln!(file, "    <title>{}</title>", xml(&entry_title(&citation)))?;
        writeln!(file, "    <updated>{}</updated>", instant(citation.day()))?;
        if citation.day().is_some() {
            writeln!(file, "    <published>{}</published>", instant(citation.day()))?;
        }
        writeln!(file, r#"    <link rel="alternate" href="{}"/>"#, xml(published.unwrap_or(&citation.page)))?;
        if published.is_some() {
            writeln!(file, r#"    <link rel="related" href="{}"/>"#, xml(&citation.page))?;
        }
        for author in &citation.authors {
            writeln!(file, "    <author><name>{}</name></author>", xml(author))?;
        }
        writeln!(file, r#"    <summary type="text">{}</summary>"#, xml(&citation.excerpt))?;
        writeln!(file, "  </entry>")
    }

    fn foot(&self, file: &mut dyn Write) -> io::Result<()> {
        writeln!(file, "</feed>")
    }
}

/// Readers show the title alone in their lists, so that of a quote begins with who said it.
fn entry_title(citation: &Citation) -> String {
    let title = on_one_line(&citation.title);
    match citation.quote.as_ref().map(|quote| quote.speaker.as_deref()) {
        Some(Some(speaker)) => format!("{speaker} in “{title}”"),
        Some(None) => format!("Unattributed in “{title}”"),
        None => title,
    }
}

fn instant(day: Option<Day>) -> String {
    match day.and_then(digits) {
        Some([year, month, day]) => format!("{year}-{month}-{day}T00:00:00Z"),
        None => EPOCH.to_owned(),
    }
}

/// The text as the content of an element or a quoted attribute. Characters that XML 1.0 cannot hold in any form are
/// left out; one of them would make the whole feed unreadable.
fn xml(text: &str) -> String {
    escaped(text, |character| {
        Some(Cow::Borrowed(match character {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\t' | '\n' => return None,
            // A parser would read it as a line feed.
            '\r' => "&#13;",
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => "",
            _ => return None,
        }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_holds_any_text() {
        assert_eq!(xml("\"a\" <b> & 'c'\r\n"), "&quot;a&quot; &lt;b&gt; &amp; 'c'&#13;\n");
        assert_eq!(xml("a\u{0}\u{b}\u{1b}\u{fffe}\u{ffff}b\u{7f}\u{1f600}"), "ab\u{7f}\u{1f600}");
    }
}
