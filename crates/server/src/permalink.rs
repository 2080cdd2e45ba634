//! The addresses of pages that others keep.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use quotidian_model::ArticleId;

use crate::content_hash::ContentHash;

/// What stands in an address as it is (RFC 3986, 2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The text as a part of an address.
pub(crate) fn percent_encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// The path of the page that shows an article.
pub(crate) fn of_article(id: &ArticleId) -> String {
    format!("/articles/{}", percent_encoded(id.as_str()))
}

/// The path of the page about a speaker.
pub(crate) fn of_speaker(name: &str) -> String {
    format!("/speakers/{}", percent_encoded(name))
}

/// The path of the page that shows a quote at its place, with the hash of what stood there when the link was made.
pub(crate) fn of_quote(article: &ArticleId, number: u32, hash: ContentHash) -> String {
    format!("{}?hash={hash}#quote-{number}", of_article(article))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_id_fits_into_a_link() {
        let article: ArticleId = "https://semaphore.example/a b?c#ü".parse().unwrap();
        assert_eq!(
            of_quote(&article, 3, ContentHash::of("")),
            "/articles/https%3A%2F%2Fsemaphore.example%2Fa%20b%3Fc%23%C3%BC?hash=af1349b9f5f9a1a6#quote-3"
        );
    }
}
