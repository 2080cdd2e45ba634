//! JSON Lines `{id, text}` on standard input to `{id, quotes, entities}` on standard output, offsets in code points.

use std::io::{self, BufRead, Write};

use quotidian_model::{EntityKind, Span};
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let mut output = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let record: Value = serde_json::from_str(&line?)?;
        writeln!(output, "{}", annotated(&record))?;
    }
    Ok(())
}

fn annotated(record: &Value) -> Value {
    let text = record["text"].as_str().unwrap_or_default();
    let points = CodePoints::of(text);
    let annotations = quotidian_text::annotate(text);
    let quotes: Vec<Value> = annotations
        .quotes
        .iter()
        .map(|quote| {
            json!({
                "start": points.at(quote.span.start), "end": points.at(quote.span.end), "text": quote.span.of(text),
                "verbatim": quote.verbatim.iter().map(|span| points.range(*span)).collect::<Vec<_>>(),
                "speaker": quote.speaker.surface.map_or("", |span| span.of(text)),
                "speaker_canonical": quote.speaker.name,
                "cue": quote.cue.map(|span| span.of(text)),
                "kind": quote.kind.as_str(), "confidence": quote.confidence.get(), "rule": quote.rule,
            })
        })
        .collect();
    let mut entities = Vec::new();
    for entity in &annotations.entities {
        let kind = match entity.kind {
            EntityKind::Person => "PER",
            EntityKind::Organization => "ORG",
            EntityKind::Place => "LOC",
        };
        entities.extend(entity.mentions.iter().map(|span| {
            let (start, end) = (points.at(span.start), points.at(span.end));
            json!({"start": start, "end": end, "type": kind, "text": span.of(text), "name": entity.name})
        }));
    }
    json!({"id": record["id"], "quotes": quotes, "entities": entities})
}

/// The code points before each byte of a text.
struct CodePoints(Vec<usize>);

impl CodePoints {
    fn of(text: &str) -> Self {
        let mut before = Vec::with_capacity(text.len() + 1);
        for (index, character) in text.chars().enumerate() {
            before.extend(std::iter::repeat_n(index, character.len_utf8()));
        }
        before.push(text.chars().count());
        Self(before)
    }

    fn at(&self, byte: usize) -> usize {
        self.0[byte]
    }

    fn range(&self, span: Span) -> Value {
        json!({"start": self.at(span.start), "end": self.at(span.end)})
    }
}
