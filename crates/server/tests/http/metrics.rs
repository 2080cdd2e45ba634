use std::{
    sync::{Mutex, mpsc},
    time::Duration,
};

use axum::http::Method;
use quotidian_search::EngineError;
use quotidian_server::Limits;

use crate::support::{Mood, Server, get};

async fn metrics(server: &Server) -> String {
    let answer = server.get("/metrics").await;
    assert!(answer.header("content-type").starts_with("application/openmetrics-text"));
    answer.text()
}

fn check(metrics: &str, lines: &[&str]) {
    for line in lines {
        assert!(metrics.lines().any(|other| other == *line), "{line}\n{metrics}");
    }
}

#[tokio::test]
async fn requests_are_counted_by_route_method_and_status() {
    let server = Server::new();
    for target in
        ["/api/articles/semaphore-1", "/api/articles/gone", "/api/articles/semaphore-1?q=x", "/nowhere/1"]
    {
        server.get(target).await;
    }
    server.ask(Method::from_bytes(b"BREW").unwrap(), "/api/articles", &[]).await;
    check(
        &metrics(&server).await,
        &[
            "quotidian_requests_total{route=\"/api/articles/{id}\",method=\"GET\",status=\"2xx\"} 2",
            "quotidian_requests_total{route=\"/api/articles/{id}\",method=\"GET\",status=\"4xx\"} 1",
            "quotidian_requests_total{route=\"/api/articles\",method=\"other\",status=\"4xx\"} 1",
            "quotidian_requests_total{route=\"none\",method=\"GET\",status=\"4xx\"} 1",
            "quotidian_request_duration_seconds_count{route=\"/api/articles/{id}\"} 3",
        ],
    );
}

#[tokio::test]
async fn the_archive_and_the_program_are_told() {
    check(
        &get("/metrics").await.text(),
        &[
            "# TYPE quotidian_archive_articles gauge",
            "quotidian_archive_generation 17",
            "quotidian_archive_articles 2",
            "quotidian_archive_quotes 1",
            "quotidian_searches_running 0",
            "quotidian_searches_waiting 0",
            "quotidian_exports_running 0",
            concat!("quotidian_build_info{version=\"", env!("CARGO_PKG_VERSION"), "\"} 1"),
            "# EOF",
        ],
    );
}

#[tokio::test]
async fn a_server_whose_archive_fails_says_so() {
    let failing = Server::failing(|| EngineError::Deadline);
    assert_eq!(failing.get("/metrics").await.problem(), "503 timeout - -");
}

#[tokio::test]
async fn what_is_given_up_and_turned_away_is_counted() {
    let (proceed, waits) = mpsc::channel();
    let search_time = Duration::from_millis(20);
    let limits = Limits { running_searches: 1, waiting_searches: 0, search_time, ..Limits::default() };
    let server = Server::with(Mood::Waiting(Mutex::new(waits)), limits);
    // The first goes on in the archive, and keeps its worker, when nobody waits for it any more.
    assert_eq!(server.get("/api/stats").await.problem(), "503 timeout - -");
    assert_eq!(server.get("/api/speakers").await.problem(), "503 busy - -");
    drop(proceed);
    check(
        &metrics(&server).await,
        &[
            "quotidian_abandoned_total{route=\"/api/stats\"} 1",
            "quotidian_turned_away_total{route=\"/api/speakers\"} 1",
        ],
    );
}
