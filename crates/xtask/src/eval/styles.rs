//! The same articles in other quotation marks, or in lines of one length.

use quotidian_text::training::marked_spans;
use serde_json::{Value, json};

use crate::train::random::Random;

/// A way of marking quotations.
pub(super) struct Style {
    pub(super) name: &'static str,
    change: Change,
}

enum Change {
    Marks(&'static str, &'static str),
    /// Every twentieth closing mark, by chance, is left out.
    DropClosers,
    /// Lines broken before they have so many characters.
    Lines(usize),
}

/// The styles.
pub(super) const STYLES: &[Style] = &[
    Style { name: "straight marks", change: Change::Marks("\"", "\"") },
    Style { name: "curly marks", change: Change::Marks("“", "”") },
    Style { name: "single curly marks", change: Change::Marks("‘", "’") },
    Style { name: "single straight marks", change: Change::Marks("'", "'") },
    Style { name: "TeX marks", change: Change::Marks("``", "''") },
    Style { name: "guillemets", change: Change::Marks("«", "»") },
    Style { name: "” on both sides", change: Change::Marks("”", "”") },
    Style { name: "“ then straight", change: Change::Marks("“", "\"") },
    Style { name: "closers dropped", change: Change::DropClosers },
    Style { name: "lines of 72 characters", change: Change::Lines(72) },
];

/// Gold records with their marks changed and their offsets moved along.
pub(super) fn set(gold: &[Value], style: &Style) -> Vec<Value> {
    let mut random = Random::new(1);
    gold.iter().map(|record| set_one(record, style, &mut random)).collect()
}

fn set_one(record: &Value, style: &Style, random: &mut Random) -> Value {
    let text = record["text"].as_str().unwrap_or_default();
    let mut changes: Vec<(usize, usize, &str)> = Vec::new();
    for marked in marked_spans(text) {
        let (outer, inner) = (marked.outer, marked.inner);
        match style.change {
            Change::Marks(open, close) => {
                changes.push((outer.start, inner.start, open));
                if marked.closed {
                    changes.push((inner.end, outer.end, close));
                }
            }
            Change::DropClosers if marked.closed && random.unit() < 0.05 => {
                changes.push((inner.end, outer.end, ""));
            }
            Change::DropClosers | Change::Lines(_) => {}
        }
    }
    let (mut text, places) = changed(text, &changes);
    if let Change::Lines(length) = style.change {
        text = broken(&text, length);
    }
    let place = |value: &Value| json!(places[value.as_u64().unwrap_or(0) as usize]);
    let quotes = record["quotes"].as_array().into_iter().flatten().map(|quote| {
        let mut quote = quote.clone();
        quote["start"] = place(&quote["start"]);
        quote["end"] = place(&quote["end"]);
        if let Some(fields) = quote.as_object_mut() {
            fields.remove("fragments");
        }
        quote
    });
    json!({"id": record["id"], "text": text, "quotes": quotes.collect::<Vec<_>>()})
}

/// A text with some byte ranges replaced, and for each code point of the old text its place in the new one.
fn changed(text: &str, changes: &[(usize, usize, &str)]) -> (String, Vec<usize>) {
    let mut changes = changes.iter().peekable();
    let (mut output, mut places, mut length) = (String::new(), Vec::new(), 0);
    let mut until = 0;
    for (at, character) in text.char_indices() {
        places.push(length);
        if let Some((_, end, mark)) = changes.next_if(|(start, end, _)| *start == at && start < end) {
            output.push_str(mark);
            length += mark.chars().count();
            until = *end;
        }
        if at >= until {
            output.push(character);
            length += 1;
        }
    }
    places.push(length);
    (output, places)
}

/// A text whose paragraphs are broken into lines: some spaces become line breaks, so that every offset holds.
fn broken(text: &str, length: usize) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    let (mut column, mut space) = (0, None);
    for at in 0..characters.len() {
        match characters[at] {
            '\n' => (column, space) = (0, None),
            ' ' => space = Some(at),
            _ => {}
        }
        column += 1;
        if let Some(last) = space.filter(|_| column > length) {
            characters[last] = '\n';
            (column, space) = (at - last, None);
        }
    }
    characters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dressed(text: &str, change: Change) -> Value {
        let start = text.find("Stay").unwrap();
        let quote = json!({"start": start, "end": start + 4});
        set(&[json!({"id": 1, "text": text, "quotes": [quote]})], &Style { name: "", change }).remove(0)
    }

    #[test]
    fn offsets_move_along_with_the_marks() {
        let record = dressed("\"Stay,\" she said.", Change::Marks("``", "''"));
        assert_eq!(record["text"], "``Stay,'' she said.");
        assert_eq!((&record["quotes"][0]["start"], &record["quotes"][0]["end"]), (&json!(2), &json!(6)));
    }

    #[test]
    fn lines_break_at_spaces() {
        let record = dressed("\"Stay,\" said the mayor.", Change::Lines(10));
        assert_eq!(record["text"], "\"Stay,\"\nsaid the\nmayor.");
    }
}
