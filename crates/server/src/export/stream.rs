use std::{
    io::{self, Write},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::Frame;
use quotidian_search::{Engine, EngineError};
use tokio::{
    runtime::Handle,
    sync::{
        Semaphore,
        mpsc::{self, error::TrySendError},
        oneshot,
    },
    task::spawn_blocking,
    time::timeout,
};

use super::format::ExportError;
use crate::{
    Limits,
    problem::{Problem, ProblemCode},
};

/// How many bytes go to the network at once.
const CHUNK: usize = 32 * 1024;
/// How many chunks may wait for the network; with them the writer waits.
const WAITING_CHUNKS: usize = 4;

/// Writes files beside the asynchronous workers and beside the searches, which long files would starve.
#[derive(Clone)]
pub(crate) struct ExportPool {
    engine: Arc<dyn Engine>,
    workers: Arc<Semaphore>,
    running_exports: usize,
    unread_time: Duration,
}

/// How the writing of a file ended. If nothing comes, it broke off.
type Outcome = Result<(), EngineError>;

impl ExportPool {
    /// A pool that asks `engine`.
    pub(crate) fn new(engine: Arc<dyn Engine>, limits: Limits) -> Self {
        let workers = Arc::new(Semaphore::new(limits.running_exports));
        let Limits { running_exports, unread_time, .. } = limits;
        Self { engine, workers, running_exports, unread_time }
    }

    /// How many files are being written.
    pub(crate) fn under_way(&self) -> usize {
        self.running_exports - self.workers.available_permits()
    }

    /// The file that `write` writes, as it is written. A file that fails before its first chunk is full is a problem;
    /// one that fails later breaks off, so that nobody takes it for whole.
    ///
    /// # Errors
    /// `busy` when no worker is free, and what the engine reports.
    pub(super) async fn start(
        &self,
        write: impl FnOnce(&dyn Engine, &mut dyn Write) -> Result<(), ExportError> + Send + 'static,
    ) -> Result<Body, Problem> {
        let worker = self.workers.clone().try_acquire_owned().map_err(|_| busy())?;
        let (sender, mut chunks) = mpsc::channel(WAITING_CHUNKS);
        let (end, outcome) = oneshot::channel();
        let engine = self.engine.clone();
        let mut file = FileWriter::new(sender, self.unread_time);
        let job = spawn_blocking(move || {
            let written = write(&*engine, &mut file).and_then(|()| Ok(file.flush()?));
            // Who has the whole file may ask for the next.
            drop(worker);
            close(file, end, written);
        });
        let first = chunks.recv().await;
        let mut body = FileBody { first, chunks, outcome: Some(outcome) };
        if body.first.is_some() {
            return Ok(Body::new(body));
        }
        match body.outcome() {
            Some(Ok(())) => Ok(Body::empty()),
            Some(Err(error)) => Err(error.into()),
            None => Err(job.await.map_or_else(|panic| Problem::unexpected(&panic), |()| Problem::internal())),
        }
    }
}

/// Tells the body how the writing ended, and then that no more chunks come.
fn close(file: FileWriter, end: oneshot::Sender<Outcome>, written: Result<(), ExportError>) {
    // Nobody hears it if the body is gone.
    let _ = match written {
        Ok(()) => end.send(Ok(())),
        Err(ExportError::Engine(error)) => end.send(Err(error)),
        Err(ExportError::Untaken(error)) => {
            tracing::debug!("an export was not taken to its end: {error}");
            Ok(())
        }
    };
    drop(file);
}

fn busy() -> Problem {
    Problem::new(
        ProblemCode::Busy,
        "as many exports as may run at the same time are running; try again later",
    )
}

/// Cuts a file into chunks, and waits for the network with each.
struct FileWriter {
    chunks: mpsc::Sender<Bytes>,
    chunk: Vec<u8>,
    unread_time: Duration,
    runtime: Handle,
}

impl FileWriter {
    fn new(chunks: mpsc::Sender<Bytes>, unread_time: Duration) -> Self {
        Self { chunks, chunk: Vec::with_capacity(CHUNK), unread_time, runtime: Handle::current() }
    }

    /// Hands the chunk to the network. Fails when the client is gone, or takes nothing for too long.
    fn send_chunk(&mut self) -> io::Result<()> {
        let chunk = std::mem::replace(&mut self.chunk, Vec::with_capacity(CHUNK));
        match self.chunks.try_send(chunk.into()) {
            Ok(()) => Ok(()),
            Err(TrySendError::Closed(_)) => Err(io::ErrorKind::BrokenPipe.into()),
            Err(TrySendError::Full(chunk)) => {
                let taken = async { timeout(self.unread_time, self.chunks.send(chunk)).await };
                let sent = self.runtime.block_on(taken).map_err(|_| io::ErrorKind::TimedOut)?;
                sent.map_err(|_| io::ErrorKind::BrokenPipe.into())
            }
        }
    }
}

impl Write for FileWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.chunk.extend_from_slice(bytes);
        if self.chunk.len() >= CHUNK {
            self.send_chunk()?;
        }
        Ok(bytes.len())
    }

    /// Hands over what is there. Formats do not flush: small chunks cost more than they bring.
    fn flush(&mut self) -> io::Result<()> {
        if self.chunk.is_empty() { Ok(()) } else { self.send_chunk() }
    }
}

/// A file as the network takes it. To drop it tells the writer that nobody reads any more.
struct FileBody {
    first: Option<Bytes>,
    chunks: mpsc::Receiver<Bytes>,
    /// Until it was heard.
    outcome: Option<oneshot::Receiver<Outcome>>,
}

impl FileBody {
    /// How the writing ended, once no more chunks come.
    fn outcome(&mut self) -> Option<Outcome> {
        self.outcome.take()?.try_recv().ok()
    }
}

impl HttpBody for FileBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let chunk = match self.first.take() {
            Some(chunk) => Some(chunk),
            None => ready!(self.chunks.poll_recv(context)),
        };
        if let Some(chunk) = chunk {
            return Poll::Ready(Some(Ok(Frame::data(chunk))));
        }
        if self.outcome.is_none() {
            return Poll::Ready(None);
        }
        Poll::Ready(match self.outcome() {
            Some(Ok(())) => None,
            Some(Err(error)) => {
                tracing::error!("an export failed on its way: {error}");
                Some(Err(io::Error::other("the export failed")))
            }
            None => Some(Err(io::Error::other("the export broke off"))),
        })
    }
}
