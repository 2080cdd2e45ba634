use quotidian_search::{FacetField, FacetValueList, Page};
use serde::Serialize;
use utoipa::ToSchema;

use super::facet::FacetValue;
use crate::parameters::page_count;

/// A page of a facet's values. The facet's own selection does not shrink it.
#[derive(Serialize, ToSchema)]
pub(crate) struct FacetValues {
    /// Which facet.
    #[schema(example = "speaker")]
    field: &'static str,
    /// How many values match.
    total: u64,
    /// The page, from 1.
    page: usize,
    /// How many values a page holds.
    per_page: usize,
    /// How many pages can be turned to.
    pages: u64,
    /// The values of the page.
    values: Vec<FacetValue>,
}

impl FacetValues {
    /// A page of a facet's values.
    pub(crate) fn new(field: FacetField, page: Page, list: FacetValueList) -> Self {
        Self {
            field: field.as_str(),
            total: list.total,
            page: page.number(),
            per_page: page.size(),
            pages: page_count(list.total, page),
            values: list.values.into_iter().map(FacetValue::from).collect(),
        }
    }
}
