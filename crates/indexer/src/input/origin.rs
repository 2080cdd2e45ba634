use std::path::{Path, PathBuf};

use super::Input;
use crate::{Reason, Rejection};

/// Where content comes from: an input, or a file in an archive file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    name: String,
    /// Of a file in an archive file the path of that one, and in it its own.
    path: Option<PathBuf>,
    /// How many archive files it lies in.
    depth: usize,
}

impl Origin {
    pub(crate) fn of(input: &Input) -> Self {
        Self { name: input.name(), path: input.path().map(Path::to_owned), depth: 0 }
    }

    /// A file in the archive file that this is.
    pub(super) fn member(&self, path: &Path) -> Self {
        Self {
            name: format!("{}/{}", self.name, path.display()),
            path: self.path.as_ref().map(|container| container.join(path)),
            depth: self.depth + 1,
        }
    }

    /// What it is called in reports.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The file on disk, if it is one.
    pub(super) fn file(&self) -> Option<&Path> {
        self.path().filter(|_| self.depth == 0)
    }

    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// The rejection of the whole of it.
    pub(crate) fn rejection(&self, reason: impl Into<Reason>) -> Rejection {
        Rejection { file: self.name.clone(), line: None, reason: reason.into() }
    }
}
