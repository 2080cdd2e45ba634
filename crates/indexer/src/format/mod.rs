//! One file per format. A format is recognised by content and gives raw articles, line by line or as a whole.

mod alto;
mod charset;
mod docx;
mod europresse;
mod factiva;
mod feed;
mod html;
mod json;
mod json_lines;
mod lexisnexis;
mod mail;
mod markdown;
mod mets;
mod newsml_1;
mod newsml_g2;
mod ninjs;
mod nitf;
mod plain_text;
mod recognise;
mod record;
mod reuters;
mod sgml;
mod table;
mod trec;
mod washington_post;
mod web_archive;
mod whole;
mod wire;
mod xml;
mod xml_records;

use std::{io::BufRead, str::FromStr};

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
pub enum Format {
    /// One JSON object per line.
    JsonLines,
    /// JSON objects in an array, or over several lines.
    Json,
    /// Rows of cells, the first of which names the columns (CSV, TSV).
    Table,
    /// A web page.
    Html,
    /// One article below a front matter of YAML or TOML.
    Markdown,
    /// A part of the Reuters-21578 collection.
    Reuters,
    /// A collection of the Text Retrieval Conference.
    Trec,
    /// An article in NITF.
    Nitf,
    /// Items of agencies in NewsML 1.
    NewsMl1,
    /// Items of agencies in NewsML-G2.
    NewsMlG2,
    /// Entries of RSS or Atom, or the posts of an export of WordPress.
    Feed,
    /// Items of a JSON Feed.
    JsonFeed,
    /// The articles of a scanned newspaper in METS, or its pages.
    Mets,
    /// Scanned pages in ALTO.
    Alto,
    /// A Word document.
    Docx,
    /// Documents that LexisNexis exported as text.
    LexisNexisText,
    /// Documents that LexisNexis exported as a page.
    LexisNexisPage,
    /// Documents that Factiva exported as text.
    FactivaText,
    /// Documents that Factiva exported as a page.
    FactivaPage,
    /// Documents that Factiva gave as XML.
    FactivaXml,
    /// Documents that Europresse exported as a page.
    Europresse,
    /// Pages in a web archive (WARC).
    Warc,
    /// Pages in an older web archive (ARC).
    Arc,
    /// XML of no standard.
    Xml,
    /// Mails: one, or a mailbox of them (mbox).
    Mail,
    /// Messages of a wire of IPTC 7901 or ANPA 1312.
    Wire,
    /// One article, its headline perhaps in the first line.
    PlainText,
}

/// A text that names no [`Format`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a format; the formats are {}", Format::ALL.map(Format::as_str).join(", "))]
pub struct FormatError {
    /// What was given.
    pub text: String,
}

impl FromStr for Format {
    type Err = FormatError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let format = Self::ALL.into_iter().find(|format| format.as_str() == text);
        format.ok_or_else(|| FormatError { text: text.to_owned() })
    }
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 27] = [
        Self::JsonLines,
        Self::Json,
        Self::Table,
        Self::Html,
        Self::Markdown,
        Self::Reuters,
        Self::Trec,
        Self::Nitf,
        Self::NewsMl1,
        Self::NewsMlG2,
        Self::Feed,
        Self::JsonFeed,
        Self::Mets,
        Self::Alto,
        Self::Docx,
        Self::LexisNexisText,
        Self::LexisNexisPage,
        Self::FactivaText,
        Self::FactivaPage,
        Self::FactivaXml,
        Self::Europresse,
        Self::Warc,
        Self::Arc,
        Self::Xml,
        Self::Mail,
        Self::Wire,
        Self::PlainText,
    ];

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
            Self::Table => Box::new(table::Table::new(content, file, map)),
            Self::Html => Box::new(html::read(content, file)),
            Self::Markdown => Box::new(markdown::read(content, file, map)),
            Self::Reuters => Box::new(reuters::read(content, file)),
            Self::Trec => Box::new(trec::read(content, file)),
            Self::Nitf => Box::new(nitf::read(content, file)),
            Self::NewsMl1 => Box::new(newsml_1::read(content, file)),
            Self::NewsMlG2 => Box::new(newsml_g2::read(content, file)),
            Self::Feed => Box::new(feed::read(content, file)),
            Self::JsonFeed => Box::new(feed::read_json(content, file)),
            Self::Mets => Box::new(mets::read(content, file)),
            Self::Alto => Box::new(alto::read(content, file)),
            Self::Docx => Box::new(docx::read(content, file)),
            Self::LexisNexisText => Box::new(lexisnexis::read_text(content, file)),
            Self::LexisNexisPage => Box::new(lexisnexis::read_page(content, file)),
            Self::FactivaText => Box::new(factiva::read_text(content, file)),
            Self::FactivaPage => Box::new(factiva::read_page(content, file)),
            Self::FactivaXml => Box::new(factiva::read_xml(content, file)),
            Self::Europresse => Box::new(europresse::read(content, file)),
            Self::Warc => Box::new(web_archive::read_warc(content, file)),
            Self::Arc => Box::new(web_archive::read_arc(content, file)),
            Self::Xml => Box::new(xml_records::read(content, file, map)),
            Self::Mail => Box::new(mail::read(content, file, map)),
            Self::Wire => Box::new(wire::read(content, file)),
            Self::PlainText => Box::new(plain_text::read(content, file)),
        }
    }

    /// The format's name in reports and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::JsonLines => "json-lines",
            Self::Json => "json",
            Self::Table => "table",
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Reuters => "reuters-21578",
            Self::Trec => "trec",
            Self::Nitf => "nitf",
            Self::NewsMl1 => "newsml-1",
            Self::NewsMlG2 => "newsml-g2",
            Self::Feed => "feed",
            Self::JsonFeed => "json-feed",
            Self::Mets => "mets",
            Self::Alto => "alto",
            Self::Docx => "docx",
            Self::LexisNexisText => "lexisnexis-text",
            Self::LexisNexisPage => "lexisnexis-html",
            Self::FactivaText => "factiva-text",
            Self::FactivaPage => "factiva-html",
            Self::FactivaXml => "factiva-xml",
            Self::Europresse => "europresse",
            Self::Warc => "warc",
            Self::Arc => "arc",
            Self::Xml => "xml",
            Self::Mail => "mail",
            Self::Wire => "wire",
            Self::PlainText => "plain-text",
        }
    }

    /// Whether a file is one article, so that the file's name is an identity for it.
    pub(crate) fn is_one_article(self) -> bool {
        matches!(self, Self::PlainText | Self::Markdown | Self::Html)
    }
}
