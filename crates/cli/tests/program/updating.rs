use std::{
    fs,
    io::{BufRead, BufReader},
    process::{Child, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use crate::support::{quotidian, run, write_articles};

#[test]
fn a_dry_run_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    write_articles(folder.path(), "articles.jsonl", 3);
    let (told, code) = run(folder.path(), &["index", "--dry-run", "articles.jsonl"]);
    assert!(told.starts_with("3 articles would be read, 0 articles or files rejected."), "{told}");
    assert_eq!((code, folder.path().join("archive").exists()), (0, false));
}

#[test]
fn a_map_names_fields_and_one_that_is_none_is_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.csv"), "kopf;inhalt;tag\nVote;The port closed.;08/02/2022\n").unwrap();
    let map =
        "[fields]\ntitle = \"kopf\"\nbody = \"inhalt\"\ndate = \"tag\"\n[dates]\norder = \"day-first\"\n";
    fs::write(folder.path().join("map.toml"), map).unwrap();
    let (told, _) = run(folder.path(), &["index", "a.csv", "--map", "map.toml"]);
    assert!(told.starts_with("1 article read: 1 indexed"), "{told}");
    let (found, _) = run(folder.path(), &["search", "title:vote date:2022-02-08"]);
    assert!(found.ends_with("1 of 1 articles\n"), "{found}");
    fs::write(folder.path().join("map.toml"), "[fields]\nheadlines = \"kopf\"\n").unwrap();
    let (told, code) = run(folder.path(), &["index", "a.csv", "--map", "map.toml"]);
    assert!(told.contains("map.toml, line 2: unknown variant `headlines`"), "{told}");
    assert_eq!(code, 1);
}

#[test]
fn articles_are_taken_out_with_their_quotes() {
    let folder = tempfile::tempdir().unwrap();
    write_articles(folder.path(), "articles.jsonl", 5);
    run(folder.path(), &["index", "articles.jsonl"]);
    let (told, code) = run(folder.path(), &["index", "--delete", "a1", "--delete", "a9"]);
    assert!(told.contains("1 article was deleted.") && told.contains("a9: is not in the archive"), "{told}");
    assert_eq!(code, 3);
    let lines = fs::read_to_string(folder.path().join("articles.jsonl")).unwrap();
    let rest: String = lines.split_inclusive('\n').skip(2).collect();
    fs::write(folder.path().join("articles.jsonl"), rest).unwrap();
    let (told, code) = run(folder.path(), &["index", "--delete-missing", "articles.jsonl"]);
    assert!(told.contains("3 unchanged") && told.contains("1 article was deleted."), "{told}");
    assert_eq!(code, 0);
    let (quotes, _) = run(folder.path(), &["search", "levy", "--quotes"]);
    assert!(quotes.ends_with("3 of 3 quotes\n"), "{quotes}");
    let (checked, code) = run(folder.path(), &["check"]);
    assert_eq!(code, 0, "{checked}");
}

struct Watching(Child);

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_watched_folder_is_indexed_as_it_changes() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("news")).unwrap();
    write_articles(folder.path(), "news/a.jsonl", 2);
    let mut process =
        quotidian(folder.path(), &["index", "--watch", "news"]).stdout(Stdio::piped()).spawn().unwrap();
    let output = BufReader::new(process.stdout.take().unwrap());
    let _watching = Watching(process);
    let (lines, told) = mpsc::channel();
    thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| lines.send(line)));
    let expect = |beginning: &str| loop {
        let line = told.recv_timeout(Duration::from_secs(60)).unwrap();
        if line.starts_with(beginning) {
            break;
        }
    };
    expect("2 articles read: 2 indexed");
    write_articles(folder.path(), "news/b.jsonl", 3);
    expect("3 articles read: 1 indexed, 0 replaced, 2 unchanged");
    let (quotes, _) = run(folder.path(), &["search", "levy", "--quotes"]);
    assert!(quotes.ends_with("3 of 3 quotes\n"), "{quotes}");
}
