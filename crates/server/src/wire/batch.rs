use quotidian_search::query::ParsedQuery;
use serde::Serialize;
use utoipa::ToSchema;

use super::{period::Period, query::Warning};
use crate::{
    counting::{Axis, Count},
    parameters::{Line, Subject},
};

/// Names or queries counted over time, on one calendar axis.
#[derive(Serialize, ToSchema)]
pub(crate) struct Batch {
    /// What is counted.
    #[schema(pattern = "^(articles|quotes)$", example = "articles")]
    subject: &'static str,
    /// The length of a period.
    #[schema(pattern = "^(day|week|month|year|decade|century)$", example = "month")]
    interval: &'static str,
    /// The periods, in order, without gaps.
    pub(crate) buckets: Vec<Period>,
    /// A row for each line that is not blank, in order.
    pub(crate) rows: Vec<BatchRow>,
}

/// What became of one line: its counts, or why it has none.
#[derive(Serialize, ToSchema)]
pub(crate) struct BatchRow {
    /// The number of the line, from 1.
    #[schema(minimum = 1)]
    pub(crate) line: usize,
    /// The line as it was given, without white space around it.
    #[schema(example = "Ilse Maravant")]
    pub(crate) text: String,
    /// The line as it was understood, in the query language.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "speaker:\"Ilse Maravant\"")]
    pub(crate) query: Option<String>,
    /// How many match on the days asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) total: Option<u64>,
    /// How many match without a day; the days asked for leave them out of `total`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) undated: Option<u64>,
    /// How many match in each period.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) counts: Option<Vec<u64>>,
    /// What could not be read as it stands, or was not looked for as it stands.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub(crate) warnings: Vec<Warning>,
    /// Why the line has no counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) error: Option<String>,
}

impl Batch {
    /// What became of the lines.
    pub(crate) fn new(subject: Subject, axis: Axis, rows: Vec<BatchRow>) -> Self {
        Self {
            subject: subject.as_str(),
            interval: axis.interval.as_str(),
            buckets: axis.buckets.into_iter().map(Period::from).collect(),
            rows,
        }
    }
}

impl BatchRow {
    /// A line that was counted.
    pub(crate) fn counted(line: Line, parsed: &ParsedQuery, count: Count) -> Self {
        Self {
            query: Some(parsed.query.to_string()),
            total: Some(count.total),
            undated: Some(count.undated),
            warnings: Warning::all(&parsed.warnings, &count.report),
            counts: Some(count.counts),
            ..Self::failed(line, None)
        }
    }

    /// A line that was not, and why.
    pub(crate) fn failed(line: Line, error: impl Into<Option<String>>) -> Self {
        Self {
            line: line.number,
            text: line.text,
            query: None,
            total: None,
            undated: None,
            counts: None,
            warnings: Vec::new(),
            error: error.into(),
        }
    }
}
