use quotidian_search::Condition;
use serde::Serialize;
use utoipa::ToSchema;

use crate::parameters::Subject;

/// A condition without which something would be found.
#[derive(Serialize, ToSchema)]
pub(crate) struct Remedy {
    /// What to leave out: a clause of the query, the days, all that is selected and excluded in a facet, the lowest
    /// confidence, the story or the utterance.
    #[schema(pattern = "^(clause|dates|facet|confidence|story|utterance)$", example = "clause")]
    leave_out: &'static str,
    /// The place of the clause among the query's `clauses`, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    clause: Option<usize>,
    /// The facet.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "source")]
    field: Option<&'static str>,
    /// How many would be found.
    count: u64,
}

impl Remedy {
    /// A remedy for a search that found nothing.
    pub(super) fn new(
        subject: Subject,
        quotidian_search::Remedy { leave_out, count }: quotidian_search::Remedy,
    ) -> Self {
        let remedy = |leave_out| Self { leave_out, clause: None, field: None, count };
        match leave_out {
            Condition::Clause(place) => Self { clause: Some(place), ..remedy("clause") },
            Condition::Dates => remedy("dates"),
            Condition::Facet(field) => Self { field: Some(field.as_str()), ..remedy("facet") },
            Condition::Confidence => remedy("confidence"),
            Condition::Group => remedy(subject.group()),
        }
    }
}
