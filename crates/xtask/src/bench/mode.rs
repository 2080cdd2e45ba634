//! How much is asked for.

/// How the mix is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// The default answer: hits, all facets, timeline, highlights.
    Full,
    /// The same, never asked before: each pass asks for another number of facet values, so that no counts that the
    /// server has kept for a request can be used.
    FullNotCached,
    /// Hits and highlights only.
    Plain,
}

impl Mode {
    /// All, in the order in which they are measured.
    pub(super) const ALL: [Mode; 3] = [Mode::Full, Mode::FullNotCached, Mode::Plain];

    /// What the tables call it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Mode::Full => "full",
            Mode::FullNotCached => "full, not cached",
            Mode::Plain => "plain",
        }
    }
}
