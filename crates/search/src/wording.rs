/// A piece of two wordings laid side by side: the one that was given, and the one that was printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// How the two lie to each other here.
    pub op: ChangeOp,
    /// The words given, as they were given; empty where they lack what was printed.
    pub given: String,
    /// The words printed, as they were printed; empty where nothing was.
    pub printed: String,
}

/// How a piece of a given wording lies to the printed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeOp {
    /// The same words, whatever their case, diacritics and marks.
    Same,
    /// Words that were printed and are missing in what was given.
    Missing,
    /// Words that were given and not printed.
    Added,
    /// Words given in the place of other words.
    Changed,
    /// What an editor's mark openly stands for: an ellipsis, words in brackets, the "he said" inside a quotation.
    Edited,
}

impl ChangeOp {
    /// The name in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Missing => "missing",
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Edited => "edited",
        }
    }
}
