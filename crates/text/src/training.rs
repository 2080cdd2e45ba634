//! What the developer's `cargo xtask train` reads: the features of annotated texts, exactly as [`crate::annotate`] sees
//! them. Not part of the library's contract.

pub use crate::feature::{Feature, Weights, weight_file, word_hash};

pub use crate::clause::training as clauses;
pub use crate::names::training as names;
