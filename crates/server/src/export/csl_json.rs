use std::io::{self, Write};

use serde::Serialize;

use super::{
    citation::Citation,
    citation_format::CitationFormat,
    text::{digits, on_one_line, web_address},
};

/// CSL-JSON, for reference managers and programs that format citations by a style: one newspaper article for each, a
/// quote as its note.
pub(super) struct CslJson;

/// An item of the schema `csl-data`, version 1.0.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item<'a> {
    id: &'a str,
    r#type: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name>,
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(rename = "archive_location")]
    archive_location: &'a str,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
enum Name {
    /// A name whose parts the byline tells apart.
    Parted { family: String, given: String },
    /// Any other: that of a desk has no parts.
    Whole { literal: String },
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Issued {
    /// Year, month, day of the month.
    date_parts: [[i16; 3]; 1],
}

impl CitationFormat for CslJson {
    fn name(&self) -> &'static str {
        "CSL-JSON"
    }

    fn suffix(&self) -> &'static str {
        "csl.json"
    }

    fn media_type(&self) -> &'static str {
        "application/vnd.citationstyles.csl+json"
    }

    fn frame(&self) -> [&'static str; 3] {
        ["[", ",\n", "]\n"]
    }

    fn citation(&self, citation: &Citation, file: &mut dyn Write) -> io::Result<()> {
        let date = citation.day().filter(|day| digits(*day).is_some()).map(|day| day.date());
        let item = Item {
            id: &citation.id,
            r#type: "article-newspaper",
            title: on_one_line(&citation.title),
            author: citation.authors.iter().map(|author| name(author)).collect(),
            container_title: citation.source.as_deref(),
            section: citation.section.as_deref(),
            issued: date
                .map(|date| Issued { date_parts: [[date.year(), date.month().into(), date.day().into()]] }),
            url: web_address(citation.url.as_deref()),
            note: citation.quote.as_ref().map(|quote| on_one_line(&quote.note())),
            archive_location: &citation.page,
        };
        Ok(serde_json::to_writer(file, &item)?)
    }
}

/// An author: `Family, Given` is a person; of other names nobody knows the parts.
fn name(author: &str) -> Name {
    match author.split(',').map(str::trim).collect::<Vec<_>>()[..] {
        [family, given] if !family.is_empty() && !given.is_empty() => {
            Name::Parted { family: family.to_owned(), given: given.to_owned() }
        }
        _ => Name::Whole { literal: author.to_owned() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_comma_parts_a_name() {
        let parted = Name::Parted { family: "Okkerley".to_owned(), given: "Tobin".to_owned() };
        assert_eq!(name("Okkerley, Tobin"), parted);
        for author in ["Tobin Okkerley", "Okkerley, Maravant, Desk", "Okkerley,"] {
            assert_eq!(name(author), Name::Whole { literal: author.to_owned() });
        }
    }
}
