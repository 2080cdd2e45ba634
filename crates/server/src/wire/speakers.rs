use quotidian_search::{Page, SpeakerList, SpeakerListing};
use serde::Serialize;
use utoipa::ToSchema;

use crate::parameters::page_count;

/// A page of speakers.
#[derive(Serialize, ToSchema)]
pub(crate) struct Speakers {
    /// How many match.
    total: u64,
    /// The page, from 1.
    page: usize,
    /// How many speakers a page holds.
    per_page: usize,
    /// How many pages can be turned to.
    pages: u64,
    /// The speakers of the page.
    speakers: Vec<Speaker>,
}

/// Somebody who is quoted in the archive.
#[derive(Serialize, ToSchema)]
pub(crate) struct Speaker {
    /// Canonical name.
    #[schema(example = "Ilse Maravant")]
    name: String,
    /// Number of quotes.
    quotes: u64,
    /// The day of the first dated quote.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "date")]
    first: Option<String>,
    /// The day of the last dated quote.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "date")]
    last: Option<String>,
}

impl Speakers {
    /// A page of a list.
    pub(crate) fn new(list: SpeakerList, page: Page) -> Self {
        Self {
            total: list.total,
            page: page.number(),
            per_page: page.size(),
            pages: page_count(list.total, page),
            speakers: list.speakers.into_iter().map(Speaker::from).collect(),
        }
    }
}

impl From<SpeakerListing> for Speaker {
    fn from(listing: SpeakerListing) -> Self {
        Self {
            name: listing.name,
            quotes: listing.quotes,
            first: listing.first.map(String::from),
            last: listing.last.map(String::from),
        }
    }
}
