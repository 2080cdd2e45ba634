//! The gold cases under `tests/cases`: a Markdown document for each phenomenon.
//!
//! A `text` block holds an article. The blocks after it say what is found there, all of it, in order: in a `quotes`
//! block `kind | speaker | content` (`-` for nobody; the quoted words of a mixed quote in double brackets), in a `roles`
//! block `speaker | role` of each quote, in an `entities` block `kind | name`.

use std::{fs, path::Path};

use quotidian_model::{Annotations, Quote, QuoteKind};

/// A fenced block of a document.
struct Block<'a> {
    language: &'a str,
    content: &'a str,
}

fn blocks(document: &str) -> Vec<Block<'_>> {
    let fenced = document.split("```").skip(1).step_by(2);
    fenced
        .filter_map(|block| block.split_once('\n'))
        .map(|(language, content)| Block { language, content })
        .collect()
}

/// The content with its quoted words in double brackets.
fn drawn(body: &str, quote: &Quote) -> String {
    let mut text = String::new();
    let mut at = quote.span.start;
    for verbatim in &quote.verbatim {
        text += &body[at..verbatim.start];
        text += &format!("[[{}]]", verbatim.of(body));
        at = verbatim.end;
    }
    text + &body[at..quote.span.end]
}

fn quotes(body: &str, annotations: &Annotations) -> Vec<String> {
    let line = |quote: &Quote| {
        let speaker = quote.speaker.name.as_deref().unwrap_or("-");
        let content =
            if quote.kind == QuoteKind::Mixed { drawn(body, quote) } else { quote.span.of(body).to_owned() };
        format!("{} | {speaker} | {content}", quote.kind)
    };
    annotations.quotes.iter().map(line).collect()
}

fn roles(body: &str, annotations: &Annotations) -> Vec<String> {
    let line = |quote: &Quote| {
        let role = quote.speaker.role.map_or("-", |role| role.of(body));
        format!("{} | {role}", quote.speaker.name.as_deref().unwrap_or("-"))
    };
    annotations.quotes.iter().map(line).collect()
}

fn entities(annotations: &Annotations) -> Vec<String> {
    let line =
        |entity: &quotidian_model::Entity| format!("{:?} | {}", entity.kind, entity.name).to_lowercase();
    annotations.entities.iter().map(line).collect()
}

#[test]
fn every_case_finds_what_it_lists() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut failures = String::new();
    let mut checked = 0;
    for path in &paths {
        let document = fs::read_to_string(path).unwrap();
        let mut body = "";
        for block in blocks(&document) {
            let found = match block.language {
                "text" => {
                    body = block.content.trim_end();
                    continue;
                }
                "quotes" => quotes(body, &quotidian_text::annotate(body)),
                "roles" => roles(body, &quotidian_text::annotate(body)),
                "entities" => entities(&quotidian_text::annotate(body)),
                other => panic!("{}: no block is called `{other}`", path.display()),
            };
            let fold =
                |line: &str| if block.language == "entities" { line.to_lowercase() } else { line.to_owned() };
            let expected: Vec<String> =
                block.content.lines().filter(|line| !line.is_empty()).map(fold).collect();
            checked += 1;
            if found != expected {
                failures +=
                    &format!("\n{}\n  expected {expected:#?}\n  found    {found:#?}\n", path.display());
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(checked >= 20, "only {checked} blocks were checked");
}
