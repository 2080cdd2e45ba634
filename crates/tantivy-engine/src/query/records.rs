use std::sync::Arc;

use quick_cache::{Weighter, sync::Cache};
use quotidian_model::{Article, Quote};
use quotidian_search::EngineError;

use crate::read::Snapshot;

/// An article and its quotes; the entities that follow them in what is stored are not read.
pub(super) type Record = (Article, Vec<Quote>);

/// How many bytes of articles are kept.
const CACHED_BYTES: u64 = 32 << 20;
/// What an article usually takes, and what a quote does.
const ARTICLE_BYTES: u64 = 4_096;
const QUOTE_BYTES: u64 = 256;

/// Articles that were shown lately: the same are shown when a filter is set, a page is turned back, a link is followed.
pub(crate) struct RecordCache(Cache<u32, Arc<Record>, Bytes>);

#[derive(Clone)]
struct Bytes;

impl Weighter<u32, Arc<Record>> for Bytes {
    fn weight(&self, _: &u32, record: &Arc<Record>) -> u64 {
        let (article, quotes) = &**record;
        article.body.len() as u64 + QUOTE_BYTES * (1 + quotes.len() as u64)
    }
}

impl Default for RecordCache {
    fn default() -> Self {
        let articles = (CACHED_BYTES / ARTICLE_BYTES) as usize;
        Self(Cache::with_weighter(articles, CACHED_BYTES, Bytes))
    }
}

/// Reads articles by their numbers, each once for all its quotes that follow each other.
pub(super) struct Records<'a> {
    pub(super) snapshot: &'a Snapshot,
    /// Where articles are kept; an export, which shows each but once, keeps none.
    cache: Option<&'a RecordCache>,
    last: Option<(u32, Arc<Record>)>,
}

impl<'a> Records<'a> {
    pub(super) fn new(snapshot: &'a Snapshot, cache: Option<&'a RecordCache>) -> Self {
        Self { snapshot, cache, last: None }
    }

    pub(super) fn get(&mut self, article: u32) -> Result<Arc<Record>, EngineError> {
        if let Some((_, record)) = self.last.as_ref().filter(|(known, _)| *known == article) {
            return Ok(Arc::clone(record));
        }
        let read = || {
            let mut record: Record = self.snapshot.record(article)?;
            self.snapshot.rename_speakers(&record.0, &mut record.1);
            Ok::<_, EngineError>(Arc::new(record))
        };
        let record = match self.cache {
            Some(RecordCache(cache)) => cache.get_or_insert_with(&article, read)?,
            None => read()?,
        };
        self.last = Some((article, Arc::clone(&record)));
        Ok(record)
    }
}
