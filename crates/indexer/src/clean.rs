/// The text with line ends as `\n` and without control characters other than `\n` and tab, trimmed.
pub(crate) fn text(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let blank = |character: char| character.is_whitespace() || character.is_ascii_control();
    let mut characters = text.trim_matches(blank).chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            // Of `\r\n` the `\n` follows by itself; a lone `\r` is an old Macintosh's line end.
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' => cleaned.push('\n'),
            '\n' | '\t' => cleaned.push(character),
            _ if character.is_ascii_control() => {}
            _ => cleaned.push(character),
        }
    }
    cleaned
}

/// The text on one line, without control characters and with single blanks, or `None` when nothing is left.
pub(crate) fn line(text: &str) -> Option<String> {
    let mut cleaned = String::with_capacity(text.len());
    for word in text.split(|character: char| character.is_whitespace() || character.is_control()) {
        if !word.is_empty() {
            if !cleaned.is_empty() {
                cleaned.push(' ');
            }
            cleaned.push_str(word);
        }
    }
    (!cleaned.is_empty()).then_some(cleaned)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_body_keeps_line_ends_and_tabs_and_no_other_control_character() {
        assert_eq!(
            super::text("\u{0}One\r\ntwo\rthree\n\n\tf\u{1b}our\u{7f} \n"),
            "One\ntwo\nthree\n\n\tfour"
        );
    }

    #[test]
    fn a_headline_is_one_line() {
        assert_eq!(
            super::line("  Port Senna\n votes\u{0} again ").as_deref(),
            Some("Port Senna votes again")
        );
        assert_eq!(super::line(" \u{7} \n"), None);
    }
}
