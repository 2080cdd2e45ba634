use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// The identity of an article: 1 to 512 bytes without control characters or surrounding white space.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ArticleId(String);

/// Why a text cannot be an [`ArticleId`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArticleIdError {
    /// Nothing but white space.
    #[error("an article id cannot be empty")]
    Empty,
    /// Longer than 512 bytes.
    #[error("an article id has at most {} bytes, this one has {bytes}", ArticleId::MAX_BYTES)]
    TooLong {
        /// Its length in bytes.
        bytes: usize,
    },
    /// Holds a control character.
    #[error("an article id cannot hold control characters")]
    Control,
}

impl ArticleId {
    /// The longest identity, in bytes.
    pub const MAX_BYTES: usize = 512;

    /// The identity as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ArticleId {
    type Err = ArticleIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text.is_empty() {
            Err(ArticleIdError::Empty)
        } else if text.len() > Self::MAX_BYTES {
            Err(ArticleIdError::TooLong { bytes: text.len() })
        } else if text.chars().any(char::is_control) {
            Err(ArticleIdError::Control)
        } else {
            Ok(Self(text.to_owned()))
        }
    }
}

impl TryFrom<String> for ArticleId {
    type Error = ArticleIdError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<ArticleId> for String {
    fn from(id: ArticleId) -> Self {
        id.0
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surrounding_white_space_is_not_part_of_an_id() {
        assert_eq!("  reuters:1 ".parse::<ArticleId>().unwrap().as_str(), "reuters:1");
    }

    #[test]
    fn an_unusable_id_says_why() {
        assert_eq!(" ".parse::<ArticleId>(), Err(ArticleIdError::Empty));
        assert_eq!("a\nb".parse::<ArticleId>(), Err(ArticleIdError::Control));
        assert_eq!("x".repeat(513).parse::<ArticleId>(), Err(ArticleIdError::TooLong { bytes: 513 }));
    }
}
