use jiff::civil::Date;

use crate::Day;

/// A range of civil days, both ends inclusive; an absent end is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DateRange {
    /// The first day inside.
    pub from: Option<Day>,
    /// The last day inside.
    pub to: Option<Day>,
}

/// Why two texts are not a [`DateRange`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateRangeError {
    /// One end is not a year, month or day.
    #[error("`{text}` is not a date; write 2022, 2022-02 or 2022-02-08")]
    Date {
        /// What was given.
        text: String,
    },
    /// The range ends before it begins.
    #[error("the range ends on {to}, before it begins on {from}")]
    Reversed {
        /// The first day.
        from: Day,
        /// The last day.
        to: Day,
    },
}

impl DateRange {
    /// A range from `2022`, `2022-02` or `2022-02-08` to the like: it begins with the first day of `from` and ends with
    /// the last day of `to`.
    pub fn parse(from: Option<&str>, to: Option<&str>) -> Result<Self, DateRangeError> {
        let range = Self {
            from: from.map(partial_date).transpose()?.map(|(first, _)| first),
            to: to.map(partial_date).transpose()?.map(|(_, last)| last),
        };
        match (range.from, range.to) {
            (Some(from), Some(to)) if from > to => Err(DateRangeError::Reversed { from, to }),
            _ => Ok(range),
        }
    }

    /// Whether a day lies in the range.
    pub fn contains(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether the range leaves every day in.
    pub fn is_open(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }
}

/// The first and last day that a year, month or day names.
fn partial_date(text: &str) -> Result<(Day, Day), DateRangeError> {
    let error = || DateRangeError::Date { text: text.to_owned() };
    let digits = |part: &str, width| part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = text.trim().split('-').collect();
    let well_formed =
        parts.iter().enumerate().all(|(place, part)| digits(part, if place == 0 { 4 } else { 2 }));
    if !well_formed || parts.len() > 3 {
        return Err(error());
    }
    let number =
        |place: usize| parts.get(place).map_or(Ok(1), |part| part.parse::<i16>()).map_err(|_| error());
    let narrow = |number: i16| i8::try_from(number).map_err(|_| error());
    let first = Date::new(number(0)?, narrow(number(1)?)?, narrow(number(2)?)?).map_err(|_| error())?;
    let last = match parts.len() {
        1 => first.last_of_year(),
        2 => first.last_of_month(),
        _ => first,
    };
    Ok((Day::new(first), Day::new(last)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: &str, to: &str, expected: &str) {
        let range = DateRange::parse(Some(from), Some(to)).unwrap();
        assert_eq!(format!("{}..{}", range.from.unwrap(), range.to.unwrap()), expected);
    }

    #[test]
    fn a_partial_date_covers_its_whole_period() {
        check("2022", "2022", "2022-01-01..2022-12-31");
        check("2024-02", "2024-02", "2024-02-01..2024-02-29");
        check("2022-02-08", "2022-02-08", "2022-02-08..2022-02-08");
        check("1677", "2262-04", "1677-01-01..2262-04-30");
    }

    #[test]
    fn an_absent_end_is_open() {
        let range = DateRange::parse(None, Some("2022")).unwrap();
        assert!(range.contains(Day::from_days_since_epoch(-735_000).unwrap()));
        assert!(!range.contains("2023-01-01".parse().unwrap()));
        assert!(DateRange::default().is_open());
    }

    #[test]
    fn what_is_not_a_date_says_so() {
        for text in ["", "22", "2022-13", "2022-02-30", "2022-02-08-01", "2022-2", "soon", "２０２２"] {
            let error = DateRange::parse(Some(text), None).unwrap_err();
            assert_eq!(error, DateRangeError::Date { text: text.to_owned() });
        }
    }

    #[test]
    fn a_range_does_not_run_backwards() {
        let error = DateRange::parse(Some("2023"), Some("2022")).unwrap_err();
        assert_eq!(error.to_string(), "the range ends on 2022-12-31, before it begins on 2023-01-01");
    }
}
