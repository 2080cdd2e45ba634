use std::io::{self, Write};

use super::{
    citation::Citation,
    citation_format::CitationFormat,
    text::{on_one_line, web_address},
};

/// Plain text, to paste: one line for each citation, with the address to read it at.
pub(super) struct PlainText;

impl CitationFormat for PlainText {
    fn name(&self) -> &'static str {
        "plain text"
    }

    fn suffix(&self) -> &'static str {
        "txt"
    }

    fn media_type(&self) -> &'static str {
        "text/plain; charset=utf-8"
    }

    fn citation(&self, citation: &Citation, file: &mut dyn Write) -> io::Result<()> {
        let authors = (!citation.authors.is_empty()).then(|| citation.authors.join(" and "));
        let title = Some(format!("“{}”", citation.title.trim()));
        let place = citation.quote.as_ref().map(|quote| quote.place());
        let parts = [authors, title, citation.source.clone(), Some(date(citation)), place];
        let particulars = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let address = web_address(citation.url.as_deref()).unwrap_or(&citation.page);
        let line = match &citation.quote {
            None => format!("{particulars}. {address}"),
            Some(quote) => format!("{}. Quoted in {particulars}. {address}", quote.statement()),
        };
        writeln!(file, "{}", on_one_line(&line))
    }
}

/// The day in words, or the words of the source.
fn date(citation: &Citation) -> String {
    match (citation.day(), &citation.date) {
        (Some(day), _) => day.date().strftime("%-d %B %Y").to_string(),
        (None, Some(date)) if !date.stated.trim().is_empty() => format!("dated “{}”", date.stated),
        _ => "undated".to_owned(),
    }
}
