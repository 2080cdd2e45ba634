use jiff::civil::Date;

use super::{
    DateOrder, DateProblem,
    names::{MONTHS, ORDINALS, PARTICLES, WEEKDAYS, folded},
    token::{Token, tokens},
};

/// The most bytes that a date has; a longer text is something else.
const LONGEST: usize = 100;

/// The most words before a date.
const MOST_BEFORE: usize = 3;

/// Year, month and day as they are written.
type Written = (i16, i16, i16);

/// The date that a text begins with, whatever time and zone follow.
pub(super) fn date(stated: &str, order: DateOrder) -> Result<Date, DateProblem> {
    let (year, month, day) = written(stated, order).ok_or(DateProblem::Unreadable)?;
    let narrow = |number: i16| i8::try_from(number).map_err(|_| DateProblem::Impossible);
    Date::new(year, narrow(month)?, narrow(day)?).map_err(|_| DateProblem::Impossible)
}

/// Whether a text has the form of a date, possible or not.
pub(crate) fn is_date(text: &str) -> bool {
    written(text, DateOrder::MonthFirst).is_some()
}

fn written(stated: &str, order: DateOrder) -> Option<Written> {
    if stated.len() > LONGEST {
        return None;
    }
    let tokens = tokens(stated);
    // A weekday may be abbreviated like a month, `mar.` is March or mardi: each word before the date is tried as one.
    let is_before = |token: &&Token| is_particle(token) || place(&WEEKDAYS, token).is_some();
    let most = tokens.iter().take(MOST_BEFORE).take_while(is_before).count();
    (0..=most).find_map(|before| in_form(tokens.get(before..)?, order))
}

fn in_form(tokens: &[Token], order: DateOrder) -> Option<Written> {
    compact(tokens)
        .or_else(|| year_first(tokens))
        .or_else(|| month_name_first(tokens))
        .or_else(|| day_then_month_name(tokens))
        .or_else(|| day_and_time(tokens))
        .or_else(|| numbers(tokens, order))
        .or_else(|| signs(tokens))
}

/// `20231126`, alone or before a time: `20231126T141351Z`, `20231126141351`.
fn compact(tokens: &[Token]) -> Option<Written> {
    let digits = tokens.first()?;
    if !matches!(digits.text.len(), 8 | 12 | 14) {
        return None;
    }
    let number = |start, end| {
        Token { gap: "", text: digits.text.get(start..end).unwrap_or_default() }
            .number(end - start, end - start)
    };
    Some((number(0, 4)?, number(4, 6)?, number(6, 8)?))
}

/// `2022-02-08`, `2022/2/8`, `2022.02.08`.
fn year_first(tokens: &[Token]) -> Option<Written> {
    let [year, month, day, ..] = tokens else { return None };
    let separated = month.gap == day.gap && ["-", "/", "."].contains(&month.gap);
    if separated { Some((year.number(4, 4)?, month.number(1, 2)?, day.number(1, 2)?)) } else { None }
}

/// `April 5, 2007`, `Apr. 5th 2007`, and `Feb 08 10:00:00 EST 2022` where the year comes last.
fn month_name_first(tokens: &[Token]) -> Option<Written> {
    let [month, day, rest @ ..] = tokens else { return None };
    let (month, day, rest) = (month_number(month)?, day.number(1, 2)?, without_ordinal(rest));
    let year = rest.iter().enumerate().find_map(|(place, token)| {
        // `+0000` is an offset, not a year.
        let stands_alone = place == 0 || token.gap.trim_matches([' ', ',']).is_empty();
        if stands_alone { token.number(4, 4) } else { None }
    })?;
    Some((year, month, day))
}

