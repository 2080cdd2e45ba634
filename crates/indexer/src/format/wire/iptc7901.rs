//! IPTC 7901: a line of numbers and codes, keywords, a headline that ends with an equals sign, and the time behind the text.

use super::{Parts, paragraphs};
use crate::{Reason, authors::authors, dates, raw_article::RawArticle, stated::Stated};

/// The most lines of a headline and of what stands above it.
const LONGEST_HEADLINE: usize = 10;

/// The most letters of a code of those who wrote and edited a text.
const LONGEST_CODE: usize = 5;

/// What begins the parts of a text that are for editors.
const NOTES: &[&str] =
    &["notebook", "notizblock", "editorial contacts", "redaktioneller hinweis", "internet links"];

/// Whether a message begins with the line of its number, priority, category and count of words: `eca0124 3 i 93`.
pub(super) fn is_message(message: &str) -> bool {
    let line = message.lines().next().unwrap_or_default();
    let mut words = line.split_whitespace();
    let (Some(number), Some(priority), Some(category), Some(count)) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return false;
    };
    let digits = number.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let letters = number.len() - digits.len();
    let is_number = |text: &str, longest: usize| {
        (1..=longest).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    (1..=4).contains(&letters)
        && (3..=5).contains(&digits.len())
        && is_number(digits, 5)
        && is_number(priority, 1)
        && category.len() <= 3
        && category.bytes().all(|byte| byte.is_ascii_alphabetic())
        && is_number(count, 5)
}

/// The article of a message.
pub(super) fn article(parts: &Parts<'_>) -> Result<RawArticle, Reason> {
    let (head, body) = headed(parts.text);
    let source = source(parts.header.lines().next().unwrap_or_default());
    let (bylines, head): (Vec<&str>, Vec<&str>) = head.into_iter().partition(|line| is_byline(line));
    let time = parts.last_lines().map(str::trim).find(|line| is_time(line));
    let dated = time.filter(|time| dates::is_date(time)).map(str::to_owned);
    let date = dated.or_else(|| day_in(parts.header)).or_else(|| time.map(str::to_owned));
    let body = match time {
        Some(time) if parts.text == parts.trailer => body.trim_end().strip_suffix(time).unwrap_or(body),
        _ => body,
    };
    Ok(RawArticle {
        title: title(&head),
        date,
        authors: bylines
            .iter()
            .flat_map(|byline| authors(Stated::text(byline)))
            .filter(|name| is_person(name))
            .collect(),
        body: paragraphs(without_notes(body, source.as_deref())),
        source,
        ..RawArticle::default()
    })
}

/// Whether a line is the time at which a message was sent: `142101 GMT Mar 24`.
fn is_time(line: &str) -> bool {
    let (digits, month) = line.split_once(' ').unwrap_or_default();
    digits.len() == 6
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && month.contains(char::is_alphabetic)
}

/// The lines above the text, and the text: the last of them ends with an equals sign, or stands above a blank line.
fn headed(text: &str) -> (Vec<&str>, &str) {
    let mut head = Vec::new();
    let mut rest = text.trim_start();
    // Keywords that nothing parts from the headline.
    if let Some((keywords, after)) = rest.split_once('\n')
        && keywords.trim_end().ends_with('/')
    {
        rest = after.trim_start();
    }
    let whole = rest;
    while let Some((line, after)) =
        rest.split_once('\n').filter(|(line, _)| head.len() < LONGEST_HEADLINE && !line.trim().is_empty())
    {
        rest = after;
        if line.trim_end().ends_with('=') {
            // `=(PHOTO)=` says that there is one.
            head.push(line.split("=(").next().unwrap_or(line).trim_end_matches(['=', ' ', '\r']).trim());
            return (head, rest);
        }
        head.push(line.trim());
    }
    // A long block is the text's first paragraph.
    if head.len() <= 3 && !rest.trim().is_empty() { (head, rest) } else { (Vec::new(), whole) }
}

fn is_byline(line: &str) -> bool {
    line.split_once(' ').is_some_and(|(by, _)| ["By", "BY", "Von", "Par", "Por"].contains(&by))
}

/// "By our correspondents" names nobody.
fn is_person(name: &str) -> bool {
    name.rsplit_once(' ').is_some_and(|(_, last)| last.starts_with(char::is_uppercase))
}

/// The headline, without the words in capitals or brackets above it that say what kind of message it is.
fn title(head: &[&str]) -> Option<String> {
    let in_small = |line: &&str| line.contains(char::is_lowercase) && !line.starts_with('(');
    let first = head.iter().position(in_small).unwrap_or(0);
    let title = head[first..].join(" ");
    (!title.is_empty()).then_some(title)
}

/// The agency: the last word of the header's first line that has no digits and is no code of its own.
fn source(line: &str) -> Option<String> {
    let is_layout = |word: &str| word.len() == 5 && word.chars().all(|letter| "vcxb".contains(letter));
    let is_name = |word: &&str| word.len() > 1 && word.chars().all(char::is_alphabetic) && !is_layout(word);
    line.split_whitespace().skip(4).filter(is_name).last().map(str::to_owned)
}

