use std::{cmp::Reverse, collections::BinaryHeap};

use quotidian_search::Sort;
use tantivy::DocAddress;

/// The best documents so far. Larger ranks come first; equal ranks are in the order of their keys, so the same archive
/// gives the same pages whatever its segments.
pub(super) struct Top {
    limit: usize,
    best: BinaryHeap<Reverse<(u64, Reverse<u64>, DocAddress)>>,
}

impl Top {
    pub(super) fn new(limit: usize) -> Self {
        Self { limit, best: BinaryHeap::with_capacity(limit + 1) }
    }

    pub(super) fn push(&mut self, rank: u64, key: impl FnOnce() -> u64, address: DocAddress) {
        let full = self.best.len() == self.limit;
        if full && self.best.peek().is_some_and(|Reverse((worst, _, _))| rank < *worst) {
            return;
        }
        self.best.push(Reverse((rank, Reverse(key()), address)));
        if full {
            self.best.pop();
        }
    }

    /// The documents from `offset` on, the best first.
    pub(super) fn into_page(self, offset: usize) -> Vec<DocAddress> {
        let sorted = self.best.into_sorted_vec();
        sorted.into_iter().skip(offset).map(|Reverse((_, _, address))| address).collect()
    }
}

/// The rank of a document in an order; the larger the earlier.
pub(super) fn rank(sort: Sort, score: f32, day: Option<i64>) -> u64 {
    const MIDDLE: i64 = 1 << 40;
    match sort {
        // The bits of floats that are not negative are in the order of their values.
        Sort::Relevance => u64::from(score.max(0.0).to_bits()),
        Sort::Newest => day.map_or(0, |day| (MIDDLE + day).unsigned_abs()),
        Sort::Oldest => day.map_or(0, |day| (MIDDLE - day).unsigned_abs()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sort: Sort, days: &[Option<i64>], expected: &[u32]) {
        let mut top = Top::new(3);
        for (document, day) in std::iter::zip(0.., days) {
            top.push(rank(sort, 0.0, *day), || u64::from(document), DocAddress::new(0, document));
        }
        let page: Vec<u32> = top.into_page(0).into_iter().map(|address| address.doc_id).collect();
        assert_eq!(page, expected);
    }

    #[test]
    fn undated_documents_come_last_in_both_orders() {
        check(Sort::Newest, &[None, Some(-5), Some(7)], &[2, 1, 0]);
        check(Sort::Oldest, &[None, Some(-5), Some(7)], &[1, 2, 0]);
    }

    #[test]
    fn ties_are_in_the_order_of_keys() {
        check(Sort::Newest, &[Some(1), Some(1), Some(1), Some(1)], &[0, 1, 2]);
    }
}
