use tantivy::{
    DocAddress, DocId, SegmentReader,
    query::{
        ConstScoreQuery, Query,
        doc_predicate_query::{DocPredicateQuery, FunctionPredicate},
    },
};

use crate::read::{Collection, DocumentFacet};

/// Documents with a value of the facet that has these words side by side, looked up in the facet's fast field.
pub(super) fn with_words(collection: &Collection, facet: &DocumentFacet, words: &str) -> Box<dyn Query> {
    let mut wanted = vec![false; facet.len()];
    for ordinal in facet.with_words_in_order(words) {
        wanted[ordinal as usize] = true;
    }
    let segments: Vec<_> =
        collection.searcher.segment_readers().iter().map(SegmentReader::segment_id).collect();
    let facet = facet.clone();
    let predicate = FunctionPredicate::from(move |reader: &SegmentReader| {
        let segment = segments.iter().position(|id| *id == reader.segment_id()).unwrap_or_default() as u32;
        let (facet, wanted) = (facet.clone(), wanted.clone());
        Ok(move |document: DocId| {
            let mut has_one = false;
            facet.for_each_value(DocAddress::new(segment, document), |ordinal| {
                has_one |= wanted[ordinal as usize]
            });
            has_one
        })
    });
    // A name says whether, not how well: it does not weigh in the ranking.
    Box::new(ConstScoreQuery::new(Box::new(DocPredicateQuery::from(predicate)), 0.0))
}
