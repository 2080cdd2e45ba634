use super::known::Known;

/// A name that is used so many quarters before or after a person's own articles can still mean that person.
const WIDENED: i32 = 12;
/// Of the articles that have a name, so many of a hundred must lie within the time of the person it means.
const WITHIN: usize = 90;

/// The first and the last quarter of some articles, widened; `None` if none of them has a date.
pub(super) fn era(known: &Known<'_>, articles: &[u32]) -> Option<(i32, i32)> {
    let quarters = || articles.iter().filter_map(|article| known.quarter(*article));
    Some((quarters().min()? - WIDENED, quarters().max()? + WIDENED))
}

/// Whether articles lie within the time of others, as far as both have dates.
pub(super) fn is_within(known: &Known<'_>, articles: &[u32], others: &[u32]) -> bool {
    let Some((first, last)) = era(known, others) else { return true };
    let quarters = articles.iter().filter_map(|article| known.quarter(*article));
    let (inside, outside): (Vec<i32>, Vec<i32>) =
        quarters.partition(|quarter| (first..=last).contains(quarter));
    inside.len() * 100 >= WITHIN * (inside.len() + outside.len())
}
