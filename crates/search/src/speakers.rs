use quotidian_model::Day;

use crate::Page;

/// A question for the archive's speakers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakersRequest {
    /// Words of the name, each matched as the beginning of a word, without regard to case and diacritics; empty for all.
    pub name: String,
    /// The order.
    pub sort: SpeakerSort,
    /// The page wanted.
    pub page: Page,
}

/// The order of speakers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpeakerSort {
    /// The most quoted first.
    Count,
    /// By name.
    Name,
    /// The most recently quoted first.
    Recent,
}

/// A page of speakers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakerList {
    /// How many match.
    pub total: u64,
    /// Those of the page.
    pub speakers: Vec<SpeakerListing>,
}

/// What a list says of a speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakerListing {
    /// Canonical name.
    pub name: String,
    /// Number of quotes.
    pub quotes: u64,
    /// The day of the first dated quote.
    pub first: Option<Day>,
    /// The day of the last dated quote.
    pub last: Option<Day>,
}
