use std::collections::BTreeSet;

use quotidian_model::Day;
use quotidian_search::{Authority, MergedBy};

use super::{FacetIndex, Lists, RawFacet};

/// Puts canonical names in the place of those that documents have.
pub(super) struct Renaming<'a> {
    pub(super) authority: &'a Authority,
    /// The day of a document, as days since 1970-01-01.
    pub(super) day: &'a dyn Fn(u32) -> Option<i64>,
    /// The outlet of a document.
    pub(super) source: &'a dyn Fn(u32) -> Option<&'a str>,
}

/// What a stored value stands for.
#[derive(Clone, Copy)]
enum Target {
    /// The value with this ordinal, in every document.
    Always(u32),
    /// It depends on the document; the ordinal is that of the value as it is.
    Depends(u32),
}

impl Renaming<'_> {
    /// The facet with canonical names, to be found by every variant. `each` is told of the documents whose name means
    /// another one under conditions or less surely, and how that is known.
    pub(super) fn facet(&self, raw: RawFacet, mut each: impl FnMut(u32, MergedBy)) -> FacetIndex {
        if self.authority.names().is_empty() {
            return raw.into_index();
        }
        let (values, variants) = self.values(&raw);
        let ordinal = |name: &str| values.binary_search_by(|known| (**known).cmp(name)).unwrap_or(0) as u32;
        let targets: Vec<Target> = raw.values.iter().map(|value| self.target(value, ordinal)).collect();
        let mut by_document = Lists::with_capacity(raw.by_document.len());
        let mut ordinals: Vec<u32> = Vec::new();
        for document in 0..raw.by_document.len() as u32 {
            ordinals.clear();
            for stored in raw.by_document.get(document) {
                let ordinal = match targets[*stored as usize] {
                    Target::Always(ordinal) => ordinal,
                    Target::Depends(own) => self.meant(&raw.values[*stored as usize], document).map_or(
                        own,
                        |(name, merged_by)| {
                            each(document, merged_by);
                            ordinal(name)
                        },
                    ),
                };
                if !ordinals.contains(&ordinal) {
                    ordinals.push(ordinal);
                }
            }
            by_document.push(ordinals.iter().copied());
        }
        let variants = variants.into_iter().map(|(variant, name)| (variant.into(), ordinal(name))).collect();
        FacetIndex::with_variants(values, by_document, variants)
    }

    /// Every name that a document may have, and every pair of a variant and its canonical name; both in order.
    fn values<'a>(&'a self, raw: &'a RawFacet) -> (Vec<Box<str>>, BTreeSet<(&'a str, &'a str)>) {
        let mut values: Vec<&str> = raw.values.iter().map(|value| &**value).collect();
        let mut variants = BTreeSet::new();
        for value in &raw.values {
            for (name, _) in self.authority.meanings(value).filter(|(name, _)| *name != &**value) {
                values.push(name);
                variants.insert((&**value, name));
            }
        }
        values.sort_unstable();
        values.dedup();
        (values.into_iter().map(Box::from).collect(), variants)
    }

    fn target(&self, value: &str, ordinal: impl Fn(&str) -> u32) -> Target {
        match self.authority.meanings(value).next() {
            None => Target::Always(ordinal(value)),
            Some((name, variant)) if variant.is_unconditional() && variant.merged_by.confidence() >= 1.0 => {
                Target::Always(ordinal(name))
            }
            Some(_) => Target::Depends(ordinal(value)),
        }
    }

    fn meant(&self, name: &str, document: u32) -> Option<(&str, MergedBy)> {
        let day = (self.day)(document).and_then(Day::from_days_since_epoch);
        let meaning = self.authority.canonical(name, day, (self.source)(document))?;
        Some((meaning.name, meaning.merged_by))
    }
}
