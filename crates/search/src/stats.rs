use quotidian_model::Day;

/// What is in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stats {
    /// Number of articles.
    pub articles: u64,
    /// Number of quotes.
    pub quotes: u64,
    /// Number of named speakers.
    pub speakers: u64,
    /// Number of outlets.
    pub sources: u64,
    /// The day of the earliest dated article.
    pub from: Option<Day>,
    /// The day of the latest dated article.
    pub to: Option<Day>,
    /// Number of articles without a day.
    pub undated: u64,
    /// The generation that was counted.
    pub generation: u64,
}
