use encoding_rs::WINDOWS_1252;

/// What writes letters against their own direction: no text needs it, and it makes words look like others.
const OVERRIDES: [char; 2] = ['\u{202d}', '\u{202e}'];

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
            _ => cleaned.extend(printed(character)),
        }
    }
    cleaned
}

/// The text on one line, without control characters and such as turn the direction of writing or are seen by nobody, and with
/// single blanks; or `None` when nothing is left. Titles and names are compared and listed: two that look the same are the
/// same, and none can turn what stands beside it.
pub(crate) fn line(text: &str) -> Option<String> {
    let mut cleaned = String::with_capacity(text.len());
    for word in text.split(|character: char| character.is_whitespace() || character.is_ascii_control()) {
        let before = cleaned.len();
        if before > 0 {
            cleaned.push(' ');
        }
        let start = cleaned.len();
        cleaned.extend(word.chars().filter(|character| !is_unseen(*character)).filter_map(printed));
        if cleaned.len() == start {
            cleaned.truncate(before);
        }
    }
    (!cleaned.is_empty()).then_some(cleaned)
}

/// A line whose UTF-8 somebody read as the encoding of Windows, perhaps more than once (`Sennaâ€™s`), as it was. Marks of
/// punctuation tell it: read so, they become three characters that never stand side by side.
pub(crate) fn mended(line: String) -> String {
    let (bytes, _, is_lossy) = WINDOWS_1252.encode(&line);
    match std::str::from_utf8(&bytes) {
        Ok(mended) if !is_lossy && mended.contains(|mark| ('\u{2000}'..='\u{22ff}').contains(&mark)) => {
            self::mended(mended.to_owned())
        }
        _ => line,
    }
}

/// The character, unless it is a control character. Those of Latin-1 are what is left of quotation marks and dashes of
/// Windows that were read as Latin-1.
fn printed(character: char) -> Option<char> {
    match u32::from(character) {
        0..0x20 | 0x7f => None,
        code @ 0x80..0xa0 => {
            let byte = [u8::try_from(code).ok()?];
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(&byte);
            text.chars().next().filter(|character| !character.is_control())
        }
        _ => Some(character).filter(|character| !OVERRIDES.contains(character)),
    }
}

/// Marks that turn the direction of writing, and characters without width; but not the joiners, which some scripts need.
fn is_unseen(character: char) -> bool {
    matches!(character,
        '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
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
    fn quotation_marks_that_were_read_as_latin_1_are_mended() {
        assert_eq!(
            super::text("\u{93}It\u{92}s closed,\u{94} he said \u{96} twice\u{81}."),
            "“It’s closed,” he said – twice."
        );
    }

    #[test]
    fn a_line_in_the_wrong_encoding_is_mended() {
        let check = |line: &str, expected: &str| assert_eq!(super::mended(line.to_owned()), expected);
        check("Sennaâ€™s cafÃ©", "Senna’s café");
        check("SennaÃ¢â‚¬â„¢s levy", "Senna’s levy");
        for line in ["Senna’s café", "CAFÉ’S “AMANHÔ", "Порт", "$5 â€", ""] {
            check(line, line);
        }
    }

    #[test]
    fn nothing_in_a_name_turns_what_stands_beside_it() {
        assert_eq!(
            super::line("\u{202e}Tobin\u{200b} \u{2066}Okkerley\u{2069}\u{feff}").as_deref(),
            Some("Tobin Okkerley")
        );
        assert_eq!(super::line("\u{202e} \u{200f}"), None);
        assert_eq!(super::line("می\u{200c}خواهم").as_deref(), Some("می\u{200c}خواهم"));
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
