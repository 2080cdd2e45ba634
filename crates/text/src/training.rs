//! What the developer's `cargo xtask train` reads: the features of annotated texts, exactly as [`crate::annotate`] sees
//! them. Not part of the library's contract.

pub use crate::feature::{Feature, Weights, weight_file, word_hash};

pub use crate::clause::{CLAUSE_BITS, ClauseExample};

use crate::{candidate, clause, document::Document, names, quotation};

/// The words of a body that may be reported clauses.
pub fn clause_examples(body: &str) -> Vec<ClauseExample> {
    let document = Document::new(body);
    let names = names::find(&document);
    let candidates = candidate::find(&document, &names);
    let quotations = quotation::judge(&document);
    clause::examples(&document, &candidates, &quotations)
}
