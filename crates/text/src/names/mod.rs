//! Names: which words of a text name a person, an organization or a place.
//!
//! Capitalised words in a row are a run ([`run`]); titles and neighbours of another kind are cut off ([`split`]); lists
//! and neighbours are the evidence for its kind ([`evidence`]), summed over the whole article so that a name means the
//! same everywhere ([`decide`]).

mod capital;
mod decide;
mod evidence;
mod run;
mod split;

use std::ops::Range;

use quotidian_model::EntityKind;

use crate::document::Document;

/// A name where it stands, without titles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) tokens: Range<usize>,
    /// The capitalised titles directly before it, perhaps none.
    pub(crate) titles: Range<usize>,
    pub(crate) kind: EntityKind,
}

/// The names of a document, in order, none overlapping another.
pub(crate) fn find(document: &Document<'_>) -> Vec<Name> {
    let runs = run::runs(document);
    let pieces: Vec<split::Piece> = runs.into_iter().flat_map(|run| split::split(document, run)).collect();
    decide::decide(document, pieces)
}
