use std::time::Instant;

use quotidian_search::{EngineError, FacetField, Filters};
use rayon::prelude::*;
use tantivy::{
    DocSet, SegmentReader, TERMINATED,
    query::{EnableScoring, Query, Scorer, Weight},
};

use super::filters::{Judge, Verdict};
use crate::{errors::internal, read::Collection};

/// How many documents are looked at between two looks at the clock.
const DOCUMENTS_BETWEEN_CLOCKS: u32 = 4_096;
/// So many documents in the largest segment are worth going over several segments at a time.
const WORTH_SHARING: u32 = 8_192;

/// What matches the words of a search, by number and in order, and what its filters say of it.
#[derive(Debug, Default)]
pub(super) struct Matches {
    /// What matches it all.
    pub(super) documents: Vec<u32>,
    /// The score of each of them; empty where they are not ranked by it.
    pub(super) scores: Vec<f32>,
    /// What only its own selection in a facet keeps out.
    pub(super) but_facet: Vec<(FacetField, Vec<u32>)>,
    /// What only the range of days keeps out.
    pub(super) but_dates: Vec<u32>,
}

/// How to go over the matches.
#[derive(Clone, Copy)]
pub(super) struct Scan<'a> {
    pub(super) collection: &'a Collection,
    pub(super) filters: &'a Filters,
    pub(super) scoring: bool,
    /// When to give up.
    pub(super) deadline: Option<Instant>,
}

impl Scan<'_> {
    /// Goes once over everything that matches the words, over several segments at a time.
    pub(super) fn run(&self, query: &dyn Query) -> Result<Matches, EngineError> {
        let searcher = &self.collection.searcher;
        let scoring = if self.scoring {
            EnableScoring::enabled_from_searcher(searcher)
        } else {
            EnableScoring::disabled_from_searcher(searcher)
        };
        let weight = query.weight(scoring).map_err(internal)?;
        let judge = Judge::new(self.collection, self.filters);
        let readers = searcher.segment_readers();
        let segment = |(reader, segment)| self.segment(reader, segment, &judge, weight.as_ref());
        let segments: Vec<Matches> = if self.is_worth_sharing(weight.as_ref())? {
            readers.par_iter().zip(0..readers.len() as u32).map(segment).collect::<Result<_, _>>()?
        } else {
            readers.iter().zip(0..readers.len() as u32).map(segment).collect::<Result<_, _>>()?
        };
        Ok(segments.into_iter().reduce(Matches::followed_by).unwrap_or_default())
    }

    /// Whether so much is to be looked at that several processors are done sooner, by what the largest segment expects.
    fn is_worth_sharing(&self, weight: &dyn Weight) -> Result<bool, EngineError> {
        let readers = self.collection.searcher.segment_readers();
        let Some(largest) = readers.iter().max_by_key(|reader| reader.max_doc()) else { return Ok(false) };
        let expected = weight.scorer(largest, 1.0).map_err(internal)?.size_hint();
        Ok(readers.len() > 1 && expected > WORTH_SHARING)
    }

    fn segment(
        &self,
        reader: &SegmentReader,
        segment: u32,
        judge: &Judge<'_>,
        weight: &dyn Weight,
    ) -> Result<Matches, EngineError> {
        let but_facet = judge.facets().into_iter().map(|field| (field, Vec::new())).collect();
        let mut matches = Matches { but_facet, ..Matches::default() };
        let mut scorer = weight.scorer(reader, 1.0).map_err(internal)?;
        let start = self.collection.start(segment);
        let (is_open, has_deletes) = (judge.is_open(), reader.has_deletes());
        let mut seen = 0_u32;
        let mut document = scorer.doc();
        while document != TERMINATED {
            if seen.is_multiple_of(DOCUMENTS_BETWEEN_CLOCKS)
                && self.deadline.is_some_and(|end| Instant::now() > end)
            {
                return Err(EngineError::Deadline);
            }
            seen = seen.wrapping_add(1);
            if !has_deletes || !reader.is_deleted(document) {
                let verdict = if is_open { Verdict::Match } else { judge.verdict(start + document) };
                matches.add(start + document, verdict, self.scoring.then_some(&mut *scorer));
            }
            document = scorer.advance();
        }
        Ok(matches)
    }
}

impl Matches {
    fn add(&mut self, document: u32, verdict: Verdict, scorer: Option<&mut dyn Scorer>) {
        match verdict {
            Verdict::Match => {
                self.documents.push(document);
                self.scores.extend(scorer.map(|scorer| scorer.score()));
            }
            Verdict::AllBut(facet) => self.but_facet[facet].1.push(document),
            Verdict::AllButDates => self.but_dates.push(document),
            Verdict::Out => {}
        }
    }

    fn followed_by(mut self, next: Self) -> Self {
        self.documents.extend(next.documents);
        self.scores.extend(next.scores);
        self.but_dates.extend(next.but_dates);
        for ((_, documents), (_, more)) in std::iter::zip(&mut self.but_facet, next.but_facet) {
            documents.extend(more);
        }
        self
    }

    /// What only its own selection in this facet keeps out.
    pub(super) fn but(&self, field: FacetField) -> &[u32] {
        self.but_facet.iter().find(|(known, _)| *known == field).map_or(&[], |(_, documents)| documents)
    }
}
