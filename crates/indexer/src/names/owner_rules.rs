//! What the owner says goes over what was found.

use quotidian_search::{CanonicalName, MergedBy, NameVariant};

use super::owner::{Merge, Owner, Split};

/// Applies merges, then splits.
pub(super) fn apply(owner: &Owner, names: &mut Vec<CanonicalName>) {
    for merge in &owner.merge {
        apply_merge(owner, merge, names);
    }
    for split in &owner.split {
        apply_split(split, names);
    }
}

fn apply_merge(owner: &Owner, Merge { name, variants }: &Merge, names: &mut Vec<CanonicalName>) {
    let place = make_canonical(names, name);
    for variant in variants.iter().filter(|variant| *variant != name && !owner.is_split_from(variant, name)) {
        // Who means the variant means the name.
        let theirs = names.iter().position(|known| known.name == *variant);
        let mut moved = theirs.map(|theirs| std::mem::take(&mut names[theirs].variants)).unwrap_or_default();
        moved.retain(|other| other.name != *name);
        names.iter_mut().for_each(|known| known.variants.retain(|other| other.name != *variant));
        names[place].variants.push(NameVariant::always(variant, MergedBy::User));
        names[place].variants.extend(moved);
    }
}

/// Makes a name the canonical one of its people, and gives its place.
fn make_canonical(names: &mut Vec<CanonicalName>, name: &str) -> usize {
    if let Some(place) = names.iter().position(|known| known.name == name) {
        return place;
    }
    let always = |variant: &NameVariant| variant.name == name && variant.is_unconditional();
    let found = names.iter().position(|known| known.variants.iter().any(always));
    if let Some(place) = found {
        let CanonicalName { name: before, variants } = &mut names[place];
        variants.retain(|variant| variant.name != name);
        variants.push(NameVariant::always(std::mem::replace(before, name.to_owned()), MergedBy::User));
        return place;
    }
    names.push(CanonicalName { name: name.to_owned(), variants: Vec::new() });
    names.len() - 1
}

fn apply_split(split: &Split, names: &mut Vec<CanonicalName>) {
    let meant = split.meant.as_ref().unwrap_or(&split.variant);
    if split.is_unconditional() {
        let is_of_it = |variant: &NameVariant| {
            variant.name == split.variant && (split.meant.is_some() || variant.merged_by != MergedBy::User)
        };
        names.iter_mut().for_each(|known| known.variants.retain(|variant| !is_of_it(variant)));
        if *meant == split.variant {
            return;
        }
    }
    let always = |variant: &NameVariant| variant.name == *meant && variant.is_unconditional();
    let means_another = split.meant.is_some();
    let canonical = names.iter().find(|known| means_another && known.variants.iter().any(always));
    let canonical = canonical.map_or_else(|| meant.clone(), |known| known.name.clone());
    let dates = split.dates().unwrap_or_default();
    let variant = NameVariant {
        from: dates.from,
        to: dates.to,
        source: split.source.clone(),
        ..NameVariant::always(&split.variant, MergedBy::User)
    };
    match names.iter_mut().find(|known| known.name == canonical) {
        Some(known) => known.variants.push(variant),
        None => names.push(CanonicalName { name: canonical, variants: vec![variant] }),
    }
}
