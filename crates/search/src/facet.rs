use std::{fmt, str::FromStr};

/// A property of articles and quotes by which a search is narrowed and counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FacetField {
    /// Canonical name of who is quoted.
    Speaker,
    /// People named in the text.
    Person,
    /// Organizations named in the text.
    Organization,
    /// Places named in the text.
    Place,
    /// The outlet.
    Source,
    /// The part of the paper or topic.
    Section,
    /// The byline.
    Author,
    /// The language, ISO 639-1.
    Language,
    /// The year of publication, of four digits.
    Year,
    /// How exact a quote is; of quotes alone.
    Kind,
}

/// A text that names no [`FacetField`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no facet `{text}`; the facets are {}", FacetField::ALL.map(FacetField::as_str).join(", "))]
pub struct FacetFieldError {
    /// What was given.
    pub text: String,
}

impl FacetField {
    /// Every facet, in the order in which they are shown.
    pub const ALL: [Self; 10] = [
        Self::Speaker,
        Self::Person,
        Self::Organization,
        Self::Place,
        Self::Source,
        Self::Section,
        Self::Author,
        Self::Language,
        Self::Year,
        Self::Kind,
    ];

    /// The facets of articles.
    pub fn of_articles() -> &'static [Self] {
        &Self::ALL[..9]
    }

    /// The facets of quotes.
    pub fn of_quotes() -> &'static [Self] {
        &Self::ALL
    }

    /// The facet's name in URLs, JSON and the query language.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::Person => "person",
            Self::Organization => "org",
            Self::Place => "place",
            Self::Source => "source",
            Self::Section => "section",
            Self::Author => "author",
            Self::Language => "language",
            Self::Year => "year",
            Self::Kind => "kind",
        }
    }
}

impl FromStr for FacetField {
    type Err = FacetFieldError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let field = Self::ALL.into_iter().find(|field| field.as_str() == text);
        field.ok_or_else(|| FacetFieldError { text: text.to_owned() })
    }
}

impl fmt::Display for FacetField {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// The order of a facet's values.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FacetSort {
    /// The most frequent first, ties by name.
    #[default]
    Count,
    /// By name, in the order of code points.
    Name,
}

/// The values of one facet among the matches, counted exactly. A facet's own selection does not shrink its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// Which facet.
    pub field: FacetField,
    /// The first values in the order asked for; selected and excluded values are always among them, even with count 0.
    pub values: Vec<FacetValue>,
    /// How many different values the matches have.
    pub total_values: u64,
    /// Matches counted under values that are not listed: the sum of their counts.
    pub other: u64,
    /// Matches without any value.
    pub missing: u64,
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// The value as it is shown and as a filter takes it.
    pub value: String,
    /// How many matches have it.
    pub count: u64,
    /// Whether the request asks for it.
    pub selected: bool,
    /// Whether the request leaves it out.
    pub excluded: bool,
}
