use serde::Serialize;
use utoipa::ToSchema;

/// Names to offer while somebody types.
#[derive(Serialize, ToSchema)]
pub(crate) struct Suggestions {
    /// The names, by facet and then by count.
    suggestions: Vec<Suggestion>,
}

/// A name to offer.
#[derive(Serialize, ToSchema)]
pub(crate) struct Suggestion {
    /// The facet that it is a value of.
    #[schema(example = "speaker")]
    field: &'static str,
    /// The name, as the facet's parameter takes it.
    #[schema(example = "Ilse Maravant")]
    value: String,
    /// How many quotes a speaker has; how many articles there are for any other.
    count: u64,
}

impl From<Vec<quotidian_search::Suggestion>> for Suggestions {
    fn from(suggestions: Vec<quotidian_search::Suggestion>) -> Self {
        let suggestion = |suggestion: quotidian_search::Suggestion| Suggestion {
            field: suggestion.field.as_str(),
            value: suggestion.value,
            count: suggestion.count,
        };
        Self { suggestions: suggestions.into_iter().map(suggestion).collect() }
    }
}
