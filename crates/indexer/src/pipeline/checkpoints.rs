use std::time::{Duration, Instant};

/// The most articles that a kill can cost.
const MOST_ARTICLES: u64 = 20_000;

/// The longest time whose work a kill can cost.
const LONGEST: Duration = Duration::from_secs(120);

/// When a checkpoint is due.
pub(super) struct Checkpoints {
    put: u64,
    since: Instant,
}

impl Checkpoints {
    pub(super) fn new() -> Self {
        Self { put: 0, since: Instant::now() }
    }

    /// An article was put.
    pub(super) fn count(&mut self) {
        self.put += 1;
    }

    /// Whether so much was put, or for so long, that it should be made safe.
    pub(super) fn is_due(&self) -> bool {
        self.put >= MOST_ARTICLES || (self.put > 0 && self.since.elapsed() >= LONGEST)
    }

    /// Whether anything was put since the last one.
    pub(super) fn is_open(&self) -> bool {
        self.put > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_due_after_many_articles_or_a_long_time() {
        let due = |put, age| Checkpoints { put, since: Instant::now() - age }.is_due();
        assert!(!due(MOST_ARTICLES - 1, Duration::ZERO));
        assert!(due(MOST_ARTICLES, Duration::ZERO));
        assert!(due(1, LONGEST));
        assert!(!due(0, LONGEST));
    }
}
