//! Reading, annotating and putting side by side.
//!
//! One thread reads and parses, several annotate, and the calling thread decides about every article in the order of
//! the input and puts it into the archive in that order: the archive depends on the input, not on the threads. What is
//! between reading and putting is bounded by its bytes ([`Budget`]), so the channels need no bounds, and nobody who
//! sends can wait for one who waits for him.

mod annotating;
mod budget;
mod checkpoints;
mod coordinator;
mod in_order;
mod reading;

use std::{
    io,
    sync::{Mutex, mpsc},
    thread::{self, Scope},
};

use quotidian_model::{Annotations, ArticleId};
use quotidian_search::ArchiveWriter;

use crate::{IndexError, Inputs, Options, Progress, Reason, Rejection, Report};
use annotating::{Annotate, Job, work};
use budget::{Budget, Permit};
use coordinator::Coordinator;
use reading::read;
pub(crate) use reading::{Reading, read_all};

/// The most bytes of text between reading and putting.
const BUDGET: u64 = 64 << 20;

/// What the coordinator hears from the other threads.
enum Event<'budget> {
    /// An article or a rejection, in the order of the input.
    Read(Box<Reading>, Permit<'budget>),
    /// There is nothing more to read.
    ReadingEnded,
    /// The reading thread broke.
    ReadingFailed,
    /// An article comes back from a worker; in any order.
    Annotated(Box<Job<'budget>>, Annotations),
    /// A worker broke over an article.
    AnnotatingFailed(ArticleId),
}

/// Reads all inputs and puts their articles, annotated, into `writer`; what is in the archive already is left alone.
/// Checkpoints are made every 20,000 articles or 120 seconds, and at the end if anything was put since.
///
/// # Errors
/// Only what ends the run: the archive cannot be written, or the program is wrong. What was put before the last
/// checkpoint stays. Articles that cannot be read are in the report instead.
pub fn index(
    inputs: Inputs,
    options: &Options,
    writer: &mut dyn ArchiveWriter,
    progress: &mut dyn Progress,
) -> Result<Report, IndexError> {
    run(inputs, options, writer, progress, &quotidian_text::annotate)
}

/// Takes articles out of the archive; the ids of those that it does not have are rejected.
///
/// # Errors
/// Only when the archive cannot be written.
pub fn delete(ids: &[ArticleId], writer: &mut dyn ArchiveWriter) -> Result<Report, IndexError> {
    let mut report = Report::default();
    for id in ids {
        if writer.delete(id)? {
            report.deleted += 1;
        } else {
            report.reject(Rejection { file: id.to_string(), line: None, reason: Reason::NotInArchive });
        }
    }
    if report.deleted > 0 {
        writer.checkpoint()?;
    }
    Ok(report)
}

fn run(
    inputs: Inputs,
    options: &Options,
    writer: &mut dyn ArchiveWriter,
    progress: &mut dyn Progress,
    annotate: Annotate,
) -> Result<Report, IndexError> {
    progress.started(inputs.total_bytes());
    let budget = Budget::new(BUDGET);
    let (events, inbox) = mpsc::channel();
    let (jobs, queue) = mpsc::channel();
    let queue = Mutex::new(queue);
    let report = thread::scope(|scope| {
        // Whatever ends the run, a reader that waits for budget hears of it before the scope waits for the reader.
        let _closing = budget.close_on_drop();
        for _ in 0..options.threads.get() {
            let (queue, events) = (&queue, events.clone());
            start(scope, move || work(queue, &events, annotate))?;
        }
        let budget = &budget;
        start(scope, move || read(inputs, options, budget, &events))?;
        Coordinator::new(writer, progress, jobs, options.delete_missing).run(inbox)
    })?;
    progress.finished();
    Ok(report)
}

fn start<'scope>(
    scope: &'scope Scope<'scope, '_>,
    task: impl FnOnce() + Send + 'scope,
) -> Result<(), IndexError> {
    let started: io::Result<_> = thread::Builder::new().spawn_scoped(scope, task);
    started.map(drop).map_err(IndexError::Thread)
}

#[cfg(test)]
mod tests;
