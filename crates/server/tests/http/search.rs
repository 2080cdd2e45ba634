use serde_json::json;

use crate::support::get;

#[tokio::test]
async fn an_article_search_answers_with_everything() {
    let mut answer = get("/api/articles?q=levy+tide&from=2024&per_page=10").await.json();
    assert!(answer["took_us"].take().is_u64());
    let expected = json!({
        "query": {
            "text": "levy tide",
            "printed": "levy tide",
            "clauses": [{ "text": "levy", "without": "tide" }, { "text": "tide", "without": "levy" }],
            "warnings": [],
        },
        "total": 142, "page": 1, "per_page": 10, "pages": 15,
        "next": "/api/articles?q=levy+tide&from=2024&per_page=10&page=2",
        "took_us": null, "generation": 17, "sort": "relevance",
        "hits": [{
            "id": "semaphore-1",
            "url": "https://semaphore.example/levy",
            "title": [{ "text": "Levy", "mark": true }, { "text": " rises" }],
            "title_text": "Levy rises",
            "title_derived": false,
            "date": "2024-03-14",
            "date_stated": "14 March 2024",
            "source": "The Semaphore",
            "author": ["Tobin Okkerley"],
            "section": "Harbour",
            "snippets": [[{ "text": "the café " }, { "text": "levy", "mark": true }]],
            "quote_count": 2,
            "speakers": [{ "name": "Ilse Maravant", "count": 1 }, { "count": 1 }],
        }],
        "facets": [{
            "field": "speaker",
            "values": [
                { "value": "Ilse Maravant", "count": 100, "selected": true, "excluded": false },
                { "value": "Tobin Okkerley", "count": 9, "selected": false, "excluded": false },
            ],
            "total_values": 14, "other": 12, "missing": 21,
        }],
        "timeline": {
            "interval": "month",
            "buckets": [{ "from": "2024-03-01", "to": "2024-03-31", "count": 41, "total": 1322 }],
            "undated": 6,
        },
    });
    assert_eq!(answer, expected);
}

#[tokio::test]
async fn a_quote_search_finds_quotes() {
    let answer = get("/api/quotes?speaker=Ilse+Maravant&facets=none&interval=none").await.json();
    assert_eq!(answer["hits"], json!([quote()]));
    assert_eq!(answer["facets"], json!([]));
    assert_eq!(answer.get("timeline"), None);
    assert_eq!(answer["next"], "/api/quotes?speaker=Ilse+Maravant&facets=none&interval=none&page=2");
}

#[tokio::test]
async fn a_quote_is_read_by_its_id() {
    assert_eq!(get("/api/quotes/semaphore-1.1").await.json(), quote());
}

#[tokio::test]
async fn a_broken_query_is_repaired() {
    let query = get("/api/articles?q=%22red+lines").await.json()["query"].take();
    assert_eq!(query["text"], "\"red lines");
    assert_eq!(query["printed"], "\"red lines\"");
    assert_eq!(query["warnings"][0]["column"], 1);
    assert!(query["warnings"][0]["reason"].as_str().unwrap().contains("never closed"));
}

#[tokio::test]
async fn the_last_page_has_no_next() {
    assert_eq!(get("/api/articles?page=15").await.json().get("next"), None);
    assert_eq!(get("/api/articles?page=16").await.json().get("next"), None);
    assert_eq!(get("/api/articles?page=14").await.json()["next"], "/api/articles?page=15");
}

#[tokio::test]
async fn the_next_page_is_one_click_away() {
    let first = get("/api/articles?q=tide%26levy&-org=Harbour+Board").await.json();
    let second = get(first["next"].as_str().unwrap()).await.json();
    assert_eq!(second["page"], 2);
    assert_eq!(second["query"], first["query"]);
}

fn quote() -> serde_json::Value {
    json!({
        "id": "semaphore-1.1",
        "number": 1,
        "segments": [
            { "text": "the café levy was " },
            { "text": "a tide mark", "mark": true, "verbatim": true },
        ],
        "speaker": { "name": "Ilse Maravant", "surface": "she" },
        "cue": "said",
        "kind": "mixed",
        "confidence": 0.94,
        "rule": "subject-verb",
        "context": [{ "text": "she", "role": "source" }, { "text": " ", "role": "text" }],
        "start": 34,
        "end": 73,
        "article": {
            "id": "semaphore-1",
            "url": "https://semaphore.example/levy",
            "title": "Levy rises",
            "title_derived": false,
            "date": "2024-03-14",
            "date_stated": "14 March 2024",
            "source": "The Semaphore",
            "author": ["Tobin Okkerley"],
            "section": "Harbour",
        },
    })
}
