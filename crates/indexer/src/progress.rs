/// Hears how far an indexing run has come. The calls come from the thread that called [`index`](crate::index), up to one
/// per article: a listener that draws should draw less often.
pub trait Progress {
    /// The run begins over inputs of `total_bytes` on disk (compressed); `None` when the size of one is unknown.
    fn started(&mut self, total_bytes: Option<u64>);

    /// So far `bytes` on disk are done with, and `articles` are indexed, replaced, unchanged or rejected. Neither ever
    /// falls.
    fn advanced(&mut self, bytes: u64, articles: u64);

    /// The run has ended well.
    fn finished(&mut self);
}

/// Nobody listens.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoProgress;

impl Progress for NoProgress {
    fn started(&mut self, _total_bytes: Option<u64>) {}
    fn advanced(&mut self, _bytes: u64, _articles: u64) {}
    fn finished(&mut self) {}
}
