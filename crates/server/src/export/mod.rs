//! Files with every hit of a search. One file per format; adding one is a file beside its siblings and its place in
//! [`FORMATS`].

mod atom;
mod bibtex;
mod citation;
mod csv;
mod format;
mod json_lines;
mod ris;
mod routes;
mod stream;
mod text;

pub(crate) use routes::routes;
pub(crate) use stream::ExportPool;

use format::Format;

/// The formats, in the order of the documentation.
const FORMATS: [&dyn Format; 5] =
    [&csv::Csv, &json_lines::JsonLines, &atom::Atom, &bibtex::Bibtex, &ris::Ris];
