use std::path::Path;

use quotidian_search::EngineError;

/// Turns the errors of tantivy and of the file system into the contract's.
pub(crate) fn internal(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> EngineError {
    EngineError::Internal(error.into())
}

/// Names the file or folder that an input or output error is about.
pub(crate) trait AtPath<T> {
    fn at(self, path: &Path) -> Result<T, EngineError>;
}

impl<T> AtPath<T> for Result<T, std::io::Error> {
    fn at(self, path: &Path) -> Result<T, EngineError> {
        self.map_err(|source| EngineError::Io { path: path.to_owned(), source })
    }
}

pub(crate) fn damaged(path: &Path, reason: impl Into<String>) -> EngineError {
    EngineError::Damaged { path: path.to_owned(), reason: reason.into() }
}
