use std::borrow::Cow;

use quotidian_search::SearchRequest;

use crate::read::{Collection, DocumentFacet};

/// The request with canonical names in the place of other names that it filters by.
pub(super) fn with_canonical_names<'a>(
    collection: &Collection,
    request: &'a SearchRequest,
) -> Cow<'a, SearchRequest> {
    let mut request = Cow::Borrowed(request);
    for (field, filter) in &request.clone().filters.facets {
        let Some(facet) = collection.facet(*field) else { continue };
        let is_other = |value: &String| canonical(facet, value) != value;
        if filter.any_of.iter().chain(&filter.none_of).any(is_other)
            && let Some(filter) = request.to_mut().filters.facets.get_mut(field)
        {
            rename(facet, &mut filter.any_of);
            rename(facet, &mut filter.none_of);
        }
    }
    request
}

/// The value that a name stands for.
pub(super) fn canonical<'a>(facet: &'a DocumentFacet, name: &'a str) -> &'a str {
    facet.ordinal(name).map_or(name, |ordinal| facet.value(ordinal))
}

/// Two names of one person are one value.
fn rename(facet: &DocumentFacet, names: &mut Vec<String>) {
    let mut renamed: Vec<String> = Vec::with_capacity(names.len());
    for name in names.iter() {
        let name = canonical(facet, name).to_owned();
        if !renamed.contains(&name) {
            renamed.push(name);
        }
    }
    *names = renamed;
}
