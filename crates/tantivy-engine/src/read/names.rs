use std::{cmp::Reverse, collections::BTreeMap, path::Path};

use quotidian_search::{EngineError, FacetField, MergedBy, NameListing, NameVariant, VariantListing};

use super::Snapshot;
use crate::archive::Archive;

/// Every canonical name that quotes have, with the names that they have in their articles; the most quoted first, ties by
/// name.
///
/// # Errors
/// If there is no archive, or it cannot be read.
pub fn names(archive: &Path) -> Result<Vec<NameListing>, EngineError> {
    let generation = Archive::at(archive).existing()?;
    let _lock = generation.lock_for_reading()?;
    generation.manifest()?;
    let snapshot = Snapshot::open(&generation)?;
    let stored = snapshot.quotes.raw_facet(FacetField::Speaker)?;
    let Some(facet) = snapshot.quotes.facet(FacetField::Speaker) else { return Ok(Vec::new()) };
    let mut counts: BTreeMap<(u32, u32), u64> = BTreeMap::new();
    for quote in snapshot.quotes.alive() {
        for (canonical, stored) in std::iter::zip(facet.of(quote), stored.by_document.get(quote)) {
            *counts.entry((*canonical, *stored)).or_default() += 1;
        }
    }
    let mut listings: Vec<NameListing> = Vec::new();
    for ((canonical, variant), quotes) in counts {
        let (name, variant) = (facet.value(canonical), &*stored.values[variant as usize]);
        if listings.last().is_none_or(|listing| listing.name != name) {
            listings.push(NameListing { name: name.to_owned(), quotes: 0, variants: Vec::new() });
        }
        let Some(listing) = listings.last_mut() else { continue };
        listing.quotes += quotes;
        if variant != name {
            let meanings = snapshot.authority.meanings(variant);
            let meant: Vec<&NameVariant> =
                meanings.filter(|(meant, _)| *meant == name).map(|(_, variant)| variant).collect();
            listing.variants.push(listed(variant, quotes, &meant));
        }
    }
    for listing in &mut listings {
        listing.variants.sort_by_key(|variant| Reverse(variant.quotes));
    }
    listings.sort_by_key(|listing| Reverse(listing.quotes));
    Ok(listings)
}

/// A variant by everything that the authority says of it.
fn listed(name: &str, quotes: u64, meant: &[&NameVariant]) -> VariantListing {
    let dated = || meant.iter().filter(|variant| !variant.undated);
    let earliest = dated().map(|variant| variant.from).min().flatten();
    let is_open = dated().any(|variant| variant.to.is_none());
    VariantListing {
        name: name.to_owned(),
        quotes,
        merged_by: meant.first().map_or(MergedBy::Other, |variant| variant.merged_by),
        from: earliest,
        to: dated().filter_map(|variant| variant.to).max().filter(|_| !is_open),
    }
}
