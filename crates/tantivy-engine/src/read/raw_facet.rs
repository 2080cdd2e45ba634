use quotidian_search::EngineError;
use tantivy::{SegmentReader, columnar::StrColumn};

use super::{FacetIndex, Lists};
use crate::errors::internal;

/// A facet's values as they are stored, in one order over all segments, and who has them.
#[derive(Debug)]
pub(crate) struct RawFacet {
    /// Every value, in order; a value's place is its ordinal.
    pub(crate) values: Vec<Box<str>>,
    /// The ordinals of every document's values.
    pub(crate) by_document: Lists,
}

impl RawFacet {
    /// Reads the fast field of a facet. Documents that were replaced have no values.
    pub(super) fn open(segments: &[SegmentReader], field: &str) -> Result<Self, EngineError> {
        let mut columns = Vec::with_capacity(segments.len());
        for segment in segments {
            let column = segment.fast_fields().str(field).map_err(internal)?;
            let dictionary = column.as_ref().map(segment_values).transpose()?.unwrap_or_default();
            columns.push((column, dictionary));
        }
        let mut values: Vec<Box<str>> =
            columns.iter().flat_map(|(_, dictionary)| dictionary).cloned().collect();
        values.sort_unstable();
        values.dedup();
        let mut by_document = Lists::with_capacity(segments.iter().map(|one| one.max_doc() as usize).sum());
        for (segment, (column, dictionary)) in std::iter::zip(segments, &columns) {
            let to_global = places(dictionary, &values);
            for document in 0..segment.max_doc() {
                let column = column.as_ref().filter(|_| !segment.is_deleted(document));
                let ordinals = column.into_iter().flat_map(|column| column.term_ords(document));
                by_document.push(ordinals.map(|ordinal| to_global[ordinal as usize]));
            }
        }
        Ok(Self { values, by_document })
    }

    /// The facet with these values.
    pub(super) fn into_index(self) -> FacetIndex {
        FacetIndex::new(self.values, self.by_document)
    }
}

fn segment_values(column: &StrColumn) -> Result<Vec<Box<str>>, EngineError> {
    let mut values = Vec::with_capacity(column.num_terms());
    let mut stream = column.dictionary().stream().map_err(internal)?;
    while stream.advance() {
        values.push(String::from_utf8_lossy(stream.key()).into());
    }
    Ok(values)
}

/// The place of each of `some` in `all`; both in order.
pub(crate) fn places(some: &[Box<str>], all: &[Box<str>]) -> Vec<u32> {
    let mut places = Vec::with_capacity(some.len());
    let mut place = 0;
    for value in some {
        while all.get(place).is_some_and(|known| known < value) {
            place += 1;
        }
        places.push(place as u32);
    }
    places
}
