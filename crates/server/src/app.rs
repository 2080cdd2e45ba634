use std::{
    hash::{BuildHasher, RandomState},
    sync::Arc,
    time::Duration,
};

use quotidian_search::{Engine, EngineError};

use crate::{
    Limits,
    export::ExportPool,
    metrics::{Metrics, Present},
    pool::SearchPool,
};

/// What every handler shares.
#[derive(Clone)]
pub(crate) struct App {
    /// Where searches run.
    pub(crate) pool: SearchPool,
    /// Where files of hits are written.
    pub(crate) exports: ExportPool,
    /// How long a client may take to send the body of a request.
    pub(crate) body_time: Duration,
    /// What it counts.
    pub(crate) metrics: Metrics,
    engine: Arc<dyn Engine>,
    tags: RandomState,
}

impl App {
    /// The state of one server.
    pub(crate) fn new(engine: Arc<dyn Engine>, limits: Limits) -> Self {
        Self {
            pool: SearchPool::new(engine.clone(), limits),
            exports: ExportPool::new(engine.clone(), limits),
            body_time: limits.body_time,
            metrics: Metrics::new(),
            engine,
            tags: RandomState::new(),
        }
    }

    /// What the server does now, and what its archive has.
    pub(crate) fn present(&self) -> Result<Present, EngineError> {
        let (searches_running, searches_waiting) = self.pool.under_way();
        Ok(Present {
            searches_running,
            searches_waiting,
            exports_running: self.exports.under_way(),
            archive: self.engine.stats()?,
        })
    }

    /// The entity tag of what `target`, a path with its query string, has to say now.
    ///
    /// It changes with the generation, and with every start of the program, which may be of another version or serve
    /// another archive with the same generation number. It is weak because an answer also says how long it took.
    pub(crate) fn tag(&self, target: &str) -> String {
        let generation = self.engine.generation();
        format!("W/\"{generation}-{:016x}\"", self.tags.hash_one((generation, target)))
    }
}
