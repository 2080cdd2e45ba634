use std::sync::Arc;

use tantivy::{
    DocId, SegmentReader,
    query::{
        ConstScoreQuery, Query,
        doc_predicate_query::{DocPredicateQuery, FunctionPredicate},
    },
};

use crate::read::FacetIndex;

/// Documents with a value of the facet that has these words side by side, looked up in the facet's fast field.
pub(super) fn with_words(facet: &Arc<FacetIndex>, words: &str) -> Box<dyn Query> {
    let wanted = facet.with_words_in_order(words);
    let facet = Arc::clone(facet);
    let predicate =
        FunctionPredicate::from(move |reader: &SegmentReader| Ok(in_segment(&facet, reader, &wanted)));
    // A name says whether, not how well: it does not weigh in the ranking.
    Box::new(ConstScoreQuery::new(Box::new(DocPredicateQuery::from(predicate)), 0.0))
}

/// Whether a document of the segment has one of the wanted values.
fn in_segment(facet: &FacetIndex, reader: &SegmentReader, wanted: &[u32]) -> impl Fn(DocId) -> bool + use<> {
    let segment = facet.segments.iter().find(|segment| segment.id == reader.segment_id());
    let ordinals = segment.and_then(|segment| segment.ordinals.clone());
    let to_global = segment.map_or(&[][..], |segment| &segment.to_global);
    let is_wanted: Vec<bool> = to_global.iter().map(|global| wanted.binary_search(global).is_ok()).collect();
    let has_one = is_wanted.contains(&true);
    move |document| {
        has_one
            && ordinals.as_ref().is_some_and(|ordinals| {
                ordinals.values_for_doc(document).any(|ordinal| is_wanted[ordinal as usize])
            })
    }
}
