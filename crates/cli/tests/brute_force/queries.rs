//! Queries as people type them.

use proptest::{prelude::*, sample::select};
use quotidian_search::query::{ParsedQuery, Query};

use crate::corpus::{NAMES, SAYINGS, SECTIONS, SOURCES, WORDS};

/// Words in other forms than texts have them, and words that no text has.
const OTHER_WORDS: &[&str] = &[
    "LEVY",
    "levying",
    "CAFÉ",
    "harbouring",
    "organs",
    "newer",
    "dont",
    "U.S",
    "said",
    "zeppelin",
    "turning",
    "Tied",
];
const PREFIXES: &[&str] =
    &["lev", "t", "tid", "harb", "news", "caf", "CAFÉ", "2", "1", "organ", "w", "senna", "zep"];
const FUZZY: &[&str] =
    &["tide", "levy", "harbour", "harbr", "ferry", "lévy", "organ", "mew", "news", "tidse", "lines"];
const TEXT_FIELDS: &[&str] = &["title", "body", "said", "about"];
const NAME_FIELDS: &[&str] =
    &["speaker", "person", "org", "place", "source", "section", "author", "lang", "about"];
const NAME_WORDS: &[&str] = &[
    "maravant",
    "ilse",
    "OKKERLEY",
    "levy",
    "Lévy",
    "senna",
    "port",
    "harbour",
    "board",
    "news",
    "quay",
    "lisk",
    "semaphore",
    "politics",
    "well-known",
    "en",
    "fr",
    "tarn",
    "nobody",
];
const DATES: &[&str] = &[
    "date:none",
    "date:2024",
    "date:2024-01",
    "date:2024-02-14",
    "date:2024-01-20..2024-02-10",
    "date:..2024-01-31",
    "date:2024-03..",
    "after:2024-02",
    "before:2024-02-01",
    "after:2023",
    "before:1700",
    "date:1677",
    "date:..1676",
    "date:0001",
    "date:0001..0999",
    "date:1969-12-31..1970-01-02",
    "after:1900",
    "before:0002",
];

pub(crate) fn parsed(text: &str) -> Query {
    ParsedQuery::parse(text).query
}

/// Nothing, or a few parts that must all hold.
pub(crate) fn any_query() -> impl Strategy<Value = String> {
    prop::collection::vec(part(), 0..4).prop_map(|parts| parts.join(" "))
}

/// A word, phrase or date, or some of them joined, excluded or in brackets.
pub(crate) fn part() -> impl Strategy<Value = String> {
    leaf().prop_recursive(3, 8, 3, |inner| {
        let several = prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            3 => several.clone().prop_map(|parts| format!("({})", parts.join(" OR "))),
            2 => several.clone().prop_map(|parts| format!("({})", parts.join(" "))),
            2 => inner.clone().prop_map(|part| format!("-{part}")),
            1 => (select(TEXT_FIELDS), several).prop_map(|(field, parts)| format!("{field}:({})", parts.join(" "))),
        ]
    })
}

/// One condition.
pub(crate) fn leaf() -> BoxedStrategy<String> {
    prop_oneof![4 => text(), 2 => text_in_field(), 2 => name(), 1 => date()].boxed()
}

pub(crate) fn date() -> BoxedStrategy<String> {
    select(DATES).prop_map(str::to_owned).boxed()
}

pub(crate) fn text_in_field() -> BoxedStrategy<String> {
    (select(TEXT_FIELDS), text()).prop_map(|(field, text)| format!("{field}:{text}")).boxed()
}

/// A condition on the words of a text.
pub(crate) fn text() -> BoxedStrategy<String> {
    prop_oneof![
        5 => word(),
        2 => phrase(),
        2 => near(),
        1 => prefix(),
        1 => fuzzy(),
    ]
    .boxed()
}

pub(crate) fn word() -> BoxedStrategy<String> {
    prop_oneof![4 => select(WORDS), 1 => select(OTHER_WORDS)].prop_map(str::to_owned).boxed()
}

/// Words side by side, that stand so in many texts or in hardly any.
fn words() -> BoxedStrategy<String> {
    let piece = |words: String, from: usize, count: usize| {
        let words: Vec<&str> = words.split(' ').collect();
        let from = from % words.len();
        words[from..words.len().min(from + count)].join(" ")
    };
    let saying = (select(SAYINGS), 0..8_usize, 1..5_usize);
    let name = select(NAMES).prop_map(|(name, _)| name.to_owned());
    prop_oneof![
        saying.prop_map(move |(saying, from, count)| piece(saying.to_owned(), from, count)),
        name,
        prop::collection::vec(select(&WORDS[..12]), 1..4).prop_map(|words| words.join(" ")),
    ]
    .boxed()
}

pub(crate) fn phrase() -> BoxedStrategy<String> {
    prop_oneof![4 => words().prop_map(|words| format!("\"{words}\"")), 1 => words().prop_map(|words| format!("„{words}“"))]
        .boxed()
}

pub(crate) fn near() -> BoxedStrategy<String> {
    let turned = (words(), any::<bool>()).prop_map(|(words, turn)| {
        let mut words: Vec<&str> = words.split(' ').collect();
        if turn {
            words.reverse();
        }
        words.join(" ")
    });
    let pair =
        (select(&WORDS[..12]), select(&WORDS[..12])).prop_map(|(left, right)| format!("{left} {right}"));
    let words = prop_oneof![turned, pair];
    (words, 0..7_u8).prop_map(|(words, slop)| format!("\"{words}\"~{slop}")).boxed()
}

pub(crate) fn prefix() -> BoxedStrategy<String> {
    select(PREFIXES).prop_map(|prefix| format!("{prefix}*")).boxed()
}

pub(crate) fn fuzzy() -> BoxedStrategy<String> {
    (select(FUZZY), select(&["", "1", "2"][..])).prop_map(|(word, edits)| format!("{word}~{edits}")).boxed()
}

pub(crate) fn name() -> BoxedStrategy<String> {
    let whole: Vec<&str> = NAMES
        .iter()
        .map(|(name, _)| *name)
        .chain(SOURCES.iter().copied())
        .chain(SECTIONS.iter().copied())
        .collect();
    let value = prop_oneof![
        4 => select(NAME_WORDS).prop_map(str::to_owned),
        2 => select(whole).prop_map(|name| format!("\"{name}\"")),
        1 => Just("\"maravant ilse\"".to_owned()),
        1 => Just("\"board port\"~2".to_owned()),
        1 => prefix(),
        1 => fuzzy(),
    ];
    (select(NAME_FIELDS), value).prop_map(|(field, value)| format!("{field}:{value}")).boxed()
}
