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
            "hash": "6835ef73e6adcad0",
            "permalink": "/articles/semaphore-1?hash=6835ef73e6adcad0#quote-1",
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
        "marks": [],
        "story": { "id": "0000000000c0ffee", "others": 2, "sources": ["Senna Courier"] },
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
        "marks": [],
        "story": { "id": "0000000000c0ffee", "others": 2, "sources": ["Senna Courier"] },
    });
    assert_eq!(article, expected);
}

#[tokio::test]
async fn an_id_that_is_not_there_is_not_found() {
    assert_eq!(get("/api/articles/semaphore-9").await.problem(), "404 not_found - -");
    assert_eq!(get("/api/quotes/semaphore-1.9").await.problem(), "404 not_found - -");
}

/// The quote `semaphore-1.1` as a search finds it has the hash 4820…, and in its article 6835….
#[tokio::test]
async fn a_quote_is_known_by_its_words() {
    let quote = get("/api/quotes/semaphore-1.1").await.json();
    assert_eq!((&quote["hash"], quote.get("state")), (&json!("48207fb7e714d3ab"), None));
    assert_eq!(quote["permalink"], "/articles/semaphore-1?hash=48207fb7e714d3ab#quote-1");
    for (target, state) in [
        ("/api/quotes/semaphore-1.1?hash=48207FB7E714D3AB", "unchanged"),
        ("/api/quotes/semaphore-1.1?hash=0000000000000000", "changed"),
        ("/api/quotes/semaphore-1.7?hash=6835ef73e6adcad0", "moved"),
    ] {
        let quote = get(target).await.json();
        assert_eq!((&quote["state"], &quote["id"]), (&json!(state), &json!("semaphore-1.1")), "{target}");
    }
}

#[tokio::test]
async fn words_that_are_nowhere_are_gone() {
    for target in ["/api/quotes/semaphore-1.9", "/api/quotes/semaphore-9.1"] {
        assert_eq!(get(target).await.problem(), "404 not_found - -");
        assert_eq!(get(&format!("{target}?hash=0000000000000000")).await.problem(), "410 gone - -");
    }
    assert_eq!(get("/api/quotes/semaphore-1.1?hash=00").await.problem(), "400 bad_value hash -");
    assert_eq!(get("/api/quotes/semaphore-1.1?hsh=00").await.problem(), "400 unknown_parameter hsh hash");
}

#[tokio::test]
async fn an_id_that_cannot_be_one_says_why() {
    assert_eq!(get("/api/quotes/semaphore").await.problem(), "400 bad_value id -");
    assert_eq!(get("/api/articles/%0A").await.problem(), "400 bad_value id -");
    assert_eq!(get("/api/articles/%FF").await.problem(), "400 bad_value id -");
    assert_eq!(get(&format!("/api/articles/{}", "x".repeat(513))).await.problem(), "400 bad_value id -");
}

#[tokio::test]
async fn what_a_query_finds_in_an_article_is_marked() {
    let article = get("/api/articles/semaphore-1?q=levy").await.json();
    assert_eq!(article["marks"], json!([{ "start": 43, "end": 47 }]));
}

#[tokio::test]
async fn articles_like_one_are_listed() {
    let hits = async |target: &str| get(target).await.json()["hits"].as_array().unwrap().len();
    assert_eq!(hits("/api/articles/semaphore-1/similar").await, 10);
    assert_eq!(
        hits("/api/articles/https%3A%2F%2Fsemaphore.example%2Fa%20b%3Fc%23%C3%BC/similar?limit=50").await,
        50
    );
    let first = get("/api/articles/semaphore-1/similar?limit=1").await.json()["hits"][0].take();
    assert_eq!(first["id"], "semaphore-0");
    assert_eq!(get("/api/articles/semaphore-9/similar").await.problem(), "404 not_found - -");
    assert_eq!(get("/api/articles/semaphore-1/similar?limit=51").await.problem(), "400 bad_value limit 50");
    assert_eq!(get("/api/articles/semaphore-1/similar?limit=0").await.problem(), "400 bad_value limit 1");
}
