//! The parameters of the API. One table per endpoint both reads the query string and describes it in the OpenAPI
//! document.

mod extract;
mod identity;
mod pages;
mod parameter;
mod reader;
mod search;
mod speakers;

pub(crate) use extract::{NoParameters, Parameters};
pub(crate) use identity::Identity;
pub(crate) use pages::{PageLinks, page_count};
pub(crate) use search::{ArticleSearch, QuoteSearch, SearchParameters};
pub(crate) use speakers::SpeakerSearch;
