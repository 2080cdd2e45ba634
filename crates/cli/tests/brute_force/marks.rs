//! Whether what is marked answers the query.

use quotidian_model::Span;
use quotidian_search::{
    Segment,
    query::{Query, QueryField},
};

use crate::{naive::words, pattern::Pattern};

/// The patterns of the clauses that ask for one of these fields and are not excluded.
pub(crate) fn patterns(query: &Query, fields: &[Option<QueryField>]) -> Vec<Pattern> {
    match query {
        Query::Clause(clause) if fields.contains(&clause.field) => vec![Pattern::of(clause)],
        Query::And(parts) | Query::Or(parts) => {
            parts.iter().flat_map(|part| patterns(part, fields)).collect()
        }
        Query::Clause(_) | Query::All | Query::Date(_) | Query::Not(_) => Vec::new(),
    }
}

/// Whether any of the patterns stands in a text.
pub(crate) fn any_stands(patterns: &[Pattern], text: &str) -> bool {
    let words = words(text);
    patterns.iter().any(|pattern| pattern.is_in(&words))
}

/// The first mark that is not made of whole answers: of words each of which belongs to an answer that stands wholly in
/// the mark.
pub(crate) fn first_unreal<'a>(text: &'a str, patterns: &[Pattern], marks: &[Span]) -> Option<&'a str> {
    let words = words(text);
    let answers: Vec<_> = patterns.iter().flat_map(|pattern| pattern.places(&words)).collect();
    let is_real = |mark: &&Span| {
        let inside = |place: usize| mark.contains(words[place].span);
        let whole: Vec<_> = answers.iter().filter(|answer| (*answer).clone().all(inside)).collect();
        let covered = |place: &usize| whole.iter().any(|answer| answer.contains(place));
        let touched: Vec<usize> =
            (0..words.len()).filter(|place| words[*place].span.overlaps(**mark)).collect();
        let begins = touched.first().is_some_and(|first| words[*first].span.start == mark.start);
        let ends = touched.last().is_some_and(|last| words[*last].span.end == mark.end);
        begins && ends && touched.iter().all(covered)
    };
    marks.iter().find(|mark| !is_real(mark)).map(|mark| text.get(mark.range()).unwrap_or("(no text)"))
}

/// Segments as they would be read.
pub(crate) fn joined(segments: &[Segment]) -> String {
    segments.iter().map(|segment| segment.text.as_str()).collect()
}

pub(crate) fn any_marked(segments: &[Segment]) -> bool {
    segments.iter().any(|segment| segment.mark)
}

/// Where the marked pieces stand in the segments' text, in bytes; neighbours are one.
pub(crate) fn marked(segments: &[Segment]) -> Vec<Span> {
    let mut marks: Vec<Span> = Vec::new();
    let mut start = 0;
    for segment in segments {
        let end = start + segment.text.len();
        match marks.last_mut() {
            _ if !segment.mark || segment.text.is_empty() => {}
            Some(last) if last.end == start => last.end = end,
            _ => marks.push(Span::new(start, end)),
        }
        start = end;
    }
    marks
}

/// Whether a snippet is a piece of a body whose marks are real there. Dots may say that the sentence goes on.
pub(crate) fn is_piece(snippet: &[Segment], body: &str, patterns: &[Pattern]) -> bool {
    let text = joined(snippet);
    let before = text.len() - text.trim_start_matches(['…', ' ']).len();
    let inner = text.trim_matches(['…', ' ']);
    let marks = marked(snippet);
    body.match_indices(inner).any(|(start, _)| {
        let shift = |place: usize| (place + start).checked_sub(before);
        let shifted: Option<Vec<Span>> =
            marks.iter().map(|mark| Some(Span::new(shift(mark.start)?, shift(mark.end)?))).collect();
        shifted.is_some_and(|marks| first_unreal(body, patterns, &marks).is_none())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::queries::parsed;

    fn check(query: &str, text: &str, mark: &str, real: bool) {
        let start = text.find(mark).unwrap();
        let marks = [Span::new(start, start + mark.len())];
        let patterns = patterns(&parsed(query), &[None]);
        assert_eq!(first_unreal(text, &patterns, &marks).is_none(), real, "{query}: {mark}");
    }

    #[test]
    fn marks_are_whole_answers() {
        check("levy", "the levies rise", "levies", true);
        check("levy", "the levies rise", "levies rise", false);
        check("levy", "the levies rise", "lev", false);
        check("\"red lines\"", "red lines, red", "red lines", true);
        check("\"red lines\"", "red lines, red", "red", false);
        check("-levy tide", "levy tide", "levy", false);
    }
}
