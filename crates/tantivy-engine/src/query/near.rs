use tantivy::{
    DocId, DocSet, Score, SegmentReader, TERMINATED, Term,
    fieldnorm::FieldNormReader,
    postings::{Postings, SegmentPostings},
    query::{Bm25Weight, EmptyScorer, EnableScoring, Explanation, Query, Scorer, Weight},
    schema::IndexRecordOption,
};

use super::leaf::{no_explanation, rounded};
use crate::near::Window;

/// Documents in which terms of one field stand near each other, in any order, with at most `slop` other words among
/// them.
#[derive(Debug, Clone)]
pub(super) struct NearQuery {
    /// At least one; a term that stands twice must be found twice.
    pub(super) terms: Vec<Term>,
    pub(super) slop: u32,
    pub(super) weight: Score,
}

struct NearWeight {
    query: NearQuery,
    similarity: Option<Bm25Weight>,
}

struct NearScorer {
    /// One for each distinct term; the rarest leads.
    postings: Vec<SegmentPostings>,
    window: Window,
    positions: Vec<Vec<u32>>,
    /// How often the terms stand near each other in the document.
    occurrences: u32,
    scoring: Option<(FieldNormReader, Bm25Weight)>,
}

impl Query for NearQuery {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let similarity = match scoring {
            EnableScoring::Enabled { statistics_provider, .. } => {
                Some(Bm25Weight::for_terms(statistics_provider, &self.terms)?.boost_by(self.weight))
            }
            EnableScoring::Disabled { .. } => None,
        };
        Ok(Box::new(NearWeight { query: self.clone(), similarity }))
    }
}

impl Weight for NearWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let mut terms: Vec<(&Term, u32)> = Vec::new();
        for term in &self.query.terms {
            match terms.iter_mut().find(|(known, _)| *known == term) {
                Some((_, times)) => *times += 1,
                None => terms.push((term, 1)),
            }
        }
        let mut found = Vec::with_capacity(terms.len());
        for (term, times) in terms {
            let index = reader.inverted_index(term.field())?;
            let Some(postings) = index.read_postings(term, IndexRecordOption::WithFreqsAndPositions)? else {
                return Ok(Box::new(EmptyScorer));
            };
            found.push((postings, times));
        }
        found.sort_by_key(|(postings, _)| postings.size_hint());
        let Some(field) = self.query.terms.first().map(Term::field) else { return Ok(Box::new(EmptyScorer)) };
        let norms = reader.get_fieldnorms_reader(field)?;
        let (postings, times): (Vec<_>, Vec<_>) = found.into_iter().unzip();
        let mut scorer = NearScorer {
            positions: vec![Vec::new(); postings.len()],
            postings,
            window: Window::new(times, self.query.slop),
            occurrences: 0,
            scoring: self.similarity.as_ref().map(|similarity| (norms, similarity.boost_by(boost))),
        };
        scorer.go_on_from(scorer.doc());
        Ok(Box::new(scorer))
    }

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        Err(no_explanation())
    }
}

impl NearScorer {
    /// Goes to the first match at or after `candidate`.
    fn go_on_from(&mut self, mut candidate: DocId) -> DocId {
        while candidate != TERMINATED {
            let behind = self.postings.iter_mut().find_map(|postings| {
                let document =
                    if postings.doc() < candidate { postings.seek(candidate) } else { postings.doc() };
                (document != candidate).then_some(document)
            });
            match behind {
                Some(document) => candidate = self.postings[0].seek(document),
                None if self.stands_near() => return candidate,
                None => candidate = self.postings[0].advance(),
            }
        }
        TERMINATED
    }

    fn stands_near(&mut self) -> bool {
        for (postings, positions) in std::iter::zip(&mut self.postings, &mut self.positions) {
            postings.positions(positions);
        }
        self.occurrences = self.window.occurrences(&self.positions).len() as u32;
        self.occurrences > 0
    }
}

impl DocSet for NearScorer {
    fn advance(&mut self) -> DocId {
        if self.doc() == TERMINATED {
            return TERMINATED;
        }
        let next = self.postings[0].advance();
        self.go_on_from(next)
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if target <= self.doc() {
            return self.doc();
        }
        let next = self.postings[0].seek(target);
        self.go_on_from(next)
    }

    fn doc(&self) -> DocId {
        self.postings[0].doc()
    }

    fn size_hint(&self) -> u32 {
        self.postings[0].size_hint()
    }
}

impl Scorer for NearScorer {
    fn score(&mut self) -> Score {
        let document = self.doc();
        let score = self.scoring.as_ref().map(|(norms, similarity)| {
            rounded(similarity.score(norms.fieldnorm_id(document), self.occurrences))
        });
        score.unwrap_or(1.0)
    }
}
