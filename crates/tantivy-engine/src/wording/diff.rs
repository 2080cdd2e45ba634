use quotidian_search::{Change, ChangeOp};

use super::{Alignment, Step, Token, Wording};

/// What an alignment found, as pieces of both texts. Put together, the pieces given are the whole given text, and the
/// pieces printed the printed text from the first word that was found to the last.
pub(crate) fn diff(alignment: &Alignment, given: &Wording<'_>, printed: &Wording<'_>) -> Vec<Change> {
    let runs: Vec<&[Step]> = alignment.steps.chunk_by(|left, right| group(*left) == group(*right)).collect();
    let mut cut_given = Cut::new(given, 0, given.text.len());
    let span = alignment.printed_span(printed);
    let (start, end) = span.map_or((0, 0), |span| (span.start, span.end));
    let mut cut_printed = Cut::new(printed, start, end);
    let changes = std::iter::zip(&runs, 1..).map(|(run, next)| {
        let after = || runs[next..].iter().copied().flatten();
        let next_given = after().find_map(|step| step.given());
        let next_printed = after().find_map(|step| step.printed());
        let has_given = run.iter().any(|step| step.given().is_some());
        let has_printed = run.iter().any(|step| step.printed().is_some());
        Change {
            op: op(group(run[0]), has_given, has_printed),
            given: if has_given { cut_given.up_to(next_given) } else { String::new() },
            printed: if has_printed { cut_printed.up_to(next_printed) } else { String::new() },
        }
    });
    changes.collect()
}

/// What is shown as one piece.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Same,
    Differing,
    Edited,
}

fn group(step: Step) -> Group {
    match step {
        Step::Same(..) => Group::Same,
        Step::Changed(..) | Step::Added(_) | Step::Missing(_) => Group::Differing,
        Step::Gap(_) | Step::Passed(_) => Group::Edited,
    }
}

fn op(group: Group, has_given: bool, has_printed: bool) -> ChangeOp {
    match (group, has_given, has_printed) {
        (Group::Same, ..) => ChangeOp::Same,
        (Group::Edited, ..) => ChangeOp::Edited,
        (Group::Differing, true, true) => ChangeOp::Changed,
        (Group::Differing, true, false) => ChangeOp::Added,
        (Group::Differing, false, _) => ChangeOp::Missing,
    }
}

const OPENING_MARKS: [char; 8] = ['[', '(', '“', '‘', '«', '„', '"', '\''];

/// Cuts a text into pieces that follow each other, each with the marks and spaces behind it.
struct Cut<'a> {
    text: &'a str,
    tokens: &'a [Token],
    place: usize,
    end: usize,
}

impl<'a> Cut<'a> {
    fn new(wording: &'a Wording<'_>, place: usize, end: usize) -> Self {
        Self { text: wording.text, tokens: &wording.tokens, place, end }
    }

    /// The text up to a token with the marks that open before it, or to its end.
    fn up_to(&mut self, token: Option<usize>) -> String {
        let end = token.map_or(self.end, |token| self.tokens[token].span.start);
        let end = self.text.get(self.place..end).map_or(end, |piece| {
            let opening = if token.is_some() { &OPENING_MARKS[..] } else { &[] };
            self.place + piece.trim_end_matches(opening).len()
        });
        let piece = self.text.get(self.place..end).unwrap_or_default();
        self.place = end;
        piece.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use quotidian_model::Span;

    use super::*;

    fn drawn(given: &str, text: &str) -> String {
        let (given, printed) = (Wording::given(given), Wording::printed(text, Span::new(0, text.len()), &[]));
        let changes = diff(&Alignment::of(&given, &printed), &given, &printed);
        let change = |Change { op, given, printed }: &Change| {
            let (given, printed) = (given.trim(), printed.trim());
            match op {
                ChangeOp::Same => printed.to_owned(),
                _ => format!("{{{}: {given} | {printed}}}", op.as_str()),
            }
        };
        changes.iter().map(change).collect::<Vec<_>>().join(" ")
    }

    fn check(given: &str, printed: &str, expected: &str) {
        assert_eq!(drawn(given, printed), expected, "{given}");
    }

    #[test]
    fn the_same_words_are_found_amid_others() {
        check("we will not tax", "She said: “We will NOT tax the tide.”", "We will NOT tax");
        check("", "We will.", "");
    }

    #[test]
    fn differing_words_are_shown_side_by_side() {
        let printed = "We will not tax the tide, nor shall anybody tax the people who live by it.";
        check(
            "We will never tax the tides or the people who live by them.",
            printed,
            "We will {changed: never | not} tax the {changed: tides or | tide, nor shall anybody tax} \
             the people who live by {changed: them. | it}",
        );
        check("we will tax the tide", printed, "We will {missing:  | not} tax the tide");
        check("not really tax the tide", printed, "not {added: really | } tax the tide");
    }

    #[test]
    fn editors_marks_cost_nothing() {
        let printed = "“We will not tax the tide, and nobody shall tax the people.”";
        check(
            "We will not tax … the people",
            printed,
            "We will not tax {edited: … | the tide, and nobody shall tax} the people",
        );
        check("[Senna] will not tax the tide", printed, "{edited: [Senna] | } will not tax the tide");
        check("not tax [it], and nobody", printed, "not tax {edited: [it], | the tide,} and nobody");
        check("will tax the people", "will tax [all] the people", "will tax {edited:  | [all]} the people");
    }

    proptest! {
        #[test]
        fn pieces_make_up_both_texts(
            given in "[ab…\\[\\] .,é’]{0,24}",
            text in "[ab \\[\\].,é’]{0,24}",
        ) {
            let (given, printed) =
                (Wording::given(&given), Wording::printed(&text, Span::new(0, text.len()), &[]));
            let alignment = Alignment::of(&given, &printed);
            let changes = diff(&alignment, &given, &printed);
            let pieces = |of: fn(&Change) -> &str| changes.iter().map(of).collect::<String>();
            if !changes.is_empty() {
                prop_assert_eq!(pieces(|change| &change.given), given.text);
            }
            let span = alignment.printed_span(&printed);
            prop_assert_eq!(pieces(|change| &change.printed), span.map_or("", |span| span.of(&text)));
        }

        #[test]
        fn no_cheaper_piece_is_passed_over(
            given in "[ab]( [abc]){0,6}",
            text in "[ab]( [abc]){0,6}",
        ) {
            let words: Vec<&str> = text.split(' ').collect();
            let (wording, printed) =
                (Wording::given(&given), Wording::printed(&text, Span::new(0, text.len()), &[]));
            let pieces = (0..=words.len())
                .flat_map(|start| (start..=words.len()).map(move |end| (start, end)));
            let distances = pieces.map(|(start, end)| {
                let given: Vec<&str> = given.split(' ').collect();
                strsim::generic_levenshtein(&given, &words[start..end].to_vec())
            });
            prop_assert_eq!(Some(Alignment::of(&wording, &printed).distance), distances.min());
        }
    }
}
