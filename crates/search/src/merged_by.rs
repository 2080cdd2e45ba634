use serde::{Deserialize, Serialize};

/// How a name or printed words come to stand for a canonical name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MergedBy {
    /// They are the name, but for case, diacritics and marks.
    SameName,
    /// They are some of its words: a surname, in an article that has the name.
    PartOfName,
    /// Titles or a description stand with the name or part of it.
    Title,
    /// They are the name in another spelling: transliteration, a slip of the pen, a company's legal form.
    Spelling,
    /// Given names are initials, or there are more or fewer of them.
    Initials,
    /// The given name is a short form.
    Nickname,
    /// A surname alone, whose bearer this was at the time as far as the archive knows.
    Surname,
    /// The archive's owner said so.
    User,
    /// They say what the speaker is.
    Role,
    /// A pronoun stands for the speaker.
    Pronoun,
    /// In another way.
    Other,
}

impl MergedBy {
    /// The way's name in the API and in the archive.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SameName => "same_name",
            Self::PartOfName => "part_of_name",
            Self::Title => "title",
            Self::Spelling => "spelling",
            Self::Initials => "initials",
            Self::Nickname => "nickname",
            Self::Surname => "surname",
            Self::User => "user",
            Self::Role => "role",
            Self::Pronoun => "pronoun",
            Self::Other => "other",
        }
    }

    /// By what the confidence of a quote is multiplied whose speaker was told in this way.
    pub fn confidence(self) -> f32 {
        if self == Self::Surname { SURNAME_CONFIDENCE } else { 1.0 }
    }
}

/// One bearer must have at least nine tenths of a surname's full names before the surname alone means that one.
const SURNAME_CONFIDENCE: f32 = 0.9;
