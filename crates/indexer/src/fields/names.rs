use serde::Deserialize;

/// A part of an article that a record can state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Field {
    Id,
    Url,
    Title,
    Date,
    Source,
    Authors,
    Section,
    Language,
    Body,
}

impl Field {
    /// Every field, in the order in which people ask for them.
    pub(crate) const ALL: [Self; 9] = [
        Self::Title,
        Self::Body,
        Self::Date,
        Self::Source,
        Self::Authors,
        Self::Section,
        Self::Language,
        Self::Url,
        Self::Id,
    ];

    /// The field's name in field maps and reports.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Url => "url",
            Self::Title => "title",
            Self::Date => "date",
            Self::Source => "source",
            Self::Authors => "authors",
            Self::Section => "section",
            Self::Language => "language",
            Self::Body => "body",
        }
    }
}
