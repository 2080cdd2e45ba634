use quotidian_model::Span;

/// The sentences of a text: cut after a full stop, question or exclamation mark with what closes it, before a space,
/// and at line breaks. Abbreviations may cut one too many; nothing is lost by it.
pub(super) fn sentences(text: &str) -> Vec<Span> {
    let mut sentences = Vec::new();
    let (mut start, mut place) = (0, 0);
    // Most bytes end nothing, and are passed over as bytes.
    while let Some(passed) = text.as_bytes()[place..].iter().position(|byte| MAY_END[usize::from(*byte)]) {
        place += passed;
        match border(&text[place..]) {
            Ok(length) => {
                place += length;
                sentences.push(Span::new(start, place));
                start = place;
                // A line break is a border itself and belongs to what follows.
                place += usize::from(text[place..].starts_with('\n'));
            }
            Err(length) => place += length,
        }
    }
    sentences.push(Span::new(start, text.len()));
    sentences
        .into_iter()
        .map(|sentence| trimmed(text, sentence))
        .filter(|sentence| !sentence.is_empty())
        .collect()
}

/// The bytes that begin a character that can end a sentence; the first of `…` begins others too.
const MAY_END: [bool; 256] = {
    let mut table = [false; 256];
    table[b'\n' as usize] = true;
    table[b'.' as usize] = true;
    table[b'?' as usize] = true;
    table[b'!' as usize] = true;
    table[0xe2] = true;
    table
};

/// How far a sentence reaches into a text that begins with what may end it; if nothing ends here, how far to go on.
fn border(text: &str) -> Result<usize, usize> {
    let mut ended = false;
    for (place, character) in text.char_indices() {
        match character {
            '\n' => return Ok(place),
            '.' | '?' | '!' | '…' => ended = true,
            '"' | '”' | '’' | '\'' | ')' | '»' if ended => {}
            _ if ended && character.is_whitespace() => return Ok(place),
            // What is no end itself is passed over.
            _ => return Err(if place == 0 { character.len_utf8() } else { place }),
        }
    }
    Err(text.len())
}

/// The sentences of those lines of a text that have some of these pieces, which are in order.
pub(crate) fn sentences_around(text: &str, pieces: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut line_end = 0;
    for piece in pieces {
        if piece.end <= line_end {
            continue;
        }
        let start = text[..piece.start].rfind('\n').map_or(0, |newline| newline + 1).max(line_end);
        line_end = text[piece.end..].find('\n').map_or(text.len(), |newline| piece.end + newline + 1);
        let inside = sentences(&text[start..line_end]).into_iter();
        found.extend(inside.map(|one| Span::new(one.start + start, one.end + start)));
    }
    found
}

pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let inside = span.of(text);
    let start = span.start + (inside.len() - inside.trim_start().len());
    Span::new(start, start + inside.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text).into_iter().map(|sentence| sentence.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences_end_with_their_marks_and_at_line_breaks() {
        check("One. Two? “Three!” Four… five", &["One.", "Two?", "“Three!”", "Four…", "five"]);
        check("A headline\n\n  Text of 3.5 words.\nMore’s", &["A headline", "Text of 3.5 words.", "More’s"]);
        check("", &[]);
        check("...\n—", &["...", "—"]);
    }
}
