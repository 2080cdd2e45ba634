//! Files with every hit of a search, and citations of one thing. One file per format; adding one is a file beside its
//! siblings and its place in [`FORMATS`], or also in [`CITATION_FORMATS`].

mod atom;
mod bibtex;
mod citation;
mod citation_format;
mod citation_routes;
mod csl_json;
mod csv;
mod format;
mod json_lines;
mod plain_text;
mod ris;
mod routes;
mod speaker_feed;
mod stream;
mod text;

pub(crate) use routes::routes;
pub(crate) use stream::ExportPool;

use citation_format::CitationFormat;
use format::Format;

/// The formats, in the order of the documentation.
const FORMATS: [&dyn Format; 7] = [
    &csv::Csv,
    &json_lines::JsonLines,
    &atom::Atom,
    &bibtex::Bibtex,
    &ris::Ris,
    &csl_json::CslJson,
    &plain_text::PlainText,
];

/// Those that cite, likewise.
const CITATION_FORMATS: [&dyn CitationFormat; 4] =
    [&bibtex::Bibtex, &ris::Ris, &csl_json::CslJson, &plain_text::PlainText];
