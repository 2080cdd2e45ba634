use serde_json::json;

use crate::support::get;

#[tokio::test]
async fn speakers_are_listed() {
    let expected = json!({
        "total": 2, "page": 1, "per_page": 10, "pages": 1,
        "speakers": [
            { "name": "Ilse Maravant", "quotes": 42, "first": "2023-01-02", "last": "2023-01-02" },
            { "name": "Count ", "quotes": 7 },
        ],
    });
    assert_eq!(get("/api/speakers").await.json(), expected);
}

#[tokio::test]
async fn speakers_are_asked_for_by_name_order_and_page() {
    let answer = get("/api/speakers?q=okk&sort=recent&page=2&per_page=1").await.json();
    assert_eq!((&answer["page"], &answer["pages"]), (&json!(2), &json!(2)));
    assert_eq!(answer["speakers"], json!([{ "name": "Recent okk", "quotes": 7 }]));
}

#[tokio::test]
async fn the_archive_is_counted() {
    let expected = json!({
        "articles": 2, "quotes": 1, "speakers": 1, "sources": 1,
        "from": "2024-03-14", "to": "2024-03-14", "undated": 1, "generation": 17,
    });
    assert_eq!(get("/api/stats").await.json(), expected);
}

#[tokio::test]
async fn the_server_is_well() {
    assert_eq!(get("/healthz").await.json(), json!({ "status": "ok" }));
    assert_eq!(get("/readyz").await.json(), json!({ "status": "ok" }));
}
