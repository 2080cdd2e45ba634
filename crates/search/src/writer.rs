use std::fmt;

use quotidian_model::{AnnotatedArticle, ArticleId};

use crate::EngineError;

/// An archive that takes articles. Nothing is visible to readers before [`checkpoint`](Self::checkpoint); after it all
/// of it is, in one step, and survives a crash.
pub trait ArchiveWriter {
    /// The fingerprint under which an article is in the archive, counting what was put since the last checkpoint.
    fn fingerprint(&self, id: &ArticleId) -> Option<Fingerprint>;

    /// Adds an article, replacing the one with its id, quotes included.
    fn put(&mut self, article: &AnnotatedArticle, fingerprint: Fingerprint) -> Result<(), EngineError>;

    /// Takes an article out, quotes included; says whether it was there.
    fn delete(&mut self, id: &ArticleId) -> Result<bool, EngineError>;

    /// The ids of all articles that were in the archive at the last checkpoint and have not been deleted since.
    fn ids(&self) -> Result<Vec<ArticleId>, EngineError>;

    /// Makes everything put and deleted so far durable and visible.
    fn checkpoint(&mut self) -> Result<(), EngineError>;
}

/// A digest of everything that an indexed article depends on; equal fingerprints mean that indexing it again would
/// change nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint(pub u64);

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}
