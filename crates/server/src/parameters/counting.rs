use quotidian_search::{Filters, Interval};

use super::{
    Subject, counts,
    parameter::{Form, Parameter},
    reader::Reader,
};
use crate::{counting::Counting, problem::Problem};

/// The parameter that says what is counted.
pub(super) const SUBJECT: &str = "subject";

/// The parameters that say what is counted over time, and in which periods.
pub(super) fn known() -> [Parameter; 2] {
    let subject = "What is counted: articles or quotes.";
    [
        Parameter::new(SUBJECT, subject, Form::one_of(&Subject::choices(), Some("articles")), "quotes"),
        counts::known_period(),
    ]
}

/// How to count, with the filters that `filters` reads.
pub(super) fn read(
    reader: &Reader,
    filters: impl Fn(&Reader, Subject) -> Result<Filters, Problem>,
) -> Result<Counting, Problem> {
    let subject = reader.choice(SUBJECT, &Subject::choices())?.unwrap_or(Subject::Articles);
    let interval: Interval = counts::period(reader)?;
    Ok(Counting { subject, filters: filters(reader, subject)?, interval })
}
