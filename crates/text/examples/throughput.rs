//! Annotates the `body` of JSON Lines on standard input and prints how fast.

use std::{
    io::{self, Write},
    time::Instant,
};

fn main() -> io::Result<()> {
    let bodies: Vec<String> = io::stdin()
        .lines()
        .map(|line| {
            let article: serde_json::Value = serde_json::from_str(&line?)?;
            Ok(article["body"].as_str().unwrap_or_default().to_owned())
        })
        .collect::<io::Result<_>>()?;
    let bytes: usize = bodies.iter().map(String::len).sum();
    // The lists are read once, at the first use.
    quotidian_text::annotate("");
    let start = Instant::now();
    let quotes: usize = bodies.iter().map(|body| quotidian_text::annotate(body).quotes.len()).sum();
    let seconds = start.elapsed().as_secs_f64();
    let (articles, megabytes) = (bodies.len() as f64 / seconds, bytes as f64 / seconds / 1e6);
    writeln!(
        io::stdout(),
        "{articles:.0} articles/s, {megabytes:.1} MB/s ({quotes} quotes in {seconds:.2} s)"
    )
}
