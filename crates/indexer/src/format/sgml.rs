//! Collections in SGML: one document after another, each between a tag and its end tag, as research collections have them.

use std::io::{self, BufRead, Read};

use super::LONGEST_RECORD;
use crate::{Reason, Rejection, authors::authors, raw_article::RawArticle, stated::Stated};

/// The documents of a collection, one at a time. What stands between them is read over.
pub(super) struct Documents<R, P> {
    reader: R,
    file: String,
    /// What begins a document and what ends it, in capitals.
    tag: &'static str,
    end: String,
    parse: P,
    /// The number of the line last read, from 1.
    line: u64,
    ended: bool,
}

impl<R: BufRead, P: Fn(&str, u64) -> Result<RawArticle, Reason>> Documents<R, P> {
    /// Documents in `<tag …> … </tag>`, each of which `parse` makes an article of, with its first line.
    pub(super) fn new(reader: R, file: String, tag: &'static str, parse: P) -> Self {
        Self { reader, file, tag, end: format!("</{tag}>"), parse, line: 0, ended: false }
    }

    /// The next line, without what is too much of it; nothing at the end.
    fn next_line(&mut self) -> io::Result<Option<String>> {
        let mut bytes = Vec::new();
        let read = self.reader.by_ref().take(LONGEST_RECORD).read_until(b'\n', &mut bytes)?;
        self.line += 1;
        Ok((read > 0).then(|| super::charset::decoded(&bytes)))
    }

    /// The next document and the line where it begins.
    fn next_document(&mut self) -> io::Result<Option<(Result<String, Reason>, u64)>> {
        let first = loop {
            match self.next_line()? {
                Some(line) if begins(&line, self.tag) => break line,
                Some(_) => {}
                None => return Ok(None),
            }
        };
        let (mut document, begin) = (first, self.line);
        let mut is_too_long = false;
        let mut from = 0;
        while find(&document[from..], &self.end).is_none() {
            from = document.len();
            match self.next_line()? {
                Some(line) if document.len() + line.len() <= LONGEST_RECORD as usize => {
                    document.push_str(&line)
                }
                // Of a document that is too long the rest is read over.
                Some(line) => (is_too_long, document, from) = (true, line, 0),
                None => break,
            }
        }
        let document =
            if is_too_long { Err(Reason::TooLong { limit: LONGEST_RECORD }) } else { Ok(document) };
        Ok(Some((document, begin)))
    }
}

impl<R: BufRead, P: Fn(&str, u64) -> Result<RawArticle, Reason>> Iterator for Documents<R, P> {
    type Item = Result<RawArticle, Rejection>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let (found, line) = match self.next_document() {
            Ok(found) => {
                let (document, line) = found?;
                (document.and_then(|document| (self.parse)(&document, line)), Some(line))
            }
            Err(error) => {
                self.ended = true;
                (Err(error.into()), None)
            }
        };
        Some(found.map_err(|reason| Rejection { file: self.file.clone(), line, reason }))
    }
}

/// Whether a text begins with an element of this name.
pub(super) fn begins(text: &str, tag: &str) -> bool {
    let rest = text.trim_start().strip_prefix('<');
    let rest = rest.and_then(|rest| Some((rest.get(..tag.len())?, rest.get(tag.len()..)?)));
    rest.is_some_and(|(name, rest)| {
        name.eq_ignore_ascii_case(tag) && rest.starts_with([' ', '>', '\t', '\r', '\n'])
    })
}

/// The value of an attribute in the first tag of a document.
pub(super) fn attribute<'a>(document: &'a str, name: &str) -> Option<&'a str> {
    let tag = &document[..document.find('>')?];
    let (_, value) = tag.split_at_checked(find(tag, &format!("{name}="))? + name.len() + 1)?;
    let value = value.strip_prefix('"').map_or(value, |value| value.split('"').next().unwrap_or_default());
    value.split_whitespace().next()
}

/// What stands in the elements of this name (in capitals), in order. One without an end tag ends before the next tag.
pub(super) fn elements<'a>(document: &'a str, name: &str) -> Vec<&'a str> {
    let (mut found, mut rest) = (Vec::new(), document);
    let (begin, end) = (format!("<{name}"), format!("</{name}>"));
    let mut has_end = true;
    while let Some(place) = find(rest, &begin) {
        let after = &rest[place + begin.len()..];
        rest = after;
        if !after.starts_with(['>', ' ', '\t', '\r', '\n']) {
            continue;
        }
        let Some((_, content)) = split_within(after, '>', LONGEST_TAG) else { continue };
        let length = if has_end { find(content, &end) } else { None };
        has_end = length.is_some();
        let length = length.or_else(|| content.find('<')).unwrap_or(content.len());
        found.push(&content[..length]);
        rest = &content[length..];
    }
    found
}

