//! The quotes of the seed article, where it is at hand.

use std::{fs, path::Path};

use quotidian_model::Quote;
use serde_json::Value;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/seed")
}

/// Whether some quote, or the quoted words of some quote, are the gold words with the gold speaker.
fn is_found(body: &str, quotes: &[Quote], gold: &Value) -> bool {
    let (text, speaker) = (gold["text"].as_str().unwrap_or_default(), gold["canonical"].as_str());
    let plain = |words: &str| words.trim_end_matches([',', '.']).to_owned();
    quotes.iter().any(|quote| {
        let mut spans = quote.verbatim.iter().chain([&quote.span]);
        spans.any(|span| plain(span.of(body)) == plain(text)) && quote.speaker.name.as_deref() == speaker
    })
}

#[test]
#[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
fn the_seed_article_keeps_its_quotes_and_speakers() {
    let Ok(raw) = fs::read_to_string(folder().join("article.txt")) else {
        println!("skipped: no seed article beside the repository");
        return;
    };
    let gold: Value = serde_json::from_str(&fs::read_to_string(folder().join("gold.json")).unwrap()).unwrap();
    let gold = gold["quotes"].as_array().unwrap();
    let stripped = raw.trim_start().splitn(3, ' ').nth(2).unwrap();
    for body in [raw.as_str(), stripped] {
        let annotations = quotidian_text::annotate(body);
        let missed: Vec<&Value> =
            gold.iter().filter(|gold| !is_found(body, &annotations.quotes, gold)).collect();
        assert!(missed.is_empty(), "{missed:#?}");
        let names: Vec<&str> =
            annotations.quotes.iter().filter_map(|quote| quote.speaker.name.as_deref()).collect();
        assert!(!names.iter().any(|name| name.contains("Zelenskiy")), "{names:?}");
    }
}
