use std::path::PathBuf;

use quotidian_model::{AnnotatedArticle, ArticleId, QuoteId};

use crate::{ArticleHit, QuoteHit, SearchRequest, SearchResults, SpeakerList, SpeakersRequest, Stats};

/// An archive that can be searched. Every method answers from one consistent generation of the archive and is safe to
/// call from many threads; calls block, so a server runs them on a pool of its own.
pub trait Engine: Send + Sync {
    /// The articles that match a request.
    fn articles(&self, request: &SearchRequest) -> Result<SearchResults<ArticleHit>, EngineError>;

    /// The quotes that match a request.
    fn quotes(&self, request: &SearchRequest) -> Result<SearchResults<QuoteHit>, EngineError>;

    /// One article with its annotations, or `None` if the archive has no such article.
    fn article(&self, id: &ArticleId) -> Result<Option<AnnotatedArticle>, EngineError>;

    /// One quote as a search would show it, or `None` if the archive has no such quote.
    fn quote(&self, id: &QuoteId) -> Result<Option<QuoteHit>, EngineError>;

    /// The named speakers of the archive.
    fn speakers(&self, request: &SpeakersRequest) -> Result<SpeakerList, EngineError>;

    /// What is in the archive.
    fn stats(&self) -> Result<Stats, EngineError>;

    /// The number of the generation that answers now; it grows with every change of the archive.
    fn generation(&self) -> u64;
}

/// Why an engine could not answer or write.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// There is no archive at the path.
    #[error("there is no archive at {}; make one with `quotidian index PATH... --archive {}`", path.display(), path.display())]
    NoArchive {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// Another process writes to the archive.
    #[error("another `quotidian index` is writing to {}; wait until it ends", path.display())]
    Busy {
        /// The archive.
        path: PathBuf,
    },
    /// A file of the archive is missing, damaged or of another format version.
    #[error("{}: {reason}", path.display())]
    Damaged {
        /// The file or folder.
        path: PathBuf,
        /// What is wrong and what to do.
        reason: String,
    },
    /// Reading or writing a file failed.
    #[error("{} cannot be read or written", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the operating system says.
        source: std::io::Error,
    },
    /// The search took longer than its deadline allowed and was abandoned.
    #[error("the search took too long and was abandoned; narrow it by words, dates or filters")]
    Deadline,
    /// The engine's library reported an error.
    #[error("the search engine failed")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}
