//! The JSON of the API. Offsets are Unicode code points into an article's `body`; what is absent is left out.

mod article;
mod article_hit;
mod article_summary;
mod facet;
mod health;
mod query;
mod quote_hit;
mod results;
mod segment;
mod speakers;
mod stats;
mod timeline;

pub(crate) use article::Article;
pub(crate) use article_hit::ArticleHit;
pub(crate) use health::Health;
pub(crate) use quote_hit::QuoteHit;
pub(crate) use results::Results;
pub(crate) use speakers::Speakers;
pub(crate) use stats::Stats;

// serde's `skip_serializing_if` hands over a reference.
#[expect(clippy::trivially_copy_pass_by_ref)]
fn is_false(flag: &bool) -> bool {
    !flag
}
