use std::{sync::atomic::Ordering, time::Duration};

use axum::{
    body::{Body, Bytes},
    http::{Method, Response},
};
use http_body_util::BodyExt;
use quotidian_server::Limits;
use tokio::time::{sleep, timeout};

use crate::support::{Mood, Server};

/// More hits than any test waits for.
const ENDLESS: usize = usize::MAX;
/// Longer than anything here takes, unless it hangs.
const PATIENCE: Duration = Duration::from_secs(10);
/// What may be under way between engine and network: the chunk that is read, those that wait, the one that waits for
/// its place, and the one that is filled.
const UNDER_WAY: usize = 7 * 32 * 1024;

async fn open(server: &Server, target: &str) -> Response<Body> {
    server.open(Method::GET, target, &[]).await
}

async fn next(body: &mut Body) -> Option<Result<Bytes, axum::Error>> {
    let frame = timeout(PATIENCE, body.frame()).await.unwrap()?;
    Some(frame.map(|frame| frame.into_data().unwrap()))
}

/// Waits until the only worker takes another export.
async fn until_free(server: &Server) {
    let free = async {
        while open(server, "/api/articles.csv").await.status() != 200 {
            sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(PATIENCE, free).await.unwrap();
}

fn one_export(mood: Mood) -> Server {
    Server::with(mood, Limits { running_exports: 1, ..Limits::default() })
}

#[tokio::test]
async fn a_file_has_every_hit() {
    let server = one_export(Mood::Exporting(5_000));
    for (target, lines) in [("/api/articles.jsonl", 5_000), ("/api/quotes.csv", 5_001)] {
        let file = server.get(target).await.text();
        assert_eq!(file.lines().count(), lines, "{target}");
    }
}

#[tokio::test]
async fn a_file_is_written_no_faster_than_it_is_read() {
    let server = one_export(Mood::Exporting(ENDLESS));
    let mut body = open(&server, "/api/articles.jsonl").await.into_body();
    for read in 1..=3 {
        let chunk = next(&mut body).await.unwrap().unwrap();
        sleep(Duration::from_millis(50)).await;
        let line = chunk.iter().position(|byte| *byte == b'\n').unwrap();
        let most = (UNDER_WAY + read * chunk.len()) / line;
        let exported = server.archive.exported.load(Ordering::SeqCst);
        assert!(exported > 0 && exported < most, "{exported} of at most {most}");
    }
}

#[tokio::test]
async fn a_file_ends_when_its_reader_goes() {
    let server = one_export(Mood::Exporting(ENDLESS));
    let mut body = open(&server, "/api/articles.jsonl").await.into_body();
    next(&mut body).await.unwrap().unwrap();
    drop(body);
    until_free(&server).await;
}

#[tokio::test]
async fn the_head_of_a_file_costs_no_worker() {
    let server = one_export(Mood::Exporting(ENDLESS));
    let head = server.ask(Method::HEAD, "/api/quotes.bib", &[]).await;
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("content-type"), "application/x-bibtex");
    until_free(&server).await;
}

#[tokio::test]
async fn a_reader_who_does_not_read_is_left() {
    let limits = Limits { running_exports: 1, unread_time: Duration::from_millis(30), ..Limits::default() };
    let server = Server::with(Mood::Exporting(ENDLESS), limits);
    let mut body = open(&server, "/api/articles.jsonl").await.into_body();
    until_free(&server).await;
    let end = async {
        while let Some(chunk) = next(&mut body).await {
            chunk?;
        }
        Ok::<_, axum::Error>(())
    };
    assert!(end.await.is_err());
}

#[tokio::test]
async fn files_do_not_starve_searches_or_pile_up() {
    let server = Server::with(Mood::Exporting(ENDLESS), Limits { running_searches: 1, ..Limits::default() });
    let held = [open(&server, "/api/articles.jsonl").await, open(&server, "/api/quotes.csv").await];
    let third = server.get("/api/quotes.ris").await;
    assert_eq!(third.problem(), "503 busy - -");
    assert_eq!(third.header("retry-after"), "1");
    assert_eq!(server.get("/api/quotes").await.status, 200);
    drop(held);
}

#[tokio::test]
async fn a_failure_before_the_first_byte_is_a_problem() {
    for hits in [0, 10] {
        for target in ["/api/articles.csv", "/api/quotes.atom", "/api/articles.jsonl"] {
            let answer = Server::with(Mood::Breaking(hits), Limits::default()).get(target).await;
            assert_eq!(answer.problem(), "503 timeout - -", "{target}");
            let answer = Server::with(Mood::Collapsing(hits), Limits::default()).get(target).await;
            assert_eq!(answer.problem(), "500 internal - -", "{target}");
        }
    }
}

#[tokio::test]
async fn a_failure_on_the_way_breaks_the_file_off() {
    for mood in [Mood::Breaking, Mood::Collapsing] {
        for encoding in ["identity", "gzip"] {
            let server = Server::with(mood(5_000), Limits::default());
            let headers = [("accept-encoding", encoding)];
            let response = server.open(Method::GET, "/api/articles.csv", &headers).await;
            assert_eq!(response.status(), 200);
            assert!(response.into_body().collect().await.is_err(), "{encoding}");
        }
    }
}

#[tokio::test]
async fn a_packed_file_is_sent_as_it_is_written() {
    let server = one_export(Mood::Exporting(ENDLESS));
    let response = server.open(Method::GET, "/api/articles.jsonl", &[("accept-encoding", "gzip")]).await;
    assert_eq!(response.headers()["content-encoding"], "gzip");
    let mut body = response.into_body();
    assert_eq!(next(&mut body).await.unwrap().unwrap()[..2], [0x1f, 0x8b]);
    sleep(Duration::from_millis(50)).await;
    // Such uniform lines are packed to a hundredth, so one packed chunk holds many.
    assert!(server.archive.exported.load(Ordering::SeqCst) < 20_000);
    drop(body);
    until_free(&server).await;
}
