use serde_json::json;

use crate::support::get;

#[tokio::test]
async fn an_article_speaks_code_points() {
    let article = get("/api/articles/semaphore-1").await.json();
    let expected = json!({
        "id": "semaphore-1",
        "url": "https://semaphore.example/levy",
        "title": "Levy rises",
        "title_derived": false,
        "date": "2024-03-14",
        "date_stated": "14 March 2024",
        "source": "The Semaphore",
        "author": ["Tobin Okkerley"],
        "section": "Harbour",
        "language": "en",
        "body": "In Port Senna, Ilse Maravant said the café levy was “a tide mark” for all.",
        "quotes": [{
            "id": "semaphore-1.1",
            "number": 1,
            "start": 34,
            "end": 73,
            "kind": "mixed",
            "verbatim": [{ "start": 53, "end": 64 }],
            "speaker": {
                "name": "Ilse Maravant",
                "surface": { "start": 15, "end": 28, "text": "Ilse Maravant" },
            },
            "cue": { "start": 29, "end": 33, "text": "said" },
            "context": { "start": 0, "end": 74 },
            "confidence": 0.94,
            "rule": "subject-verb",
        }],
        "entities": [{ "kind": "place", "name": "Port Senna", "mentions": [{ "start": 3, "end": 13 }] }],
    });
    assert_eq!(article, expected);
}

#[tokio::test]
async fn what_is_absent_is_left_out() {
    let article = get("/api/articles/https%3A%2F%2Fsemaphore.example%2Fa%20b%3Fc%23%C3%BC").await.json();
    let expected = json!({
        "id": "https://semaphore.example/a b?c#ü",
        "title": "Untold",
        "title_derived": false,
        "author": [],
        "body": "",
        "quotes": [],
        "entities": [],
    });
    assert_eq!(article, expected);
}

#[tokio::test]
async fn an_id_that_is_not_there_is_not_found() {
    assert_eq!(get("/api/articles/semaphore-9").await.problem(), "404 not_found - -");
    assert_eq!(get("/api/quotes/semaphore-1.9").await.problem(), "404 not_found - -");
}

#[tokio::test]
async fn an_id_that_cannot_be_one_says_why() {
    assert_eq!(get("/api/quotes/semaphore").await.problem(), "400 bad_value id -");
    assert_eq!(get("/api/articles/%0A").await.problem(), "400 bad_value id -");
    assert_eq!(get("/api/articles/%FF").await.problem(), "400 bad_value id -");
    assert_eq!(get(&format!("/api/articles/{}", "x".repeat(513))).await.problem(), "400 bad_value id -");
}
