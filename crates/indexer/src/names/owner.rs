//! What the archive's owner says of names: `authority.toml`.

use std::{fs, io, path::Path};

use quotidian_model::DateRange;
use serde::Deserialize;

/// The owner's merges and splits.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Owner {
    #[serde(default)]
    pub(super) merge: Vec<Merge>,
    #[serde(default)]
    pub(super) split: Vec<Split>,
}

/// Names that mean one person.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Merge {
    pub(super) name: String,
    pub(super) variants: Vec<String>,
}

/// A name that does not mean a person, always or under conditions.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Split {
    /// Whom it does not mean.
    pub(super) name: String,
    pub(super) variant: String,
    from: Option<String>,
    to: Option<String>,
    pub(super) source: Option<String>,
    /// Whom it means instead; itself, if nothing is said.
    #[serde(rename = "as")]
    pub(super) meant: Option<String>,
}

/// Why `authority.toml` cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OwnerNamesError {
    /// It cannot be read or written.
    #[error("{path} cannot be read or written")]
    Io {
        /// The file.
        path: String,
        /// What the operating system says.
        source: io::Error,
    },
    /// It is not what it should be.
    #[error("{path}, {reason}")]
    Malformed {
        /// The file.
        path: String,
        /// Where and why.
        reason: String,
    },
}

impl Owner {
    /// Reads the file; without one the owner says nothing.
    pub(super) fn read(path: &Path) -> Result<Self, OwnerNamesError> {
        match fs::read_to_string(path) {
            Ok(text) => Self::parse(&text)
                .map_err(|reason| OwnerNamesError::Malformed { path: path.display().to_string(), reason }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(source) => Err(OwnerNamesError::Io { path: path.display().to_string(), source }),
        }
    }

    /// Reads the text; the error says line and reason.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let owner: Self = toml::from_str(text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start);
            let line = text.get(..start).unwrap_or(text).matches('\n').count() + 1;
            format!("line {line}: {}", error.message())
        })?;
        for split in &owner.split {
            split.dates().map_err(|reason| format!("the split of `{}`: {reason}", split.variant))?;
        }
        Ok(owner)
    }

    /// Whether a name is on its own, whatever the archive knows of it.
    pub(super) fn is_split_off(&self, name: &str) -> bool {
        self.split.iter().any(|split| split.variant == name && split.is_unconditional())
    }

    /// Whether a name never means another one.
    pub(super) fn is_split_from(&self, variant: &str, name: &str) -> bool {
        let says_so =
            |split: &Split| split.variant == variant && split.name == name && split.is_unconditional();
        self.split.iter().any(says_so)
    }
}

impl Split {
    /// The days on which it holds.
    pub(super) fn dates(&self) -> Result<DateRange, String> {
        DateRange::parse(self.from.as_deref(), self.to.as_deref()).map_err(|error| error.to_string())
    }

    pub(super) fn is_unconditional(&self) -> bool {
        self.from.is_none() && self.to.is_none() && self.source.is_none()
    }
}
