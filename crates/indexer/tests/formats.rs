//! Every format: its samples are recognised and read, and whatever happens to their bytes costs nobody else anything.

#![expect(clippy::unwrap_used, reason = "what a test sets up works, or the test fails")]

use std::{
    fs,
    io::Cursor,
    path::{Path, PathBuf},
};

use proptest::prelude::*;
use quotidian_indexer::{Format, Inputs, Options, preview};

fn options(format: Option<Format>) -> Options {
    Options { format, ..Options::new("2026-11-22".parse().unwrap()) }
}

fn folder(format: Format) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(format.as_str())
}

fn samples(format: Format) -> Vec<Vec<u8>> {
    let files = fs::read_dir(folder(format)).unwrap();
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

#[test]
fn samples_are_recognised_and_read_with_title_day_and_text() {
    for format in Format::ALL {
        let name = format.as_str();
        let preview = preview(Inputs::expand(&[folder(format)], None).unwrap(), &options(None));
        assert_eq!(preview.formats.keys().collect::<Vec<_>>(), [&name], "{preview}");
        let of_format = &preview.formats[name];
        assert_eq!(preview.report.rejected, 0, "{name}: {preview}");
        for field in ["title", "date", "body"] {
            assert_eq!(of_format.fields[field], of_format.articles, "{name} {field}: {preview}");
        }
    }
}

/// What happens to files: bytes are lost, changed, doubled, and put elsewhere.
#[derive(Debug, Clone)]
enum Damage {
    Cut(prop::sample::Index),
    Change(prop::sample::Index, u8),
    Repeat(prop::sample::Index, prop::sample::Index, u8),
    Insert(prop::sample::Index, &'static str),
}

/// What parsers stumble over.
const PITFALLS: &[&str] = &[
    "<",
    ">",
    "&",
    "&#",
    ";",
    "\"",
    "{",
    "[",
    "]]>",
    "<!DOCTYPE x [<!ENTITY a \"b\">]>",
    "\0",
    "\u{feff}",
    "é",
    "\r\n",
    "\n\n",
    "--",
    "99999999",
];

fn damage() -> impl Strategy<Value = Damage> {
    let place = any::<prop::sample::Index>;
    prop_oneof![
        place().prop_map(Damage::Cut),
        (place(), any::<u8>()).prop_map(|(place, byte)| Damage::Change(place, byte)),
        (place(), place(), 1..20_u8).prop_map(|(one, other, times)| Damage::Repeat(one, other, times)),
        (place(), prop::sample::select(PITFALLS)).prop_map(|(place, text)| Damage::Insert(place, text)),
    ]
}

fn damaged(bytes: &[u8], damages: &[Damage]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for damage in damages {
        if bytes.is_empty() {
            break;
        }
        let length = bytes.len();
        match damage {
            Damage::Cut(place) => bytes.truncate(place.index(length)),
            Damage::Change(place, byte) => bytes[place.index(length)] = *byte,
            Damage::Repeat(one, other, times) => {
                let (one, other) = (one.index(length), other.index(length));
                let piece = bytes[one.min(other)..one.max(other)].repeat(usize::from(*times));
                bytes.splice(one..one, piece);
            }
            Damage::Insert(place, text) => {
                let place = place.index(length);
                bytes.splice(place..place, text.bytes());
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn damaged_samples_are_articles_and_rejections(damages in prop::collection::vec(damage(), 1..6), recognise: bool) {
        for format in Format::ALL {
            for sample in samples(format) {
                let options = options((!recognise).then_some(format));
                let inputs = Inputs::from_reader("sample", Cursor::new(damaged(&sample, &damages)));
                let preview = preview(inputs, &options);
                let articles: u64 = preview.formats.values().map(|format| format.articles).sum();
                prop_assert_eq!(articles + preview.report.rejected, preview.report.read);
            }
        }
    }
}
