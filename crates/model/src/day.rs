use std::{fmt, str::FromStr};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A civil day of the proleptic Gregorian calendar, year -9999 to 9999, without a time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(Date);

/// Why a text is not a [`Day`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a day; write it as 2022-02-08")]
pub struct DayError {
    /// What was given.
    pub text: String,
}

const EPOCH: Date = Date::constant(1970, 1, 1);

impl Day {
    /// The day of a calendar date.
    pub fn new(date: Date) -> Self {
        Self(date)
    }

    /// The day that lies `days` after 1970-01-01, or `None` outside the years -9999 to 9999.
    pub fn from_days_since_epoch(days: i64) -> Option<Self> {
        EPOCH.checked_add(jiff::Span::new().try_days(days).ok()?).ok().map(Self)
    }

    /// Days since 1970-01-01; negative before.
    pub fn days_since_epoch(self) -> i64 {
        (self.0 - EPOCH).get_days().into()
    }

    /// The calendar date.
    pub fn date(self) -> Date {
        self.0
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || DayError { text: text.to_owned() };
        // jiff also accepts `20220208` and times; the archive knows one form.
        if text.len() != 10 {
            return Err(error());
        }
        text.parse().map(Self).map_err(|_| error())
    }
}

impl TryFrom<String> for Day {
    type Error = DayError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_counted_from_the_epoch() {
        assert_eq!(day("1970-01-01").days_since_epoch(), 0);
        assert_eq!(day("1969-12-31").days_since_epoch(), -1);
        assert_eq!(day("2022-02-08").days_since_epoch(), 19031);
    }

    #[test]
    fn only_whole_days_of_the_calendar_parse() {
        for text in ["2022-02-30", "20220208", "2022-02", "2022-2-8", "2022-02-08T10:00", ""] {
            assert_eq!(text.parse::<Day>(), Err(DayError { text: text.to_owned() }), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_day_round_trips(days in -719_528_i64..=2_932_896) {
            let day = Day::from_days_since_epoch(days).unwrap();
            prop_assert_eq!(day.days_since_epoch(), days);
            prop_assert_eq!(day.to_string().parse::<Day>().unwrap(), day);
        }
    }
}
