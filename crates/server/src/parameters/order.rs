use std::num::NonZeroU32;

use quotidian_search::{HalfLife, Sort};

use super::{
    parameter::{Bounds, Choices, Form, Parameter},
    reader::Reader,
};
use crate::problem::Problem;

/// The parameters that say in which order hits come.
pub(super) fn known() -> [Parameter; 2] {
    let sort = "The order. Absent: relevance where words are asked for, else newest.";
    let recency = "In how many days the advantage of a new article over an old one halves, in the order of relevance; \
                   0 gives it none.";
    [
        Parameter::new("sort", sort, Form::one_of(&sorts(), None), "newest"),
        Parameter::new("recency", recency, Form::Number(half_lives()), "30"),
    ]
}

/// The order asked for, if one was.
pub(super) fn sort(reader: &Reader) -> Result<Option<Sort>, Problem> {
    reader.choice("sort", &sorts())
}

/// How much age counts; `None` is not at all.
pub(super) fn recency(reader: &Reader) -> Result<Option<HalfLife>, Problem> {
    let days = reader.number("recency", half_lives())?;
    let days = u32::try_from(days).ok().and_then(NonZeroU32::new);
    Ok(days.map(|days| HalfLife { days }))
}

fn sorts() -> Choices<Sort> {
    [Sort::Relevance, Sort::Newest, Sort::Oldest].map(|sort| (sort.as_str(), sort)).to_vec()
}

/// In days.
fn half_lives() -> Bounds {
    Bounds { from: 0, to: HalfLife::MAX_DAYS as usize, default: HalfLife::default().days.get() as usize }
}
