//! Which inputs arguments name, and in which order they are read.

#![expect(clippy::unwrap_used, reason = "what a test sets up works, or the test fails")]

#[expect(dead_code, reason = "the tests share their support")]
mod support;

use std::io::{Cursor, Write};

use proptest::prelude::*;
use quotidian_indexer::{IndexError, Inputs, NoProgress, Progress, index};
use support::{Folder, MemoryArchive, expand_error, index_into, index_path, options};

fn line(id: &str) -> String {
    format!("{{\"id\": \"{id}\", \"body\": \"The port of {id} closed.\"}}\n")
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

fn zstd(text: &str) -> Vec<u8> {
    zstd::encode_all(text.as_bytes(), 1).unwrap()
}

#[test]
fn a_folder_is_read_by_name_and_hidden_files_are_not() {
    let folder = Folder::new();
    for name in ["b.jsonl", "a/z.jsonl", "a/.hidden.jsonl", ".git/c.jsonl", "c.jsonl"] {
        folder.write(name, line(name));
    }
    let (report, archive) = index_path(folder.path(""));
    assert_eq!(archive.ids(), ["a/z.jsonl", "b.jsonl", "c.jsonl"]);
    assert_eq!((report.indexed, archive.checkpoints), (3, 1));
}

#[test]
fn compression_is_recognised_by_content_whatever_the_name() {
    let folder = Folder::new();
    folder.write("a.jsonl.gz", gzip(&line("a")));
    folder.write("b.jsonl.zst", zstd(&line("b")));
    folder.write("c.jsonl", gzip(&line("c")));
    folder.write("d.gz", line("d"));
    assert_eq!(index_path(folder.path("")).1.ids(), ["a", "b", "c", "d"]);
}

#[test]
fn a_damaged_file_costs_what_is_behind_the_damage_alone() {
    let folder = Folder::new();
    let whole = gzip(&(0..20_000).map(|number| line(&format!("a{number}"))).collect::<String>());
    folder.write("a.jsonl.gz", &whole[..whole.len() / 2]);
    folder.write("b.jsonl.gz", [0x1f, 0x8b, 0, 0]);
    folder.write("c.jsonl", line("c"));
    let (report, archive) = index_path(folder.path(""));
    assert!(report.indexed > 1000, "{report}");
    assert_eq!((report.rejected, report.rejected_by_reason["cannot be read"]), (2, 2));
    assert!(report.rejections[0].line.is_some() && report.rejections[1].line.is_none(), "{report}");
    assert_eq!(*archive.ids().last().unwrap(), "c");
}

#[test]
fn a_pattern_names_what_it_matches() {
    let folder = Folder::new();
    for name in ["2021.jsonl", "2022.jsonl", "notes.txt", ".2023.jsonl"] {
        folder.write(name, line(name));
    }
    assert_eq!(index_path(folder.path("*.jsonl")).1.ids(), ["2021.jsonl", "2022.jsonl"]);
    assert_eq!(index_path(folder.path("202[2-9].jsonl")).1.ids(), ["2022.jsonl"]);
}

#[test]
fn a_name_with_a_bracket_is_a_name_first() {
    let folder = Folder::new();
    let path = folder.write("port[1].jsonl", line("a"));
    folder.write("port1.jsonl", line("b"));
    assert_eq!(index_path(path).1.ids(), ["a"]);
}

#[test]
fn an_argument_that_names_nothing_is_an_error() {
    let folder = Folder::new();
    assert!(matches!(expand_error(folder.path("port.jsonl")), IndexError::NoSuchPath { .. }));
    assert!(matches!(expand_error(folder.path("*.jsonl")), IndexError::NoMatch { .. }));
    assert!(matches!(expand_error(folder.path("a***.jsonl")), IndexError::Pattern { .. }));
}

#[test]
fn the_archive_itself_is_not_read() {
    let folder = Folder::new();
    folder.write("a.jsonl", line("a"));
    folder.write("archive/CURRENT", "gen-000001");
    let inputs = Inputs::expand(&[folder.path("")], Some(&folder.path("archive"))).unwrap();
    let mut archive = MemoryArchive::default();
    let report = index(inputs, &options(), &mut archive, &mut NoProgress).unwrap();
    assert_eq!((report.read, archive.ids()), (1, vec!["a"]));
}

#[cfg(unix)]
#[test]
fn links_that_lead_back_are_followed_once_and_broken_ones_are_rejected() {
    let folder = Folder::new();
    folder.write("a/one.jsonl", line("a"));
    std::os::unix::fs::symlink(folder.path(""), folder.path("a/loop")).unwrap();
    std::os::unix::fs::symlink(folder.path("nowhere"), folder.path("broken")).unwrap();
    let (report, archive) = index_path(folder.path(""));
    assert_eq!((archive.ids(), report.rejected), (vec!["a"], 1));
    assert!(report.rejections[0].file.ends_with("broken"), "{report}");
}

#[test]
fn the_order_of_arguments_is_kept() {
    let folder = Folder::new();
    let (a, b) = (folder.write("a.jsonl", line("a")), folder.write("b.jsonl", line("b")));
    let mut archive = MemoryArchive::default();
    let report = index_into(&mut archive, &[&b, &a, &b]);
    assert_eq!(archive.ids(), ["b", "a"]);
    assert_eq!(report.unchanged, 1);
}

#[test]
fn a_stream_is_an_input_like_any_other() {
    let mut archive = MemoryArchive::default();
    let inputs = Inputs::from_reader("standard input", Cursor::new(zstd(&(line("a") + "{\n"))));
    assert_eq!(inputs.total_bytes(), None);
    let report = index(inputs, &options(), &mut archive, &mut NoProgress).unwrap();
    assert_eq!(archive.ids(), ["a"]);
    assert_eq!((report.rejections[0].file.as_str(), report.rejections[0].line), ("standard input", Some(2)));
}

#[derive(Default)]
struct Heard {
    total: Option<u64>,
    last: (u64, u64),
    finished: bool,
}

impl Progress for Heard {
    fn started(&mut self, total_bytes: Option<u64>) {
        self.total = total_bytes;
    }

    fn advanced(&mut self, bytes: u64, articles: u64) {
        assert!(bytes >= self.last.0 && articles == self.last.1 + 1);
        self.last = (bytes, articles);
    }

    fn finished(&mut self) {
        self.finished = true;
    }
}

#[test]
fn progress_ends_at_the_size_of_the_files() {
    let folder = Folder::new();
    folder
        .write("a.jsonl.gz", gzip(&(0..1000).map(|number| line(&format!("a{number}"))).collect::<String>()));
    folder.write("b.txt", "The port closed.");
    folder.write("c.txt", "");
    let inputs = Inputs::expand(&[folder.path("")], None).unwrap();
    let (total, mut heard) = (inputs.total_bytes(), Heard::default());
    let report = index(inputs, &options(), &mut MemoryArchive::default(), &mut heard).unwrap();
    assert!(heard.finished);
    assert_eq!((heard.total, heard.last), (total, (total.unwrap(), report.read)));
    assert_eq!(report.read, 1002);
}

proptest! {
    #[test]
    fn any_bytes_are_indexed_or_rejected(bytes in proptest::collection::vec(any::<u8>(), 0..200), text in any::<String>()) {
        for bytes in [bytes, text.into_bytes()] {
            let inputs = Inputs::from_reader("bytes", Cursor::new(bytes));
            let mut archive = MemoryArchive::default();
            let report = index(inputs, &options(), &mut archive, &mut NoProgress).unwrap();
            prop_assert!(report.read > 0);
            prop_assert_eq!(report.read, archive.put.len() as u64 + report.unchanged + report.rejected);
        }
    }
}
