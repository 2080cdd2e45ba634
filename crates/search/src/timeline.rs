use std::str::FromStr;

use jiff::{Span, civil::Date};
use quotidian_model::{DateRange, Day};

/// Matches over time, in calendar periods without gaps, on the axis that [`Interval::axis`] describes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The period of one bucket; never [`Interval::Fit`].
    pub interval: Interval,
    /// The periods, in order, empty ones included.
    pub buckets: Vec<Bucket>,
    /// Matches without a day.
    pub undated: u64,
}

/// One period of a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bucket {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// How many match in it.
    pub count: u64,
    /// How many articles or quotes the archive has in it, whatever is counted.
    pub total: u64,
}

/// The length of a timeline's periods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interval {
    /// The shortest that fits: days up to 92 of them, months up to 400, else years, decades or centuries.
    Fit,
    /// Civil days.
    Day,
    /// Weeks from Monday.
    Week,
    /// Calendar months.
    Month,
    /// Calendar years.
    Year,
    /// Ten calendar years from one that ends in 0.
    Decade,
    /// A hundred calendar years from one that ends in 00.
    Century,
}

/// A text that names no [`Interval`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not an interval; use day, week, month, year, decade, century, fit or none")]
pub struct IntervalError {
    /// What was given.
    pub text: String,
}

impl Interval {
    /// The most buckets a timeline has; a shorter interval than fits is widened.
    pub const MAX_BUCKETS: i64 = 400;
    const MAX_FITTING_DAYS: i64 = 92;
    /// Every interval.
    pub const ALL: [Self; 7] =
        [Self::Fit, Self::Day, Self::Week, Self::Month, Self::Year, Self::Decade, Self::Century];

    /// The interval's name in URLs and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fit => "fit",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }

    /// The periods that cover `first..=last`, and the interval they have: this one, or the next longer that needs at
    /// most [`Interval::MAX_BUCKETS`]. Counts are 0.
    pub fn buckets(self, first: Day, last: Day) -> (Self, Vec<Bucket>) {
        let interval = self.widened(last.days_since_epoch() - first.days_since_epoch() + 1);
        let mut buckets = Vec::new();
        let mut from = interval.first_day(first.date());
        while from <= last.date() {
            let next = from.checked_add(interval.step()).ok();
            let to = next.and_then(|next| next.yesterday().ok()).unwrap_or(Date::MAX);
            buckets.push(Bucket { from: Day::new(from), to: Day::new(to), count: 0, total: 0 });
            match next {
                Some(next) => from = next,
                None => break,
            }
        }
        (interval, buckets)
    }

    /// The periods of an archive's timeline, and the interval they have: all of `first..=last`, the archive's days. Where their
    /// number would widen the interval, or [`Interval::Fit`] would make years or more, a range of days gets an axis of its own
    /// instead, with as much again before and after, so that it can be narrowed further, or without where only that fits.
    pub fn axis(self, first: Day, last: Day, dates: DateRange) -> (Self, Vec<Bucket>) {
        let whole = self.buckets(first, last);
        let is_coarse = match self {
            Self::Fit => matches!(whole.0, Self::Year | Self::Decade | Self::Century),
            wanted => whole.0 != wanted,
        };
        if !is_coarse || dates.is_open() {
            return whole;
        }
        let (first, last) = (first.days_since_epoch(), last.days_since_epoch());
        let from = dates.from.map_or(first, Day::days_since_epoch).clamp(first, last);
        let to = dates.to.map_or(last, Day::days_since_epoch).clamp(first, last);
        let around = |days: i64| {
            let from = Day::from_days_since_epoch((from - days).max(first))?;
            let to = Day::from_days_since_epoch((to + days).min(last))?;
            Some(self.buckets(from, to))
        };
        let fits = |axis: &(Self, Vec<Bucket>)| self == Self::Fit || axis.0 == self;
        let wide = around((to - from + 1).max(1));
        wide.filter(fits).or_else(|| around(0)).unwrap_or(whole)
    }

    fn widened(self, days: i64) -> Self {
        // One bucket may lie on either side of the whole ones.
        let fits = |days_per_bucket| days <= (Self::MAX_BUCKETS - 2) * days_per_bucket;
        match self {
            Self::Fit if days <= Self::MAX_FITTING_DAYS => Self::Day,
            Self::Day if days <= Self::MAX_BUCKETS => Self::Day,
            Self::Day | Self::Week if fits(7) => Self::Week,
            Self::Fit | Self::Day | Self::Week | Self::Month if fits(30) => Self::Month,
            Self::Fit | Self::Day | Self::Week | Self::Month | Self::Year if fits(365) => Self::Year,
            Self::Century => Self::Century,
            _ if fits(3_652) => Self::Decade,
            _ => Self::Century,
        }
    }

