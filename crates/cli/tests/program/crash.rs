use std::{
    process::Stdio,
    thread,
    time::{Duration, Instant},
};

use crate::support::{quotidian, run, write_articles};

const ARTICLES: usize = 45_000;
/// The indexer makes a checkpoint after so many articles.
const CHECKPOINT: u64 = 20_000;

fn count(folder: &std::path::Path, what: &str) -> u64 {
    let (json, _) = run(folder, &["stats", "--json"]);
    serde_json::from_str::<serde_json::Value>(&json).unwrap()[what].as_u64().unwrap()
}

#[test]
fn a_kill_loses_only_what_came_after_the_last_checkpoint() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write_articles(folder, "articles.jsonl", ARTICLES);
    let mut indexing = quotidian(folder, &["index", "articles.jsonl"]).stderr(Stdio::null()).spawn().unwrap();
    let began = Instant::now();
    while !folder.join("archive/CURRENT").exists() {
        assert!(began.elapsed() < Duration::from_secs(300), "there is no checkpoint");
        thread::sleep(Duration::from_millis(20));
    }
    thread::sleep(Duration::from_millis(200));
    indexing.kill().unwrap();
    indexing.wait().unwrap();

    let (check, code) = run(folder, &["check"]);
    assert_eq!(code, 0, "{check}");
    let kept = count(folder, "articles");
    assert!(kept >= CHECKPOINT && kept < ARTICLES as u64, "{kept}");
    let (found, _) = run(folder, &["search", "\"number 19999\""]);
    assert!(found.ends_with("1 of 1 articles\n"), "{found}");

    let (report, _) = run(folder, &["index", "articles.jsonl"]);
    let expected = format!("{} indexed, 0 replaced, {kept} unchanged, 0 rejected", ARTICLES as u64 - kept);
    assert!(report.contains(&expected), "{report}");
    assert_eq!((count(folder, "articles"), count(folder, "quotes")), (ARTICLES as u64, ARTICLES as u64));
    let (check, code) = run(folder, &["check"]);
    assert_eq!(code, 0, "{check}");
}
