//! Files in which other files are put together, good ones and hostile ones.

#![expect(clippy::unwrap_used, reason = "what a test sets up works, or the test fails")]

#[expect(dead_code, reason = "the tests share their support")]
mod support;

use std::io::{Cursor, Read, Write};

use quotidian_indexer::{Inputs, NoProgress, Report, index};
use support::{Folder, MemoryArchive, index_path, options};
use zip::write::SimpleFileOptions;

fn line(id: &str) -> String {
    format!("{{\"id\": \"{id}\", \"body\": \"The port of {id} closed.\"}}\n")
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn tar(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = tar::Header::new_ustar();
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_size(bytes.len() as u64);
        header.set_cksum();
        builder.append(&header, *bytes).unwrap();
    }
    builder.into_inner().unwrap()
}

fn gzip(reader: impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    flate2::read::GzEncoder::new(reader, flate2::Compression::fast()).read_to_end(&mut bytes).unwrap();
    bytes
}

fn reasons(report: &Report) -> Vec<String> {
    report.rejections.iter().map(|rejection| rejection.reason.to_string()).collect()
}

#[test]
fn the_files_in_archive_files_are_read_one_by_one() {
    let folder = Folder::new();
    let (one, two) = (line("a"), line("b"));
    let files: [(&str, &[u8]); 5] = [
        ("news/a.jsonl", one.as_bytes()),
        ("b.jsonl.gz", &gzip(two.as_bytes())),
        ("20240314/port.txt", b"Port Senna votes\n\nAll left."),
        (".hidden.jsonl", b"{}"),
        ("__MACOSX/news/a.jsonl", b"\0\x05"),
    ];
    folder.write("one.zip", zip(&files));
    folder.write("two.tar", tar(&files));
    folder.write("three.tgz", gzip(tar(&files).as_slice()));
    folder.write("four.zip", zip(&[("inner.tar", &tar(&files))]));
    for name in ["one.zip", "two.tar", "three.tgz", "four.zip"] {
        let (report, archive) = index_path(folder.path(name));
        assert_eq!((report.indexed, report.rejected), (3, 0), "{name}: {report}");
        let port = archive.article(archive.ids()[2]);
        assert_eq!(port.title.text, "Port Senna votes", "{name}");
        assert_eq!(port.date.as_ref().unwrap().day.unwrap().to_string(), "2024-03-14", "{name}");
        let (again, _) = index_path(folder.path(name));
        assert_eq!(again, report, "{name}");
    }
}

#[test]
fn a_file_in_an_archive_file_keeps_its_identity() {
    let folder = Folder::new();
    folder.write("a.zip", zip(&[("port.txt", b"The port closed."), ("old/port.txt", b"The port opened.")]));
    let (first, second) = (index_path(folder.path("a.zip")).1, index_path(folder.path("a.zip")).1);
    assert_eq!(first.ids(), second.ids());
    assert_ne!(first.ids()[0], first.ids()[1]);
}

#[test]
fn archive_files_may_come_through_a_pipe() {
    let inputs =
        Inputs::from_reader("standard input", Cursor::new(zip(&[("a.jsonl", line("a").as_bytes())])));
    let mut archive = MemoryArchive::default();
    assert_eq!(index(inputs, &options(), &mut archive, &mut NoProgress).unwrap().indexed, 1);
}

#[test]
fn a_path_that_leads_out_is_refused_and_the_rest_is_read() {
    let folder = Folder::new();
    let (one, two) = (line("a"), line("b"));
    let files: [(&str, &[u8]); 3] = [
        ("../../etc/a.jsonl", one.as_bytes()),
        ("/etc/a.jsonl", one.as_bytes()),
        ("b.jsonl", two.as_bytes()),
    ];
    folder.write("a.zip", zip(&files));
    folder.write("b.tar", tar(&files));
    for name in ["a.zip", "b.tar"] {
        let (report, archive) = index_path(folder.path(name));
        assert_eq!(archive.ids(), ["b"], "{name}");
        assert_eq!(reasons(&report), ["has a path that leads out of its archive file"; 2], "{name}");
    }
}

#[test]
fn archive_files_too_deep_in_one_another_are_refused() {
    let folder = Folder::new();
    let mut inner = zip(&[("a.jsonl", line("a").as_bytes())]);
    for _ in 0..10 {
        inner = zip(&[("inner.zip", &inner)]);
    }
    folder.write("a.zip", inner);
    let (report, _) = index_path(folder.path("a.zip"));
    assert_eq!(reasons(&report), ["is an archive file within archive files; unpack it first"]);
}

#[test]
fn what_is_no_archive_file_inside_costs_itself_only() {
    let folder = Folder::new();
    let whole = zip(&[("a.jsonl", line("a").as_bytes())]);
    folder.write("a.zip", &whole[..whole.len() / 2]);
    folder.write("b.tar", &tar(&[("b.jsonl", line("b").as_bytes())])[..600]);
    folder.write("c.zip", zip(&[]));
    folder.write("d.jsonl", line("d"));
    let (report, archive) = index_path(folder.path(""));
    assert_eq!(*archive.ids().last().unwrap(), "d");
    assert!(
        report.rejected >= 1
            && report.rejections.iter().all(|one| one.file.contains(".zip") || one.file.contains(".tar")),
        "{report}"
    );
}
