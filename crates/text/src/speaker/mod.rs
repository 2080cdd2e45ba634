//! Who says each quote: candidates are scored by a linear model over the features of candidate and quote, from left to
//! right, so that the speaker of the quote before is a feature too.

mod decode;
mod feature;
mod weights;

pub(crate) use decode::{Content, ContentKind, Decision, Rule, decode};
