//! What is read: files, folders, globs and standard input, in a fixed order.

mod container;
mod content;
mod expand;
mod guarded;
mod origin;

use std::{
    io::Read,
    path::{Path, PathBuf},
};

pub(crate) use container::Container;
pub(crate) use content::{Consumed, Content};
pub(crate) use origin::Origin;

use crate::{IndexError, Reason, Rejection};

/// The inputs of a run, in the order in which they are read.
#[derive(Debug, Default)]
pub struct Inputs(pub(crate) Vec<Input>);

/// One input.
pub(crate) enum Input {
    /// A file on disk.
    File { path: PathBuf },
    /// Something that can be read once.
    Stream { name: String, reader: Box<dyn Read + Send> },
    /// A folder or file that was met on the way and cannot be entered.
    Unreadable { path: PathBuf, error: std::io::Error },
}

impl Inputs {
    /// The inputs that path arguments name: a file is itself; a folder is all files below it, sorted by name, hidden ones
    /// left out, symbolic links followed once; `-` is standard input; any other path is a glob pattern. The folder
    /// `archive`, which a run writes to, is never entered.
    ///
    /// # Errors
    /// An argument that names nothing is an error, for it is a slip of the pen; what cannot be read below a folder is
    /// rejected in the run's report.
    pub fn expand(paths: &[PathBuf], archive: Option<&Path>) -> Result<Self, IndexError> {
        expand::expand(paths, archive).map(Self)
    }

    /// One input that is read from `reader` and called `name` in reports.
    pub fn from_reader(name: impl Into<String>, reader: impl Read + Send + 'static) -> Self {
        Self(vec![Input::Stream { name: name.into(), reader: Box::new(reader) }])
    }

    /// The bytes of all inputs on disk (compressed), or `None` when one is a stream.
    pub fn total_bytes(&self) -> Option<u64> {
        self.0.iter().map(Input::bytes).sum()
    }
}

impl Input {
    /// What the input is called in reports.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::File { path } | Self::Unreadable { path, .. } => path.display().to_string(),
            Self::Stream { name, .. } => name.clone(),
        }
    }

    /// The file, if it is one.
    pub(crate) fn path(&self) -> Option<&Path> {
        match self {
            Self::File { path } => Some(path),
            _ => None,
        }
    }

    /// Opens the input and takes away its compression.
    pub(crate) fn open(self, consumed: &Consumed) -> Result<Content<'static>, Rejection> {
        let file = self.name();
        let content = match self {
            Self::File { path } => std::fs::File::open(path).and_then(|file| Content::new(file, consumed)),
            Self::Stream { reader, .. } => Content::new(reader, consumed),
            Self::Unreadable { error, .. } => Err(error),
        };
        content.map_err(|error| Rejection { file, line: None, reason: Reason::from(error) })
    }

    fn bytes(&self) -> Option<u64> {
        match self {
            Self::File { path } => {
                std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file).map(|file| file.len())
            }
            Self::Stream { .. } => None,
            Self::Unreadable { .. } => Some(0),
        }
    }
}

impl std::fmt::Debug for Input {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.name())
    }
}
