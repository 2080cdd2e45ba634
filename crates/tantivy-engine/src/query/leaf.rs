//! The smallest questions, as tantivy's queries.
//!
//! Scores are rounded to steps of 1/1024. Sums of such numbers are exact in an `f32` up to 16,384, whatever the order in
//! which they are added up; tantivy's order depends on the segments, and without this the same archive would rank
//! differently when its segments are cut differently.

use tantivy::{
    DocId, DocSet, Score, SegmentReader, TERMINATED, TantivyError, Term,
    fieldnorm::FieldNormReader,
    postings::{Postings, SegmentPostings},
    query::{Bm25Weight, EnableScoring, Explanation, Query, Scorer, Weight},
    schema::IndexRecordOption,
};

const STEPS: Score = 1_024.0;

/// A score in steps that add up exactly.
pub(super) fn rounded(score: Score) -> Score {
    // Scores are not negative. The conversion takes an instruction where `round` is a call.
    ((score * STEPS + 0.5) as u32) as Score / STEPS
}

/// Why tantivy's explanations are not given: nothing asks for them.
pub(super) fn no_explanation() -> TantivyError {
    TantivyError::InvalidArgument("scores are not explained".to_owned())
}

/// Documents that have one of some terms, a word in several fields: with the sum of their BM25 scores, each times its
/// weight. tantivy's union gathers thousands of documents at a time, which two fields do not repay.
#[derive(Debug, Clone)]
pub(super) struct TermLeaf {
    pub(super) terms: Vec<(Term, Score)>,
}

/// The terms, with what their scores are made of if documents are ranked.
struct TermWeight(Vec<(Term, Option<Bm25Weight>)>);

/// One term in one segment.
struct Posted {
    postings: SegmentPostings,
    scoring: Option<(FieldNormReader, Bm25Weight)>,
}

struct TermScorer {
    posted: Vec<Posted>,
    document: DocId,
}

impl TermLeaf {
    /// A term in a single field.
    pub(super) fn new(term: Term, weight: Score) -> Self {
        Self { terms: vec![(term, weight)] }
    }
}

impl Query for TermLeaf {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let similarity = |(term, weight): &(Term, Score)| {
            Ok(match scoring {
                EnableScoring::Enabled { statistics_provider, .. } => {
                    let similarity = Bm25Weight::for_terms(statistics_provider, std::slice::from_ref(term))?;
                    (term.clone(), Some(similarity.boost_by(*weight)))
                }
                EnableScoring::Disabled { .. } => (term.clone(), None),
            })
        };
        let terms = self.terms.iter().map(similarity).collect::<tantivy::Result<_>>()?;
        Ok(Box::new(TermWeight(terms)))
    }
}

impl Weight for TermWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let mut posted = Vec::with_capacity(self.0.len());
        for (term, similarity) in &self.0 {
            let index = reader.inverted_index(term.field())?;
            let Some(postings) = index.read_postings(term, IndexRecordOption::WithFreqs)? else { continue };
            let norms = reader.get_fieldnorms_reader(term.field())?;
            let scoring = similarity.as_ref().map(|similarity| (norms, similarity.boost_by(boost)));
            posted.push(Posted { postings, scoring });
        }
        let mut scorer = TermScorer { posted, document: TERMINATED };
        scorer.document = scorer.first();
        Ok(Box::new(scorer))
    }

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        Err(no_explanation())
    }
}

impl TermScorer {
    fn first(&self) -> DocId {
        self.posted.iter().map(|posted| posted.postings.doc()).min().unwrap_or(TERMINATED)
    }
}

impl DocSet for TermScorer {
    fn advance(&mut self) -> DocId {
        for posted in &mut self.posted {
            if posted.postings.doc() == self.document {
                posted.postings.advance();
            }
        }
        self.document = self.first();
        self.document
    }

    fn seek(&mut self, target: DocId) -> DocId {
        for posted in &mut self.posted {
            if posted.postings.doc() < target {
                posted.postings.seek(target);
            }
        }
        self.document = self.first();
        self.document
    }

    fn doc(&self) -> DocId {
        self.document
    }

    fn size_hint(&self) -> u32 {
        self.posted.iter().map(|posted| posted.postings.size_hint()).max().unwrap_or_default()
    }
}

impl Scorer for TermScorer {
    fn score(&mut self) -> Score {
        let mut score = 0.0;
        for Posted { postings, scoring } in &mut self.posted {
            if let Some((norms, similarity)) = scoring
                && postings.doc() == self.document
            {
                score += rounded(similarity.score(norms.fieldnorm_id(self.document), postings.term_freq()));
            }
        }
        score
    }
}

/// Another query, with its scores in steps.
#[derive(Debug)]
pub(super) struct Rounded(pub(super) Box<dyn Query>);

struct RoundedWeight(Box<dyn Weight>);

struct RoundedScorer(Box<dyn Scorer>);

impl Clone for Rounded {
    fn clone(&self) -> Self {
        Self(self.0.box_clone())
    }
}

impl Query for Rounded {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let weight = self.0.weight(scoring)?;
        Ok(if scoring.is_scoring_enabled() { Box::new(RoundedWeight(weight)) } else { weight })
    }
}

impl Weight for RoundedWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        Ok(Box::new(RoundedScorer(self.0.scorer(reader, boost)?)))
    }

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        Err(no_explanation())
    }
}

impl DocSet for RoundedScorer {
    fn advance(&mut self) -> DocId {
        // tantivy's phrases must not be advanced past their end.
        if self.0.doc() == TERMINATED { TERMINATED } else { self.0.advance() }
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.0.seek(target)
    }

    fn doc(&self) -> DocId {
        self.0.doc()
    }

    fn size_hint(&self) -> u32 {
        self.0.size_hint()
    }

    fn cost(&self) -> u64 {
        self.0.cost()
    }
}

impl Scorer for RoundedScorer {
    fn score(&mut self) -> Score {
        rounded(self.0.score())
    }
}
