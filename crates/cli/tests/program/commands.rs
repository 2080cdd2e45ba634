use std::fs;

use crate::support::{run, write_articles};

#[test]
fn a_run_says_what_became_of_every_article() {
    let folder = tempfile::tempdir().unwrap();
    write_articles(folder.path(), "articles.jsonl", 3);
    let (first, code) = run(folder.path(), &["index", "articles.jsonl"]);
    assert!(first.starts_with("3 articles read: 3 indexed, 0 replaced, 0 unchanged, 0 rejected."), "{first}");
    assert_eq!(code, 0);
    let (again, _) = run(folder.path(), &["index", "articles.jsonl"]);
    assert!(again.starts_with("3 articles read: 0 indexed, 0 replaced, 3 unchanged, 0 rejected."), "{again}");
}

#[test]
fn what_cannot_be_read_is_told_and_costs_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let lines = "{\"id\": 1, \"body\": \"The port closed.\"}\n{broken\n{\"id\": 3, \"title\": \"No body\"}\n";
    fs::write(folder.path().join("mixed.jsonl"), lines).unwrap();
    let (report, code) = run(folder.path(), &["index", "mixed.jsonl"]);
    assert!(report.contains("1 indexed, 0 replaced, 0 unchanged, 2 rejected"), "{report}");
    assert!(report.contains("mixed.jsonl, line 2:") && report.contains("mixed.jsonl, line 3:"), "{report}");
    assert_eq!(code, 3);
    let (json, _) = run(folder.path(), &["index", "mixed.jsonl", "--json"]);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap()["rejected"], 2);
}

#[test]
fn a_search_prints_hits_and_a_count() {
    let folder = tempfile::tempdir().unwrap();
    write_articles(folder.path(), "articles.jsonl", 30);
    run(folder.path(), &["index", "articles.jsonl"]);
    let (articles, _) = run(folder.path(), &["search", "\"number 7\""]);
    assert!(articles.contains("“Levy *number 7* is paid,”"), "{articles}");
    assert!(articles.ends_with("1 of 1 articles\n"), "{articles}");
    let (quotes, _) =
        run(folder.path(), &["search", "levy", "--quotes", "--speaker", "Tobin Okkerley", "--limit", "2"]);
    assert!(
        quotes.starts_with("Tobin Okkerley, direct,") && quotes.ends_with("2 of 30 quotes\n"),
        "{quotes}"
    );
    let (nothing, code) = run(folder.path(), &["search", "tide"]);
    assert_eq!((nothing.as_str(), code), ("no articles found\n", 0));
    let (help, _) = run(folder.path(), &["search", "levy numberr", "--from", "2099"]);
    assert_eq!(help, "no articles found\ndid you mean: levy number\n");
    let (help, _) = run(folder.path(), &["search", "levy tide"]);
    assert!(help.ends_with("without tide: 30\n"), "{help}");
    let (json, _) = run(folder.path(), &["search", "levy", "--json", "--limit", "1"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((json["total"].as_u64(), json["hits"].as_array().unwrap().len()), (Some(30), 1));
}

#[test]
fn every_hit_is_exported() {
    let folder = tempfile::tempdir().unwrap();
    write_articles(folder.path(), "articles.jsonl", 30);
    run(folder.path(), &["index", "articles.jsonl"]);
    let (csv, code) = run(folder.path(), &["export", "levy", "--quotes", "--speaker", "Tobin Okkerley"]);
    assert_eq!((csv.lines().count(), code), (31, 0), "{csv}");
    let (bibliography, _) = run(folder.path(), &["export", "\"number 7\"", "--format", "bib"]);
    assert!(bibliography.starts_with("@article{"), "{bibliography}");
}

#[test]
fn a_batch_is_counted_line_by_line() {
    let folder = tempfile::tempdir().unwrap();
    write_articles(folder.path(), "articles.jsonl", 30);
    run(folder.path(), &["index", "articles.jsonl"]);
    fs::write(folder.path().join("names.txt"), "Tobin Okkerley\n\nIlse Maravant\n?\n").unwrap();
    let asked = ["batch", "names.txt", "--quotes", "--field", "speaker", "--interval", "year"];
    let (table, code) = run(folder.path(), &asked);
    let lines: Vec<_> = table.lines().collect();
    assert_eq!((lines.len(), code), (4, 0), "{table}");
    assert!(lines[0].starts_with("line,text,query,total,undated,warnings,error,2000-01-01"), "{table}");
    assert!(lines[1].starts_with("1,Tobin Okkerley,\"speaker:\"\"Tobin Okkerley\"\"\",30,0,,,30"), "{table}");
    assert!(lines[2].starts_with("3,Ilse Maravant,") && lines[2].contains(",0,0,,,0"), "{table}");
    assert!(lines[3].starts_with("4,?,,,,,there is nothing here to search for"), "{table}");
    let (json, _) = run(folder.path(), &["batch", "names.txt", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((json["subject"].as_str(), json["rows"].as_array().unwrap().len()), (Some("articles"), 3));
}

#[test]
fn an_archive_counts_itself() {
    let folder = tempfile::tempdir().unwrap();
    write_articles(folder.path(), "articles.jsonl", 30);
    run(folder.path(), &["index", "articles.jsonl"]);
    let (stats, _) = run(folder.path(), &["stats"]);
    assert!(stats.contains("articles    30\nquotes      30\nspeakers    1\n"), "{stats}");
    let (json, _) = run(folder.path(), &["stats", "--json"]);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap()["quotes"], 30);
    let (check, code) = run(folder.path(), &["check"]);
    assert!(check.ends_with("30 articles, 30 quotes: sound\n"), "{check}");
    assert_eq!(code, 0);
}

#[test]
fn errors_say_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    for command in ["serve", "stats", "check", "export"] {
        let (error, code) = run(folder.path(), &[command]);
        assert!(
            error.contains("there is no archive at") && error.contains("quotidian index PATH"),
            "{error}"
        );
        assert_eq!((code, error.lines().count()), (1, 1));
    }
    let (error, code) = run(folder.path(), &["index", "nowhere.jsonl"]);
    assert_eq!((error.as_str(), code), ("quotidian: there is no file or folder at nowhere.jsonl\n", 1));
}

#[test]
fn annotations_are_in_code_points() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Là.\n\n“No levy, più,” said Tobin Okkerley.";
    fs::write(folder.path().join("in.jsonl"), serde_json::json!({ "id": 7, "text": text }).to_string())
        .unwrap();
    let (line, _) = run(folder.path(), &["annotate", "in.jsonl"]);
    let annotated: serde_json::Value = serde_json::from_str(&line).unwrap();
    let quote = &annotated["quotes"][0];
    assert_eq!(
        (annotated["id"].as_u64(), quote["start"].as_u64(), quote["end"].as_u64()),
        (Some(7), Some(6), Some(19))
    );
    assert_eq!(
        (quote["speaker_canonical"].as_str(), quote["kind"].as_str()),
        (Some("Tobin Okkerley"), Some("direct"))
    );
    let person = &annotated["entities"][0];
    assert_eq!((person["type"].as_str(), person["start"].as_u64()), (Some("PER"), Some(26)));
}
