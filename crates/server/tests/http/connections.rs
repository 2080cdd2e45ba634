use std::{
    net::SocketAddr,
    sync::{Mutex, mpsc},
    time::Duration,
};

use quotidian_server::{Limits, serve};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    task::JoinHandle,
    time::timeout,
};

use crate::support::{Mood, Server};

/// A server on a port of its own.
struct Served {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    running: JoinHandle<()>,
}

/// Longer than anything here takes, unless it hangs.
const PATIENCE: Duration = Duration::from_secs(5);

async fn served(mood: Mood, limits: Limits) -> Served {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let router = Server::with(mood, limits).router;
    let running = tokio::spawn(serve(listener, router, limits, async {
        let _ = stopped.await;
    }));
    Served { address, stop, running }
}

impl Served {
    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }
}

async fn say(connection: &mut TcpStream, words: &str) {
    connection.write_all(words.as_bytes()).await.unwrap();
}

/// Everything that comes until the server closes the connection.
async fn hear_all(connection: &mut TcpStream) -> String {
    let mut heard = Vec::new();
    timeout(PATIENCE, connection.read_to_end(&mut heard)).await.unwrap().unwrap();
    String::from_utf8(heard).unwrap()
}

/// What comes first.
async fn hear(connection: &mut TcpStream) -> String {
    let mut heard = [0; 4096];
    let length = timeout(PATIENCE, connection.read(&mut heard)).await.unwrap().unwrap();
    String::from_utf8_lossy(&heard[..length]).into_owned()
}

const REQUEST: &str = "GET /api/stats HTTP/1.1\r\nHost: localhost\r\n\r\n";

#[tokio::test]
async fn a_connection_is_kept_for_the_next_request() {
    let served = served(Mood::Well, Limits::default()).await;
    let mut connection = served.connect().await;
    for _ in 0..2 {
        say(&mut connection, REQUEST).await;
        assert!(hear(&mut connection).await.starts_with("HTTP/1.1 200 OK\r\n"));
    }
}

#[tokio::test]
async fn a_silent_connection_is_closed() {
    let limits = Limits { header_time: Duration::from_millis(50), ..Limits::default() };
    let served = served(Mood::Well, limits).await;
    for words in ["", "GET /api/stats HTTP/1.1\r\nHost: loc", REQUEST] {
        let mut connection = served.connect().await;
        say(&mut connection, words).await;
        hear_all(&mut connection).await;
    }
}

#[tokio::test]
async fn a_head_without_end_is_refused() {
    let served = served(Mood::Well, Limits::default()).await;
    let mut connection = served.connect().await;
    say(&mut connection, &format!("GET / HTTP/1.1\r\nX: {}", "x".repeat(100_000))).await;
    assert!(hear(&mut connection).await.starts_with("HTTP/1.1 431 "));
}

#[tokio::test]
async fn connections_beyond_the_limit_wait() {
    let limits = Limits { connections: 1, ..Limits::default() };
    let served = served(Mood::Well, limits).await;
    let mut first = served.connect().await;
    say(&mut first, REQUEST).await;
    hear(&mut first).await;

    let mut second = served.connect().await;
    say(&mut second, REQUEST).await;
    let mut byte = [0];
    assert!(timeout(Duration::from_millis(100), second.read(&mut byte)).await.is_err());
    drop(first);
    assert!(hear(&mut second).await.starts_with("HTTP/1.1 200 OK\r\n"));
}

#[tokio::test]
async fn a_file_that_breaks_off_has_no_end() {
    for (mood, is_whole) in [(Mood::Exporting(5_000), true), (Mood::Breaking(5_000), false)] {
        let served = served(mood, Limits::default()).await;
        let mut connection = served.connect().await;
        say(&mut connection, "GET /api/quotes.csv HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            .await;
        let heard = hear_all(&mut connection).await;
        assert!(heard.starts_with("HTTP/1.1 200 OK\r\n"));
        assert_eq!(heard.ends_with("\r\n0\r\n\r\n"), is_whole);
    }
}

#[tokio::test]
async fn a_client_that_takes_nothing_is_left() {
    let limits = Limits { connections: 1, unread_time: Duration::from_millis(100), ..Limits::default() };
    let served = served(Mood::Exporting(usize::MAX), limits).await;
    let mut idle = served.connect().await;
    say(&mut idle, "GET /api/quotes.csv HTTP/1.1\r\nHost: localhost\r\n\r\n").await;
    let mut second = served.connect().await;
    say(&mut second, REQUEST).await;
    assert!(hear(&mut second).await.starts_with("HTTP/1.1 200 OK\r\n"));
}

#[tokio::test]
async fn shutting_down_lets_open_requests_end() {
    let (proceed, waits) = mpsc::channel();
    let served = served(Mood::Waiting(Mutex::new(waits)), Limits::default()).await;
    let mut idle = served.connect().await;
    let mut busy = served.connect().await;
    say(&mut busy, REQUEST).await;
    tokio::time::sleep(Duration::from_millis(50)).await;

    served.stop.send(()).unwrap();
    assert_eq!(hear_all(&mut idle).await, "");
    drop(proceed);
    assert!(hear_all(&mut busy).await.starts_with("HTTP/1.1 200 OK\r\n"));
    timeout(PATIENCE, served.running).await.unwrap().unwrap();
}

#[tokio::test]
async fn shutting_down_does_not_wait_forever() {
    let (_hold, waits) = mpsc::channel();
    let limits = Limits { shutdown_time: Duration::from_millis(50), ..Limits::default() };
    let served = served(Mood::Waiting(Mutex::new(waits)), limits).await;
    let mut busy = served.connect().await;
    say(&mut busy, REQUEST).await;
    tokio::time::sleep(Duration::from_millis(50)).await;
    served.stop.send(()).unwrap();
    timeout(PATIENCE, served.running).await.unwrap().unwrap();
}
