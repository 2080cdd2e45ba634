use std::sync::LazyLock;

use quotidian_search::{SpeakerSort, SpeakersRequest};

use super::{
    extract::Readable,
    pages,
    parameter::{Choices, Form, Parameter},
    reader::Reader,
};
use crate::problem::Problem;

/// The question for speakers.
pub(crate) struct SpeakerSearch(pub(crate) SpeakersRequest);

static KNOWN: LazyLock<Vec<Parameter>> = LazyLock::new(|| {
    let name = "Beginnings of words of the name, without regard to case and diacritics.";
    let mut known = vec![
        Parameter::new("q", name, Form::Text, "marav"),
        Parameter::new("sort", "The order.", Form::one_of(&sorts(), Some("count")), "recent"),
    ];
    known.extend(pages::known());
    known
});

fn sorts() -> Choices<SpeakerSort> {
    vec![("count", SpeakerSort::Count), ("name", SpeakerSort::Name), ("recent", SpeakerSort::Recent)]
}

impl Readable for SpeakerSearch {
    fn known() -> &'static [Parameter] {
        &KNOWN
    }

    fn read(reader: Reader, _: &str) -> Result<Self, Problem> {
        Ok(Self(SpeakersRequest {
            name: reader.text("q").unwrap_or_default().to_owned(),
            sort: reader.choice("sort", &sorts())?.unwrap_or(SpeakerSort::Count),
            page: pages::read(&reader)?,
        }))
    }
}
