use std::collections::VecDeque;

/// Finds where words stand near each other: in any order, with at most so many other words among them. The same for
/// searching and for marking.
#[derive(Debug, Clone)]
pub(crate) struct Window {
    /// How often each of the words must stand in it.
    times: Vec<u32>,
    /// How many words it holds at most, the wanted ones included.
    length: u32,
}

impl Window {
    pub(crate) fn new(times: Vec<u32>, slop: u32) -> Self {
        let length = times.iter().sum::<u32>() + slop;
        Self { times, length }
    }

    /// The first and last position of every occurrence, from the positions of each of the words, in order.
    /// Occurrences do not overlap; of several that end at the same place the shortest counts.
    pub(crate) fn occurrences(&self, positions: &[Vec<u32>]) -> Vec<(u32, u32)> {
        let mut events: Vec<(u32, usize)> = std::iter::zip(positions, 0..)
            .flat_map(|(positions, word)| positions.iter().map(move |position| (*position, word)))
            .collect();
        events.sort_unstable();
        let mut inside: VecDeque<(u32, usize)> = VecDeque::new();
        let mut counts = vec![0_u32; self.times.len()];
        let mut occurrences = Vec::new();
        for (position, word) in events {
            inside.push_back((position, word));
            counts[word] += 1;
            // What lies too far back, and what stands in front that is not needed, falls out.
            while let Some((first, other)) = inside.front().copied()
                && (position - first >= self.length || counts[other] > self.times[other])
            {
                inside.pop_front();
                counts[other] -= 1;
            }
            let complete = std::iter::zip(&counts, &self.times).all(|(count, times)| count >= times);
            if let (true, Some((first, _))) = (complete, inside.front()) {
                occurrences.push((*first, position));
                inside.clear();
                counts.fill(0);
            }
        }
        occurrences
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, words: &[&str], slop: u32, expected: &[(u32, u32)]) {
        let positions = words.iter().map(|word| {
            let places = text.split(' ').zip(0..).filter(|(known, _)| known == word);
            places.map(|(_, place)| place).collect()
        });
        let window = Window::new(vec![1; words.len()], slop);
        assert_eq!(window.occurrences(&positions.collect::<Vec<_>>()), expected, "{text}");
    }

    #[test]
    fn words_are_near_with_so_many_others_among_them() {
        check("interest on rates", &["interest", "rates"], 1, &[(0, 2)]);
        check("interest on rates", &["interest", "rates"], 0, &[]);
        check("rates of a interest", &["interest", "rates"], 2, &[(0, 3)]);
        check("rates rates x interest", &["interest", "rates"], 1, &[(1, 3)]);
        check("a x b y a b", &["a", "b"], 1, &[(0, 2), (4, 5)]);
        check("a b c", &["a", "b", "c"], 0, &[(0, 2)]);
    }

    #[test]
    fn a_word_that_is_wanted_twice_must_stand_twice() {
        let window = Window::new(vec![2, 1], 1);
        assert_eq!(window.occurrences(&[vec![0, 3], vec![2]]), [(0, 3)]);
        assert_eq!(window.occurrences(&[vec![3], vec![2]]), []);
    }
}
