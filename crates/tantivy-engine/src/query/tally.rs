use super::scan::Matches;
use crate::read::{Collection, DocumentFacet, Groups};

/// How often each value of a facet was met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// The ordinals met and their counts, in the order of ordinals, and so of values.
    pub(super) counts: Vec<(u32, u32)>,
    /// How many had no value.
    pub(super) missing: u64,
}

/// Adds up ordinals: in a table of all of them, or where few are expected in a list that is sorted at the end.
enum Counter {
    Table(Vec<u32>),
    List(Vec<u32>),
}

/// A table pays when it is at most so many times longer than the documents.
const TABLE_PER_DOCUMENT: usize = 8;

impl Tally {
    /// Counts every document of both parts, or where `groups` are given every group once for each value that some document of it has.
    pub(super) fn of(
        collection: &Collection,
        facet: &DocumentFacet,
        documents: [&[u32]; 2],
        groups: Option<&Groups>,
    ) -> Self {
        let expected: usize = documents.iter().map(|part| part.len()).sum();
        if groups.is_none() && expected as u64 == collection.documents() {
            return facet.totals(|| Self::count(facet, documents, None)).clone();
        }
        Self::count(facet, documents, groups)
    }

    fn count(facet: &DocumentFacet, documents: [&[u32]; 2], groups: Option<&Groups>) -> Self {
        let expected: usize = documents.iter().map(|part| part.len()).sum();
        let mut counter = Counter::new(facet.len(), expected);
        let mut missing = 0;
        let mut add = |values: &[u32], times: u32| {
            counter.add(values, times);
            missing += if values.is_empty() { u64::from(times) } else { 0 };
        };
        let each = documents.into_iter().flatten().copied();
        match groups {
            None => by_holder(facet, each, &mut add),
            Some(groups) => {
                let (alone, together): (Vec<u32>, Vec<u32>) = each.partition(|one| groups.is_alone(*one));
                by_holder(facet, alone.into_iter(), &mut add);
                by_group(facet, together, groups, &mut add);
            }
        }
        Self { counts: counter.finish(), missing }
    }
}

/// The quotes of an article follow each other, so its values are looked up once for all of them.
fn by_holder(facet: &DocumentFacet, documents: impl Iterator<Item = u32>, add: &mut impl FnMut(&[u32], u32)) {
    let mut pending: Option<(u32, u32)> = None;
    for document in documents {
        let holder = facet.holder(document);
        match &mut pending {
            Some((known, times)) if *known == holder => *times += 1,
            _ => {
                if let Some((known, times)) = pending.replace((holder, 1)) {
                    add(facet.values_of(known), times);
                }
            }
        }
    }
    if let Some((known, times)) = pending {
        add(facet.values_of(known), times);
    }
}

fn by_group(
    facet: &DocumentFacet,
    mut documents: Vec<u32>,
    groups: &Groups,
    add: &mut impl FnMut(&[u32], u32),
) {
    documents.sort_unstable_by_key(|document| groups.of(*document));
    for group in documents.chunk_by(|left, right| groups.of(*left) == groups.of(*right)) {
        let mut values: Vec<u32> = group.iter().flat_map(|document| facet.of(*document)).copied().collect();
        values.sort_unstable();
        values.dedup();
        if !values.is_empty() {
            add(&values, 1);
        }
        if group.iter().any(|document| facet.of(*document).is_empty()) {
            add(&[], 1);
        }
    }
}

impl Counter {
    fn new(ordinals: usize, documents: usize) -> Self {
        if ordinals <= documents * TABLE_PER_DOCUMENT {
            Self::Table(vec![0; ordinals])
        } else {
            Self::List(Vec::new())
        }
    }

    fn add(&mut self, ordinals: &[u32], times: u32) {
        match self {
            Self::Table(counts) => ordinals.iter().for_each(|ordinal| counts[*ordinal as usize] += times),
            Self::List(list) => (0..times).for_each(|_| list.extend(ordinals)),
        }
    }

    fn finish(self) -> Vec<(u32, u32)> {
        match self {
            Self::Table(counts) => counts
                .into_iter()
                .zip(0..)
                .filter(|(count, _)| *count > 0)
                .map(|(count, one)| (one, count))
                .collect(),
            Self::List(mut list) => {
                list.sort_unstable();
                list.chunk_by(|left, right| left == right).map(|run| (run[0], run.len() as u32)).collect()
            }
        }
    }
}

/// How many documents, or groups, the matches have on every day that the archive has, and how many without a day.
pub(super) fn by_day(
    collection: &Collection,
    matches: &Matches,
    groups: Option<&Groups>,
    period_of: impl Fn(u32) -> u32,
    periods: usize,
) -> (Vec<u64>, u64) {
    let mut counts = vec![0; periods + 1];
    let each = || matches.documents.iter().chain(&matches.but_dates).copied();
    let period = |document: u32| period_of(collection.days.place(document)) as usize;
    let is_alone = |document: &u32| groups.is_none_or(|groups| groups.is_alone(*document));
    each().filter(is_alone).for_each(|document| counts[period(document).min(periods)] += 1);
    if let Some(groups) = groups {
        let together = each().filter(|document| !is_alone(document));
        let mut met: Vec<(u32, usize)> =
            together.map(|document| (groups.of(document), period(document).min(periods))).collect();
        met.sort_unstable();
        met.dedup();
        met.into_iter().for_each(|(_, period)| counts[period] += 1);
    }
    let undated = counts.pop().unwrap_or_default();
    (counts, undated)
}
