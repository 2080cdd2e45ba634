//! Word classes by exchange: each word moves to the class whose words stand in the most similar contexts (Kneser and Ney
//! 1993; Uszkoreit and Brants 2008 for contexts of words).

/// Words with the contexts that they stand in.
pub(crate) struct Contexts {
    /// For each word, contexts with their counts.
    pub(crate) of: Vec<Vec<(u32, u32)>>,
    /// How many contexts there are.
    pub(crate) count: usize,
}

/// The counts of classes in contexts while words move.
struct Exchange {
    classes: usize,
    /// By context, then by class.
    counts: Vec<f32>,
    /// All counts of a class.
    totals: Vec<f64>,
    /// `n ln n` for small n.
    table: Vec<f32>,
}

/// The class of each word, which makes `sum n ln n` over classes in contexts less `sum n ln n` over classes great.
pub(crate) fn exchange(contexts: &Contexts, classes: usize, passes: usize) -> Vec<u32> {
    let mut class_of: Vec<u32> = (0..contexts.of.len()).map(|word| (word % classes) as u32).collect();
    let mut exchange = Exchange {
        classes,
        counts: vec![0.0; contexts.count * classes],
        totals: vec![0.0; classes],
        table: (0..1 << 16).map(|n| entropy(n as f64) as f32).collect(),
    };
    for (word, class) in contexts.of.iter().zip(&class_of) {
        exchange.add(word, *class, 1.0);
    }
    let mut gains = vec![0.0; classes];
    for pass in 0..passes {
        let mut moved = 0;
        for (word, class) in contexts.of.iter().zip(&mut class_of).filter(|(word, _)| !word.is_empty()) {
            exchange.add(word, *class, -1.0);
            exchange.gains(word, &mut gains);
            let better = |best: usize, other: usize| if gains[other] > gains[best] { other } else { best };
            let best = (0..classes).fold(*class as usize, better) as u32;
            moved += usize::from(best != *class);
            *class = best;
            exchange.add(word, best, 1.0);
        }
        println!("  {classes} classes, pass {}: {moved} words moved", pass + 1);
    }
    class_of
}

/// `n ln n`.
fn entropy(n: f64) -> f64 {
    if n > 0.5 { n * libm::log(n) } else { 0.0 }
}

impl Exchange {
    /// Counts a word in a class, or takes it out with a `sign` of -1.
    fn add(&mut self, word: &[(u32, u32)], class: u32, sign: f32) {
        for &(context, count) in word {
            self.counts[context as usize * self.classes + class as usize] += sign * count as f32;
        }
        self.totals[class as usize] += f64::from(sign) * total(word);
    }

    /// How much better each class would be with the word in it.
    fn gains(&self, word: &[(u32, u32)], gains: &mut [f32]) {
        let total = total(word);
        for (gain, of_class) in gains.iter_mut().zip(&self.totals) {
            *gain = (entropy(*of_class) - entropy(of_class + total)) as f32;
        }
        for &(context, count) in word {
            let counts = &self.counts[context as usize * self.classes..][..self.classes];
            let alone = self.entropy(count as f32);
            for (gain, &here) in gains.iter_mut().zip(counts) {
                *gain +=
                    if here < 0.5 { alone } else { self.entropy(here + count as f32) - self.entropy(here) };
            }
        }
    }

    fn entropy(&self, n: f32) -> f32 {
        self.table.get(n as usize).copied().unwrap_or_else(|| n * libm::logf(n))
    }
}

fn total(word: &[(u32, u32)]) -> f64 {
    word.iter().map(|&(_, count)| f64::from(count)).sum()
}
