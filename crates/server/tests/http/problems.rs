use std::{
    io,
    path::PathBuf,
    sync::{Mutex, mpsc},
    time::Duration,
};

use axum::http::Method;
use quotidian_search::EngineError;
use quotidian_server::Limits;

use crate::support::{Mood, Server, get};

#[tokio::test]
async fn nothing_is_a_problem_for_programs_and_a_page_for_people() {
    let people = [("accept", "text/html,application/xhtml+xml,*/*;q=0.8")];
    assert_eq!(get("/nowhere").await.problem(), "404 not_found - -");
    let page = Server::new().get_with("/nowhere", &people).await;
    assert_eq!((page.status, page.header("content-type")), (404, "text/html; charset=utf-8"));
    for target in ["/api/nowhere", "/static/nowhere.js"] {
        assert_eq!(Server::new().get_with(target, &people).await.problem(), "404 not_found - -");
    }
}

#[tokio::test]
async fn a_problem_says_all_it_knows() {
    let problem = get("/api/articles?sort=newst").await.json();
    let expected = serde_json::json!({
        "type": "about:blank", "title": "Bad Request", "status": 400, "code": "bad_value",
        "detail": "`sort` cannot be `newst`; it is one of relevance, newest, oldest",
        "param": "sort", "suggestion": "newest",
    });
    assert_eq!(problem, expected);
}

#[tokio::test]
async fn a_path_answers_its_own_methods() {
    for target in ["/api/articles", "/", "/static/main.js", "/healthz"] {
        let answer = Server::new().ask(Method::POST, target, &[]).await;
        assert_eq!(answer.problem(), "405 method_not_allowed - -", "{target}");
        assert_eq!(answer.header("allow"), "GET,HEAD", "{target}");
        assert!(answer.text().contains("does not answer POST"), "{}", answer.text());
    }
    for target in ["/api/batch", "/api/batch.csv?subject=quotes"] {
        for method in [Method::GET, Method::DELETE] {
            let answer = Server::new().ask(method.clone(), target, &[]).await;
            assert_eq!(answer.problem(), "405 method_not_allowed - -", "{target}");
            assert_eq!(answer.header("allow"), "POST", "{target}");
            assert!(answer.text().contains(&format!("does not answer {method};")), "{}", answer.text());
        }
    }
}

#[tokio::test]
async fn what_broke_inside_stays_inside() {
    let damaged =
        || EngineError::Damaged { path: PathBuf::from("/secret/gen-1"), reason: "secret".to_owned() };
    let io = || EngineError::Io { path: PathBuf::from("/secret"), source: io::Error::other("secret") };
    for failing in [Server::failing(damaged), Server::failing(io)] {
        for target in
            ["/api/articles", "/api/quotes/a.1", "/api/articles/a", "/api/speakers", "/api/stats", "/readyz"]
        {
            let answer = failing.get(target).await;
            assert_eq!(answer.problem(), "500 internal - -", "{target}");
            assert!(!answer.text().contains("secret"), "{}", answer.text());
        }
        assert_eq!(failing.get("/healthz").await.status, 200);
    }
}

#[tokio::test]
async fn a_panic_is_one_answer_and_not_the_end() {
    let server = Server::with(Mood::Panicking, Limits::default());
    // The API asks for the generation on a worker of the server, and `/readyz` for the stats in the search pool.
    assert_eq!(server.get("/api/articles").await.problem(), "500 internal - -");
    assert_eq!(server.get("/readyz").await.problem(), "500 internal - -");
    assert_eq!(server.get("/healthz").await.status, 200);
}

#[tokio::test]
async fn a_search_that_gives_up_is_a_timeout() {
    let answer = Server::failing(|| EngineError::Deadline).get("/api/articles?q=levy").await;
    assert_eq!(answer.problem(), "503 timeout - -");
}

#[tokio::test]
async fn a_search_that_does_not_give_up_is_a_timeout_too() {
    let (_hold, waits) = mpsc::channel();
    let limits = Limits { search_time: Duration::from_millis(20), ..Limits::default() };
    let server = Server::with(Mood::Waiting(Mutex::new(waits)), limits);
    assert_eq!(server.get("/api/stats").await.problem(), "503 timeout - -");
}

#[tokio::test]
async fn more_searches_than_may_wait_are_turned_away() {
    let (proceed, waits) = mpsc::channel();
    let limits = Limits { running_searches: 1, waiting_searches: 1, ..Limits::default() };
    let server = Server::with(Mood::Waiting(Mutex::new(waits)), limits);
    let first = ask_in_background(&server);
    let second = ask_in_background(&server);
    tokio::task::yield_now().await;

    let third = server.get("/api/stats").await;
    assert_eq!(third.problem(), "503 busy - -");
    assert_eq!(third.header("retry-after"), "1");

    drop(proceed);
    assert_eq!((first.await.unwrap(), second.await.unwrap()), (200, 200));
    assert_eq!(server.get("/api/stats").await.status, 200);
}

fn ask_in_background(server: &Server) -> tokio::task::JoinHandle<u16> {
    let server = server.clone();
    tokio::spawn(async move { server.get("/api/stats").await.status })
}
