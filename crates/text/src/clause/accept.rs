//! Whether words are a reported clause, and where exactly it starts and ends.

use std::ops::Range;

use super::Scene;
use crate::part::Part;

/// The tokens as a clause: trimmed, with at least three words and a finite verb, and mostly outside direct quotations.
pub(super) fn clause(scene: &Scene<'_, '_>, cue: usize, tokens: Range<usize>) -> Option<Range<usize>> {
    let document = scene.document;
    let (mut start, mut end) = (tokens.start, tokens.end);
    while start < end && matches!(document.lower(start), "," | ":" | "—" | "–" | ";" | "that" | "-") {
        start += 1;
    }
    while end > start
        && !scene.is_marked(end - 1)
        && !document.is_word(end - 1)
        && !matches!(document.word(end - 1), ")" | "%")
    {
        end -= 1;
    }
    let direct = (start..end).filter(|&at| scene.is_direct(at)).count();
    let words = (start..end).filter(|&at| document.is_word(at)).count();
    let plain = matches!(document.lower(cue), "said" | "says" | "say" | "told" | "according" | "saying");
    if direct * 5 > (end - start) * 2 || words < 3 || !document.is_finite(start..end) {
        return None;
    }
    if matches!(document.lower(start), "who" | "which") {
        return None;
    }
    let that = start > 0 && document.lower(start - 1) == "that";
    if !plain && !that && start > cue {
        // "stressed their unity as they work" reports no clause.
        let ends = |at: usize| {
            matches!(document.lower(at), "," | ";" | "as" | "when" | "while" | "who" | "which" | "that")
        };
        let comma = (start + 1..end).find(|&at| ends(at)).unwrap_or(end);
        if !document.is_finite(start..comma) {
            return None;
        }
    }
    // "said Monday", "said in a statement" alone hold a verb only by accident.
    let has_subject = (start..end).any(|at| {
        let part = document.tokens[at].part;
        part.is_noun() || matches!(part, Part::Pronoun | Part::Determiner)
    });
    has_subject.then_some(start..end)
}
