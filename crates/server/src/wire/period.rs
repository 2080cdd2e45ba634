use quotidian_search::Bucket;
use serde::Serialize;
use utoipa::ToSchema;

/// One period of a calendar axis. Periods are whole: the first and the last may have days that were not asked for.
#[derive(Serialize, ToSchema)]
pub(crate) struct Period {
    /// Its first day.
    #[schema(format = "date", example = "2024-03-01")]
    pub(crate) from: String,
    /// Its last day.
    #[schema(format = "date", example = "2024-03-31")]
    pub(crate) to: String,
    /// How many articles or quotes the archive has in it.
    pub(crate) total: u64,
}

impl From<Bucket> for Period {
    fn from(bucket: Bucket) -> Self {
        Self { from: bucket.from.into(), to: bucket.to.into(), total: bucket.total }
    }
}
