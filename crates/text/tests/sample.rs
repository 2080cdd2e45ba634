//! The sample archive's gold against the annotator.

#![expect(clippy::unwrap_used, reason = "a gold file that cannot be read fails the test")]

use std::{collections::BTreeMap, fs, path::Path};

use quotidian_model::{Annotations, EntityKind, QuoteKind, Span};
use serde_json::Value;

/// Marks, white space and punctuation at the edges of a quote, where systems differ.
const EDGES: &str = "\"“”'‘’«»„` \t\n,.;:!?…–—-";

/// One article of the gold with what is found in it.
struct Case {
    body: String,
    gold: Value,
    found: Annotations,
}

fn lines(path: &str) -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/sample");
    let text = fs::read_to_string(folder.join(path)).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn cases() -> Vec<Case> {
    let bodies: BTreeMap<String, String> = lines("articles.jsonl")
        .iter()
        .map(|article| (text(article, "id").to_owned(), text(article, "body").to_owned()))
        .collect();
    let case = |gold: Value| {
        let body = bodies[text(&gold, "id")].clone();
        let found = quotidian_text::annotate(&body);
        Case { body, gold, found }
    };
    lines("gold/quotes.jsonl").into_iter().map(case).collect()
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap()
}

/// The byte span of a value with offsets in code points.
fn span(body: &str, value: &Value) -> Span {
    let byte = |field: &str| {
        let points = usize::try_from(value[field].as_u64().unwrap()).unwrap();
        body.char_indices().nth(points).map_or(body.len(), |(at, _)| at)
    };
    Span::new(byte("start"), byte("end"))
}

fn trimmed(body: &str, span: Span) -> Span {
    let edge = |character: char| EDGES.contains(character);
    let words = span.of(body).trim_start_matches(edge);
    let start = span.end - words.len();
    Span::new(start, start + words.trim_end_matches(edge).len())
}

/// The direct quotes of a case, each with its speaker (empty for nobody): those of the gold, those found.
fn direct(case: &Case) -> [Vec<(Span, &str)>; 2] {
    let body = case.body.as_str();
    let gold = case.gold["quotes"].as_array().unwrap().iter();
    let gold = gold.filter(|quote| quote["kind"] == "direct");
    let found = case.found.quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct);
    [
        gold.map(|quote| (trimmed(body, span(body, quote)), text(quote, "speaker_canonical"))).collect(),
        found
            .map(|quote| (trimmed(body, quote.span), quote.speaker.name.as_deref().unwrap_or_default()))
            .collect(),
    ]
}

/// The mentions of persons: those of the gold, those found.
fn persons(case: &Case) -> [Vec<Span>; 2] {
    let gold = case.gold["entities"].as_array().unwrap().iter().filter(|entity| entity["type"] == "PER");
    let found = case.found.entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    [
        gold.map(|entity| span(&case.body, entity)).collect(),
        found.flat_map(|entity| entity.mentions.iter().copied()).collect(),
    ]
}

/// The percentages of the gold that is found (recall) and of what is found that is gold (precision).
fn shares<T: PartialEq>(pairs: impl Iterator<Item = [Vec<T>; 2]>) -> (f64, f64) {
    let (mut hits, mut gold_count, mut found_count) = (0, 0, 0);
    for [gold, found] in pairs {
        hits += gold.iter().filter(|item| found.contains(item)).count();
        gold_count += gold.len();
        found_count += found.len();
    }
    assert!(gold_count > 40, "only {gold_count} items in the gold");
    let share = |of: usize| 100.0 * f64::from(u32::try_from(hits).unwrap()) / of as f64;
    (share(gold_count), share(found_count))
}

#[test]
fn direct_quotes_have_the_right_words_and_speakers() {
    let cases = cases();
    let (recall, precision) = shares(cases.iter().map(direct));
    assert!(
        recall >= 95.0,
        "{recall:.1} % of the gold's direct quotes are found with words and speaker; 95 was kept"
    );
    assert!(
        precision >= 95.0,
        "{precision:.1} % of the direct quotes found are right in words and speaker; 95 was kept"
    );
}

#[test]
fn persons_are_found_where_they_are_named() {
    let cases = cases();
    let (recall, precision) = shares(cases.iter().map(persons));
    assert!(recall >= 94.0, "{recall:.1} % of the mentions of persons are found; 94 was kept");
    assert!(precision >= 97.0, "{precision:.1} % of the mentions of persons found are right; 97 was kept");
}
