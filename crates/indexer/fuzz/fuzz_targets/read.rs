//! Any bytes, read in the format that `QUOTIDIAN_FORMAT` names or in the one they are recognised as, are articles and
//! rejections, and never a panic.

#![no_main]

use std::{io::Cursor, sync::LazyLock};

use quotidian_indexer::{Inputs, Options, preview};

static OPTIONS: LazyLock<Options> = LazyLock::new(|| {
    let format = std::env::var("QUOTIDIAN_FORMAT").ok();
    Options {
        format: format.map(|name| name.parse().expect("a format")),
        ..Options::new("2026-11-22".parse().expect("a day"))
    }
});

libfuzzer_sys::fuzz_target!(|bytes: Vec<u8>| {
    let preview = preview(Inputs::from_reader("input", Cursor::new(bytes)), &OPTIONS);
    let articles: u64 = preview.formats.values().map(|format| format.articles).sum();
    assert_eq!(articles + preview.report.rejected, preview.report.read);
});
