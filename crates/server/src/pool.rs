use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{
    Json,
    response::{IntoResponse, Response},
};
use quotidian_search::{Engine, EngineError};
use serde::Serialize;
use tokio::{
    runtime::{Handle, RuntimeFlavor},
    sync::{OwnedSemaphorePermit, Semaphore},
    task::{block_in_place, spawn_blocking},
    time::timeout_at,
};

use crate::{Limits, headers::SERVER_TIMING, problem::Problem};

/// Runs searches: so many at a time, so many waiting. The asynchronous tasks of a thread that searches go on elsewhere.
#[derive(Clone)]
pub(crate) struct SearchPool {
    engine: Arc<dyn Engine>,
    places: Arc<Semaphore>,
    workers: Arc<Semaphore>,
    limits: Limits,
}

/// An answer, and how long the engine needed for it.
pub(crate) struct Timed<T> {
    value: T,
    waited: Duration,
    took: Duration,
}

impl SearchPool {
    /// A pool that asks `engine`.
    pub(crate) fn new(engine: Arc<dyn Engine>, limits: Limits) -> Self {
        Self {
            engine,
            places: Arc::new(Semaphore::new(limits.running_searches + limits.waiting_searches)),
            workers: Arc::new(Semaphore::new(limits.running_searches)),
            limits,
        }
    }

    /// What `question` gets from the engine. It is also told the instant at which to give up.
    ///
    /// A question that has begun keeps its worker until the engine returns, even when nobody waits for the answer any
    /// more: the limit is on the work done, not on the clients served.
    ///
    /// # Errors
    /// `busy` when nobody may wait any more, `timeout` when the time is over, and what the engine reports. A search that
    /// runs on the asking thread and overstays its time without noticing answers late instead.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&dyn Engine, Instant) -> Result<T, EngineError> + Send + 'static,
    ) -> Result<Timed<T>, Problem> {
        let place = self.places.clone().try_acquire_owned().map_err(|_| Problem::busy())?;
        let asked = Instant::now();
        let deadline = asked + self.limits.search_time;
        let engine = self.engine.clone();
        let search = move |worker: OwnedSemaphorePermit| {
            let _until_done = (place, worker);
            let begun = Instant::now();
            let value = question(&*engine, deadline)?;
            Ok(Timed { value, waited: begun - asked, took: begun.elapsed() })
        };
        if let Some(worker) = self.worker_at_once() {
            return block_in_place(|| search(worker)).map_err(|error: EngineError| error.into());
        }
        let answer = async {
            let worker = self.workers.clone().acquire_owned().await.map_err(|_| Problem::busy())?;
            let job = spawn_blocking(move || search(worker));
            job.await.map_err(|error| Problem::unexpected(&error))?.map_err(|error: EngineError| error.into())
        };
        timeout_at(deadline.into(), answer).await.map_err(|_| Problem::timeout())?
    }
}

impl SearchPool {
    /// How many questions are being answered, and how many wait.
    pub(crate) fn under_way(&self) -> (usize, usize) {
        let Limits { running_searches, waiting_searches, .. } = self.limits;
        let running = running_searches - self.workers.available_permits();
        let all = running_searches + waiting_searches - self.places.available_permits();
        (running, all.saturating_sub(running))
    }

    /// A worker to search on the asking thread, where one is free and the runtime can move the thread's other tasks
    /// elsewhere meanwhile. To hand a search to another thread and its answer back takes a tenth of a millisecond, as
    /// long as many a search.
    fn worker_at_once(&self) -> Option<OwnedSemaphorePermit> {
        let can_move_tasks = Handle::current().runtime_flavor() == RuntimeFlavor::MultiThread;
        can_move_tasks.then(|| self.workers.clone().try_acquire_owned().ok()).flatten()
    }
}

impl<T> Timed<T> {
    /// The answer in another form, which may say how long the engine needed.
    pub(crate) fn map<U>(self, convert: impl FnOnce(T, Duration) -> U) -> Timed<U> {
        Timed { value: convert(self.value, self.took), waited: self.waited, took: self.took }
    }

    /// The answer alone.
    pub(crate) fn into_value(self) -> T {
        self.value
    }
}

impl<T> Timed<Option<T>> {
    /// The answer, or `problem` if there is none.
    pub(crate) fn or(self, problem: impl FnOnce() -> Problem) -> Result<Timed<T>, Problem> {
        self.map(|value, _| value.ok_or_else(problem)).transpose()
    }
}

impl<T> Timed<Result<T, Problem>> {
    /// The answer, or the problem in its place.
    pub(crate) fn transpose(self) -> Result<Timed<T>, Problem> {
        Ok(Timed { value: self.value?, waited: self.waited, took: self.took })
    }
}

impl<T: Serialize> IntoResponse for Timed<T> {
    fn into_response(self) -> Response {
        let milliseconds = |duration: Duration| duration.as_secs_f64() * 1_000.0;
        let timing =
            format!("queue;dur={:.3}, search;dur={:.3}", milliseconds(self.waited), milliseconds(self.took));
        ([(SERVER_TIMING, timing)], Json(self.value)).into_response()
    }
}
