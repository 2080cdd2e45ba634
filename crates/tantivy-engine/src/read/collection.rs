use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::Arc,
};

use quotidian_model::ArticleId;
use quotidian_search::{EngineError, FacetField};
use tantivy::{DocAddress, Index, IndexReader, ReloadPolicy, Searcher, SegmentReader, columnar::Column};

use super::{Days, DocumentFacet, FacetIndex, Groups, Lists, RawFacet, directory::ReadOnlyDirectory};
use crate::{
    analysis,
    errors::{damaged, internal},
    schema::{CONFIDENCE, DAY, ID, KEY},
};

/// How many decompressed blocks of records are kept for each segment; what was shown lately is kept by the article.
const CACHED_BLOCKS: usize = 16;

/// One of the two indexes of a generation, opened for reading, with what every search needs of it in memory. Its
/// documents are numbered from 0 through all segments.
pub(crate) struct Collection {
    pub(crate) searcher: Searcher,
    /// The number of the first document of every segment, and at last how many documents there are.
    starts: Vec<u32>,
    /// The key of every document.
    keys: Vec<u64>,
    pub(crate) days: Days,
    pub(crate) groups: Groups,
    /// The confidence of every quote; articles have none.
    pub(crate) confidences: Vec<f32>,
    facets: Vec<(FacetField, DocumentFacet)>,
}

impl Collection {
    /// Opens the index in the folder `path`. The groups and facets are added by who knows them.
    pub(crate) fn open(path: &Path) -> Result<Self, EngineError> {
        let searcher = open_searcher(path).map_err(|error| {
            tracing::debug!(%error, "an index cannot be opened");
            damaged(
                path,
                "the index cannot be opened; `quotidian check` tells which of its files are damaged",
            )
        })?;
        let readers = searcher.segment_readers();
        let mut starts = vec![0];
        for reader in readers {
            starts.push(starts.last().copied().unwrap_or_default() + reader.max_doc());
        }
        let days: Vec<Option<i64>> = alive_values(readers, |reader| reader.fast_fields().column_opt(DAY))?;
        let keys: Vec<Option<u64>> = values(readers, |reader| reader.fast_fields().column_opt(KEY))?;
        let confidences: Vec<Option<f64>> =
            values(readers, |reader| reader.fast_fields().column_opt(CONFIDENCE))?;
        Ok(Self {
            starts,
            facets: Vec::new(),
            days: Days::new(&days),
            groups: Groups::default(),
            keys: keys.into_iter().map(Option::unwrap_or_default).collect(),
            confidences: confidences.into_iter().map_while(|one| one.map(|one| one as f32)).collect(),
            searcher,
        })
    }

    /// A facet as it is stored.
    pub(crate) fn raw_facet(&self, field: FacetField) -> Result<RawFacet, EngineError> {
        RawFacet::open(self.searcher.segment_readers(), field.as_str())
    }

    /// Adds a facet.
    pub(super) fn add_facet(&mut self, field: FacetField, facet: DocumentFacet) {
        self.facets.push((field, facet));
    }

    /// Gives quotes the facets of their articles that they do not have themselves.
    pub(super) fn adopt_facets_of(&mut self, articles: &Collection, article_of: &Arc<Vec<u32>>) {
        for (field, facet) in &articles.facets {
            if self.facet(*field).is_none() {
                self.add_facet(*field, facet.through(article_of));
            }
        }
    }

    /// The year of publication as a facet.
    pub(super) fn years(&self) -> FacetIndex {
        let year = |document: u32| {
            let day = self.days.day(document).and_then(quotidian_model::Day::from_days_since_epoch);
            day.map(|day| format!("{:04}", day.date().year()))
        };
        let values: BTreeSet<String> = (0..self.numbers()).filter_map(year).collect();
        let values: Vec<Box<str>> = values.into_iter().map(Box::from).collect();
        let mut by_document = Lists::with_capacity(self.numbers() as usize);
        for document in 0..self.numbers() {
            let ordinal = year(document).and_then(|year| values.binary_search(&Box::from(year)).ok());
            by_document.push(ordinal.map(|ordinal| ordinal as u32));
        }
        FacetIndex::new(values, by_document)
    }

    pub(crate) fn facet(&self, field: FacetField) -> Option<&DocumentFacet> {
        self.facets.iter().find(|(known, _)| *known == field).map(|(_, index)| index)
    }

    /// How many documents there are.
    pub(crate) fn documents(&self) -> u64 {
        self.searcher.num_docs()
    }

    pub(crate) fn undated(&self) -> u64 {
        self.documents() - self.days.dated()
    }

    /// How many numbers documents have; those that were replaced have one too.
    pub(crate) fn numbers(&self) -> u32 {
        self.keys.len() as u32
    }

    /// The number of every document that has not been replaced, in order.
    pub(crate) fn alive(&self) -> impl Iterator<Item = u32> {
        std::iter::zip(self.searcher.segment_readers(), &self.starts)
            .flat_map(|(reader, start)| reader.doc_ids_alive().map(move |document| start + document))
    }

    pub(crate) fn is_alive(&self, document: u32) -> bool {
        let address = self.address(document);
        !self.searcher.segment_reader(address.segment_ord).is_deleted(address.doc_id)
    }

    /// The number of the first document of a segment.
    pub(crate) fn start(&self, segment: u32) -> u32 {
        self.starts[segment as usize]
    }

    /// Where tantivy has a document.
    pub(crate) fn address(&self, document: u32) -> DocAddress {
        let segment = self.starts.partition_point(|start| *start <= document) - 1;
        DocAddress::new(segment as u32, document - self.starts[segment])
    }

