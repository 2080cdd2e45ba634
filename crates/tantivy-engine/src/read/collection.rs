use std::{path::Path, sync::Arc};

use quotidian_model::Day;
use quotidian_search::{EngineError, FacetField};
use tantivy::{
    DocAddress, Index, IndexReader, ReloadPolicy, Searcher, SegmentReader,
    columnar::{Column, StrColumn},
};

use super::{DocumentFacet, FacetIndex, directory::ReadOnlyDirectory, document_facet::ArticleAddresses};
use crate::{
    analysis,
    errors::{damaged, internal},
    schema::{ARTICLE_ID, CONFIDENCE, DAY, FINGERPRINT, KEY, NUMBER, QUOTE_COUNT},
};

/// One of the two indexes of a generation, opened for reading, with what every search needs of it.
pub(crate) struct Collection {
    pub(crate) searcher: Searcher,
    pub(crate) segments: Vec<SegmentColumns>,
    facets: Vec<(FacetField, DocumentFacet)>,
    /// The days of all dated documents, in order, as days since 1970-01-01.
    days: Vec<i64>,
}

/// The fast fields of one segment. An index of articles has no `number`, and so on: such columns are empty.
pub(crate) struct SegmentColumns {
    pub(crate) day: Column<i64>,
    pub(crate) key: Column<u64>,
    pub(crate) fingerprint: Column<u64>,
    pub(crate) quote_count: Column<u64>,
    pub(crate) article_id: Option<StrColumn>,
    pub(crate) number: Column<u64>,
    pub(crate) confidence: Column<f64>,
}

impl Collection {
    pub(super) fn open(path: &Path, facets: &[FacetField]) -> Result<Self, EngineError> {
        let searcher = open_searcher(path).map_err(|error| {
            tracing::debug!(%error, "an index cannot be opened");
            damaged(
                path,
                "the index cannot be opened; `quotidian check` tells which of its files are damaged",
            )
        })?;
        let readers = searcher.segment_readers();
        let segments: Vec<SegmentColumns> =
            readers.iter().map(SegmentColumns::open).collect::<Result<_, _>>()?;
        let open_facet =
            |field: &FacetField| Ok((*field, DocumentFacet::own(FacetIndex::open(readers, field.as_str())?)));
        let facets = facets.iter().map(open_facet).collect::<Result<_, EngineError>>()?;
        let dated = |(reader, columns): (&SegmentReader, &SegmentColumns)| {
            reader.doc_ids_alive().filter_map(|document| columns.day.first(document)).collect::<Vec<_>>()
        };
        let mut days: Vec<i64> = std::iter::zip(readers, &segments).flat_map(dated).collect();
        days.sort_unstable();
        Ok(Self { facets, days, segments, searcher })
    }

    /// Gives quotes the facets of their articles that they do not have themselves.
    pub(super) fn adopt_facets_of(&mut self, articles: &Collection) -> Result<(), EngineError> {
        let addresses = Arc::new(ArticleAddresses::open(self, articles)?);
        for (field, facet) in &articles.facets {
            if self.facet(*field).is_none() {
                self.facets.push((*field, facet.through(&addresses)));
            }
        }
        Ok(())
    }

    pub(crate) fn facet(&self, field: FacetField) -> Option<&DocumentFacet> {
        self.facets.iter().find(|(known, _)| *known == field).map(|(_, index)| index)
    }

    pub(crate) fn documents(&self) -> u64 {
        self.searcher.num_docs()
    }

    pub(crate) fn undated(&self) -> u64 {
        self.documents() - self.days.len() as u64
    }

    pub(crate) fn first_day(&self) -> Option<Day> {
        self.days.first().copied().and_then(Day::from_days_since_epoch)
    }

    pub(crate) fn last_day(&self) -> Option<Day> {
        self.days.last().copied().and_then(Day::from_days_since_epoch)
    }

    /// How many documents have a day in `from..=to`.
    pub(crate) fn dated_between(&self, from: Day, to: Day) -> u64 {
        let before = self.days.partition_point(|day| *day < from.days_since_epoch());
        let through = self.days.partition_point(|day| *day <= to.days_since_epoch());
        (through - before) as u64
    }

    /// Every document that has not been replaced, segment by segment.
    pub(crate) fn alive(&self) -> impl Iterator<Item = DocAddress> {
        std::iter::zip(self.searcher.segment_readers(), 0..).flat_map(|(reader, segment)| {
            reader.doc_ids_alive().map(move |document| DocAddress::new(segment, document))
        })
    }

    /// How many values of a facet its documents have; the facet may know more, from documents that were replaced.
    pub(super) fn values_in_use(&self, field: FacetField) -> u64 {
        let Some(facet) = self.facet(field) else { return 0 };
        let mut used = vec![false; facet.len()];
        for address in self.alive() {
            facet.for_each_value(address, |ordinal| used[ordinal as usize] = true);
        }
        used.into_iter().filter(|used| *used).count() as u64
    }

    pub(crate) fn columns(&self, address: DocAddress) -> &SegmentColumns {
        &self.segments[address.segment_ord as usize]
    }
}

fn open_searcher(path: &Path) -> tantivy::Result<Searcher> {
    let mut index = Index::open(ReadOnlyDirectory::open(path)?)?;
    index.set_tokenizers(analysis::tokenizers());
    let reader: IndexReader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
    Ok(reader.searcher())
}

impl SegmentColumns {
    fn open(reader: &SegmentReader) -> Result<Self, EngineError> {
        let fast = reader.fast_fields();
        let number = |name: &str| match fast.column_opt::<u64>(name) {
            Ok(column) => Ok(column.unwrap_or_else(|| Column::build_empty_column(reader.max_doc()))),
            Err(error) => Err(internal(error)),
        };
        let empty_days = || Column::build_empty_column(reader.max_doc());
        let empty_confidences = || Column::build_empty_column(reader.max_doc());
        Ok(Self {
            day: fast.column_opt::<i64>(DAY).map_err(internal)?.unwrap_or_else(empty_days),
            key: number(KEY)?,
            fingerprint: number(FINGERPRINT)?,
            quote_count: number(QUOTE_COUNT)?,
            article_id: fast.str(ARTICLE_ID).map_err(internal)?,
            number: number(NUMBER)?,
            confidence: fast
                .column_opt::<f64>(CONFIDENCE)
                .map_err(internal)?
                .unwrap_or_else(empty_confidences),
        })
    }
}
