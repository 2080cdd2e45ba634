//! One file per format. A format is recognised by content and gives raw articles, line by line or as a whole.

mod charset;
mod docx;
mod europresse;
mod factiva;
mod html;
mod json;
mod json_lines;
mod lexisnexis;
mod markdown;
mod plain_text;
mod recognise;
mod record;
mod table;
mod web_archive;
mod whole;

use std::io::BufRead;

pub(crate) use recognise::recognise;

use crate::{Rejection, fields::FieldMap, raw_article::RawArticle};

/// What a format gives: articles in the order of the input, and a rejection for each that cannot be read.
pub(crate) type Articles<'a> = Box<dyn Iterator<Item = Result<RawArticle, Rejection>> + 'a>;

/// The most bytes of a file that is read as a whole.
const LONGEST_FILE: u64 = 64 << 20;

/// The most bytes of a record in a file of records: read, one of a few bytes can take up to fifty times as many.
const LONGEST_RECORD: u64 = 16 << 20;

/// A way in which a file holds articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// One JSON object per line.
    JsonLines,
    /// JSON objects in an array, or over several lines.
    Json,
    /// Rows of cells, the first of which names the columns (CSV, TSV).
    Table {
        /// What stands between cells.
        delimiter: u8,
    },
    /// A web page.
    Html,
    /// A Word document.
    Docx,
    /// Pages in a web archive (WARC).
    Warc,
    /// Pages in an older web archive (ARC).
    Arc,
    /// Documents that Europresse exported as a page.
    Europresse,
    /// Documents that Factiva exported as a page.
    FactivaPage,
    /// Documents that Factiva exported as text.
    FactivaText,
    /// Documents that Factiva gave as XML.
    FactivaXml,
    /// Documents that LexisNexis exported as text.
    LexisNexisText,
    /// Documents that LexisNexis exported as a page.
    LexisNexisPage,
    /// One article below a front matter of YAML or TOML.
    Markdown,
    /// One article, its headline perhaps in the first line.
    PlainText,
}

impl Format {
    /// The articles in `content`; `file` is what rejections call it, and `map` says how records name their fields.
    pub(crate) fn read<'a>(
        self,
        content: Box<dyn BufRead + 'a>,
        file: String,
        map: &'a FieldMap,
    ) -> Articles<'a> {
        match self {
            Self::JsonLines => Box::new(json_lines::JsonLines::new(content, file, map)),
            Self::Json => Box::new(json::Json::new(content, file, map)),
            Self::Table { delimiter } => Box::new(table::Table::new(content, delimiter, file, map)),
            Self::Html => Box::new(html::read(content, file)),
            Self::Docx => Box::new(docx::read(content, file)),
            Self::Warc => Box::new(web_archive::read_warc(content, file)),
            Self::Arc => Box::new(web_archive::read_arc(content, file)),
            Self::Europresse => Box::new(europresse::read(content, file)),
            Self::FactivaPage => Box::new(factiva::read_page(content, file)),
            Self::FactivaText => Box::new(factiva::read_text(content, file)),
            Self::FactivaXml => Box::new(factiva::read_xml(content, file)),
            Self::LexisNexisText => Box::new(lexisnexis::read_text(content, file)),
            Self::LexisNexisPage => Box::new(lexisnexis::read_page(content, file)),
            Self::Markdown => Box::new(markdown::read(content, file, map)),
            Self::PlainText => Box::new(plain_text::read(content, file)),
        }
    }

    /// What people call the format.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::JsonLines => "JSON Lines",
            Self::Json => "JSON",
            Self::Table { .. } => "table (CSV, TSV)",
            Self::Html => "web page",
            Self::Docx => "Word document (DOCX)",
            Self::Warc => "web archive (WARC)",
            Self::Arc => "web archive (ARC)",
            Self::Europresse => "Europresse export",
            Self::FactivaPage => "Factiva export (HTML)",
            Self::FactivaText => "Factiva export (text)",
            Self::FactivaXml => "Factiva export (XML)",
            Self::LexisNexisText => "LexisNexis export (text)",
            Self::LexisNexisPage => "LexisNexis export (HTML)",
            Self::Markdown => "Markdown",
            Self::PlainText => "plain text",
        }
    }

    /// Whether a file is one article, so that the file's name is an identity for it.
    pub(crate) fn is_one_article(self) -> bool {
        matches!(self, Self::PlainText | Self::Markdown | Self::Html)
    }
}
