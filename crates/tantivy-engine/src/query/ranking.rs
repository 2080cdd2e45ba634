use quotidian_search::{Cursor, HalfLife, Sort};

use super::scan::Matches;
use crate::read::Collection;

/// A document in its place: larger ranks come first, and of equal ranks the smaller key, so the same archive gives the
/// same pages whatever its segments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ranked {
    pub(super) rank: u64,
    pub(super) key: u64,
    pub(super) document: u32,
}

/// The order of the matches.
pub(super) struct Ranking<'a> {
    collection: &'a Collection,
    matches: &'a Matches,
    sort: Sort,
    recency: Option<HalfLife>,
    /// What a score can be multiplied by at most.
    best_factor: f32,
}

impl Ranked {
    pub(super) fn order(&self, other: &Self) -> std::cmp::Ordering {
        (other.rank, self.key).cmp(&(self.rank, other.key))
    }

    pub(super) fn comes_before(&self, other: &Self) -> bool {
        self.order(other).is_lt()
    }

    /// Whether it stands behind a place.
    pub(super) fn is_after(&self, cursor: &Cursor) -> bool {
        (cursor.rank, self.key) > (self.rank, cursor.key)
    }
}

impl<'a> Ranking<'a> {
    pub(super) fn new(
        collection: &'a Collection,
        matches: &'a Matches,
        sort: Sort,
        recency: Option<HalfLife>,
    ) -> Self {
        let best_factor = recency.map_or(1.0, |half_life| half_life.factor(Some(0)) as f32);
        Self { collection, matches, sort, recency, best_factor }
    }

    /// The match at a place among the matches, with its rank.
    pub(super) fn ranked(&self, place: usize) -> Ranked {
        let document = self.matches.documents[place];
        let rank = match self.sort {
            Sort::Relevance => {
                let score = self.matches.scores.get(place).copied().unwrap_or_default();
                by_score(score * self.recency.map_or(1.0, |half_life| self.factor(half_life, document)))
            }
            Sort::Newest => by_day(self.collection.days.day(document), 1),
            Sort::Oldest => by_day(self.collection.days.day(document), -1),
        };
        Ranked { rank, key: self.collection.key(document), document }
    }

    /// What the rank of the match at a place cannot exceed, found without its day and key.
    fn rank_at_most(&self, place: usize) -> u64 {
        self.matches.scores.get(place).map_or(u64::MAX, |score| by_score(score * self.best_factor))
    }

    fn factor(&self, half_life: HalfLife, document: u32) -> f32 {
        let days = &self.collection.days;
        let latest = days.distinct().last().copied().unwrap_or_default();
        half_life.factor(days.day(document).map(|day| latest - day)) as f32
    }

    /// The first `limit` of the matches at these places that stand behind `after`, in order.
    pub(super) fn first(
        &self,
        places: impl Iterator<Item = usize>,
        after: Option<Cursor>,
        limit: usize,
    ) -> Vec<Ranked> {
        let mut best: Vec<Ranked> = Vec::with_capacity(limit.min(self.matches.documents.len()) * 2 + 1);
        let mut worst: Option<Ranked> = None;
        for place in places {
            if worst.is_some_and(|worst| self.rank_at_most(place) < worst.rank) {
                continue;
            }
            let ranked = self.ranked(place);
            let behind = worst.is_some_and(|worst| ranked.order(&worst).is_gt());
            if behind || after.is_some_and(|cursor| !ranked.is_after(&cursor)) {
                continue;
            }
            best.push(ranked);
            // Twice as many as are wanted are gathered before the worse half is thrown away.
            if best.len() > 2 * limit {
                best.select_nth_unstable_by(limit, Ranked::order);
                best.truncate(limit);
                worst = best.iter().copied().max_by(Ranked::order);
            }
        }
        best.sort_unstable_by(Ranked::order);
        best.truncate(limit);
        best
    }

    pub(super) fn cursor(&self, ranked: &Ranked) -> Cursor {
        Cursor { sort: self.sort, rank: ranked.rank, key: ranked.key }
    }
}

/// The bits of floats that are not negative are in the order of their values.
fn by_score(score: f32) -> u64 {
    u64::from(score.max(0.0).to_bits())
}

/// Undated documents come last in both orders.
fn by_day(day: Option<i64>, direction: i64) -> u64 {
    const MIDDLE: i64 = 1 << 40;
    day.map_or(0, |day| (MIDDLE + direction * day).unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(direction: i64, days: &[Option<i64>], expected: &[u32]) {
        let mut all: Vec<Ranked> = std::iter::zip(0.., days)
            .map(|(document, day)| Ranked { rank: by_day(*day, direction), key: document.into(), document })
            .collect();
        all.sort_by(Ranked::order);
        assert_eq!(all.iter().map(|ranked| ranked.document).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn undated_documents_come_last_in_both_orders() {
        check(1, &[None, Some(-5), Some(7)], &[2, 1, 0]);
        check(-1, &[None, Some(-5), Some(7)], &[1, 2, 0]);
    }

    #[test]
    fn ties_are_in_the_order_of_keys() {
        check(1, &[Some(1), Some(1), None, Some(1)], &[0, 1, 3, 2]);
    }
}
