use std::sync::Arc;

use tantivy::{
    DocId, DocSet, Score, SegmentReader, TERMINATED,
    index::SegmentId,
    query::{ConstScorer, EnableScoring, Explanation, Query, Scorer, Weight},
};

use super::leaf::no_explanation;
use crate::read::Collection;

/// Documents known by their numbers, each with the same score.
#[derive(Debug, Clone)]
pub(super) struct DocumentSet {
    documents: Arc<Vec<u32>>,
    /// The identity of every segment, and the number of its first document.
    segments: Vec<(SegmentId, u32)>,
    score: Score,
}

/// The documents of one segment.
struct Range {
    documents: Arc<Vec<u32>>,
    /// The number of the segment's first document.
    start: u32,
    place: usize,
    end: usize,
}

impl DocumentSet {
    /// The documents with these numbers, which are in order.
    pub(super) fn new(collection: &Collection, documents: Vec<u32>, score: Score) -> Self {
        let readers = collection.searcher.segment_readers().iter().zip(0..);
        let segments = readers.map(|(reader, segment)| (reader.segment_id(), collection.start(segment)));
        Self { documents: Arc::new(documents), segments: segments.collect(), score }
    }
}

impl Query for DocumentSet {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(self.clone()))
    }
}

impl Weight for DocumentSet {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let segment = self.segments.iter().find(|(id, _)| *id == reader.segment_id());
        let start = segment.map_or(0, |(_, start)| *start);
        let range = Range {
            place: self.documents.partition_point(|document| *document < start),
            end: self.documents.partition_point(|document| *document < start + reader.max_doc()),
            documents: Arc::clone(&self.documents),
            start,
        };
        Ok(Box::new(ConstScorer::new(range, self.score * boost)))
    }

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        Err(no_explanation())
    }
}

impl DocSet for Range {
    fn advance(&mut self) -> DocId {
        self.place = (self.place + 1).min(self.end);
        self.doc()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        let rest = &self.documents[self.place..self.end];
        self.place += rest.partition_point(|document| document - self.start < target);
        self.doc()
    }

    fn doc(&self) -> DocId {
        self.documents[..self.end].get(self.place).map_or(TERMINATED, |document| document - self.start)
    }

    fn size_hint(&self) -> u32 {
        (self.end - self.place) as u32
    }
}