/// The first element of this name that holds anything, in one line.
pub(super) fn element(document: &str, name: &str) -> Option<String> {
    elements(document, name).into_iter().map(line).find(|text| !text.is_empty())
}

/// The people of a byline, without the agency that they write for.
pub(super) fn writers(byline: &str, agency: Option<&str>) -> Vec<String> {
    let is_agency = |person: &String| {
        let name = person.strip_prefix("The ").unwrap_or(person);
        agency.is_some_and(|agency| agency.eq_ignore_ascii_case(name))
    };
    authors(Stated::text(byline)).into_iter().filter(|person| !is_agency(person)).collect()
}

/// The words of an element, without tags, in one line.
pub(super) fn line(content: &str) -> String {
    words(&plain(content))
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The paragraphs of a text that was printed in lines: one begins after a blank line, at a tag for it, or at an indented line.
pub(super) fn paragraphs(content: &str) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut is_new = true;
    for line in plain(content).lines() {
        let text = words(line);
        is_new |= text.is_empty() || line.starts_with("  ") || line.starts_with('\t');
        if text.is_empty() {
            continue;
        }
        match paragraphs.last_mut() {
            Some(paragraph) if !is_new => {
                paragraph.push(' ');
                paragraph.push_str(&text);
            }
            _ => paragraphs.push(text),
        }
        is_new = false;
    }
    paragraphs.join("\n\n")
}

/// The text without its tags, blank lines for those of paragraphs, character references as their characters.
fn plain(content: &str) -> String {
    let mut text = String::with_capacity(content.len());
    let mut rest = content;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let is_tag =
            after.starts_with(|first: char| first.is_ascii_alphabetic() || first == '/' || first == '!');
        let tag = split_within(after, '>', LONGEST_TAG);
        match tag.filter(|(tag, _)| is_tag && !tag.contains(['<', '\n'])) {
            Some((tag, after)) => {
                if PARAGRAPHS.iter().any(|name| tag.trim_start_matches('/').eq_ignore_ascii_case(name)) {
                    text.push_str("\n\n");
                }
                rest = after;
            }
            None => {
                text.push('<');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    references(&text)
}

/// Elements that are paragraphs.
const PARAGRAPHS: &[&str] = &["p", "br", "h1", "h2", "h3", "h4", "h5", "li", "tr"];

/// The most bytes of a tag, and of the name of a character.
const LONGEST_TAG: usize = 200;
const LONGEST_NAME: usize = 10;

/// Entities of the collections, and what they stand for.
const ENTITIES: &[(&str, &str)] = &[
    ("lt", "<"),
    ("gt", ">"),
    ("amp", "&"),
    ("quot", "\""),
    ("apos", "'"),
    ("hyph", "-"),
    ("blank", " "),
    ("nbsp", " "),
    ("equals", "="),
    ("plus", "+"),
    ("sect", "§"),
    ("mdash", "—"),
    ("ndash", "–"),
    ("lsqb", "["),
    ("rsqb", "]"),
];

/// The text with its character references as characters; those of control characters are left out, unknown ones stay.
fn references(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        read.push_str(before);
        rest = after;
        let Some((name, behind)) = split_within(after, ';', LONGEST_NAME) else {
            read.push('&');
            continue;
        };
        let number = name.strip_prefix('#').and_then(|digits| digits.parse().ok()).and_then(char::from_u32);
        match (number, ENTITIES.iter().find(|(known, _)| *known == name)) {
            (Some(character), _) if character.is_control() => {}
            (Some(character), _) => read.push(character),
            (None, Some((_, stands_for))) => read.push_str(stands_for),
            (None, None) => {
                read.push('&');
                continue;
            }
        }
        rest = behind;
    }
    read.push_str(rest);
    read
}

/// Splits at the first `end`, if it stands within so many bytes: what has no end is not looked for again and again.
fn split_within(text: &str, end: char, most: usize) -> Option<(&str, &str)> {
    let place = text.bytes().take(most).position(|byte| char::from(byte) == end)?;
    Some((&text[..place], &text[place + end.len_utf8()..]))
}

/// Where a text stands, in bytes, whatever its letters' case; `sought` is in capitals.
pub(super) fn find(text: &str, sought: &str) -> Option<usize> {
    let (text, sought) = (text.as_bytes(), sought.as_bytes());
    let mut places = 0..=text.len().checked_sub(sought.len())?;
    places.find(|place| text[*place..*place + sought.len()].eq_ignore_ascii_case(sought))
}
