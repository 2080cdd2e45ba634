use std::{num::NonZeroUsize, thread::available_parallelism, time::Duration};

/// What the server spends at most on searches, exports and connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Searches that run at the same time.
    pub running_searches: usize,
    /// Searches that wait for their turn; more are turned away.
    pub waiting_searches: usize,
    /// How long a search may wait and run.
    pub search_time: Duration,
    /// Files of hits that are written at the same time, beside the searches; more are turned away.
    pub running_exports: usize,
    /// How long a client may take nothing of what it is sent before it is left.
    pub unread_time: Duration,
    /// Connections that are open at the same time; more wait in the operating system's backlog.
    pub connections: usize,
    /// How long a client may take to send the head of a request, and to stay silent between two.
    pub header_time: Duration,
    /// How long a client may take to send the body of a request.
    pub body_time: Duration,
    /// How long open requests may take to end once the server shuts down.
    pub shutdown_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            running_searches: available_parallelism().map_or(1, NonZeroUsize::get),
            waiting_searches: 64,
            search_time: Duration::from_secs(5),
            running_exports: 2,
            unread_time: Duration::from_secs(30),
            connections: 512,
            header_time: Duration::from_secs(10),
            body_time: Duration::from_secs(30),
            shutdown_time: Duration::from_secs(10),
        }
    }
}
