//! What the `<meta>` elements of a page state.

use std::collections::HashMap;

use dom_query::Document;

/// What the elements state, under names in small letters.
#[derive(Debug, Default)]
pub(super) struct Meta(HashMap<String, String>);

impl Meta {
    /// The elements of a page; of several with one name the first that states something.
    pub(super) fn read(page: &Document) -> Self {
        let mut meta = HashMap::new();
        for element in page.select("meta[content]").iter() {
            let content = element.attr_or("content", "").trim().to_owned();
            for attribute in ["property", "name", "itemprop"] {
                if let Some(name) = element.attr(attribute).filter(|_| !content.is_empty()) {
                    meta.entry(name.trim().to_lowercase()).or_insert_with(|| content.clone());
                }
            }
        }
        Self(meta)
    }

    /// What the first of the names states that states anything.
    pub(super) fn first(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.0.get(*name)).map(String::as_str)
    }
}
