//! Annotates the `text` of JSON Lines on standard input and prints how fast.

use std::{
    io::{self, Write},
    time::Instant,
};

fn main() -> io::Result<()> {
    let texts: Vec<String> = io::stdin()
        .lines()
        .map(|line| {
            Ok(serde_json::from_str::<serde_json::Value>(&line?)?["text"]
                .as_str()
                .unwrap_or_default()
                .to_owned())
        })
        .collect::<io::Result<_>>()?;
    let bytes: usize = texts.iter().map(String::len).sum();
    let start = Instant::now();
    let quotes: usize = texts.iter().map(|text| quotidian_text::annotate(text).quotes.len()).sum();
    let seconds = start.elapsed().as_secs_f64();
    let speed = bytes as f64 / seconds / 1e6;
    writeln!(io::stdout(), "{bytes} bytes, {quotes} quotes, {seconds:.2} s, {speed:.1} MB/s")
}
