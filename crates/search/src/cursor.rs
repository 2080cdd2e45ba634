use std::{fmt, str::FromStr};

use crate::Sort;

/// A place in a list of hits, from which the list goes on: the order, and the rank and key of the last hit before it.
/// Unlike page numbers it has no end. It is printed as `newest-1f3a-9c01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The order of the list.
    pub sort: Sort,
    /// How the last hit ranks in it; larger ranks come first.
    pub rank: u64,
    /// The key of the last hit, by which equal ranks are ordered, the smaller first.
    pub key: u64,
}

/// A text that is no [`Cursor`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no cursor; take it from the `next` of an answer")]
pub struct CursorError {
    /// What was given.
    pub text: String,
}

impl fmt::Display for Cursor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{:x}-{:x}", self.sort.as_str(), self.rank, self.key)
    }
}

impl FromStr for Cursor {
    type Err = CursorError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || CursorError { text: text.to_owned() };
        let number =
            |part: Option<&str>| part.and_then(|part| u64::from_str_radix(part, 16).ok()).ok_or_else(error);
        let mut parts = text.splitn(3, '-');
        let sort = parts.next().and_then(|sort| sort.parse().ok()).ok_or_else(error)?;
        Ok(Self { sort, rank: number(parts.next())?, key: number(parts.next())? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_round_trips() {
        let cursor = Cursor { sort: Sort::Newest, rank: 0x1f3a, key: u64::MAX };
        assert_eq!(cursor.to_string(), "newest-1f3a-ffffffffffffffff");
        assert_eq!(cursor.to_string().parse(), Ok(cursor));
        for text in ["", "newest", "newest-1", "best-1-2", "newest-x-2", "newest-1-2-3"] {
            assert_eq!(text.parse::<Cursor>(), Err(CursorError { text: text.to_owned() }));
        }
    }
}
