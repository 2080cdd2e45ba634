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

pub(crate) use stream::ExportPool;

use citation_format::CitationFormat;
use format::Format;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::app::App;

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

/// The paths of all of them.
pub(crate) fn paths() -> OpenApiRouter<App> {
    routes::search_routes()
        .merge(citation_routes::citation_routes())
        .routes(routes!(speaker_feed::speaker_feed))
}
