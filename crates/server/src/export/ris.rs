use std::io::{self, Write};

use super::{
    citation::Citation,
    citation_format::CitationFormat,
    text::{digits, on_one_line, web_address},
};

/// RIS, for reference managers: one newspaper article for each hit, a quote as its note.
pub(super) struct Ris;

impl CitationFormat for Ris {
    fn name(&self) -> &'static str {
        "RIS"
    }

    fn suffix(&self) -> &'static str {
        "ris"
    }

    fn media_type(&self) -> &'static str {
        "application/x-research-info-systems"
    }

    fn citation(&self, citation: &Citation, file: &mut dyn Write) -> io::Result<()> {
        let mut line = |tag: &str, text: &str| match on_one_line(text) {
            text if text.is_empty() => Ok(()),
            text => write!(file, "{tag}  - {text}\r\n"),
        };
        line("TY", "NEWS")?;
        line("ID", &citation.id)?;
        citation.authors.iter().try_for_each(|author| line("AU", author))?;
        line("TI", &citation.title)?;
        line("T2", citation.source.as_deref().unwrap_or_default())?;
        line("SE", citation.section.as_deref().unwrap_or_default())?;
        if let Some([year, month, day]) = citation.day().and_then(digits) {
            line("PY", &year)?;
            line("DA", &format!("{year}/{month}/{day}"))?;
        }
        line("UR", web_address(citation.url.as_deref()).unwrap_or_default())?;
        line("AV", &citation.page)?;
        if let Some(quote) = &citation.quote {
            line("N1", &quote.note())?;
        }
        write!(file, "ER  - \r\n\r\n")
    }
}
