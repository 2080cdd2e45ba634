use serde_json::{Map, Value};

use super::reply::{dateline, object, text, words};

/// A quote that a search found, without what only pages need. What else the API says of it stays as it is.
pub(super) fn found(hit: Value) -> Map<String, Value> {
    let mut quote = object(hit);
    for (segments, name) in [("segments", "words"), ("context", "context")] {
        if let Some(segments) = quote.remove(segments) {
            quote.insert(name.to_owned(), words(&segments).into());
        }
    }
    quote.remove("number");
    if let Some(Value::Object(article)) = quote.get_mut("article") {
        article.remove("title_derived");
    }
    quote
}

/// A quote of an article that was read, with its words.
pub(super) fn read(quote: Value, body: &[char]) -> Map<String, Value> {
    let mut quote = object(quote);
    let point =
        |name: &str| quote.get(name).and_then(Value::as_u64).and_then(|point| usize::try_from(point).ok());
    let place = point("start").zip(point("end")).and_then(|(start, end)| body.get(start..end));
    let words: String = place.unwrap_or_default().iter().collect();
    quote.insert("words".to_owned(), words.into());
    if let Some(Value::Object(speaker)) = quote.get_mut("speaker") {
        flatten(speaker, "surface");
    }
    flatten(&mut quote, "cue");
    for name in ["number", "context", "verbatim"] {
        quote.remove(name);
    }
    quote
}

/// Puts only the words of a place that has words.
fn flatten(object: &mut Map<String, Value>, name: &str) {
    if let Some(words) = object.get(name).and_then(|place| place.get("text")).cloned() {
        object.insert(name.to_owned(), words);
    }
}

/// A quote in lines: the words, whose they are and how sure that is, and where they stand.
pub(super) fn lines(quote: &Map<String, Value>) -> String {
    let field = |name: &str| quote.get(name).unwrap_or(&Value::Null);
    let speaker = &field("speaker");
    let name = speaker["name"].as_str().unwrap_or("nobody named");
    let surface = speaker["surface"].as_str().filter(|surface| *surface != name);
    let surface = surface.map(|surface| format!(" (printed as “{surface}”)")).unwrap_or_default();
    let confidence = field("confidence").as_f64().unwrap_or_default() * 100.0;
    let mut lines = format!(
        "{}\n   {name}{surface}; {} speech; {confidence:.0} % sure",
        shown(text(field("words"))),
        text(field("kind")),
    );
    if field("article").is_object() {
        lines += &format!("\n   {}", dateline(field("article")));
    }
    let place = format!("quote {}, code points {} to {}", text(field("id")), field("start"), field("end"));
    lines += &format!("\n   {place}");
    for name in ["hash", "permalink"] {
        if let Some(value) = field(name).as_str() {
            lines += &format!("\n   {name} {value}");
        }
    }
    lines
}

/// The words on one line.
fn shown(words: &str) -> String {
    format!("“{}”", words.split_whitespace().collect::<Vec<_>>().join(" "))
}
