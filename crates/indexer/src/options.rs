use std::{num::NonZeroUsize, thread};

use quotidian_model::Day;

use crate::{FieldMap, Format};

/// How to index.
#[derive(Debug, Clone)]
pub struct Options {
    /// The source of articles that state none.
    pub source: Option<String>,
    /// The format of all files; by default each is recognised by its content.
    pub format: Option<Format>,
    /// How records name their fields, and write dates.
    pub fields: FieldMap,
    /// Whether articles of the archive that the inputs do not hold are deleted from it.
    pub delete_missing: bool,
    /// How many threads annotate; the archive does not depend on it.
    pub threads: NonZeroUsize,
    /// The present day: a publication date beyond the next day is implausible.
    pub today: Day,
}

impl Options {
    /// The usual options: no source is supplied, and every processor annotates.
    pub fn new(today: Day) -> Self {
        let threads = thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        Self {
            source: None,
            format: None,
            fields: FieldMap::default(),
            delete_missing: false,
            threads,
            today,
        }
    }
}
