//! Where a report was written: "NEW YORK (Reuters) - ...".

use std::ops::Range;

use quotidian_model::EntityKind;

use crate::{document::Document, lexicon::LEXICON, token::Shape};

/// Whether a name in capitals begins a paragraph before a parenthesis and is a well-known place. In tables of results,
/// where no parenthesis follows, towns are teams.
pub(super) fn is_dateline(document: &Document<'_>, tokens: Range<usize>) -> bool {
    let first = &document.tokens[tokens.start];
    document.paragraphs[first.paragraph].tokens.start == tokens.start
        && document.word(tokens.end) == "("
        && tokens.clone().all(|at| document.tokens[at].shape == Shape::Upper)
        && LEXICON.name(document.lower_span(tokens)) == Some(EntityKind::Place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_places_in_capitals_at_a_paragraphs_start() {
        let document = Document::new("NEW YORK (Reuters) - The NEW YORK pier.\nLONDON 3 OKK 2");
        assert!(is_dateline(&document, 0..2));
        assert!(!is_dateline(&document, 7..9));
        assert!(!is_dateline(&document, 11..12));
    }
}
