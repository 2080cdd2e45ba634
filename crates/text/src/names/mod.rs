//! Names: which words of a text name a person, an organization or a place.
//!
//! A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) tags the words in two stages
//! ([`tagger`]). The first sees a word's [`field`]s and those of its neighbours through the [`template`]s: how the word
//! is written, the class of words that it belongs to ([`word_codes`]), what the lists say ([`gazetteer`]) and what the
//! article shows of it ([`statistics`]). The second also sees what the first one found for the same words throughout the
//! article ([`agreement`]; Krishnan and Manning 2006). Only [`stretch`]es with capitals are looked at. The [`weights`]
//! give scores for each [`label`], [`decode`] finds the best labels, [`symbol`]s are left, the [`same`] words are the same thing, a [`dateline`] is a
//! place, and [`titled`] parts persons from their titles. `docs/models.md` says how all of this is trained.

#![cfg_attr(
    not(feature = "training"),
    allow(unreachable_pub, dead_code, reason = "training makes the weight files with more of this module")
)]

mod agreement;
mod dateline;
mod decode;
mod field;
mod gazetteer;
pub mod label;
mod same;
mod statistics;
mod stretch;
mod symbol;
mod tagger;
mod template;
mod titled;
#[cfg(feature = "training")]
pub mod training;
mod weights;
mod word_codes;

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
    let mut kinds: Vec<(Range<usize>, EntityKind)> = Vec::new();
    for tokens in agreement::named(&labels) {
        let Some(kind) = label::kind(labels[tokens.start]) else { continue };
        if !symbol::is_symbol(document, tokens.clone()) {
            kinds.push((tokens, kind));
        }
    }
    same::agree(document, &mut kinds);
    let mut names: Vec<Name> = Vec::with_capacity(kinds.len());
    for (tokens, kind) in kinds {
        let kind = if dateline::is_dateline(document, tokens.clone()) { EntityKind::Place } else { kind };
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of a text: titles in parentheses, then the name and its kind.
    fn check(text: &str, expected: &[&str]) {
        let document = Document::new(text);
        let found: Vec<String> = find(&document)
            .into_iter()
            .map(|name| {
                let titles = document.span(name.titles).of(text);
                let titles = if titles.is_empty() { String::new() } else { format!("({titles}) ") };
                format!("{titles}{} {:?}", document.span(name.tokens).of(text), name.kind)
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn persons_stand_without_their_titles() {
        check("Prime Minister Ilse Maravant resigned.", &["(Prime Minister) Ilse Maravant Person"]);
        check("On Monday Mr. Okkerley said no.", &["(Mr.) Okkerley Person"]);
        check("The mayor, Tobin Okkerley, left.", &["Tobin Okkerley Person"]);
    }

    #[test]
    fn a_short_name_is_what_the_long_one_is() {
        check(
            "Tobin Okkerley, 54, lost the vote. The council had warned Okkerley of it.",
            &["Tobin Okkerley Person", "Okkerley Person"],
        );
    }

    #[test]
    fn hyphens_join_names_to_other_words() {
        check("a London-based firm", &["London Place"]);
        check("the Russia-Ukraine war", &["Russia Place", "Ukraine Place"]);
    }

    #[test]
    fn no_capital_no_name() {
        check("the pier is closed", &[]);
        check("", &[]);
    }
}
