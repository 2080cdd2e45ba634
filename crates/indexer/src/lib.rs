//! An archive on disk becomes annotated articles in an engine.
//!
//! - [`Inputs`]: files, folders, globs and standard input, compressed or not, in a fixed order;
//! - `format`: one file per format, recognised by content; `fields`: the names under which archives state things;
//! - `dates`: the civil day that a source states;
//! - [`index`]: reading, annotating and putting run side by side, and the archive depends on the input alone;
//! - [`preview`]: what a run would read, without one;
//! - [`Names`]: which names of an archive mean the same; [`OwnerNames`]: what its owner says of them;
//! - [`Report`]: what became of every article, and why the others were rejected.
//!
//! It knows an archive as an [`ArchiveWriter`](quotidian_search::ArchiveWriter) and nothing of how one is stored.

mod article;
mod authors;
mod clean;
mod dates;
mod error;
mod fields;
mod file_name;
mod fingerprint;
mod format;
mod hypertext;
mod identity;
mod input;
mod names;
mod options;
mod pipeline;
mod preview;
mod progress;
mod raw_article;
mod rejection;
mod report;
mod stated;
mod title;
mod watch;

pub use dates::{DateProblem, DateWarning};
pub use error::IndexError;
pub use fields::{FieldMap, FieldMapError};
pub use format::{Format, FormatError};
pub use input::Inputs;
pub use names::{Names, OwnerNames, OwnerNamesError, SplitOff};
pub use options::Options;
pub use pipeline::{delete, index};
pub use preview::{FormatPreview, MetName, Preview, Sample, preview};
pub use progress::{NoProgress, Progress};
pub use rejection::{Reason, Rejection};
pub use report::Report;
pub use watch::{Changes, Watch};
