use std::sync::LazyLock;

use quotidian_search::SuggestRequest;

use super::{
    extract::Readable,
    parameter::{Bounds, Form, Parameter},
    reader::Reader,
};
use crate::problem::Problem;

/// The question for names to offer while somebody types.
pub(crate) struct SuggestSearch(pub(crate) SuggestRequest);

const LIMIT: Bounds = Bounds { from: 1, to: 20, default: 5 };

static KNOWN: LazyLock<Vec<Parameter>> = LazyLock::new(|| {
    let text = "What was typed so far: beginnings of words, without regard to case and diacritics.";
    vec![
        Parameter::new("q", text, Form::Text, "marav"),
        Parameter::new("limit", "The most names of each facet.", Form::Number(LIMIT), "3"),
    ]
});

impl Readable for SuggestSearch {
    fn known() -> &'static [Parameter] {
        &KNOWN
    }

    fn read(reader: Reader, _: &str) -> Result<Self, Problem> {
        let text = reader.text("q").unwrap_or_default().to_owned();
        Ok(Self(SuggestRequest { text, limit: reader.number("limit", LIMIT)? }))
    }
}
