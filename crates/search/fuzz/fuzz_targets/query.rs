//! Any text is a query, and its printed form is the same query.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quotidian_search::query::ParsedQuery;

fuzz_target!(|text: &str| {
    let parsed = ParsedQuery::parse(text);
    let characters = text.chars().count();
    assert!(parsed.warnings.iter().all(|warning| (1..=characters + 1).contains(&warning.column)));
    let again = ParsedQuery::parse(&parsed.query.to_string());
    assert_eq!(again.query, parsed.query);
});
