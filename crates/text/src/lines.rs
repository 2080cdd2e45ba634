//! Hard-wrapped text: line breaks inside paragraphs become spaces, byte for byte.

use std::borrow::Cow;

/// The text with the line breaks of hard-wrapped paragraphs replaced by spaces; every offset holds.
///
/// A text counts as hard-wrapped when most of its lines that have a next line are 45 to 100 bytes long, half of them
/// end in mid-sentence and a third go on in lower case; no line may exceed 160 bytes.
pub(crate) fn unwrap(text: &str) -> Cow<'_, str> {
    let lines: Vec<&str> = text.split('\n').collect();
    if !is_wrapped(&lines) {
        return Cow::Borrowed(text);
    }
    let mut unwrapped = String::with_capacity(text.len());
    for (index, line) in lines.iter().enumerate() {
        unwrapped.push_str(line);
        if let Some(next) = lines.get(index + 1) {
            let indented = next.starts_with('\t') || next.starts_with("  ");
            let joined = !line.trim().is_empty() && !next.trim().is_empty() && !indented;
            unwrapped.push(if joined { ' ' } else { '\n' });
        }
    }
    Cow::Owned(unwrapped)
}

fn is_wrapped(lines: &[&str]) -> bool {
    let filled = lines.iter().filter(|line| !line.trim().is_empty()).count();
    if filled < 6 || lines.iter().any(|line| line.len() > 160) {
        return false;
    }
    let (mut continued, mut medium, mut open, mut lower) = (0, 0, 0, 0);
    for pair in lines.windows(2) {
        let (line, next) = (pair[0].trim_end(), pair[1].trim_start());
        if line.trim().is_empty() || next.is_empty() {
            continue;
        }
        continued += 1;
        medium += usize::from((45..=100).contains(&line.len()));
        open += usize::from(!line.ends_with(['.', '?', '!', ':', '"', '”', '\'', '’']));
        lower += usize::from(next.starts_with(char::is_lowercase));
    }
    continued >= 4 && medium * 10 >= continued * 6 && open * 2 >= continued && lower * 10 >= continued * 3
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRAPPED: &str = "The harbour council of Port Senna met in the old customs house on\n\
        Tuesday evening, and the members argued for three hours about the\n\
        price of a new ferry, which nobody in the room had yet seen, and of\n\
        the pier that it would need.\n\nThe council meets again in a week, when the ministry has sent its\n\
        own figures and the shipyard has answered the two letters that the\n\
        clerk wrote to it.";

    #[test]
    fn wrapped_lines_are_joined_and_offsets_hold() {
        let text = unwrap(WRAPPED);
        assert_eq!(text.len(), WRAPPED.len());
        assert_eq!(text.matches('\n').count(), 2);
    }

    #[test]
    fn a_paragraph_per_line_stays() {
        let text = "One line.\nAnother line.\nA third.\nA fourth.\nA fifth.\nA sixth.";
        assert_eq!(unwrap(text), text);
    }
}
