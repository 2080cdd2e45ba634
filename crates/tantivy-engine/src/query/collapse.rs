use rustc_hash::FxHashMap;

use super::{
    ranking::{Ranked, Ranking},
    scan::Matches,
};
use crate::read::Collection;

/// The matches that stand for their story or utterance: of each the one that comes first in the order, whatever page is
/// asked for.
pub(super) struct Leaders {
    /// The leading document of every group that has others in it.
    by_group: FxHashMap<u32, Ranked>,
    /// How many groups the matches are.
    pub(super) groups: u64,
}

impl Leaders {
    pub(super) fn of(collection: &Collection, matches: &Matches, ranking: &Ranking<'_>) -> Self {
        let mut by_group: FxHashMap<u32, Ranked> = FxHashMap::default();
        let mut alone = 0;
        for (document, place) in std::iter::zip(&matches.documents, 0..) {
            if collection.groups.is_alone(*document) {
                alone += 1;
                continue;
            }
            let ranked = ranking.ranked(place);
            let leader = by_group.entry(collection.groups.of(*document)).or_insert(ranked);
            if ranked.comes_before(leader) {
                *leader = ranked;
            }
        }
        Self { groups: alone + by_group.len() as u64, by_group }
    }

    pub(super) fn leads(&self, collection: &Collection, document: u32) -> bool {
        collection.groups.is_alone(document)
            || self
                .by_group
                .get(&collection.groups.of(document))
                .is_some_and(|leader| leader.document == document)
    }
}
