//! The text wires of news agencies: messages of IPTC 7901 and of ANPA 1312, between control characters or without them.

mod anpa;
mod iptc7901;

use std::io::BufRead;

use super::whole::{self, Fault, Found};
use crate::{Reason, Rejection, raw_article::RawArticle};

/// Control characters of the wires: what begins a header, the text and the trailer of a message, and what ends it.
const START_OF_HEADER: char = '\u{1}';
const START_OF_TEXT: char = '\u{2}';
const END_OF_TEXT: char = '\u{3}';
const END_OF_TRANSMISSION: char = '\u{4}';

/// Within how many bytes a file shows what it is.
const HEAD: usize = 1024;

/// In how many lines at its end a message says when it was sent.
const LAST_LINES: usize = 5;

/// Whether a file holds messages of a wire.
pub(super) fn is_wire(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&head[..head.len().min(HEAD)]);
    let message = head.trim_start_matches(|first: char| first.is_control() || first.is_whitespace());
    anpa::is_message(&head) || iptc7901::is_message(message)
}

/// The articles of a file of messages.
pub(super) fn read(
    content: impl BufRead,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    whole::articles(content, file, articles)
}

fn articles(text: &str) -> Found {
    messages(text).into_iter().map(|(line, message)| article(message, line)).collect()
}

/// The messages of a file and the lines in which they begin. A file without control characters is one message.
fn messages(text: &str) -> Vec<(u64, &str)> {
    let mut line = 1;
    let mut messages = Vec::new();
    for part in text.split(START_OF_HEADER) {
        let blank = part.len()
            - part.trim_start_matches(|first: char| first.is_control() || first.is_whitespace()).len();
        if blank < part.len() {
            messages.push((line + lines(&part[..blank]), &part[blank..]));
        }
        line += lines(part);
    }
    messages
}

fn lines(text: &str) -> u64 {
    text.bytes().filter(|byte| *byte == b'\n').count() as u64
}

fn article(message: &str, line: u64) -> Result<RawArticle, Fault> {
    let parts = Parts::of(message);
    let raw = if anpa::is_message(message) { anpa::article(&parts) } else { iptc7901::article(&parts) };
    match raw {
        Ok(raw) if raw.body.is_empty() => Err(Fault { line: Some(line), reason: Reason::NoBody }),
        Ok(raw) => Ok(RawArticle { line, ..raw }),
        Err(reason) => Err(Fault { line: Some(line), reason }),
    }
}

/// The parts of a message.
#[derive(Debug, PartialEq, Eq)]
struct Parts<'a> {
    /// What stands before the text; its first line where nothing parts them.
    header: &'a str,
    text: &'a str,
    /// What stands behind the text; of one that nothing parts from it, the whole.
    trailer: &'a str,
}

impl<'a> Parts<'a> {
    fn of(message: &'a str) -> Self {
        let message = message.split(END_OF_TRANSMISSION).next().unwrap_or_default();
        let parted = message.split_once(START_OF_TEXT);
        let (header, text) = parted.or_else(|| message.split_once('\n')).unwrap_or((message, ""));
        let (text, trailer) = text.split_once(END_OF_TEXT).unwrap_or((text, text));
        Self { header, text, trailer }
    }

    /// The lines at the end, the last first: among them stands when a message was sent.
    fn last_lines(&self) -> impl Iterator<Item = &'a str> {
        self.trailer.lines().rev().filter(|line| !line.trim().is_empty()).take(LAST_LINES)
    }
}

/// The paragraphs of a text that was set in lines: one begins after a blank line, or at an indented one.
fn paragraphs(text: &str) -> String {
    let mut paragraphs = String::new();
    let mut is_new = true;
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        is_new |= words.is_empty() || line.starts_with("  ") || line.starts_with('\t');
        if words.is_empty() {
            continue;
        }
        if !paragraphs.is_empty() {
            paragraphs.push_str(if is_new { "\n\n" } else { " " });
        }
        paragraphs.push_str(&words.join(" "));
        is_new = false;
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Vec<String> {
        let found = super::read(text.as_bytes(), "a.txt".to_owned());
        let show = |raw: RawArticle| format!("{} {:?} {}", raw.line, raw.title.unwrap_or_default(), raw.body);
        found.map(|one| one.map_or_else(|rejection| rejection.to_string(), show)).collect()
    }

    const IPTC: &str = "\u{1}hna0124 3 i 93  hna 1888\r\n\r\nHalvia/\r\n\u{2}Port Senna votes =\r\n\r\nClosed.\r\n\u{3}142101 GMT Mar 24\r\n\u{7f}\u{4}";
    const ANPA: &str = "\u{16}\u{16}\u{1}W2607\u{1f}_hv\nr a\u{13}\u{11} BC-HV--Vote   03-14 0169\n\u{2}^BC-HV--Vote,41<\n^Lisk votes<\n\t   Open.\n\u{3}AP-WF-03-14-24 0745GMT<\n\u{4}";

    #[test]
    fn messages_follow_one_another() {
        let empty = "\u{1}hna0125 3 i 93\r\n\u{2}\u{3}\u{4}\r\n";
        assert_eq!(
            read(&format!("{IPTC}{empty}{ANPA}")),
            ["1 \"Port Senna votes\" Closed.", "a.txt, line 8: has no body", "10 \"Lisk votes\" Open."]
        );
    }

    #[test]
    fn wires_are_told_from_other_texts() {
        for head in [IPTC, ANPA, "hna0124 3 i 93  hna 1888\n", "^BC-HV--Vote,41<\n^Lisk votes<\n"] {
            assert!(is_wire(head.as_bytes()), "{head}");
        }
        for head in ["The port closed.", "^ a caret", "\u{1}\u{2}\u{3}", "BC-HV--Vote"] {
            assert!(!is_wire(head.as_bytes()), "{head}");
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "([\u{1}-\u{4}\u{8}\u{1f}^<=;#*\n/-]|hna0124 3 i 93|BC-|AP-|[a-zé 0-9]{0,6}){0,40}") {
            let _ = read(&text);
        }
    }
}
