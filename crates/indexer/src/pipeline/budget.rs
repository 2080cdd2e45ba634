use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// A number of bytes that can be out at once. Taking waits until enough have come back.
pub(super) struct Budget {
    state: Mutex<State>,
    returned: Condvar,
    most: u64,
}

struct State {
    out: u64,
    closed: bool,
}

/// Bytes that are out; they come back when it is dropped.
pub(super) struct Permit<'budget> {
    budget: &'budget Budget,
    bytes: u64,
}

/// Closes a budget when dropped.
pub(super) struct Closing<'budget>(&'budget Budget);

impl Budget {
    pub(super) fn new(most: u64) -> Self {
        Self { state: Mutex::new(State { out: 0, closed: false }), returned: Condvar::new(), most }
    }

    /// Takes bytes out, waiting until they fit; more than the whole budget fit when nothing else is out. `None` once the
    /// budget is closed.
    pub(super) fn take(&self, bytes: u64) -> Option<Permit<'_>> {
        let fits = |state: &mut State| state.closed || state.out == 0 || state.out + bytes <= self.most;
        let mut state = self
            .returned
            .wait_while(self.state(), |state| !fits(state))
            .unwrap_or_else(PoisonError::into_inner);
        if state.closed {
            return None;
        }
        state.out += bytes;
        Some(Permit { budget: self, bytes })
    }

    /// Sees to it that nobody waits any more once the result is dropped.
    pub(super) fn close_on_drop(&self) -> Closing<'_> {
        Closing(self)
    }

    /// A count cannot be left half changed, so a panic elsewhere does not spoil it.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.budget.state().out -= self.bytes;
        self.budget.returned.notify_all();
    }
}

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        self.0.state().closed = true;
        self.0.returned.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::{sync::mpsc, thread, time::Duration};

    use super::*;

    #[test]
    fn what_does_not_fit_waits_for_what_is_out() {
        let budget = Budget::new(10);
        let (sender, receiver) = mpsc::channel();
        thread::scope(|scope| {
            let first = budget.take(8).unwrap();
            let (budget, sender) = (&budget, sender);
            scope.spawn(move || {
                let _second = budget.take(8).unwrap();
                sender.send(()).unwrap();
            });
            assert!(receiver.recv_timeout(Duration::from_millis(20)).is_err());
            drop(first);
            receiver.recv().unwrap();
        });
        assert_eq!(budget.state().out, 0);
    }

    #[test]
    fn more_than_everything_fits_alone() {
        assert!(Budget::new(10).take(100).is_some());
    }

    #[test]
    fn closing_ends_the_waiting() {
        let budget = Budget::new(10);
        let _out = budget.take(10);
        thread::scope(|scope| {
            let waiting = scope.spawn(|| budget.take(1).is_none());
            drop(budget.close_on_drop());
            assert!(waiting.join().unwrap());
        });
    }
}
