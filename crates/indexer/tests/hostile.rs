//! Files made to take memory or time without bounds: each costs itself only.

#![expect(clippy::unwrap_used, reason = "what a test sets up works, or the test fails")]

#[expect(dead_code, reason = "the tests share their support")]
mod support;

use std::io::{Cursor, Read, Write};

use quotidian_indexer::{Format, Inputs, Options, preview};
use support::{Folder, index_path, options};
use zip::write::SimpleFileOptions;

/// The most memory that anything may take, in bytes.
const MOST_MEMORY: u64 = 1 << 30;

/// The most memory that this process has had, where the system says so.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or(0, |line| line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() << 10)
}

fn gzip(reader: impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    flate2::read::GzEncoder::new(reader, flate2::Compression::fast()).read_to_end(&mut bytes).unwrap();
    bytes
}

/// A frame of `blocks` blocks (RFC 8878), each of four bytes that stand for 128 KiB of one letter.
fn zstd_bomb(blocks: u32) -> Vec<u8> {
    let mut bytes = vec![0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58];
    for block in 1..=blocks {
        let header = (128 << 10) << 3 | 1 << 1 | u32::from(block == blocks);
        bytes.extend_from_slice(&header.to_le_bytes()[..3]);
        bytes.push(b'x');
    }
    bytes
}

/// A tar file whose one member says that it has nearly 2^63 bytes.
fn boastful_tar() -> Vec<u8> {
    let mut header = tar::Header::new_gnu();
    header.set_path("a.txt").unwrap();
    header.set_size(u64::MAX >> 1);
    header.set_cksum();
    [header.as_bytes(), &b"The port closed."[..]].concat()
}

/// A zip file (ZIP64) whose one member says that it expands to nearly 2^64 bytes.
fn boastful_zip() -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("a.txt", SimpleFileOptions::default().large_file(true)).unwrap();
    writer.write_all(b"The port closed at noon.").unwrap();
    let mut bytes = writer.finish().unwrap().into_inner();
    let sizes: Vec<usize> =
        (0..bytes.len() - 8).filter(|at| bytes[*at..*at + 8] == 24_u64.to_le_bytes()).collect();
    for at in sizes {
        bytes[at..at + 8].copy_from_slice(&(u64::MAX - 1).to_le_bytes());
    }
    bytes
}

fn bombs() -> Vec<(&'static str, Vec<u8>)> {
    let record = || Cursor::new(b"{\"id\": \"x\", \"body\": \"".to_vec());
    let much = || std::io::repeat(b'x').take(300 << 20);
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["a.txt", "b.jsonl", "c.html"] {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        std::io::copy(&mut record().chain(much()), &mut writer).unwrap();
    }
    let member = gzip(much());
    vec![
        ("a.jsonl.gz", gzip(record().chain(much()))),
        ("b.txt.gz", member.repeat(20)),
        ("c.txt.zst", zstd_bomb(1 << 20)),
        ("d.zip", writer.finish().unwrap().into_inner()),
        ("e.tar", boastful_tar()),
        ("f.zip", boastful_zip()),
    ]
}

#[test]
fn decompression_bombs_and_sizes_of_64_bits() {
    let folder = Folder::new();
    for (name, bytes) in bombs() {
        assert!(bytes.len() < 64 << 20, "{name} is small");
        folder.write(name, bytes);
    }
    folder.write("z.jsonl", "{\"id\": \"z\", \"body\": \"The port closed.\"}\n");
    let (report, archive) = index_path(folder.path(""));
    assert_eq!(*archive.ids().last().unwrap(), "z");
    for name in ["a.jsonl.gz", "b.txt.gz", "c.txt.zst", "d.zip", "e.tar"] {
        assert!(report.rejections.iter().any(|one| one.file.contains(name)), "{name}: {report}");
    }
    assert!(archive.put.iter().all(|put| put.article.body.len() < 1 << 20), "{report}");
    assert!(memory() < MOST_MEMORY, "{} MiB", memory() >> 20);
}

/// What nests, branches or repeats in some format.
const TOKENS: &[&str] = &[
    "<div>",
    "<p>a",
    "<b>",
    "</div>",
    "<a b='",
    "<!--",
    "<![CDATA[",
    "&amp;",
    "&",
    "[",
    "{\"a\":",
    "{\"body\": [1,",
    "1,",
    "[[1],",
    "\"",
    ",\n",
    "\n",
    "- ",
    "a: &a\n",
    "> ",
    "* ",
    "`",
    "**a",
    "[a](",
    "\u{1}",
    "^",
    "From a\n",
    "--a\n",
    "<item>",
    "<body><title>a",
    "<String CONTENT='a-'/>",
    "<r/>",
    "<DOC>\n",
    "<REUTERS>\n",
    "WARC/1.0\r\n\r\n",
    "1 of 2 DOCUMENTS\n",
];

/// How many bytes of them there are.
const LENGTH: usize = 512 << 10;

#[test]
fn tokens_without_end_in_every_format() {
    for format in Format::ALL {
        for token in TOKENS {
            let sample = std::fs::read_dir(format!(
                "{}/tests/samples/{}",
                env!("CARGO_MANIFEST_DIR"),
                format.as_str()
            ));
            let sample = std::fs::read(sample.unwrap().next().unwrap().unwrap().path()).unwrap();
            let (begin, end) = sample.split_at(sample.len() / 2);
            let bytes = [begin, token.repeat(LENGTH / token.len()).as_bytes(), end].concat();
            let options = Options { format: Some(format), ..options() };
            let began = std::time::Instant::now();
            let preview = preview(Inputs::from_reader("input", Cursor::new(bytes)), &options);
            assert!(preview.report.read <= LENGTH as u64);
            // A time that grows with the square of the length would be minutes.
            assert!(began.elapsed().as_secs() < 10, "{} {token}: {:?}", format.as_str(), began.elapsed());
        }
    }
    assert!(memory() < MOST_MEMORY, "{} MiB", memory() >> 20);
}
