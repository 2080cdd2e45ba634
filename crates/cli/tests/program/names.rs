use std::fs;

use crate::support::{run, write_articles};

/// An archive in which Tobin Okkerley says thirty things.
fn archive() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write_articles(folder.path(), "articles.jsonl", 30);
    run(folder.path(), &["index", "articles.jsonl"]);
    folder
}

#[test]
fn names_are_merged_and_split_without_the_sources() {
    let folder = archive();
    fs::remove_file(folder.path().join("articles.jsonl")).unwrap();
    let (list, code) = run(folder.path(), &["names", "list"]);
    assert_eq!((list.as_str(), code), ("Tobin Okkerley (30)\n", 0));

    let (said, code) = run(folder.path(), &["names", "merge", "Tubby Okkerley", "Tobin Okkerley"]);
    assert_eq!((said.as_str(), code), ("1 speakers are quoted under 1 other names\n", 0));
    let (list, _) = run(folder.path(), &["names", "list", "--like", "TOBIN"]);
    assert_eq!(list, "Tubby Okkerley (30)\n    Tobin Okkerley (30): by authority.toml\n");
    let (found, _) = run(folder.path(), &["search", "speaker:tobin", "--quotes", "--limit", "1"]);
    assert!(
        found.starts_with("Tubby Okkerley (printed as Tobin Okkerley), direct,")
            && found.ends_with("1 of 30 quotes\n"),
        "{found}"
    );

    let split =
        ["names", "split", "Tubby Okkerley", "Tobin Okkerley", "--from", "2000-02", "--as", "Young Tobin"];
    run(folder.path(), &split);
    let (list, _) = run(folder.path(), &["names", "list", "--json"]);
    let lines: Vec<serde_json::Value> =
        list.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let young = lines.iter().find(|line| line["name"] == "Young Tobin").unwrap();
    assert_eq!(young["variants"][0]["from"], "2000-02-01");
    let quotes: u64 = lines.iter().map(|line| line["quotes"].as_u64().unwrap()).sum();
    assert_eq!((lines.len(), quotes), (2, 30), "{list}");
    let (check, code) = run(folder.path(), &["check"]);
    assert_eq!(code, 0, "{check}");
}

#[test]
fn what_the_owner_writes_stays_and_is_applied() {
    let folder = archive();
    let file = folder.path().join("archive/authority.toml");
    let text = "# Tobin is Tubby.\n[[merge]]\nname = \"Tubby\"\nvariants = [\"Tobin Okkerley\"]\n";
    fs::write(&file, text).unwrap();
    run(folder.path(), &["names", "apply"]);
    let (list, _) = run(folder.path(), &["names", "list"]);
    assert!(list.starts_with("Tubby (30)\n"), "{list}");
    run(folder.path(), &["names", "merge", "Tubby", "Tobe"]);
    let text = fs::read_to_string(&file).unwrap();
    assert!(
        text.starts_with("# Tobin is Tubby.\n") && text.contains("\"Tobin Okkerley\", \"Tobe\""),
        "{text}"
    );
    run(folder.path(), &["names", "split", "Tubby", "Tobin Okkerley"]);
    let (list, _) = run(folder.path(), &["names", "list"]);
    assert_eq!(list, "Tobin Okkerley (30)\n");
}

#[test]
fn a_malformed_file_is_told_with_its_line_and_costs_nothing() {
    let folder = archive();
    let file = folder.path().join("archive/authority.toml");
    for (text, reason) in [
        ("[[merge]]\nname = \"Tubby\"\nvariants = 3\n", "line 3: invalid type"),
        ("[[split]]\nname = \"A\"\nvariant = \"B\"\nfrom = \"soon\"\n", "`soon` is not a date"),
        ("[[merge]]\nnames = \"Tubby\"\n", "line 2: unknown field `names`"),
    ] {
        fs::write(&file, text).unwrap();
        for command in [&["names", "apply"][..], &["index", "articles.jsonl"]] {
            let (error, code) = run(folder.path(), command);
            assert!(error.contains("authority.toml") && error.contains(reason), "{error}");
            assert_eq!((code, error.lines().count()), (1, 1));
        }
        assert_eq!(run(folder.path(), &["names", "list"]).0, "Tobin Okkerley (30)\n");
    }
    let (error, code) = run(folder.path(), &["names", "split", "A", "B", "--from", "soon"]);
    assert_eq!((error.contains("line 2"), code), (true, 1), "{error}");
}
