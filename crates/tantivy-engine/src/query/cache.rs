use std::sync::Arc;

use quick_cache::sync::Cache;
use quotidian_search::{EngineError, SearchRequest};

use super::search::Counted;

/// How many answers are kept. One with all its facets and a long timeline takes about 30 kB.
const ANSWERS: usize = 1_000;
/// How many counts of single clauses are kept.
const CLAUSES: usize = 20_000;

/// What was counted lately in a generation. It cannot grow old: a generation never changes, and takes its cache with it.
pub(crate) struct CountCache {
    answers: Cache<String, Arc<Counted>>,
    clauses: Cache<String, u64>,
}

impl Default for CountCache {
    fn default() -> Self {
        Self { answers: Cache::new(ANSWERS), clauses: Cache::new(CLAUSES) }
    }
}

impl CountCache {
    /// What tells a request of `kind` from all whose counts differ: not its page, nor its order.
    pub(super) fn key(&self, kind: &str, request: &SearchRequest) -> String {
        let SearchRequest { query, filters, collapse, facets, interval, .. } = request;
        format!("{kind} {query} {filters:?} {collapse:?} {facets:?} {interval:?}")
    }

    /// What was counted under a key.
    pub(super) fn answer(&self, key: &str) -> Option<Arc<Counted>> {
        self.answers.get(key)
    }

    /// Keeps what was counted under a key.
    pub(super) fn keep(&self, key: String, counted: &Arc<Counted>) {
        self.answers.insert(key, Arc::clone(counted));
    }

    /// How many documents of `kind` a clause finds, or what `count` finds.
    pub(super) fn clause(
        &self,
        kind: &str,
        clause: &str,
        count: impl FnOnce() -> Result<u64, EngineError>,
    ) -> Result<u64, EngineError> {
        let key = format!("{kind} {clause}");
        if let Some(known) = self.clauses.get(&key) {
            return Ok(known);
        }
        let counted = count()?;
        self.clauses.insert(key, counted);
        Ok(counted)
    }
}
