use std::path::PathBuf;

use quotidian_model::ArticleId;
use quotidian_search::EngineError;

/// Why indexing could not begin, or could not go on. What is wrong with single articles is a
/// [`Rejection`](crate::Rejection) instead.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// A path argument names nothing.
    #[error("there is no file or folder at {}", path.display())]
    NoSuchPath {
        /// The argument.
        path: PathBuf,
    },
    /// A glob pattern matches nothing.
    #[error("no file matches {pattern}")]
    NoMatch {
        /// The argument.
        pattern: String,
    },
    /// A glob pattern is malformed.
    #[error("the pattern {pattern} is malformed: {reason}")]
    Pattern {
        /// The argument.
        pattern: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The archive could not be written.
    #[error(transparent)]
    Archive(#[from] EngineError),
    /// The operating system gave no thread.
    #[error("a thread could not be started: {0}")]
    Thread(std::io::Error),
    /// A program error while an article was annotated.
    #[error("annotating the article {id} failed; this is an error in the program")]
    Annotating {
        /// The article.
        id: ArticleId,
    },
    /// A program error while the inputs were read.
    #[error("reading the inputs failed; this is an error in the program")]
    Reading,
}
