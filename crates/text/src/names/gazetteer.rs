//! What the word lists say of a word, for the tagger.

use crate::lexicon::Traits;

/// One bit for each group of lists that holds the word.
pub(super) fn gazetteer(traits: Traits) -> u64 {
    let groups = [
        Traits::GIVEN,
        Traits::TITLE,
        Traits::ROLE,
        Traits::DEMONYM,
        Traits::ORGANIZATION_FIRST.or(Traits::ORGANIZATION_LAST),
        Traits::PLACE_FIRST.or(Traits::PLACE_LAST),
        Traits::CALENDAR,
        Traits::COMMON,
    ];
    let bit = |(index, group): (usize, &Traits)| u64::from(traits.any(*group)) << index;
    groups.iter().enumerate().map(bit).sum()
}
