//! Examples for the training of the filters.

use quotidian_model::Span;

use super::{Quotation, feature, judge};
use crate::{document::Document, feature::Feature, path::Paths};

/// A marked span of an annotated text.
#[derive(Debug, Clone)]
pub struct Example {
    /// With its marks.
    pub outer: Span,
    /// Whether the marks are double ones.
    pub double: bool,
    /// What the filters see of it.
    pub features: Vec<Feature>,
}

/// The marked spans of a text that hold words, in order.
pub fn examples(body: &str) -> Vec<Example> {
    let document = Document::new(body);
    let paths = Paths::new(&document);
    let quotations = judge(&document, &paths);
    let mut examples = Vec::new();
    feature::each(&document, &paths, &quotations, |index, features| {
        let quotation: &Quotation = &quotations[index];
        let span = document.marked[quotation.marked];
        let mark = &document.text[span.outer.start..span.inner.start];
        let double = matches!(mark, "\"" | "“" | "”" | "„" | "«" | "»");
        examples.push(Example { outer: span.outer, double, features: features.to_vec() });
    });
    examples
}
