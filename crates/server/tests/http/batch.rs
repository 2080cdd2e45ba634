use std::{
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::Frame;
use quotidian_search::{EngineError, Interval};
use quotidian_server::Limits;
use serde_json::{Value, json};

use crate::support::{Answer, ENDLESS, Mood, Server};

const TEXT: &str = "text/plain; charset=utf-8";

async fn post(target: &str, text: impl Into<Body>) -> Answer {
    Server::new().post(target, TEXT, text).await
}

async fn rows(target: &str, text: impl Into<Body>) -> Vec<Value> {
    let answer = post(target, text).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()["rows"].as_array().unwrap().clone()
}

#[tokio::test]
async fn each_line_is_counted() {
    let batch = post("/api/batch", "levy\r\n\n“red lines” tide\n").await.json();
    let expected = json!({
        "subject": "articles",
        "interval": "month",
        "buckets": [{ "from": "2024-03-01", "to": "2024-03-31", "total": 1322 }],
        "rows": [
            { "line": 1, "text": "levy", "query": "levy", "total": 142, "undated": 6, "counts": [41] },
            {
                "line": 3, "text": "“red lines” tide", "query": "\"red lines\" tide",
                "total": 142, "undated": 6, "counts": [41],
            },
        ],
    });
    assert_eq!(batch, expected);
}

#[tokio::test]
async fn a_bad_line_costs_nothing_else() {
    let mut text = b"levy\ncaf\xe9\n-\n".to_vec();
    text.extend("x".repeat(2_001).bytes());
    text.extend(format!("\n{ENDLESS}\n\"tide").bytes());
    let rows = rows("/api/batch", text).await;
    let errors: Vec<_> = rows.iter().map(|row| row["error"].as_str().unwrap_or("-")).collect();
    assert_eq!(
        errors,
        [
            "-",
            "this line is not UTF-8",
            "there is nothing here to search for",
            "a line has at most 2000 characters",
            "the search took too long and was abandoned; narrow it by words, dates or filters",
            "-",
        ]
    );
    assert_eq!((&rows[1]["text"], rows[1].get("counts")), (&json!("caf\u{fffd}"), None));
    assert_eq!((&rows[5]["total"], &rows[5]["warnings"][0]["column"]), (&json!(142), &json!(1)));
}

#[tokio::test]
async fn a_line_can_be_a_name() {
    let rows = rows("/api/batch?field=speaker&subject=quotes", "Ilse “Tide” Maravant -levy\n!!").await;
    assert_eq!(rows[0]["query"], "speaker:\"Ilse Tide Maravant -levy\"");
    assert_eq!(rows[1]["error"], "there is nothing here to search for");
}

#[tokio::test]
async fn every_parameter_of_a_batch_reaches_the_engine() {
    let server = Server::new();
    let answer = server.post("/api/batch?interval=year&from=2024&to=2024-03", TEXT, "levy").await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let request = server.archive.last_request();
    assert_eq!((request.interval, request.page.size()), (Some(Interval::Year), 1));
    assert_eq!(request.filters.dates.to.unwrap().to_string(), "2024-03-31");
    assert!(request.deadline.is_some());
}

#[tokio::test]
async fn lines_come_in_json_too() {
    let json = json!({ "lines": ["levy", " ", "tide"] }).to_string();
    let answer = Server::new().post("/api/batch", "application/json", json).await.json();
    assert_eq!((&answer["rows"][1]["line"], &answer["rows"][1]["text"]), (&json!(3), &json!("tide")));
    for broken in ["{}", "[]", "{\"lines\": [1]}", "{\"lines\": [], \"x\": 1}", "\u{0}"] {
        let answer = Server::new().post("/api/batch", "application/json", broken).await;
        assert_eq!(answer.problem(), "400 bad_value - -", "{broken}");
    }
}

#[tokio::test]
async fn a_batch_is_a_table_too() {
    let table = post("/api/batch.csv", "levy\n=1+1\n-\n\"tide").await;
    assert_eq!(table.header("content-type"), "text/csv; charset=utf-8; header=present");
    let expected = "line,text,query,total,undated,warnings,error,2024-03-01\r\n\
        1,levy,levy,142,6,,,41\r\n\
        2,'=1+1,'=1+1,142,6,,,41\r\n\
        3,'-,,,,,there is nothing here to search for,\r\n\
        4,\"\"\"tide\",\"\"\"tide\"\"\",142,6,this quotation mark is never closed; the phrase was taken to run to the \
        end,,41\r\n";
    assert_eq!(table.text(), expected);
}

#[tokio::test]
async fn a_batch_has_its_own_problems() {
    assert_eq!(post("/api/batch", "levy\n".repeat(500)).await.status, 200);
    assert_eq!(post("/api/batch", "levy\n".repeat(501)).await.problem(), "413 too_large - -");
    assert_eq!(post("/api/batch.csv", "x".repeat(2 * 1024 * 1024 + 1)).await.problem(), "413 too_large - -");
    assert_eq!(post("/api/batch", " \n\n").await.problem(), "400 bad_value - -");
    assert_eq!(post("/api/batch?field=speakr", "levy").await.problem(), "400 bad_value field speaker");
    assert_eq!(post("/api/batch?q=levy", "levy").await.problem(), "400 unknown_parameter q -");
    let form = Server::new().post("/api/batch", "application/x-www-form-urlencoded", "levy").await;
    assert_eq!(form.problem(), "415 unsupported_type - -");
    let failing = Server::failing(|| EngineError::Deadline);
    assert_eq!(failing.post("/api/batch", TEXT, "levy").await.problem(), "503 timeout - -");
}

/// A body that never comes.
struct Silent;

impl HttpBody for Silent {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Pending
    }
}

#[tokio::test]
async fn who_sends_too_slowly_is_not_waited_for() {
    let limits = Limits { body_time: Duration::from_millis(20), ..Limits::default() };
    let answer = Server::with(Mood::Well, limits).post("/api/batch", TEXT, Body::new(Silent)).await;
    assert_eq!(answer.problem(), "408 too_slow - -");
}

#[tokio::test]
async fn a_batch_is_not_taken_for_current() {
    let server = Server::new();
    let tag = server.post("/api/batch", TEXT, "levy").await.header("etag").to_owned();
    assert_eq!(tag, "");
}
