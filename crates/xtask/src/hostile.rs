//! Articles that try to be more than text: every field of each is a payload that would run a script, ask another host or change
//! the page, were it ever read as HTML, as an address or as the name of a property. The payloads are those of the browser tests,
//! and so is the check that they stay text.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::workspace::Workspace;

/// Where the payloads lie, read here and by the browser test.
const PAYLOADS: &str = "web/tests/browser/payloads.json";
/// The date of what is reprinted. What is printed first has its payload for a date.
const DAY: &str = "2024-03-14";

/// One way to break out of text.
#[derive(Deserialize)]
struct Payload {
    text: String,
}

/// Writes the articles as JSON Lines: two of each payload.
pub(crate) fn write(workspace: &Workspace, file: &Path) -> Result<()> {
    let payloads = payloads(workspace)?;
    let lines: String = payloads.iter().flat_map(articles).map(|article| format!("{article}\n")).collect();
    fs::write(file, lines).with_context(|| format!("{} cannot be written", file.display()))
}

fn payloads(workspace: &Workspace) -> Result<Vec<Payload>> {
    let text = fs::read_to_string(workspace.path(PAYLOADS)).with_context(|| format!("no {PAYLOADS}"))?;
    serde_json::from_str(&text).with_context(|| format!("{PAYLOADS} is no list of payloads"))
}

/// An article of nothing but the payload, and its reprint elsewhere, dated and behind a web address, so that copies and time
/// have something to show.
fn articles(Payload { text }: &Payload) -> [Value; 2] {
    let body = body(text);
    [
        json!({
            "id": text, "url": text, "title": text, "date": text, "source": text, "authors": [text], "section": text,
            "language": text, "body": body,
        }),
        json!({
            "id": format!("reprint {text}"), "url": format!("https://hostile.example/{text}"), "title": text, "date": DAY,
            "source": format!("Reprint of {text}"), "authors": [text], "section": text, "language": "en", "body": body,
        }),
    ]
}

/// Prose with quotes that hold the payload, and speakers, places and verbs around it.
fn body(text: &str) -> String {
    format!(
        "{text} was carried at the harbour on Monday.\n\n\
         “{text} shall not pay the levy,” said Dorrit {text} Fenn, who had come from {text} Halt.\n\n\
         Ilse {text}, the mayor of {text}, said that {text} would be repaired by Friday.\n\n\
         Mr Constructor told the board: “The levy is {text}, and it is dead.” “Never,” said Ms Prototype.\n\n\
         {text}: “I have nothing to add.”"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_an_article_carries_its_payload() {
        let text = "\"><script>".to_owned();
        let [first, _] = articles(&Payload { text: text.clone() });
        let fields = first.as_object().unwrap();
        assert_eq!(fields.len(), 9);
        for (name, value) in fields {
            let value = value.as_str().or_else(|| value[0].as_str()).unwrap();
            assert!(value.contains(&text), "{name}: {value}");
        }
    }

    #[test]
    fn an_article_is_one_line() {
        let [first, reprint] = articles(&Payload { text: "java\nscript:\u{0}".to_owned() });
        assert!(!format!("{first}{reprint}").contains('\n'));
    }
}
