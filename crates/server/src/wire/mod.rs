//! The JSON of the API. Offsets are Unicode code points into an article's `body`; what is absent is left out.

mod article;
mod article_hit;
mod article_summary;
mod batch;
mod change;
mod facet;
mod facet_values;
mod group;
mod health;
mod period;
mod place;
mod provenance;
mod query;
mod quote_hit;
mod read_quote;
mod remedy;
mod results;
mod segment;
mod similar;
mod speaker;
mod speakers;
mod stats;
mod suggestions;
mod timeline;
mod trends;
mod verification;

pub(crate) use article::Article;
pub(crate) use article_hit::ArticleHit;
pub(crate) use batch::{Batch, BatchRow};
pub(crate) use facet_values::FacetValues;
pub(crate) use health::Health;
pub(crate) use provenance::Provenance;
pub(crate) use quote_hit::QuoteHit;
pub(crate) use read_quote::{QuoteState, ReadQuote};
pub(crate) use results::Results;
pub(crate) use similar::Similar;
pub(crate) use speaker::SpeakerProfile;
pub(crate) use speakers::Speakers;
pub(crate) use stats::Stats;
pub(crate) use suggestions::Suggestions;
pub(crate) use trends::{Trend, Trends};
pub(crate) use verification::Verification;

// serde's `skip_serializing_if` hands over a reference.
#[expect(clippy::trivially_copy_pass_by_ref)]
fn is_false(flag: &bool) -> bool {
    !flag
}
