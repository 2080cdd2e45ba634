//! The civil day that a source states.

mod forms;
mod line;
mod names;
mod token;

use quotidian_model::{Day, PublicationDate};
use serde::{Deserialize, Serialize};

pub(crate) use forms::is_date;
pub(crate) use line::in_line;

/// The first year in which anything like a newspaper can have been printed.
const FIRST_YEAR: i16 = 1400;

/// A stated date that gives no day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DateWarning {
    /// The input: its path, or `standard input`.
    pub file: String,
    /// The line of the article, from 1.
    pub line: u64,
    /// The date as the source states it.
    pub stated: String,
    /// Why it gives no day.
    pub problem: DateProblem,
}

/// Why a stated date gives no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum DateProblem {
    /// In no form that is known, or without a day.
    #[error("is in no known form")]
    Unreadable,
    /// A day that no calendar has.
    #[error("is on no calendar")]
    Impossible,
    /// Before the year 1400 or after the day that follows the present one.
    #[error("is not plausible")]
    Implausible,
}

/// Which of two numbers below 13 is the month where slashes or hyphens stand between them: `02/08/2022`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum DateOrder {
    /// The first, as in the United States.
    #[default]
    MonthFirst,
    /// The second, as nearly everywhere else.
    DayFirst,
}

/// The date as stated, with its day if the words name a plausible one; else the reason why not.
pub(crate) fn publication_date(
    stated: &str,
    order: DateOrder,
    today: Day,
) -> (PublicationDate, Option<DateProblem>) {
    let (day, problem) = match day(stated, order, today) {
        Ok(day) => (Some(day), None),
        Err(problem) => (None, Some(problem)),
    };
    (PublicationDate { stated: stated.to_owned(), day }, problem)
}

/// The words of a date that names a plausible day, of a line those that do.
pub(crate) fn plausible(stated: &str) -> Option<&str> {
    let names_day =
        |stated: &&str| forms::date(stated, DateOrder::default()).is_ok_and(|date| date.year() >= FIRST_YEAR);
    Some(stated).filter(names_day).or_else(|| in_line(stated).filter(names_day))
}

/// The year and the month of a date.
pub(crate) fn month(stated: &str) -> Option<(i16, i8)> {
    forms::date(stated, DateOrder::default()).ok().map(|date| (date.year(), date.month()))
}

