use quotidian_model::Day;

/// The days of the documents of an index.
#[derive(Debug, Default)]
pub(crate) struct Days {
    /// The days on which documents were published, in order, as days since 1970-01-01.
    distinct: Vec<i64>,
    /// How many dated documents there are before each of them, and at last how many there are.
    before: Vec<u64>,
    /// For every document the place of its day among the distinct ones, or `UNDATED`.
    of_documents: Vec<u32>,
}

impl Days {
    /// The place of an undated document.
    pub(crate) const UNDATED: u32 = u32::MAX;

    /// From the day of every document by number; documents that were replaced have none, and do not count.
    pub(super) fn new(days: &[Option<i64>]) -> Self {
        let mut sorted: Vec<i64> = days.iter().copied().flatten().collect();
        sorted.sort_unstable();
        let mut distinct = sorted.clone();
        distinct.dedup();
        let count_before = |day: &i64| sorted.partition_point(|known| known < day) as u64;
        let mut before: Vec<u64> = distinct.iter().map(count_before).collect();
        before.push(sorted.len() as u64);
        let place = |day: &Option<i64>| {
            day.and_then(|day| distinct.binary_search(&day).ok()).map_or(Self::UNDATED, |place| place as u32)
        };
        let of_documents = days.iter().map(place).collect();
        Self { distinct, before, of_documents }
    }

    /// The days on which documents were published, in order, as days since 1970-01-01.
    pub(crate) fn distinct(&self) -> &[i64] {
        &self.distinct
    }

    /// The place of a document's day among the distinct ones, or [`Days::UNDATED`].
    pub(crate) fn place(&self, document: u32) -> u32 {
        self.of_documents[document as usize]
    }

    /// A document's day as days since 1970-01-01.
    pub(crate) fn day(&self, document: u32) -> Option<i64> {
        self.distinct.get(self.place(document) as usize).copied()
    }

    /// How many documents have a day.
    pub(crate) fn dated(&self) -> u64 {
        self.before.last().copied().unwrap_or_default()
    }

    pub(crate) fn first(&self) -> Option<Day> {
        self.distinct.first().copied().and_then(Day::from_days_since_epoch)
    }

    pub(crate) fn last(&self) -> Option<Day> {
        self.distinct.last().copied().and_then(Day::from_days_since_epoch)
    }

    /// The places of the days from `from` through `to`.
    pub(crate) fn places(&self, from: Day, to: Day) -> std::ops::Range<usize> {
        let start = self.distinct.partition_point(|day| *day < from.days_since_epoch());
        let end = self.distinct.partition_point(|day| *day <= to.days_since_epoch());
        start..end.max(start)
    }

    /// How many documents have a day in `from..=to`.
    pub(crate) fn count_between(&self, from: Day, to: Day) -> u64 {
        let places = self.places(from, to);
        self.before[places.end] - self.before[places.start]
    }
}
