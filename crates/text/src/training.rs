//! What the developer's `cargo xtask train` reads: the features of annotated texts, exactly as [`crate::annotate`] sees
//! them. Not part of the library's contract.

pub use crate::{
    feature::{Feature, Weights, weight_file, word_hash},
    marks::Marked,
    names::training as names,
    quotation::example as quotations,
    speaker::example as speakers,
};

/// The spans of a text in double quotation marks, in order.
pub fn marked_spans(text: &str) -> Vec<Marked> {
    let mut spans = crate::marks::find(text);
    spans.retain(|marked| !matches!(&text[marked.outer.start..marked.inner.start], "'" | "‘" | "`"));
    spans
}
