/// A list of numbers for every number from 0 on, in two flat arrays.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lists {
    /// Where each list begins in `items`, and at last where the last one ends.
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    pub(super) fn with_capacity(lists: usize) -> Self {
        let mut starts = Vec::with_capacity(lists + 1);
        starts.push(0);
        Self { starts, items: Vec::new() }
    }

    /// Adds a list behind the last one.
    pub(super) fn push(&mut self, list: impl IntoIterator<Item = u32>) {
        self.items.extend(list);
        self.starts.push(self.items.len() as u32);
    }

    /// How many lists there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    pub(crate) fn get(&self, list: u32) -> &[u32] {
        let (start, end) = (self.starts[list as usize], self.starts[list as usize + 1]);
        &self.items[start as usize..end as usize]
    }

    /// For every number in a list, the lists that it stands in, in order; `numbers` is how many numbers there are.
    pub(super) fn transposed(&self, numbers: usize) -> Self {
        let mut starts = vec![0_u32; numbers + 1];
        for item in &self.items {
            starts[*item as usize + 1] += 1;
        }
        for place in 1..starts.len() {
            starts[place] += starts[place - 1];
        }
        let mut next = starts.clone();
        let mut items = vec![0; self.items.len()];
        for list in 0..self.len() as u32 {
            for item in self.get(list) {
                items[next[*item as usize] as usize] = list;
                next[*item as usize] += 1;
            }
        }
        Self { starts, items }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transposing_lists_who_has_what() {
        let mut lists = Lists::with_capacity(3);
        lists.push([2, 0]);
        lists.push([]);
        lists.push([2]);
        let transposed = lists.transposed(3);
        assert_eq!((lists.len(), lists.get(0), lists.get(1)), (3, &[2, 0][..], &[][..]));
        assert_eq!([0, 1, 2].map(|number| transposed.get(number).to_vec()), [vec![0], vec![], vec![0, 2]]);
    }
}
