use std::sync::atomic::Ordering;

use serde_json::json;

use crate::support::{NOWHERE, Server, get};

#[tokio::test]
async fn an_article_search_answers_with_everything() {
    let mut answer = get("/api/articles?q=levy+tide&from=2024&per_page=10").await.json();
    assert!(answer["took_us"].take().is_u64());
    let expected = json!({
        "query": {
            "text": "levy tide",
            "printed": "levy tide",
            "clauses": [
                { "text": "levy", "without": "tide", "count": 100 },
                { "text": "tide", "without": "levy", "count": 200 },
            ],
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
            "story": { "id": "0000000000c0ffee", "others": 2, "sources": ["Senna Courier"] },
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
    let mut answer = get("/api/quotes/semaphore-1.1").await.json();
    let provenance = answer.as_object_mut().unwrap().remove("provenance").unwrap();
    assert_eq!((&answer, &provenance["total"]), (&quote(), &2.into()));
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

#[tokio::test]
async fn stories_and_utterances_are_counted_and_paged_where_each_is_shown_once() {
    for target in ["/api/articles?collapse=story", "/api/quotes?collapse=utterance"] {
        let answer = get(target).await.json();
        assert_eq!(
            (&answer["total"], &answer["groups"], &answer["pages"]),
            (&142.into(), &71.into(), &8.into())
        );
    }
    assert_eq!(get("/api/articles?collapse=none").await.json().get("groups"), None);
}

#[tokio::test]
async fn behind_the_last_page_a_cursor_leads_on() {
    let server = Server::new();
    server.archive.total.store(20_000, Ordering::SeqCst);
    let next = async |target: &str| server.get(target).await.json()["next"].as_str().map(str::to_owned);
    assert_eq!(next("/api/quotes?q=levy&page=999").await.unwrap(), "/api/quotes?q=levy&page=1000");
    let beyond = next("/api/quotes?q=levy&page=1000").await.unwrap();
    assert_eq!(beyond, "/api/quotes?q=levy&cursor=relevance-2710-ff");
    // Who came by cursor goes on by cursor.
    assert_eq!(next(&beyond).await.unwrap(), "/api/quotes?q=levy&cursor=relevance-a-ff");
    server.archive.total.store(10, Ordering::SeqCst);
    assert_eq!(next(&beyond).await, None);
}

#[tokio::test]
async fn where_nothing_is_found_the_answer_says_what_would_help() {
    let target = format!("/api/quotes?q=levy+{NOWHERE}+t*&from=2024&source=The+Semaphore");
    let answer = get(&target).await.json();
    assert_eq!((&answer["total"], answer.get("next")), (&0.into(), None));
    let cut = "`t*` stands for more words than are looked for; the 64 most frequent were";
    assert_eq!(answer["query"]["warnings"], json!([{ "reason": cut }]));
    assert_eq!(answer["query"]["did_you_mean"], "\"red lines\" levy");
    let expected = json!([
        { "leave_out": "clause", "clause": 1, "count": 9 },
        { "leave_out": "dates", "count": 8 },
        { "leave_out": "facet", "field": "source", "count": 7 },
        { "leave_out": "confidence", "count": 6 },
        { "leave_out": "utterance", "count": 5 },
    ]);
    assert_eq!(answer["query"]["remedies"], expected);
    let of_articles = get(&format!("/api/articles?q={NOWHERE}")).await.json();
    assert_eq!(of_articles["query"]["remedies"][4]["leave_out"], "story");
}

fn quote() -> serde_json::Value {
    json!({
        "id": "semaphore-1.1",
        "number": 1,
        "hash": "48207fb7e714d3ab",
        "permalink": "/articles/semaphore-1?hash=48207fb7e714d3ab#quote-1",
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
        "utterance": { "id": "0000000000c0ffee", "others": 2, "sources": ["Senna Courier"] },
    })
}
