use quotidian_model::{DateRange, Day};

use super::{DateClause, lexer::DateField};

/// Reads what stands behind `date:`, `after:` or `before:`; says what is wrong with it.
///
/// `date:` takes a year, month or day, a range of them (`2022-02..2022-03-14`, with either end left open), or `none`;
/// `after:` and `before:` mean the days after the last and before the first day of what they name.
pub(super) fn date(field: DateField, text: &str) -> Result<DateClause, String> {
    let period = |text: &str| DateRange::parse(Some(text), Some(text)).map_err(|error| error.to_string());
    let range = match field {
        DateField::Date if text.eq_ignore_ascii_case("none") => return Ok(DateClause::Undated),
        DateField::Date => match text.split_once("..") {
            Some(("", "")) => return Err("a range of dates needs at least one end".to_owned()),
            Some((from, to)) => {
                let end = |end: &'_ str| (!end.is_empty()).then(|| end.to_owned());
                DateRange::parse(end(from).as_deref(), end(to).as_deref())
                    .map_err(|error| error.to_string())?
            }
            None => period(text)?,
        },
        DateField::After => {
            DateRange { from: Some(beside(period(text)?.to, 1).ok_or("no day comes after that")?), to: None }
        }
        DateField::Before => DateRange {
            from: None,
            to: Some(beside(period(text)?.from, -1).ok_or("no day comes before that")?),
        },
    };
    Ok(DateClause::Within(range))
}

fn beside(day: Option<Day>, days: i64) -> Option<Day> {
    // The language writes years with four digits: what lies beyond them could not be printed.
    let day = Day::from_days_since_epoch(day?.days_since_epoch() + days)?;
    (0..=9999).contains(&day.date().year()).then_some(day)
}
