use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Mutex, PoisonError,
        mpsc::{Receiver, Sender},
    },
};

use quotidian_model::{Annotations, Article};
use quotidian_search::Fingerprint;

use super::{Event, Permit};

/// What annotates a body.
pub(super) type Annotate<'run> = &'run (dyn Fn(&str) -> Annotations + Sync);

/// An article on its way through the workers.
pub(super) struct Job<'budget> {
    /// Its place among the articles that are annotated in the run.
    pub(super) place: u64,
    pub(super) article: Article,
    pub(super) fingerprint: Fingerprint,
    /// How far the inputs had been read when it was, in bytes on disk.
    pub(super) consumed: u64,
    /// Held until the article is in the archive.
    pub(super) _permit: Permit<'budget>,
}

/// A worker: annotates what is in the queue until there is no more, or nobody wants it.
pub(super) fn work<'budget>(
    queue: &Mutex<Receiver<Job<'budget>>>,
    events: &Sender<Event<'budget>>,
    annotate: Annotate,
) {
    while let Some(job) = next(queue) {
        // A panic must reach the coordinator, which would wait for this article for ever.
        let annotations = catch_unwind(AssertUnwindSafe(|| annotate(&job.article.body)));
        let event = match annotations {
            Ok(annotations) => Event::Annotated(Box::new(job), annotations),
            Err(_) => Event::AnnotatingFailed(job.article.id),
        };
        if events.send(event).is_err() {
            return;
        }
    }
}

fn next<'budget>(queue: &Mutex<Receiver<Job<'budget>>>) -> Option<Job<'budget>> {
    queue.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}
