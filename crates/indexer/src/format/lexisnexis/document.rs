//! One document of an export: its paragraphs become an article.

use super::labels::{self, Field};
use crate::{authors::authors, dates, raw_article::RawArticle, stated::Stated};

/// How lines of copyright begin.
const COPYRIGHT: &[&str] =
    &["copyright", "©", "(c) ", "all rights reserved", "tous droits réservés", "alle rechte vorbehalten"];

/// Words that name the edition of a newspaper.
const EDITIONS: &[&str] = &["edition", "édition", "ausgabe", "edición", "edizione", "editie"];

/// The longest line that can name an edition, in characters.
const LONGEST_EDITION: usize = 60;

/// Exports leave marks where the page showed pictures and links.
const MARKS: &[&str] = &[
    "[link]",
    "link to image",
    "link to original document",
    "view the original article here",
    "[ profile ]",
];

/// The article that the paragraphs of a document hold, without its place; `None` where there is no text.
pub(super) fn article(paragraphs: &[String]) -> Option<RawArticle> {
    let begin = text_begin(paragraphs);
    let (head, rest) = paragraphs.split_at(begin);
    let end = rest.iter().position(|text| is_after(text)).unwrap_or(rest.len());
    let (text, after) = rest.split_at(end);
    let stated = |wanted: Field| {
        let fields = head.iter().chain(after).filter_map(|text| labels::field(text));
        fields.filter(|(field, _)| *field == wanted).map(|(_, value)| value).find(|value| !value.is_empty())
    };
    let mut raw = headed(head);
    raw.title = stated(Field::Headline).map(str::to_owned).or(raw.title);
    raw.authors = stated(Field::Byline).map(|byline| authors(Stated::text(byline))).unwrap_or_default();
    raw.section =
        stated(Field::Section).and_then(|section| section.split(';').next()).map(|one| one.trim().to_owned());
    raw.url = stated(Field::Url).filter(|url| url.starts_with("http")).map(str::to_owned);
    raw.language = stated(Field::Language).and_then(language).map(str::to_owned);
    raw.body = body(text);
    (!raw.body.is_empty()).then_some(raw)
}

/// Where the text begins: below its heading; else below the last of the fields that stand before it, else below the date.
fn text_begin(paragraphs: &[String]) -> usize {
    let is_before = |text: &String| {
        labels::field(text).is_some_and(|(field, _)| {
            matches!(field, Field::Headline | Field::Byline | Field::Section | Field::Before)
        })
    };
    if let Some(heading) = paragraphs.iter().position(|text| labels::is_body(text)) {
        return heading + 1;
    }
    let Some(first) = paragraphs.iter().position(is_before) else {
        let date = paragraphs.iter().position(|text| dates::is_date(text));
        return date.map_or(0, |date| (date + 2).min(paragraphs.len()));
    };
    first
        + paragraphs[first..]
            .iter()
            .take_while(|text| {
                is_before(text) || labels::field(text).is_some_and(|(field, _)| field == Field::Language)
            })
            .count()
}

fn is_after(paragraph: &str) -> bool {
    // In sentences too a word may stand before a colon.
    let is_label = |label: &str| label.contains('-') || !label.contains(char::is_lowercase);
    let is_marked = paragraph.split_once(':').is_some_and(|(label, _)| is_label(label));
    let is_field = labels::field(paragraph)
        .is_some_and(|(field, _)| matches!(field, Field::After | Field::Language | Field::Url));
    is_field && is_marked || labels::is_end(paragraph) || is_copyright(paragraph)
}

fn is_copyright(paragraph: &str) -> bool {
    let small = paragraph.trim().to_lowercase();
    COPYRIGHT.iter().any(|beginning| small.starts_with(beginning)) && small.chars().count() < 300
}

/// Outlet, date and headline, which have no labels. In the older exports the headline stands below the date, in the newer ones at
/// the top.
fn headed(head: &[String]) -> RawArticle {
    let lines: Vec<&str> = head
        .iter()
        .map(String::as_str)
        .filter(|text| {
            labels::field(text).is_none() && !is_copyright(text) && !labels::is_body(text) && !is_mark(text)
        })
        .collect();
    let Some(date) = lines.iter().rposition(|text| dates::is_date(text)) else {
        let owned = |place: usize| lines.get(place).map(|text| (*text).to_owned());
        return RawArticle { title: owned(0), source: owned(1), ..RawArticle::default() };
    };
    let (before, below) = (&lines[..date], &lines[date + 1..]);
    let headline = below.iter().find(|text| !is_edition(text));
    let (title, source) = match (headline, before) {
        (Some(headline), before) => (Some(*headline), before.last().copied()),
        (None, [.., title, source]) => (Some(*title), Some(*source)),
        (None, [source]) => (None, Some(*source)),
        (None, []) => (None, None),
    };
    RawArticle {
        title: title.map(str::to_owned),
        source: source.map(str::to_owned),
        date: Some(lines[date].to_owned()),
        ..RawArticle::default()
    }
}

fn is_edition(line: &str) -> bool {
    let small = line.to_lowercase();
    small.chars().count() <= LONGEST_EDITION && EDITIONS.iter().any(|edition| small.contains(edition))
}

fn is_mark(line: &str) -> bool {
    MARKS.contains(&line.trim().to_lowercase().as_str())
}

fn body(paragraphs: &[String]) -> String {
    let text: Vec<&str> = paragraphs
        .iter()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty() && !is_mark(text) && !labels::is_body(text))
        .map(without_label)
        .collect();
    text.join("\n\n")
}

/// Older exports write `BODY:` on the line of the text.
fn without_label(paragraph: &str) -> &str {
    match labels::field(paragraph) {
        Some((Field::Body, text)) => text,
        _ => paragraph,
    }
}

/// The code of a language that an export names in English.
fn language(named: &str) -> Option<&'static str> {
    const LANGUAGES: &[(&str, &str)] = &[
        ("english", "en"),
        ("french", "fr"),
        ("german", "de"),
        ("spanish", "es"),
        ("italian", "it"),
        ("dutch", "nl"),
        ("portuguese", "pt"),
        ("russian", "ru"),
        ("arabic", "ar"),
        ("polish", "pl"),
        ("danish", "da"),
        ("swedish", "sv"),
        ("norwegian", "no"),
        ("finnish", "fi"),
        ("turkish", "tr"),
        ("chinese", "zh"),
        ("japanese", "ja"),
        ("korean", "ko"),
        ("français", "fr"),
        ("deutsch", "de"),
        ("español", "es"),
        ("italiano", "it"),
        ("nederlands", "nl"),
    ];
    let named = named.to_lowercase();
    let name = named.split(|one: char| !one.is_alphabetic()).next()?;
    LANGUAGES.iter().find(|(language, _)| *language == name).map(|(_, code)| *code)
}
