/// A dateline ends this many bytes into a body at the latest; longer ones are sentences.
const LONGEST: usize = 120;

/// The text after its dateline: the place, day and agency that end at a dash, as in `PORT SENNA, March 3 (PSN) — `.
///
/// What stands before the first dash is a dateline if it ends in parentheses or if all of its words are capitalised.
/// That also takes a byline above it. A sentence that begins with a name and a dash loses the name, in all copies alike.
pub(super) fn without_dateline(body: &str) -> &str {
    match first_dash(body) {
        Some((before, after)) if is_dateline(before) => after,
        _ => body,
    }
}

fn is_dateline(text: &str) -> bool {
    let capitalised =
        |word: &str| word.chars().find(|c| c.is_alphanumeric()).is_none_or(|first| !first.is_lowercase());
    text.trim_end().ends_with(')') || text.split_whitespace().all(capitalised)
}

/// What stands before and after the first dash near the start. Hyphens within words are no dashes.
fn first_dash(body: &str) -> Option<(&str, &str)> {
    let mut previous = ' ';
    let mut characters = body.char_indices().take_while(|(at, _)| *at < LONGEST).peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map_or(' ', |(_, next)| *next);
        let dash = match character {
            '—' | '–' | '―' => true,
            '-' => next == '-' || (previous.is_whitespace() && next.is_whitespace()),
            '_' => previous.is_whitespace() && next.is_whitespace(),
            _ => false,
        };
        if dash {
            return Some((body.get(..at)?, body.get(at + character.len_utf8()..)?));
        }
        previous = character;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(body: &str, expected: &str) {
        assert_eq!(without_dateline(body).trim_start_matches('-').trim_start(), expected);
    }

    #[test]
    fn datelines_are_left_out() {
        check("PORT SENNA  (PSN) - The pier opened.", "The pier opened.");
        check("PORT SENNA, March 3 (PSN) — The pier opened.", "The pier opened.");
        check("Port Senna, le 3 mars (APS) – La jetée.", "La jetée.");
        check("Jan 3 (PSN) - The pier opened.", "The pier opened.");
        check("PORT SENNA/OLD QUAY, Jan. 3 (PSN) _ The pier opened.", "The pier opened.");
        check("PORT SENNA, PS--The pier opened.", "The pier opened.");
        check("(PSN) - The pier opened.", "The pier opened.");
    }

    #[test]
    fn a_byline_above_goes_with_it() {
        check("Ilse Maravant\n\nThe Ledger\n\nPORT SENNA — The pier opened.", "The pier opened.");
    }

    #[test]
    fn sentences_stay() {
        for body in ["", "The pier opened.", "The pier opened - at last.", "A well-known pier opened."] {
            check(body, body);
        }
        let far = format!("{}- The pier opened.", "PORT SENNA ".repeat(12));
        check(&far, &far);
    }
}
