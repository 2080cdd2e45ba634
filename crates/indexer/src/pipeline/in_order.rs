use std::collections::VecDeque;

/// Gives back in the order of their places what comes in any order.
pub(super) struct InOrder<T> {
    /// The place of the first slot.
    first: u64,
    slots: VecDeque<Option<T>>,
}

impl<T> InOrder<T> {
    pub(super) fn new() -> Self {
        Self { first: 0, slots: VecDeque::new() }
    }

    /// The next place, which is waited for from now on.
    pub(super) fn reserve(&mut self) -> u64 {
        self.slots.push_back(None);
        self.first + self.slots.len() as u64 - 1
    }

    /// What has come for a place that was reserved.
    pub(super) fn fill(&mut self, place: u64, item: T) {
        let slot = place.checked_sub(self.first).and_then(|slot| usize::try_from(slot).ok());
        if let Some(slot) = slot.and_then(|slot| self.slots.get_mut(slot)) {
            *slot = Some(item);
        }
    }

    /// The item of the first place, unless it has yet to come.
    pub(super) fn next(&mut self) -> Option<T> {
        let item = self.slots.front_mut()?.take()?;
        self.slots.pop_front();
        self.first += 1;
        Some(item)
    }

    /// Whether nothing is waited for.
    pub(super) fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_early_waits() {
        let mut items = InOrder::new();
        let places = [items.reserve(), items.reserve(), items.reserve()];
        items.fill(places[1], "two");
        assert_eq!(items.next(), None);
        items.fill(places[0], "one");
        assert_eq!((items.next(), items.next(), items.next()), (Some("one"), Some("two"), None));
        items.fill(places[2], "three");
        assert_eq!(items.next(), Some("three"));
        assert!(items.is_empty());
    }
}
