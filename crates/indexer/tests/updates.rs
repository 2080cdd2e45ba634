//! What becomes of articles that have changed, or are gone.

#![expect(clippy::unwrap_used, reason = "what a test sets up works, or the test fails")]

#[expect(dead_code, reason = "the tests share their support")]
mod support;

use std::path::Path;

use quotidian_indexer::{Inputs, NoProgress, Options, Report, delete, index, preview};
use quotidian_model::ArticleId;
use support::{Folder, MemoryArchive, options};

fn line(id: &str, body: &str) -> String {
    format!(
        "{{\"id\": \"{id}\", \"headline\": \"Port\", \"body\": \"{body}\", \"desk\": \"harbour\", \"tide\": 3}}\n"
    )
}

fn index_all(folder: &Path, archive: &mut MemoryArchive) -> Report {
    let options = Options { delete_missing: true, ..options() };
    let inputs = Inputs::expand(&[folder.to_owned()], None).unwrap();
    index(inputs, &options, archive, &mut NoProgress).unwrap()
}

#[test]
fn what_the_inputs_do_not_hold_any_more_is_deleted_if_asked_for() {
    let folder = Folder::new();
    folder.write("a.jsonl", line("a", "One.") + &line("b", "Two."));
    folder.write("c.jsonl", line("c", "Three."));
    let mut archive = MemoryArchive::default();
    assert_eq!(index_all(&folder.path(""), &mut archive).deleted, 0);
    folder.write("a.jsonl", line("b", "Two, changed."));
    let report = index_all(&folder.path(""), &mut archive);
    assert_eq!((report.deleted, report.replaced, report.unchanged, report.kept), (1, 1, 1, 0));
    assert_eq!((archive.ids(), archive.checkpoints), (vec!["b", "c", "b"], 2));
    assert!(report.to_string().contains("1 article was deleted."), "{report}");
    let report = index_all(&folder.path(""), &mut archive);
    assert_eq!((report.deleted, report.unchanged, archive.checkpoints), (0, 2, 2));
}

#[test]
fn nothing_is_deleted_because_of_a_file_that_cannot_be_read() {
    let folder = Folder::new();
    folder.write("a.jsonl", line("a", "One.") + &line("b", "Two."));
    folder.write("c.jsonl", line("c", "Three."));
    let mut archive = MemoryArchive::default();
    index_all(&folder.path(""), &mut archive);
    folder.write("a.jsonl", b"\x1f\x8b\0\0");
    let report = index_all(&folder.path(""), &mut archive);
    assert_eq!((report.deleted, report.kept, report.rejected), (0, 2, 1));
    assert!(
        report.to_string().contains("2 articles are not in the inputs and not deleted either"),
        "{report}"
    );
    std::fs::remove_file(folder.path("a.jsonl")).unwrap();
    std::fs::remove_file(folder.path("c.jsonl")).unwrap();
    let report = index_all(&folder.path(""), &mut archive);
    assert_eq!((report.deleted, report.kept), (0, 3), "an empty folder is a slip");
}

#[test]
fn an_article_is_deleted_by_its_id() {
    let folder = Folder::new();
    folder.write("a.jsonl", line("a", "One.") + &line("b", "Two."));
    let mut archive = MemoryArchive::default();
    index_all(&folder.path(""), &mut archive);
    let ids: [ArticleId; 2] = ["a".parse().unwrap(), "x".parse().unwrap()];
    let report = delete(&ids, &mut archive).unwrap();
    assert_eq!((report.deleted, report.rejected, archive.ids()), (1, 1, vec!["b"]));
    assert_eq!(report.rejections[0].to_string(), "x: is not in the archive");
    assert_eq!(archive.checkpoints, 2);
    assert_eq!(delete(&ids[1..], &mut archive).unwrap().deleted, 0);
    assert_eq!(archive.checkpoints, 2, "nothing has changed");
}

#[test]
fn a_preview_says_what_would_be_read_and_what_is_missing() {
    let folder = Folder::new();
    folder.write("a.jsonl", line("a", "One.") + &line("b", "Two.") + "{}\n");
    folder.write("b.txt", "The port closed at noon, and nobody left it.");
    let preview = preview(Inputs::expand(&[folder.path("")], None).unwrap(), &options());
    let lines = &preview.formats["json-lines"];
    let counts = ["title", "body", "date", "section"].map(|field| lines.fields[field]);
    assert_eq!((lines.articles, counts), (2, [2, 2, 0, 2]));
    assert_eq!((preview.report.rejected, preview.samples.len()), (1, 3));
    assert_eq!(preview.samples[1].beginning, "The port closed at noon, and nobody left it.");
    let met = |name: &str| preview.names.iter().find(|met| met.name == name).unwrap();
    assert_eq!((met("desk").field, met("tide").field, met("tide").records), (Some("section"), None, 2));
    let text = preview.to_string();
    for part in [
        "3 articles would be read, 1 articles or files rejected.",
        "Not used, unless --map FILE.toml says what they are: tide.",
        "undated     no source: Port",
        "a.jsonl, line 3: has no body",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}
