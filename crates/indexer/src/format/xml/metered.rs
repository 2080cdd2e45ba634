use std::io::{self, BufRead, Read};

/// The message of the error of a reader that has reached its limit.
pub(super) const TOO_LONG: &str = "more than the limit";

/// A reader that counts lines and gives no more than it is allowed to.
#[derive(Debug)]
pub(super) struct Metered<R> {
    inner: R,
    /// The line of what comes next, from 1.
    pub(super) line: u64,
    /// How many bytes may be read at a time.
    pub(super) limit: u64,
    /// How many of them may still be read.
    left: u64,
}

impl<R> Metered<R> {
    pub(super) fn new(inner: R, limit: u64) -> Self {
        Self { inner, line: 1, limit, left: limit }
    }

    /// Allows for as many bytes as at the beginning.
    pub(super) fn refill(&mut self) {
        self.left = self.limit;
    }
}

impl<R: BufRead> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let count = available.len().min(buffer.len());
        buffer[..count].copy_from_slice(&available[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Metered<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let available = self.inner.fill_buf()?;
        let allowed = available.len().min(usize::try_from(self.left).unwrap_or(usize::MAX));
        if allowed == 0 && !available.is_empty() {
            return Err(io::Error::other(TOO_LONG));
        }
        Ok(&available[..allowed])
    }

    fn consume(&mut self, count: usize) {
        // What is consumed stands in the buffer, which reads nothing anew.
        if let Ok(available) = self.inner.fill_buf() {
            let consumed = &available[..count.min(available.len())];
            self.line += consumed.iter().filter(|byte| **byte == b'\n').count() as u64;
        }
        self.left = self.left.saturating_sub(count as u64);
        self.inner.consume(count);
    }
}
