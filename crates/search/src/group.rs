use std::{fmt, str::FromStr};

/// The identity of a *story* (near-duplicate articles) or of an *utterance* (the same words in several articles):
/// printed as 16 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GroupId(pub u64);

/// A text that is no [`GroupId`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not the id of a story or utterance; take it from a hit")]
pub struct GroupIdError {
    /// What was given.
    pub text: String,
}

/// What a hit says of the story or utterance that it belongs to, with others or alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its identity, by which all of it can be asked for.
    pub id: GroupId,
    /// How many others of it the archive has.
    pub others: u64,
    /// The outlets of the others without the hit's own, each once, in the order of names.
    pub sources: Vec<String>,
}

impl fmt::Display for GroupId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

impl FromStr for GroupId {
    type Err = GroupIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = digits.then(|| u64::from_str_radix(text, 16).ok()).flatten();
        number.map(Self).ok_or_else(|| GroupIdError { text: text.to_owned() })
    }
}
