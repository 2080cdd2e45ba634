//! Words whose loss turns a statement round.

use std::sync::LazyLock;

use quotidian_model::Span;

use super::{Alignment, Step, Wording};
use crate::word_lists::WordLists;

static WORDS: LazyLock<WordLists> =
    LazyLock::new(|| WordLists::parse(include_str!("../../data/negations.txt")));

/// What ends a clause: what is denied in front of it does not deny what follows.
const CLAUSE_ENDS: [char; 10] = ['.', '?', '!', ',', ';', ':', '—', '–', '\n', '…'];

/// The words of negation, as they were printed, that an alignment leaves out: dropped inside it, hidden behind an editor's
/// mark, or cut off in front of it in the same clause. One that was given in the place of another is not left out.
pub(crate) fn cut(alignment: &Alignment, given: &Wording<'_>, printed: &Wording<'_>) -> Vec<String> {
    let is_same = |step: &Step| matches!(step, Step::Same(..));
    let differing = alignment
        .steps
        .split(is_same)
        .filter(|run| !run.iter().filter_map(|step| step.given()).any(|place| is_negation(given, place)));
    let inside = differing.flatten().filter_map(|step| step.printed());
    let first = alignment.steps.iter().find_map(|step| step.printed()).unwrap_or_default();
    let before = (0..first).rev().take_while(|place| is_same_clause(printed, *place));
    let mut places: Vec<usize> = before.chain(inside).filter(|place| is_negation(printed, *place)).collect();
    places.sort_unstable();
    places.into_iter().map(|place| printed.tokens[place].span.of(printed.text).to_owned()).collect()
}

fn is_negation(wording: &Wording<'_>, place: usize) -> bool {
    wording.tokens[place].word().is_some_and(|word| WORDS.has("negation", word))
}

/// Whether the word at a place is in one clause with the next.
fn is_same_clause(wording: &Wording<'_>, place: usize) -> bool {
    let next = wording.tokens.get(place + 1);
    next.is_some_and(|next| {
        let between = Span::new(wording.tokens[place].span.end, next.span.start).of(wording.text);
        !between.contains(CLAUSE_ENDS)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(given: &str, text: &str, expected: &[&str]) {
        let (given, printed) = (Wording::given(given), Wording::printed(text, Span::new(0, text.len()), &[]));
        assert_eq!(cut(&Alignment::of(&given, &printed), &given, &printed), expected, "{text}");
    }

    #[test]
    fn a_negation_that_fell_away_is_found() {
        check("tax the people", "We will not tax the people.", &["not"]);
        check("we will tax the people", "We will not tax the people.", &["not"]);
        check("we … tax the people", "We won’t ever tax the people.", &["won’t"]);
        check("we will tax the people", "She denied that we will tax the people.", &["denied"]);
    }

    #[test]
    fn what_another_clause_denies_is_not_meant() {
        check("we will tax the people", "It is no lie, we will tax the people, not the tide.", &[]);
        check("will not tax", "We will not tax.", &[]);
        check("we will never tax the people", "We do not tax the people.", &[]);
    }
}
