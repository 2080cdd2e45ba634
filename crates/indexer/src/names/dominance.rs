use std::collections::BTreeMap;

use jiff::civil::Date;
use quotidian_model::Day;

use super::known::Known;

/// A bearer dominates a name at a time if so many of a hundred articles that name any bearer in full name this one.
const DOMINANT: u32 = 90;
/// Of fewer articles nothing is said.
const FEWEST: u32 = 5;
/// How many quarters before and after are looked at: the nearest first, more where those tell too little.
const RADII: [i32; 2] = [1, 4];

/// Who is named in full, over time, among those who share a name.
pub(super) struct Bearers {
    /// Each with the number of articles by quarter, and in all.
    bearers: Vec<(usize, Counts)>,
    anybody: Counts,
}

/// When a name means a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    Always,
    /// From the first day through the last.
    Days(Day, Day),
    /// In articles without a date.
    Undated,
}

#[derive(Debug, Default)]
struct Counts {
    by_quarter: BTreeMap<i32, u32>,
    all: u32,
}

impl Counts {
    fn of(known: &Known<'_>, articles: &[u32]) -> Self {
        let mut counts = Self { all: articles.len() as u32, ..Self::default() };
        for quarter in articles.iter().filter_map(|article| known.quarter(*article)) {
            *counts.by_quarter.entry(quarter).or_default() += 1;
        }
        counts
    }

    fn around(&self, quarter: i32, radius: i32) -> u32 {
        self.by_quarter.range(quarter - radius..=quarter + radius).map(|(_, count)| count).sum()
    }
}

impl Bearers {
    /// From the articles of every bearer by number, and those of others who are no candidates but make a name doubtful.
    pub(super) fn new<'a>(
        known: &Known<'_>,
        bearers: impl IntoIterator<Item = (usize, &'a [u32])>,
        others: impl IntoIterator<Item = &'a [u32]>,
    ) -> Self {
        let mut anybody: Vec<u32> = others.into_iter().flatten().copied().collect();
        let mut counted = Vec::new();
        for (bearer, articles) in bearers {
            anybody.extend(articles);
            counted.push((bearer, Counts::of(known, articles)));
        }
        anybody.sort_unstable();
        anybody.dedup();
        Self { bearers: counted, anybody: Counts::of(known, &anybody) }
    }

    /// Whom the name means in articles, and when.
    pub(super) fn meant(&self, known: &Known<'_>, articles: &[u32]) -> Vec<(usize, Period)> {
        let mut quarters: Vec<Option<i32>> = articles.iter().map(|article| known.quarter(*article)).collect();
        quarters.sort_unstable();
        quarters.dedup();
        let meant: Vec<Option<usize>> = quarters.iter().map(|quarter| self.dominant(*quarter)).collect();
        if let Some(Some(only)) = meant.first().copied().filter(|first| meant.iter().all(|one| one == first))
        {
            return vec![(only, Period::Always)];
        }
        let mut periods: Vec<(usize, i32, i32)> = Vec::new();
        let mut undated = None;
        let mut before = None;
        for (quarter, meant) in std::iter::zip(quarters, meant) {
            let Some(quarter) = quarter else {
                undated = meant;
                continue;
            };
            match (meant, periods.last_mut()) {
                (Some(bearer), Some((known, _, last))) if before == Some(bearer) && *known == bearer => {
                    *last = quarter;
                }
                (Some(bearer), _) => periods.push((bearer, quarter, quarter)),
                (None, _) => {}
            }
            before = meant;
        }
        let periods =
            periods.into_iter().filter_map(|(bearer, first, last)| Some((bearer, Period::of(first, last)?)));
        periods.chain(undated.map(|bearer| (bearer, Period::Undated))).collect()
    }

    /// Who dominates at a time; of articles without a date, at all times together.
    fn dominant(&self, quarter: Option<i32>) -> Option<usize> {
        let Some(quarter) = quarter else { return self.most(self.anybody.all, |counts| counts.all) };
        let radius = RADII.into_iter().find(|radius| self.anybody.around(quarter, *radius) >= FEWEST)?;
        self.most(self.anybody.around(quarter, radius), |counts| counts.around(quarter, radius))
    }

    fn most(&self, of: u32, count: impl Fn(&Counts) -> u32) -> Option<usize> {
        let enough = |counts: &Counts| of >= FEWEST && count(counts) * 100 >= DOMINANT * of;
        let mut dominant = self.bearers.iter().filter(|(_, counts)| enough(counts));
        // Two who are named together in nearly every article dominate each other.
        dominant.next().filter(|_| dominant.next().is_none()).map(|(bearer, _)| *bearer)
    }
}

impl Period {
    /// From the first day of a quarter through the last day of another; `None` outside the years of the calendar.
    pub(super) fn of(first: i32, last: i32) -> Option<Self> {
        let next = first_day(last + 1)?;
        let last = Day::from_days_since_epoch(next.days_since_epoch() - 1)?;
        Some(Self::Days(first_day(first)?, last))
    }

    /// Whether an article lies in it.
    pub(super) fn holds(self, day: Option<Day>) -> bool {
        match self {
            Self::Always => true,
            Self::Days(from, to) => day.is_some_and(|day| from <= day && day <= to),
            Self::Undated => day.is_none(),
        }
    }
}

fn first_day(quarter: i32) -> Option<Day> {
    let year = i16::try_from(quarter.div_euclid(4)).ok()?;
    let month = i8::try_from(quarter.rem_euclid(4) * 3 + 1).ok()?;
    Date::new(year, month, 1).ok().map(Day::new)
}
