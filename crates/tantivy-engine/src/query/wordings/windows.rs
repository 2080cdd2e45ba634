use std::{cmp::Reverse, time::Instant};

use quotidian_search::EngineError;
use tantivy::{
    DocId, DocSet, SegmentReader, TERMINATED, Term,
    postings::{Postings, SegmentPostings},
    schema::IndexRecordOption,
};

use crate::{errors::internal, read::Collection};

/// How many documents are looked at between two looks at the clock.
const DOCUMENTS_BETWEEN_CLOCKS: u32 = 4_096;

/// The piece of an article in which the most telling words stand near each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    /// The article's number.
    pub(super) article: u32,
    /// The positions of the first and the last of the words in its body.
    pub(super) first: u32,
    pub(super) last: u32,
    /// The sum of the weights of the words that stand there.
    pub(super) weight: u32,
}

/// Looks for the windows with the largest weights.
pub(super) struct WindowSearch<'a> {
    pub(super) articles: &'a Collection,
    /// The words to look for, with their weights, the heaviest first.
    pub(super) terms: &'a [(Term, u32)],
    /// How many words a window has at most.
    pub(super) length: u32,
    /// How many windows to keep.
    pub(super) limit: usize,
    /// What a window must weigh at least.
    pub(super) least: u32,
    pub(super) deadline: Option<Instant>,
}

impl WindowSearch<'_> {
    /// The best window of each of the best articles, the heaviest first, then in the order of keys.
    pub(super) fn run(&self) -> Result<Vec<Window>, EngineError> {
        let mut best = Best {
            articles: self.articles,
            windows: Vec::new(),
            limit: self.limit,
            least: self.least.max(1),
        };
        for (reader, segment) in self.articles.searcher.segment_readers().iter().zip(0..) {
            self.segment(reader, self.articles.start(segment), &mut best)?;
        }
        best.windows.sort_unstable_by_key(|window| order(self.articles, window));
        best.windows.truncate(self.limit);
        Ok(best.windows)
    }

    /// Goes over the articles that have one of the heavier words. What has but the lightest cannot weigh enough (MaxScore,
    /// Turtle and Flood 1995), and of the others only those with heavy words enough have their positions read.
    fn segment(&self, reader: &SegmentReader, start: u32, best: &mut Best<'_>) -> Result<(), EngineError> {
        let mut words = self.words(reader)?;
        let mut seen = 0_u32;
        loop {
            let driving = words.len() - lightest(&words, best.least);
            let document = words[..driving].iter().map(|word| word.postings.doc()).min();
            let Some(document) = document.filter(|document| *document != TERMINATED) else { return Ok(()) };
            seen = seen.wrapping_add(1);
            if seen.is_multiple_of(DOCUMENTS_BETWEEN_CLOCKS)
                && self.deadline.is_some_and(|end| Instant::now() > end)
            {
                return Err(EngineError::Deadline);
            }
            if !reader.is_deleted(document) && may_weigh(&mut words, driving, document, best.least) {
                best.add(start + document, heaviest(&mut words, document, self.length));
            }
            for word in &mut words[..driving] {
                if word.postings.doc() == document {
                    word.postings.advance();
                }
            }
        }
    }

    /// The words that a segment has, the heaviest first.
    fn words(&self, reader: &SegmentReader) -> Result<Vec<Word>, EngineError> {
        let mut words = Vec::with_capacity(self.terms.len());
        for (term, weight) in self.terms {
            let index = reader.inverted_index(term.field()).map_err(internal)?;
            let postings = index.read_postings(term, IndexRecordOption::WithFreqsAndPositions);
            if let Some(postings) = postings.map_err(internal)? {
                words.push(Word { postings, weight: *weight, positions: Vec::new() });
            }
        }
        Ok(words)
    }
}

struct Word {
    postings: SegmentPostings,
    weight: u32,
    positions: Vec<u32>,
}

/// How many of the lightest words weigh less than `least` together.
fn lightest(words: &[Word], least: u32) -> usize {
    let mut sum = 0;
    let is_light = |word: &&Word| {
        sum += word.weight;
        sum < least
    };
    words.iter().rev().take_while(is_light).count()
}

/// Whether the words that a document has weigh `least` together. Postings of light words are moved to it.
fn may_weigh(words: &mut [Word], driving: usize, document: DocId, least: u32) -> bool {
    let (heavy, light) = words.split_at_mut(driving);
    let mut sum: u32 =
        heavy.iter().filter(|word| word.postings.doc() == document).map(|word| word.weight).sum();
    let mut left: u32 = light.iter().map(|word| word.weight).sum();
    for word in light {
        if sum + left < least {
            return false;
        }
        if word.postings.doc() < document {
            word.postings.seek(document);
        }
        left -= word.weight;
        sum += if word.postings.doc() == document { word.weight } else { 0 };
    }
    sum >= least
}

/// The window of a document that weighs most; of equals the first.
fn heaviest(words: &mut [Word], document: DocId, length: u32) -> (u32, u32, u32) {
    let mut events: Vec<(u32, usize)> = Vec::new();
    for (place, word) in words.iter_mut().enumerate() {
        if word.postings.doc() == document {
            word.postings.positions(&mut word.positions);
            events.extend(word.positions.iter().map(|position| (*position, place)));
        }
    }
    events.sort_unstable();
    let mut inside = vec![0_u32; words.len()];
    let (mut weight, mut start) = (0, 0);
    let mut best = (0, 0, 0);
    for (position, place) in &events {
        if inside[*place] == 0 {
            weight += words[*place].weight;
        }
        inside[*place] += 1;
        // What lies too far back falls out, and so does what stands again further on.
        while position - events[start].0 >= length || inside[events[start].1] > 1 {
            let word = events[start].1;
            inside[word] -= 1;
            if inside[word] == 0 {
                weight -= words[word].weight;
            }
            start += 1;
        }
        if weight > best.2 {
            best = (events[start].0, *position, weight);
        }
    }
    best
}

/// The heaviest windows so far.
struct Best<'a> {
    articles: &'a Collection,
    windows: Vec<Window>,
    limit: usize,
    /// What a window must weigh at least.
    least: u32,
}

impl Best<'_> {
    fn add(&mut self, article: u32, (first, last, weight): (u32, u32, u32)) {
        if weight >= self.least {
            self.windows.push(Window { article, first, last, weight });
        }
        // Twice as many as are wanted are gathered before the lighter half is thrown away.
        if self.windows.len() > 2 * self.limit {
            self.windows.select_nth_unstable_by_key(self.limit, |window| order(self.articles, window));
            self.least = self.windows[self.limit].weight;
            self.windows.truncate(self.limit);
        }
    }
}

/// The heaviest first; equals in the order of keys, so that what is kept does not depend on the segments.
fn order(articles: &Collection, window: &Window) -> (Reverse<u32>, u64) {
    (Reverse(window.weight), articles.key(window.article))
}