/// `26-FEB-1987`, `8 February 2022`, `8th of February 22`, `1er février 2022`, `8 de febrero de 2022`.
fn day_then_month_name(tokens: &[Token]) -> Option<Written> {
    let [day, rest @ ..] = tokens else { return None };
    let [month, rest @ ..] = without_particle(without_ordinal(rest)) else { return None };
    let [year, after @ ..] = without_particle(rest) else { return None };
    let is_hour = after.first().is_some_and(|next| next.gap.starts_with(':'));
    if is_hour { None } else { Some((any_year(year)?, month_number(month)?, day.number(1, 2)?)) }
}

/// `142101 GMT Mar 24`, as wires have it: day, hour and minute, perhaps a zone, month and year.
fn day_and_time(tokens: &[Token]) -> Option<Written> {
    let [time, rest @ ..] = tokens else { return None };
    let (day, hour, minute) = match time.text.len() {
        6 => (time.text.get(..2)?, time.text.get(2..4)?, time.text.get(4..)?),
        _ => return None,
    };
    let [month, year] = match rest {
        [_, month, year] | [month, year] => [month, year],
        _ => return None,
    };
    let number = |text| Token { gap: "", text }.number(2, 2);
    let is_time = number(hour)? < 24 && number(minute)? < 60;
    if is_time { Some((any_year(year)?, month_number(month)?, number(day)?)) } else { None }
}

/// `2022年2月8日`, `2022년 2월 8일`.
fn signs(tokens: &[Token]) -> Option<Written> {
    let [year, year_sign, month, month_sign, day, ..] = tokens else { return None };
    let signed = ["年", "년"].contains(&year_sign.text) && ["月", "월"].contains(&month_sign.text);
    if signed { Some((year.number(4, 4)?, month.number(1, 2)?, day.number(1, 2)?)) } else { None }
}

/// `03/14/1998`, `9/6/17`, `08.02.2022`: month and day in the given order, except that dots put the day first, and that a number
/// beyond 12 is the day wherever it stands.
fn numbers(tokens: &[Token], order: DateOrder) -> Option<Written> {
    let [first, second, year, ..] = tokens else { return None };
    let (gap, first, second) = (second.gap, first.number(1, 2)?, second.number(1, 2)?);
    if gap != year.gap {
        return None;
    }
    let year = match gap {
        "/" | "." => any_year(year)?,
        // `22-02-08` may begin with its year or with its day: nobody can tell.
        "-" => year.number(4, 4)?,
        _ => return None,
    };
    let day_first = first > 12 || (second <= 12 && (gap == "." || order == DateOrder::DayFirst));
    Some(if day_first { (year, second, first) } else { (year, first, second) })
}

/// A year of four digits, or of two: 00 to 68 are of this century, 69 to 99 of the last, as POSIX has it.
fn any_year(token: &Token) -> Option<i16> {
    let of_two_digits = |year: i16| if year <= 68 { 2000 + year } else { 1900 + year };
    token.number(4, 4).or_else(|| token.number(2, 2).map(of_two_digits))
}

fn month_number(token: &Token) -> Option<i16> {
    place(&MONTHS, token).and_then(|place| i16::try_from(place + 1).ok())
}

/// Which of the names of a language a word is, or abbreviates with at least three letters.
fn place(languages: &[Vec<&str>], word: &Token) -> Option<usize> {
    let word = folded(word.text);
    let abbreviates = word.chars().count() >= 3;
    let is_name = |name: &&str| *name == word || abbreviates && name.starts_with(&word);
    languages.iter().find_map(|names| names.iter().position(is_name))
}

fn is_particle(token: &Token) -> bool {
    PARTICLES.contains(&folded(token.text).as_str())
}

fn without_particle<'a, 'b>(tokens: &'b [Token<'a>]) -> &'b [Token<'a>] {
    match tokens {
        [particle, rest @ ..] if is_particle(particle) => rest,
        all => all,
    }
}

fn without_ordinal<'a, 'b>(tokens: &'b [Token<'a>]) -> &'b [Token<'a>] {
    match tokens {
        [ordinal, rest @ ..]
            if ordinal.gap.is_empty() && ORDINALS.contains(&folded(ordinal.text).as_str()) =>
        {
            rest
        }
        all => all,
    }
}
