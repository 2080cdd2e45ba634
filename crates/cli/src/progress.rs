use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use quotidian_indexer::Progress;

/// Progress of an indexing run on standard error: a bar with rate and time left on a terminal, else a plain line now
/// and then.
pub(crate) struct Shown {
    bar: ProgressBar,
    began: Instant,
    last_line: Instant,
}

const BETWEEN_DRAWINGS: Duration = Duration::from_millis(100);
const BETWEEN_LINES: Duration = Duration::from_secs(10);

impl Shown {
    pub(crate) fn new() -> Self {
        let now = Instant::now();
        Self { bar: ProgressBar::no_length(), began: now, last_line: now }
    }

    fn rate(&self, articles: u64) -> f64 {
        articles as f64 / self.began.elapsed().as_secs_f64().max(0.001)
    }
}

impl Progress for Shown {
    fn started(&mut self, total_bytes: Option<u64>) {
        self.began = Instant::now();
        let template = match total_bytes {
            Some(_) => "{wide_bar} {percent} %  {msg}  {eta} left",
            None => "{spinner} {bytes} read  {msg}",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            self.bar.set_style(style);
        }
        if let Some(bytes) = total_bytes {
            self.bar.set_length(bytes);
        }
    }

    #[expect(clippy::print_stderr, reason = "plain lines of progress where there is no terminal")]
    fn advanced(&mut self, bytes: u64, articles: u64) {
        let since_last = self.last_line.elapsed();
        let hidden = self.bar.is_hidden();
        if since_last < if hidden { BETWEEN_LINES } else { BETWEEN_DRAWINGS } {
            return;
        }
        self.last_line = Instant::now();
        let message = format!("{articles} articles, {:.0} a second", self.rate(articles));
        if hidden {
            eprintln!("{message}");
        } else {
            self.bar.set_message(message);
            self.bar.set_position(bytes);
        }
    }

    fn finished(&mut self) {
        self.bar.finish_and_clear();
    }
}
