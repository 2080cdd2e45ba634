use std::sync::atomic::Ordering;

use axum::http::Method;

use crate::support::{Server, get};

#[tokio::test]
async fn a_current_copy_is_not_searched_for_again() {
    let server = Server::new();
    let tag = server.get("/api/articles?q=levy").await.header("etag").to_owned();
    let again = server.get_with("/api/articles?q=levy", &[("if-none-match", &tag)]).await;
    assert_eq!((again.status, again.body.len(), again.header("etag")), (304, 0, tag.as_str()));
    assert_eq!(server.archive.searches(), 1);
}

#[tokio::test]
async fn a_new_generation_makes_copies_old() {
    let server = Server::new();
    let tag = server.get("/api/articles").await.header("etag").to_owned();
    server.archive.generation.store(18, Ordering::SeqCst);
    let again = server.get_with("/api/articles", &[("if-none-match", &tag)]).await;
    assert_eq!(again.status, 200);
    assert_ne!(again.header("etag"), tag);
}

#[tokio::test]
async fn another_question_or_another_server_has_another_tag() {
    let server = Server::new();
    let tag = server.get("/api/articles?q=levy").await.header("etag").to_owned();
    assert_ne!(server.get("/api/articles?q=tide").await.header("etag"), tag);
    assert_ne!(get("/api/articles?q=levy").await.header("etag"), tag);
}

#[tokio::test]
async fn one_of_many_tags_is_enough() {
    let server = Server::new();
    let tag = server.get("/api/stats").await.header("etag").to_owned();
    let many = format!("\"other\", {tag}");
    assert_eq!(server.get_with("/api/stats", &[("if-none-match", &many)]).await.status, 304);
    assert_eq!(server.get_with("/api/stats", &[("if-none-match", "\"other\"")]).await.status, 200);
}

#[tokio::test]
async fn a_problem_is_not_kept() {
    let answer = get("/api/articles?sort=x").await;
    assert_eq!((answer.header("etag"), answer.header("cache-control")), ("", "no-store"));
}

#[tokio::test]
async fn files_and_pages_are_revalidated_by_content() {
    for target in ["/", "/quotes", "/static/main.js"] {
        let first = get(target).await;
        assert_eq!((first.status, first.header("cache-control")), (200, "no-cache"), "{target}");
        let again = Server::new().get_with(target, &[("if-none-match", first.header("etag"))]).await;
        assert_eq!((again.status, again.body.len()), (304, 0), "{target}");
    }
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    for target in ["/api/articles?q=levy", "/", "/static/main.js", "/healthz"] {
        let head = Server::new().ask(Method::HEAD, target, &[]).await;
        assert_eq!((head.status, head.body.len()), (200, 0), "{target}");
        assert_eq!(head.header("content-type"), get(target).await.header("content-type"), "{target}");
    }
}

#[tokio::test]
async fn an_answer_says_how_long_it_took() {
    let timing = get("/api/articles").await.header("server-timing").to_owned();
    assert!(timing.starts_with("queue;dur=") && timing.contains(", search;dur="), "{timing}");
}