    pub(crate) fn key(&self, document: u32) -> u64 {
        self.keys[document as usize]
    }

    /// The id of every article, those that were replaced or deleted among them; in order.
    pub(crate) fn ids(&self) -> Result<BTreeSet<ArticleId>, EngineError> {
        let mut ids = BTreeSet::new();
        for reader in self.searcher.segment_readers() {
            let field = reader.schema().get_field(ID).map_err(internal)?;
            let index = reader.inverted_index(field).map_err(internal)?;
            let mut terms = index.terms().stream().map_err(internal)?;
            while terms.advance() {
                ids.extend(std::str::from_utf8(terms.key()).ok().and_then(|id| id.parse::<ArticleId>().ok()));
            }
        }
        Ok(ids)
    }

    /// The value of a fast field of whole numbers for every document, by number.
    pub(super) fn numbers_in(&self, field: &str) -> Result<Vec<u64>, EngineError> {
        let column = |reader: &SegmentReader| reader.fast_fields().column_opt::<u64>(field);
        let values = values(self.searcher.segment_readers(), column)?;
        Ok(values.into_iter().map(Option::unwrap_or_default).collect())
    }

    /// Those of `documents`, which are in order, that have values in a fast field of text, by value. The field is read
    /// where it lies on disk, and only the values met are looked up: it takes no memory and no time to open.
    pub(crate) fn by_text(
        &self,
        field: &str,
        documents: &[u32],
    ) -> Result<BTreeMap<String, Vec<u32>>, EngineError> {
        let segment = |document: &u32| self.address(*document).segment_ord;
        let mut by_text: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for part in documents.chunk_by(|left, right| segment(left) == segment(right)) {
            let segment = part.first().map(segment).unwrap_or_default();
            let column = self.searcher.segment_reader(segment).fast_fields().str(field).map_err(internal)?;
            let Some(column) = column else { continue };
            let ordinals = |document: &u32| column.term_ords(document - self.start(segment));
            let mut met: Vec<(u64, u32)> = part
                .iter()
                .flat_map(|document| ordinals(document).map(|ordinal| (ordinal, *document)))
                .collect();
            met.sort_unstable();
            let runs: Vec<&[(u64, u32)]> = met.chunk_by(|left, right| left.0 == right.0).collect();
            let ordinals: Vec<u64> = runs.iter().map(|run| run[0].0).collect();
            let mut runs = runs.into_iter();
            let add = |value: &[u8]| {
                let having = by_text.entry(String::from_utf8_lossy(value).into_owned()).or_default();
                having.extend(runs.next().into_iter().flatten().map(|(_, document)| *document));
            };
            column.dictionary().sorted_ords_to_term_cb(&ordinals, add).map_err(internal)?;
        }
        Ok(by_text)
    }

    /// The `N` numbers that each of `documents` has in a fast field; nothing for those that have not so many.
    pub(crate) fn numbers_of<const N: usize>(
        &self,
        field: &str,
        documents: &[u32],
    ) -> Result<Vec<Option<[u64; N]>>, EngineError> {
        let readers = self.searcher.segment_readers().iter();
        let column = |reader: &SegmentReader| reader.fast_fields().column_opt::<u64>(field).map_err(internal);
        let columns = readers.map(column).collect::<Result<Vec<_>, _>>()?;
        let numbers = |document: &u32| {
            let address = self.address(*document);
            let column = columns[address.segment_ord as usize].as_ref()?;
            column.values_for_doc(address.doc_id).collect::<Vec<_>>().try_into().ok()
        };
        Ok(documents.iter().map(numbers).collect())
    }

    /// How many values of a facet its documents have; the facet may know more, from documents that were replaced.
    pub(super) fn values_in_use(&self, field: FacetField) -> u64 {
        let Some(facet) = self.facet(field) else { return 0 };
        (0..facet.len() as u32).filter(|ordinal| !facet.documents_with(*ordinal).is_empty()).count() as u64
    }
}

fn open_searcher(path: &Path) -> tantivy::Result<Searcher> {
    let mut index = Index::open(ReadOnlyDirectory::open(path)?)?;
    index.set_tokenizers(analysis::tokenizers());
    let reader: IndexReader = index
        .reader_builder()
        .reload_policy(ReloadPolicy::Manual)
        .doc_store_cache_num_blocks(CACHED_BLOCKS)
        .try_into()?;
    Ok(reader.searcher())
}

/// The value of a fast field for every document, by number.
fn values<T: PartialOrd + Copy + std::fmt::Debug + Send + Sync + Default + 'static>(
    readers: &[SegmentReader],
    column: impl Fn(&SegmentReader) -> tantivy::Result<Option<Column<T>>>,
) -> Result<Vec<Option<T>>, EngineError> {
    let mut values = Vec::new();
    for reader in readers {
        let column = column(reader).map_err(internal)?;
        values.extend((0..reader.max_doc()).map(|document| column.as_ref()?.first(document)));
    }
    Ok(values)
}

/// Likewise, but nothing for documents that were replaced.
fn alive_values<T: PartialOrd + Copy + std::fmt::Debug + Send + Sync + Default + 'static>(
    readers: &[SegmentReader],
    column: impl Fn(&SegmentReader) -> tantivy::Result<Option<Column<T>>>,
) -> Result<Vec<Option<T>>, EngineError> {
    let mut values = values(readers, column)?;
    let alive = readers.iter().flat_map(|reader| (0..reader.max_doc()).map(|one| !reader.is_deleted(one)));
    for (value, alive) in std::iter::zip(&mut values, alive) {
        *value = value.take().filter(|_| alive);
    }
    Ok(values)
}
