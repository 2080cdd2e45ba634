//! Independent jobs on two threads.

use std::{
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

/// More would not make the results differ, but the machine slow.
const THREADS: usize = 2;

/// The results of the jobs `0..jobs`, in their order.
pub(crate) fn parallel<T: Send>(jobs: usize, job: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let results: Vec<Mutex<Option<T>>> = (0..jobs).map(|_| Mutex::new(None)).collect();
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(result) = results.get(index) else { break };
                    *result.lock().expect("no job panics") = Some(job(index));
                }
            });
        }
    });
    results
        .into_iter()
        .map(|result| result.into_inner().expect("no job panics").expect("every job has run"))
        .collect()
}
