//! The embedded search engine: an archive folder with two tantivy indexes, one of articles and one of quotes.
//!
//! - [`TantivyWriter`] takes annotated articles and switches the archive to a new generation in one step;
//! - [`TantivyEngine`] answers searches from the current generation, read-only, and follows new ones;
//! - [`names()`] lists who is quoted, with every variant of the name; [`check`] verifies an archive on disk.
//!
//! The layout of the folder, and what makes a switch safe, are described in [`mod@archive`]; this is the only crate that
//! names tantivy.

mod analysis;
pub mod archive;
mod errors;
mod highlight;
mod mixing;
mod near;
mod query;
mod read;
mod schema;
mod statements;
mod stories;
mod word_lists;
mod wording;
mod write;

pub use archive::check::{CheckReport, check};
pub use read::{TantivyEngine, names};
pub use write::TantivyWriter;
