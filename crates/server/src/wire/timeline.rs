use serde::Serialize;
use utoipa::ToSchema;

/// Matches over time, in calendar periods without gaps. The days asked for leave out none of them.
#[derive(Serialize, ToSchema)]
pub(crate) struct Timeline {
    /// The period of one bucket.
    #[schema(pattern = "^(day|week|month|year|decade|century)$", example = "month")]
    interval: &'static str,
    /// The periods, in order.
    buckets: Vec<Bucket>,
    /// Matches without a day.
    undated: u64,
}

/// One period of a timeline.
#[derive(Serialize, ToSchema)]
pub(crate) struct Bucket {
    /// Its first day.
    #[schema(format = "date", example = "2024-03-01")]
    from: String,
    /// Its last day.
    #[schema(format = "date", example = "2024-03-31")]
    to: String,
    /// How many match in it.
    count: u64,
    /// How many the archive has in it.
    total: u64,
}

impl From<quotidian_search::Timeline> for Timeline {
    fn from(timeline: quotidian_search::Timeline) -> Self {
        Self {
            interval: timeline.interval.as_str(),
            buckets: timeline.buckets.into_iter().map(Bucket::from).collect(),
            undated: timeline.undated,
        }
    }
}

impl From<quotidian_search::Bucket> for Bucket {
    fn from(bucket: quotidian_search::Bucket) -> Self {
        Self { from: bucket.from.into(), to: bucket.to.into(), count: bucket.count, total: bucket.total }
    }
}
