//! Names: which words of a text name a person, an organization or a place.
//!
//! A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) tags the words in two stages
//! ([`tagger`]). The first sees a word's [`field`]s and those of its neighbours through the [`template`]s: how the word
//! is written, the class of words that it belongs to ([`clusters`]), what the lists say ([`gazetteer`]) and what the
//! article shows of it ([`statistics`]). The second also sees what the first one found for the same words throughout the
//! article ([`agreement`]; Krishnan and Manning 2006). Only [`stretch`]es with capitals are looked at. The [`weights`]
//! give scores for each [`label`], [`decode`] finds the best labels, and [`titled`] parts persons from their titles.

mod agreement;
mod clusters;
mod decode;
mod field;
mod gazetteer;
pub mod label;
mod statistics;
mod stretch;
mod tagger;
mod template;
mod titled;
#[cfg(feature = "training")]
pub mod training;
mod weights;

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
    let labels = tagger::tag(document);
    let mut names: Vec<Name> = Vec::new();
    for tokens in agreement::named(&labels) {
        let Some(kind) = label::kind(labels[tokens.start]) else { continue };
        let limit = names.last().map_or(0, |name| name.tokens.end);
        names.push(name(document, tokens, kind, limit));
    }
    names
}

/// The name at `tokens`; its titles begin at `limit` or later.
fn name(document: &Document<'_>, tokens: Range<usize>, kind: EntityKind, limit: usize) -> Name {
    if kind != EntityKind::Person {
        return Name { titles: tokens.start..tokens.start, tokens, kind };
    }
    let tokens = titled::without_titles(document, tokens);
    Name { titles: titled::titles_before(document, limit, tokens.start), tokens, kind }
}