/// The civil day that the source states in its own offset: the time and the offset are never used to move it.
fn day(stated: &str, order: DateOrder, today: Day) -> Result<Day, DateProblem> {
    let date = forms::date(stated, order)?;
    // Where the clock is ahead of ours the next day has begun.
    let tomorrow = today.days_since_epoch() + 1;
    let day = Day::new(date);
    if date.year() < FIRST_YEAR || day.days_since_epoch() > tomorrow {
        return Err(DateProblem::Implausible);
    }
    Ok(day)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(stated: &str) -> Result<String, DateProblem> {
        day(stated, DateOrder::MonthFirst, "2026-11-22".parse().unwrap()).map(|day| day.to_string())
    }

    fn check(stated: &str, expected: &str) {
        assert_eq!(read(stated).as_deref(), Ok(expected), "{stated}");
    }

    fn check_problem(stated: &str, problem: DateProblem) {
        assert_eq!(read(stated), Err(problem), "{stated}");
    }

    #[test]
    fn years_first() {
        check("2022-02-08", "2022-02-08");
        check(" 2022-02-08 ", "2022-02-08");
        check("2016-11-12 00:00:00", "2016-11-12");
        check("2016-11-12T00:00:00.000Z", "2016-11-12");
        check("2010-02-20T23:00:00-05:00", "2010-02-20");
        check("2022-02-08T00:30+02:00", "2022-02-08");
        check("2022/2/8", "2022-02-08");
        check("2022.02.08", "2022-02-08");
        check("20220208", "2022-02-08");
        check("20231126T141351Z", "2023-11-26");
        check("20231126T141351+0000", "2023-11-26");
        check("20231126141351", "2023-11-26");
        check("1788-01-01", "1788-01-01");
    }

    #[test]
    fn month_names_first() {
        check("April 5, 2007", "2007-04-05");
        check("Apr. 5, 2007, 8:27 p.m.", "2007-04-05");
        check("Sept. 11, 2001", "2001-09-11");
        check("SEPTEMBER 11 2001", "2001-09-11");
        check("April 5th, 2007", "2007-04-05");
        check("Sat Jan 1, 2011 8:27am EST", "2011-01-01");
        check("Thu Mar 14, 2024 8:27am EST", "2024-03-14");
        check("Saturday, January 1, 2011", "2011-01-01");
        check("Tue Feb 08 10:00:00 2022", "2022-02-08");
        check("Tue Feb 08 10:00:00 +0000 2022", "2022-02-08");
        check("Tue Feb  8 10:00:00 EST 2022", "2022-02-08");
        check("Jan-01-2011", "2011-01-01");
    }

    #[test]
    fn days_then_month_names() {
        check("26-FEB-1987 15:01:01.79", "1987-02-26");
        check("8 February 2022", "2022-02-08");
        check("8th of February, 2022", "2022-02-08");
        check("08 Feb 2022 10:00:00 +0200", "2022-02-08");
        check("Tue, 08 Feb 2022 23:59:59 GMT", "2022-02-08");
        check("Tue, 8 Feb 22 10:00 EST", "2022-02-08");
        check("26-FEB-87", "1987-02-26");
        check("10Apr2007", "2007-04-10");
    }

    #[test]
    fn days_with_a_time_before_the_month() {
        check("142101 GMT Mar 24", "2024-03-14");
        check("142101 MAR 2024", "2024-03-14");
        check_problem("142101 GMT Mar", DateProblem::Unreadable);
        check_problem("142501 GMT Mar 24", DateProblem::Unreadable);
    }

    #[test]
    fn names_in_other_languages() {
        for stated in [
            "lundi 8 mars 2021",
            "mar. 8 mars 2021",
            "le 8 mars 2021 à 10:00",
            "Montag, 8. März 2021",
            "8 de marzo de 2021",
            "lunes, 8 de marzo de 2021",
            "segunda-feira, 8 de março de 2021",
            "lunedì 8 marzo 2021",
            "maandag 8 maart 2021",
            "8 mrt 2021",
            "den 8 mars 2021",
            "8 marca 2021",
            "8 марта 2021 г.",
            "2021年3月8日",
            "2021년 3월 8일",
        ] {
            check(stated, "2021-03-08");
        }
        check("1er août 2020", "2020-08-01");
        check("1 FÉVRIER 2022", "2022-02-01");
        check("3 juil. 2020", "2020-07-03");
        check("14 déc. 2020", "2020-12-14");
        check("Mar 5, 2007", "2007-03-05");
    }

    #[test]
    fn of_a_line_the_words_that_name_a_day_are_taken() {
        assert_eq!(plausible("01:38:07 PM IST Nov 20, 2019"), Some("Nov 20, 2019"));
        assert_eq!(plausible("2019-11-20T00:00Z"), Some("2019-11-20T00:00Z"));
        assert_eq!(plausible("0001-01-01T00:00:00Z"), None);
    }

    #[test]
    fn names_in_arabic() {
        check("الأربعاء، 28 أغسطس 2013", "2013-08-28");
        check("28 آب 2013", "2013-08-28");
    }

    #[test]
    fn numbers_alone() {
        check("03/14/1998 10:36:00", "1998-03-14");
        check("9/6/17", "2017-09-06");
        check("02/08/2022", "2022-02-08");
        check("02-08-2022", "2022-02-08");
    }

    #[test]
    fn a_first_number_beyond_twelve_is_the_day() {
        check("14/03/1998", "1998-03-14");
        check("31/12/99", "1999-12-31");
    }

    #[test]
    fn an_archive_may_put_the_day_first() {
        let read = |stated: &str| {
            let day = day(stated, DateOrder::DayFirst, "2026-11-22".parse().unwrap());
            day.map(|day| day.to_string())
        };
        for stated in ["08/02/2022", "8/2/22", "08-02-2022", "08.02.2022", "2022-02-08"] {
            assert_eq!(read(stated).as_deref(), Ok("2022-02-08"), "{stated}");
        }
        assert_eq!(read("02/14/2022").as_deref(), Ok("2022-02-14"));
    }

    #[test]
    fn with_dots_the_day_comes_first() {
        check("08.02.2022", "2022-02-08");
        check("8.2.22", "2022-02-08");
        check("02.14.2022", "2022-02-14");
    }

    #[test]
    fn years_of_two_digits_turn_after_68() {
        check("1/2/00", "2000-01-02");
        check("1/2/26", "2026-01-02");
        check("1/2/69", "1969-01-02");
        check("1/2/99", "1999-01-02");
        check_problem("1/2/68", DateProblem::Implausible);
    }

    #[test]
    fn tomorrow_is_plausible_and_the_day_after_is_not() {
        check("2026-11-23", "2026-11-23");
        check_problem("2026-11-24", DateProblem::Implausible);
        check_problem("2050-01-01", DateProblem::Implausible);
        check("1400-01-01", "1400-01-01");
        check_problem("1399-12-31", DateProblem::Implausible);
        check_problem("0001-11-30", DateProblem::Implausible);
        check_problem("0001-01-01T00:00:00Z", DateProblem::Implausible);
    }

    #[test]
    fn a_day_that_no_calendar_has_is_impossible() {
        for stated in
            ["2022-02-30", "2022-13-01", "0000-00-00", "20221301", "14/14/2022", "February 30, 2022"]
        {
            check_problem(stated, DateProblem::Impossible);
        }
    }

    #[test]
    fn what_names_no_day_is_unreadable() {
        for stated in [
            "",
            "None",
            "NA",
            "--",
            "soon",
            "2022",
            "2022-02",
            "2022-02 10:30",
            "February 2022",
            "8 Feb 10:30",
        ] {
            check_problem(stated, DateProblem::Unreadable);
        }
        for stated in
            ["1506729600", "1506729600000", "Feb 8", "10:36:00", "22-02-08", "2 days ago", "202202081"]
        {
            check_problem(stated, DateProblem::Unreadable);
        }
        check_problem(&format!("2022-02-08{}", " ".repeat(200) + "x"), DateProblem::Unreadable);
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(stated in any::<String>()) {
            let _ = read(&stated);
        }

        #[test]
        fn nothing_like_a_date_breaks_it(stated in "[0-9a-zA-Z:/., +-]{0,40}") {
            let _ = read(&stated);
        }

        #[test]
        fn every_plausible_day_is_read_in_every_form(days in -200_000_i64..=20_779) {
            let day = Day::from_days_since_epoch(days).unwrap();
            for form in ["%Y-%m-%dT23:59:59-11:00", "%Y%m%d", "%B %-d, %Y", "%a, %d %b %Y 00:00:00 +1400", "%m/%d/%Y"] {
                prop_assert_eq!(read(&day.date().strftime(form).to_string()), Ok(day.to_string()), "{}", form);
            }
        }
    }
}
