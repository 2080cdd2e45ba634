use serde::Serialize;
use utoipa::ToSchema;

/// The values of one facet among the matches. A facet's own selection does not shrink its list.
#[derive(Serialize, ToSchema)]
pub(crate) struct Facet {
    /// Which facet.
    #[schema(example = "speaker")]
    field: &'static str,
    /// The most frequent values; selected and excluded ones are always among them.
    values: Vec<FacetValue>,
    /// How many different values the matches have.
    total_values: u64,
    /// The sum of the counts of values that are not listed.
    other: u64,
    /// Matches without any value.
    missing: u64,
}

/// One value of a facet.
#[derive(Serialize, ToSchema)]
pub(crate) struct FacetValue {
    /// The value, as the facet's parameter takes it.
    value: String,
    /// How many matches have it.
    count: u64,
    /// Whether the search asks for it.
    selected: bool,
    /// Whether the search leaves it out.
    excluded: bool,
}

impl From<quotidian_search::Facet> for Facet {
    fn from(facet: quotidian_search::Facet) -> Self {
        Self {
            field: facet.field.as_str(),
            values: facet.values.into_iter().map(FacetValue::from).collect(),
            total_values: facet.total_values,
            other: facet.other,
            missing: facet.missing,
        }
    }
}

impl From<quotidian_search::FacetValue> for FacetValue {
    fn from(value: quotidian_search::FacetValue) -> Self {
        Self { value: value.value, count: value.count, selected: value.selected, excluded: value.excluded }
    }
}
