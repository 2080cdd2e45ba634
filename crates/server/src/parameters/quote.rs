use std::sync::LazyLock;

use super::{
    extract::Readable,
    parameter::{Form, Parameter},
    reader::Reader,
};
use crate::{content_hash::ContentHash, problem::Problem};

/// The hash of the words that somebody knows a quote by, if one is given.
pub(crate) struct QuoteReading(pub(crate) Option<ContentHash>);

const HASH: &str = "hash";

static KNOWN: LazyLock<Vec<Parameter>> = LazyLock::new(|| {
    let hash = "The hash of the words that somebody knows the quote by: the answer then says whether they still stand \
                there, and finds them at another number of the article.";
    vec![Parameter::new(HASH, hash, Form::Text, "00c0ffee00c0ffee")]
});

impl Readable for QuoteReading {
    fn known() -> &'static [Parameter] {
        &KNOWN
    }

    fn read(reader: Reader, _: &str) -> Result<Self, Problem> {
        let hash = reader.text(HASH).map(|text| text.trim().parse());
        hash.transpose().map(Self).map_err(|error| Problem::bad_value(HASH, error))
    }
}