/// The day in a header of an agency that states it before a number: `KNA 240314-89-00065`.
fn day_in(header: &str) -> Option<String> {
    let mut digits =
        header.split_whitespace().filter_map(|word| word.split_once('-')).map(|(digits, _)| digits);
    let day = digits.find(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let century = if &day[..2] < "69" { "20" } else { "19" };
    Some(format!("{century}{}-{}-{}", &day[..2], &day[2..4], &day[4..]))
}

/// The text without what is for editors behind it, and without the codes of those who made it.
fn without_notes<'a>(text: &'a str, source: Option<&str>) -> &'a str {
    let mut length = 0;
    for line in text.split_inclusive('\n') {
        if is_note(line.trim()) {
            break;
        }
        length += line.len();
    }
    let text = text[..length].trim_end();
    let (before, last) = text.rsplit_once('\n').unwrap_or(("", text));
    let mut codes = last.split_whitespace();
    let is_signed = codes.next().is_some_and(|first| Some(first) == source);
    if is_signed && codes.all(|code| code.len() <= LONGEST_CODE && !code.contains(char::is_uppercase)) {
        before
    } else {
        text
    }
}

/// Whether a line begins what is for editors: a heading of notes, or a row of asterisks.
fn is_note(line: &str) -> bool {
    let heading = line.strip_prefix('#').map(|heading| heading.trim_start_matches('#').trim().to_lowercase());
    let is_row = line.matches('*').count() > 2 && line.chars().all(|letter| letter == '*' || letter == ' ');
    is_row || heading.is_some_and(|heading| NOTES.iter().any(|note| heading.ends_with(note)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(message: &str) -> RawArticle {
        article(&Parts::of(message)).unwrap()
    }

    const BODY: &str = "\r\nPort Senna (hna) - The port is closed, the mayor\r\nsaid.\r\n\r\nAll left.\r\n";

    #[test]
    fn a_message_has_a_headline_above_and_a_time_below() {
        let raw = read(&format!(
            "hna0124 3 i 93 vvvvb  hna 1888\r\n\r\nHalvia/harbours/\r\n\u{2}EXTRA\r\n(1st lead)\r\nPort Senna\r\nvotes\r\nBy Ilse Maravant and hna correspondents =\r\n{BODY}\r\n\
             # Notebook\r\n- adds the mayor\r\n* * * *\r\nhna im to\r\n\r\n\u{3}142101 GMT Mar 24\r\n"
        ));
        assert_eq!(
            (raw.title.as_deref(), raw.date.as_deref()),
            (Some("Port Senna votes"), Some("142101 GMT Mar 24"))
        );
        assert_eq!((raw.source.as_deref(), raw.authors), (Some("hna"), vec!["Ilse Maravant".to_owned()]));
        assert_eq!(raw.body, "Port Senna (hna) - The port is closed, the mayor said.\n\nAll left.");
    }

    #[test]
    fn a_message_may_have_lost_its_control_characters() {
        let raw = read(&format!(
            "hna0124 3 i 93 hna 1888\n\nHalvia/harbours/\nPort Senna votes =\n{BODY}\nhna im to\n142101 Mar 24\n"
        ));
        assert_eq!(
            (raw.title.as_deref(), raw.date.as_deref()),
            (Some("Port Senna votes"), Some("142101 Mar 24"))
        );
        assert_eq!(raw.body, "Port Senna (hna) - The port is closed, the mayor said.\n\nAll left.");
    }

    #[test]
    fn a_headline_without_a_sign_stands_above_a_blank_line() {
        let raw = read(&format!(
            "HN014 4 pl 171 vvvvb HNA 240314-89-00065#2\r\nHalvia\r\n\u{2}PORT SENNA VOTES\r\n{BODY}\u{3}142101 Mar\r\n"
        ));
        assert_eq!(
            (raw.title.as_deref(), raw.date.as_deref()),
            (Some("PORT SENNA VOTES"), Some("2024-03-14"))
        );
        let raw = read(&format!(
            "HN014 4 pl 171\r\n\u{2}PORT SENNA VOTES =(PHOTO)=\r\n{BODY}\u{3}142101 GMT Mar\r\n"
        ));
        assert_eq!(
            (raw.title.as_deref(), raw.date.as_deref()),
            (Some("PORT SENNA VOTES"), Some("142101 GMT Mar"))
        );
        let raw = read(&format!("HN014 4 pl 171\r\n\u{2}{BODY}\u{3}"));
        assert_eq!(
            (raw.title, raw.date),
            (Some("Port Senna (hna) - The port is closed, the mayor said.".to_owned()), None)
        );
    }

    #[test]
    fn messages_are_told_from_prose() {
        assert!(is_message("hna0124 3 i 93  hna 1888\n") && is_message("HNA014 4 PL 0171\n"));
        for text in ["hna0124", "In 2024 3 of 93 left.", "A4 3 i 93", "hna0124 33 i 93", "hna0124 3 i x"] {
            assert!(!is_message(text), "{text}");
        }
    }
}
