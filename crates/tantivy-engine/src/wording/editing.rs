use quotidian_model::Span;

/// Longer brackets are no editor's words.
const MAX_BRACKETS: usize = 120;

/// The places of a text where an editor says to have changed it, in bytes and in order.
pub(super) struct EditedSpans {
    /// Brackets with what is in them; not those around a part of a word, as in `[W]e`.
    pub(super) brackets: Vec<Span>,
    /// Ellipses outside of brackets.
    pub(super) ellipses: Vec<Span>,
}

impl EditedSpans {
    /// Those of a text.
    pub(super) fn of(text: &str) -> Self {
        let mut edits = Self { brackets: Vec::new(), ellipses: Vec::new() };
        let mut place = 0;
        while let Some(found) = text[place..].find(['[', '.', '…']) {
            let start = place + found;
            place = match (bracket_end(text, start), ellipsis_end(text, start)) {
                (Some(end), _) => {
                    edits.brackets.push(Span::new(start, end));
                    end
                }
                (None, Some(end)) => {
                    edits.ellipses.push(Span::new(start, end));
                    end
                }
                (None, None) => start + text[start..].chars().next().map_or(1, char::len_utf8),
            };
        }
        edits
    }
}

/// Whether a span lies in one of these, which are in order.
pub(super) fn is_inside(spans: &[Span], inner: Span) -> bool {
    let next = spans.partition_point(|span| span.end < inner.end);
    spans.get(next).is_some_and(|span| span.contains(inner))
}

/// The end of the brackets that open at `start`.
fn bracket_end(text: &str, start: usize) -> Option<usize> {
    let inside = text[start..].strip_prefix('[')?;
    let length = inside.find(']').filter(|length| *length <= MAX_BRACKETS)?;
    let end = start + length + 2;
    let is_letter = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    let is_in_word = is_letter(text[..start].chars().next_back()) || is_letter(text[end..].chars().next());
    (!is_in_word && !inside[..length].contains('[')).then_some(end)
}

/// The end of the ellipsis that begins at `start`: its own character, or three full stops with or without spaces.
fn ellipsis_end(text: &str, start: usize) -> Option<usize> {
    if let Some(rest) = text[start..].strip_prefix('…') {
        return Some(text.len() - rest.len());
    }
    let mut end = start;
    let mut stops = 0;
    for (place, character) in text[start..].char_indices() {
        match character {
            '.' => {
                stops += 1;
                end = start + place + 1;
            }
            ' ' | '\u{a0}' => {}
            _ => break,
        }
    }
    (stops >= 3).then_some(end)
}
