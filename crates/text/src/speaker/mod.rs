//! Who says each quote: a trained linear model ranks the candidates, from left to right, so that the speaker of the
//! quote before is seen too.

mod content;
mod decode;
#[cfg(feature = "training")]
pub mod example;
mod feature;
mod rule;

pub(crate) use content::{Content, ContentKind};
pub(crate) use decode::{Decision, decode};
pub(crate) use rule::Rule;
