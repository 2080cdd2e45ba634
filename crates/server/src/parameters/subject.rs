use quotidian_search::FacetField;

use super::parameter::Choices;

/// What a search looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    /// Articles, which belong to stories.
    Articles,
    /// Quotes, which belong to utterances.
    Quotes,
}

impl Subject {
    /// Both.
    pub(crate) const ALL: [Self; 2] = [Self::Articles, Self::Quotes];

    /// The words for both.
    pub(super) fn choices() -> Choices<Self> {
        Self::ALL.map(|subject| (subject.as_str(), subject)).to_vec()
    }

    /// Its name in URLs.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Quotes => "quotes",
        }
    }

    /// One of them.
    pub(crate) fn document(self) -> &'static str {
        match self {
            Self::Articles => "article",
            Self::Quotes => "quote",
        }
    }

    /// What one of them belongs to.
    pub(crate) fn group(self) -> &'static str {
        match self {
            Self::Articles => "story",
            Self::Quotes => "utterance",
        }
    }

    /// The facets it has.
    pub(crate) fn fields(self) -> &'static [FacetField] {
        match self {
            Self::Articles => FacetField::of_articles(),
            Self::Quotes => FacetField::of_quotes(),
        }
    }
}
