//! The fields of the two indexes.

mod article_fields;
mod options;
mod quote_fields;

use quotidian_model::ArticleId;

pub(crate) use article_fields::ArticleFields;
pub(crate) use options::{FacetFieldMap, TextFields};
pub(crate) use quote_fields::QuoteFields;

/// Indexed field of articles: the id.
pub(crate) const ID: &str = "id";
/// Fast field: the civil day as days since 1970-01-01; absent when undated.
pub(crate) const DAY: &str = "day";
/// Fast field: the stable key that breaks ties, from the article's id (and the quote's number).
pub(crate) const KEY: &str = "key";
/// Fast field of articles: the fingerprint under which the article was indexed.
pub(crate) const FINGERPRINT: &str = "fingerprint";
/// Fast field of articles: how many quotes it has.
pub(crate) const QUOTE_COUNT: &str = "quote_count";
/// Fast field of quotes: the id of its article.
pub(crate) const ARTICLE_ID: &str = "article_id";
/// Fast field of quotes: its place in the article, from 1.
pub(crate) const NUMBER: &str = "number";
/// Fast field of quotes: the utterance that it belongs to.
pub(crate) const UTTERANCE: &str = "utterance";
/// Fast field of quotes: the words that name the speaker.
pub(crate) const SURFACE: &str = "surface";
/// Fast field of quotes: the words of saying, in lower case.
pub(crate) const CUE: &str = "cue";
/// Fast field of quotes: what the article says that the speaker is.
pub(crate) const ROLE: &str = "role";
/// Fast field of quotes: the numbers by which quotes that say nearly the same are found.
pub(crate) const STATEMENT: &str = "statement";
/// Fast field of articles: the signature by which near-duplicates are found.
pub(crate) const SIGNATURE: &str = "signature";
/// Fast field of quotes: confidence from 0 to 1.
pub(crate) const CONFIDENCE: &str = "confidence";

/// The part of a key that tells the quotes of an article apart.
const NUMBER_IN_KEY: u64 = 0xffff;

/// The key of an article: 48 bits of its id's digest, and 16 bits free for a quote's number, so that the quotes of an
/// article follow it in order.
pub(crate) fn article_key(id: &ArticleId) -> u64 {
    article_of_key(first_bytes(&blake3::hash(id.as_str().as_bytes())))
}

/// The first 64 bits of a digest.
pub(crate) fn first_bytes(digest: &blake3::Hash) -> u64 {
    let mut first = [0; 8];
    first.copy_from_slice(&digest.as_bytes()[..8]);
    u64::from_be_bytes(first)
}

/// The key of the quote with this number, from 1, in an article.
pub(crate) fn quote_key(article: &ArticleId, number: u64) -> u64 {
    article_key(article) | number.min(NUMBER_IN_KEY)
}

/// The number of a quote, unless it is larger than a key can hold.
pub(crate) fn number_of_key(key: u64) -> Option<u64> {
    Some(key & NUMBER_IN_KEY).filter(|number| *number < NUMBER_IN_KEY)
}

/// The key of the article that a quote's key belongs to.
pub(crate) fn article_of_key(key: u64) -> u64 {
    key & !NUMBER_IN_KEY
}
