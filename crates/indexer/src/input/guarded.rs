use std::{
    cell::Cell,
    io::{self, Read},
    rc::Rc,
};

use super::Consumed;

/// How many times its size anything may expand to. News shrinks to a third or a tenth, near-duplicates to a fiftieth.
const MOST_TIMES: u64 = 200;

/// What anything may expand to whatever its size.
const FREE: u64 = 64 << 20;

/// A decompressor that gives up on a decompression bomb: a small file that expands to a vast one.
pub(super) struct Guarded<R> {
    reader: R,
    /// What has come out, and how much had been read of what goes in when it began.
    produced: Rc<Cell<u64>>,
    consumed: Consumed,
    before: u64,
}

impl<R> Guarded<R> {
    /// Guards what is read from `reader`, which in turn reads what `consumed` counts.
    pub(super) fn new(reader: R, consumed: &Consumed) -> Self {
        Self { reader, produced: Rc::default(), consumed: consumed.clone(), before: consumed.bytes() }
    }

    /// Guards one of several readers of one source of `size` bytes, all of which count into `produced`.
    pub(super) fn shared(reader: R, produced: &Rc<Cell<u64>>, size: u64) -> Self {
        Self { reader, produced: Rc::clone(produced), consumed: Consumed::of(size), before: 0 }
    }
}

/// Whether `size` bytes may not expand to so many.
pub(super) fn is_bomb(produced: u64, size: u64) -> bool {
    produced > FREE.saturating_add(size.saturating_mul(MOST_TIMES))
}

impl<R: Read> Read for Guarded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(buffer)?;
        self.produced.set(self.produced.get() + count as u64);
        if is_bomb(self.produced.get(), self.consumed.bytes().saturating_sub(self.before)) {
            return Err(io::Error::other(format!(
                "it expands to more than {MOST_TIMES} times its size, as decompression bombs do"
            )));
        }
        Ok(count)
    }
}