    fn first_day(self, date: Date) -> Date {
        let first_of = |years: i16| {
            let year = date.year() - date.year().rem_euclid(years);
            Date::new(year, 1, 1).unwrap_or(Date::MIN)
        };
        match self {
            Self::Fit | Self::Day => date,
            Self::Week => {
                let since_monday = i64::from(date.weekday().to_monday_zero_offset());
                date.saturating_sub(Span::new().days(since_monday))
            }
            Self::Month => date.first_of_month(),
            Self::Year => date.first_of_year(),
            Self::Decade => first_of(10),
            Self::Century => first_of(100),
        }
    }

    fn step(self) -> Span {
        match self {
            Self::Fit | Self::Day => Span::new().days(1),
            Self::Week => Span::new().weeks(1),
            Self::Month => Span::new().months(1),
            Self::Year => Span::new().years(1),
            Self::Decade => Span::new().years(10),
            Self::Century => Span::new().years(100),
        }
    }
}

impl FromStr for Interval {
    type Err = IntervalError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let interval = Self::ALL.into_iter().find(|interval| interval.as_str() == text);
        interval.ok_or_else(|| IntervalError { text: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(interval: Interval, first: &str, last: &str, expected: &str) {
        let (interval, buckets) = interval.buckets(first.parse().unwrap(), last.parse().unwrap());
        let (first, last) = (buckets.first().unwrap(), buckets.last().unwrap());
        let drawn = format!("{} {} {}..{}", buckets.len(), interval.as_str(), first.from, last.to);
        assert_eq!(drawn, expected);
    }

    #[test]
    fn buckets_are_calendar_periods() {
        check(Interval::Month, "2024-01-31", "2024-03-01", "3 month 2024-01-01..2024-03-31");
        check(Interval::Week, "2024-03-14", "2024-03-14", "1 week 2024-03-11..2024-03-17");
        check(Interval::Year, "1899-12-31", "1901-01-01", "3 year 1899-01-01..1901-12-31");
        check(Interval::Day, "2024-02-28", "2024-03-01", "3 day 2024-02-28..2024-03-01");
    }

    #[test]
    fn the_interval_fits_the_span() {
        check(Interval::Fit, "2024-01-01", "2024-02-29", "60 day 2024-01-01..2024-02-29");
        check(Interval::Fit, "2023-01-15", "2024-12-15", "24 month 2023-01-01..2024-12-31");
        check(Interval::Fit, "1650-06-01", "2024-01-01", "375 year 1650-01-01..2024-12-31");
        check(Interval::Fit, "1600-06-01", "2024-01-01", "43 decade 1600-01-01..2029-12-31");
        check(Interval::Day, "0001-01-01", "9999-12-31", "100 century 0000-01-01..9999-12-31");
        check(Interval::Day, "2020-01-01", "2024-01-01", "210 week 2019-12-30..2024-01-07");
    }

    #[test]
    fn there_are_never_too_many_buckets() {
        let first: Day = "1000-01-31".parse().unwrap();
        for interval in Interval::ALL {
            for days in [1, 92, 399, 400, 401, 2_786, 2_787, 11_940, 12_000, 145_000, 145_300, 1_500_000] {
                let last = Day::from_days_since_epoch(first.days_since_epoch() + days - 1).unwrap();
                let (interval, buckets) = interval.buckets(first, last);
                assert!(buckets.len() as i64 <= Interval::MAX_BUCKETS, "{interval:?} {days}");
                assert!(
                    buckets[0].from <= first && buckets.last().unwrap().to >= last,
                    "{interval:?} {days}"
                );
            }
        }
    }

    fn check_axis(interval: Interval, range: [&str; 2], expected: &str) {
        let (first, last) = ("2000-01-01".parse().unwrap(), "2023-12-31".parse().unwrap());
        let dates = DateRange::parse(Some(range[0]), Some(range[1])).unwrap();
        let (interval, buckets) = interval.axis(first, last, dates);
        let (first, last) = (buckets.first().unwrap(), buckets.last().unwrap());
        let drawn = format!("{} {} {}..{}", buckets.len(), interval.as_str(), first.from, last.to);
        assert_eq!(drawn, expected);
    }

    #[test]
    fn a_range_has_an_axis_of_its_own_where_the_whole_has_too_many_periods() {
        let february = ["2022-02", "2022-02"];
        check_axis(Interval::Month, february, "288 month 2000-01-01..2023-12-31");
        check_axis(Interval::Day, february, "84 day 2022-01-04..2022-03-28");
        check_axis(Interval::Day, ["2022-02", "2022-12"], "334 day 2022-02-01..2022-12-31");
        check_axis(Interval::Day, ["2020", "2022"], "157 week 2019-12-30..2023-01-01");
        check_axis(Interval::Day, ["2023-12", "2030"], "62 day 2023-10-31..2023-12-31");
    }

    #[test]
    fn the_calendar_has_an_end() {
        check(Interval::Year, "9998-01-01", "9999-12-31", "2 year 9998-01-01..9999-12-31");
    }
}
