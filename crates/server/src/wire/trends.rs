use quotidian_search::query::ParsedQuery;
use serde::Serialize;
use utoipa::ToSchema;

use super::{period::Period, query::Query};
use crate::{
    counting::{Axis, Count},
    parameters::Subject,
};

/// Queries counted over time, on one calendar axis.
#[derive(Serialize, ToSchema)]
pub(crate) struct Trends {
    /// What is counted.
    #[schema(pattern = "^(articles|quotes)$", example = "articles")]
    subject: &'static str,
    /// The length of a period.
    #[schema(pattern = "^(day|week|month|year|decade|century)$", example = "month")]
    interval: &'static str,
    /// The periods, in order, without gaps.
    pub(crate) buckets: Vec<Period>,
    /// The queries, in the order given.
    pub(crate) series: Vec<Trend>,
}

/// One query counted over time.
#[derive(Serialize, ToSchema)]
pub(crate) struct Trend {
    /// The query as it was understood.
    pub(crate) query: Query,
    /// How many match on the days asked for.
    total: u64,
    /// How many match without a day; the days asked for leave them out of `total`.
    undated: u64,
    /// How many match in each period.
    pub(crate) counts: Vec<u64>,
    /// The part of all that the archive has in each period, from 0 to 1, to six places; 0 where it has nothing.
    #[schema(minimum = 0, maximum = 1)]
    pub(crate) shares: Vec<f64>,
}

/// Shares have so many steps from 0 to 1.
const STEPS: f64 = 1e6;

impl Trends {
    /// The counts of several queries.
    pub(crate) fn new(subject: Subject, axis: Axis, series: Vec<Trend>) -> Self {
        Self {
            subject: subject.as_str(),
            interval: axis.interval.as_str(),
            buckets: axis.buckets.into_iter().map(Period::from).collect(),
            series,
        }
    }
}

impl Trend {
    /// The counts of one query.
    pub(crate) fn new(subject: Subject, text: &str, parsed: &ParsedQuery, count: Count, axis: &Axis) -> Self {
        let totals = axis.buckets.iter().map(|bucket| bucket.total);
        let shares = std::iter::zip(&count.counts, totals).map(|(count, total)| share(*count, total));
        Self {
            total: count.total,
            undated: count.undated,
            shares: shares.collect(),
            query: Query::new(subject, text, &parsed.query, &parsed.warnings, count.report),
            counts: count.counts,
        }
    }
}

fn share(count: u64, total: u64) -> f64 {
    if total == 0 { 0.0 } else { (count as f64 / total as f64 * STEPS).round() / STEPS }
}
