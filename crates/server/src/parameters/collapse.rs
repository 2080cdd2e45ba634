use quotidian_search::CountBy;

use super::{
    Subject,
    parameter::{Choices, Form, Parameter},
    reader::Reader,
};
use crate::problem::Problem;

/// The parameters that show near-duplicates once.
pub(super) fn known(subject: Subject) -> [Parameter; 2] {
    let (document, group) = (subject.document(), subject.group());
    let collapse = match subject {
        Subject::Articles => "`story` shows near-duplicate articles once, by their best hit.",
        Subject::Quotes => "`utterance` shows the same words in several articles once, by their best hit.",
    };
    let count = format!(
        "What facets and timeline count where `collapse={group}`: every {document} that matches, or each {group} once."
    );
    [
        Parameter::new("collapse", collapse, Form::one_of(&collapses(subject), Some("none")), group),
        Parameter::new("count", count, Form::one_of(&counts(subject), Some(group)), document),
    ]
}

/// What facets and timeline count where groups are shown once; `None` if they are not.
pub(super) fn read(reader: &Reader, subject: Subject) -> Result<Option<CountBy>, Problem> {
    let collapses = reader.choice("collapse", &collapses(subject))?.unwrap_or(false);
    let count = reader.choice("count", &counts(subject))?;
    match (collapses, count) {
        (true, count) => Ok(Some(count.unwrap_or(CountBy::Group))),
        (false, None) => Ok(None),
        (false, Some(_)) => {
            let detail = format!("`count` needs `collapse={}`", subject.group());
            Err(Problem::bad_value("count", detail))
        }
    }
}

fn collapses(subject: Subject) -> Choices<bool> {
    vec![(subject.group(), true), ("none", false)]
}

fn counts(subject: Subject) -> Choices<CountBy> {
    vec![(subject.group(), CountBy::Group), (subject.document(), CountBy::Document)]
}
