use std::{num::NonZeroUsize, thread};

use quotidian_model::Day;

/// How to index.
#[derive(Debug, Clone)]
pub struct Options {
    /// The source of articles that state none.
    pub source: Option<String>,
    /// How many threads annotate; the archive does not depend on it.
    pub threads: NonZeroUsize,
    /// The present day: a publication date beyond the next day is implausible.
    pub today: Day,
}

impl Options {
    /// The usual options: no source is supplied, and every processor annotates.
    pub fn new(today: Day) -> Self {
        Self { source: None, threads: thread::available_parallelism().unwrap_or(NonZeroUsize::MIN), today }
    }
}
