use quotidian_model::Span;

/// The sentences of a text: cut after a full stop, question or exclamation mark with what closes it, before a space,
/// and at line breaks. Abbreviations may cut one too many; nothing is lost by it.
pub(super) fn sentences(text: &str) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut ended = false;
    for (place, character) in text.char_indices() {
        match character {
            '\n' => ended = true,
            '.' | '?' | '!' | '…' => {
                ended = true;
                continue;
            }
            '"' | '”' | '’' | '\'' | ')' | '»' if ended => continue,
            _ if character.is_whitespace() => {}
            _ => ended = false,
        }
        if ended {
            sentences.push(Span::new(start, place));
            start = place;
            ended = character == '\n';
        }
    }
    sentences.push(Span::new(start, text.len()));
    sentences
        .into_iter()
        .map(|sentence| trimmed(text, sentence))
        .filter(|sentence| !sentence.is_empty())
        .collect()
}

pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let inside = span.of(text);
    let start = span.start + (inside.len() - inside.trim_start().len());
    Span::new(start, start + inside.trim().len())
}
