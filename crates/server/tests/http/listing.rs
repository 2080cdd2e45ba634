use quotidian_search::{FacetField, GroupId};
use serde_json::json;

use crate::support::{Server, get};

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
async fn a_speaker_is_read() {
    let mut profile = get("/api/speakers/Ilse%20Maravant?interval=month").await.json();
    let changed = profile["changed_statements"][0].take();
    let expected = json!({
        "name": "Ilse Maravant", "quotes": 42, "first": "2023-01-02", "last": "2024-03-14",
        "variants": [{ "words": "she", "count": 30, "merged_by": "pronoun" }], "total_variants": 7,
        "roles": [{ "words": "Mayor of Port Senna", "count": 12, "first_year": 2023, "last_year": 2024 }],
        "total_roles": 1,
        "timeline": {
            "interval": "month", "undated": 6,
            "buckets": [{ "from": "2024-03-01", "to": "2024-03-31", "count": 41, "total": 1322 }],
        },
        "cues": [{ "value": "said", "count": 40 }], "total_cues": 2,
        "quoted_with": [{ "value": "Tobin Okkerley", "count": 9 }], "total_quoted_with": 1,
        "sources": [{ "value": "The Semaphore", "count": 42 }], "total_sources": 1,
        "changed_statements": [null], "total_changed_statements": 3,
    });
    assert_eq!(profile, expected);
    assert_eq!(changed["differs"], "number");
    assert_eq!(
        (&changed["later"]["id"], &changed["earlier"]["id"]),
        (&json!("semaphore-1.1"), &json!("semaphore-0.2"))
    );
    assert_eq!(
        (&changed["later"]["start"], &changed["later"]["article"]["date"]),
        (&json!(34), &json!("2024-03-14"))
    );
}

#[tokio::test]
async fn the_timeline_of_a_speaker_can_be_left_out() {
    let profile = get("/api/speakers/Ilse%20Maravant?interval=none").await.json();
    assert_eq!((profile.get("timeline"), &profile["quotes"]), (None, &json!(42)));
    let misspelt = get("/api/speakers/Ilse%20Maravant?interval=mont").await;
    assert_eq!(misspelt.problem(), "400 bad_value interval month");
    assert_eq!(get("/api/speakers/Ilse%20Maravant?page=2").await.problem(), "400 unknown_parameter page -");
}

#[tokio::test]
async fn a_speaker_that_is_not_quoted_has_a_neighbour() {
    let unknown = get("/api/speakers/ilse%20maravant").await;
    assert_eq!(unknown.problem(), "404 not_found - Ilse Maravant");
    assert!(unknown.text().contains("quotes nobody named `ilse maravant`"), "{}", unknown.text());
    assert_eq!(get("/api/speakers/%20").await.problem(), "404 not_found - -");
    assert_eq!(get("/api/speakers/%FF").await.problem(), "400 bad_value name -");
}

#[tokio::test]
async fn the_values_of_a_facet_are_listed() {
    let expected = json!({
        "field": "speaker", "total": 21, "page": 1, "per_page": 10, "pages": 3,
        "values": [
            { "value": "Ilse Maravant", "count": 9, "selected": true, "excluded": false },
            { "value": "articles mar Count", "count": 9, "selected": false, "excluded": true },
        ],
    });
    assert_eq!(get("/api/facets/speaker?q=mar").await.json(), expected);
}

#[tokio::test]
async fn the_values_of_a_facet_are_those_of_a_search() {
    let server = Server::new();
    let target = "/api/facets/kind?of=quotes&search=levy+tide&q=dir&from=2024&-org=Harbour+Board&confidence=0.8\
                  &utterance=00000000000000ff&sort=name&page=2&per_page=5";
    let answer = server.get(target).await.json();
    assert_eq!(answer["values"][1]["value"], "quotes dir Name");
    assert_eq!((&answer["page"], &answer["pages"]), (&json!(2), &json!(5)));
    let request = server.archive.last_values_request();
    assert_eq!(request.field, FacetField::Kind);
    assert_eq!(request.search.query.to_string(), "levy tide");
    let filters = request.search.filters;
    assert_eq!(filters.dates.from.unwrap().to_string(), "2024-01-01");
    assert_eq!(filters.facets[&FacetField::Organization].none_of, ["Harbour Board"]);
    assert_eq!((filters.confidence.unwrap().get(), filters.group), (0.8, Some(GroupId(255))));
    assert!(request.search.deadline.is_some());
}

#[tokio::test]
async fn a_facet_has_its_own_problems() {
    let unknown = get("/api/facets/speakers").await;
    assert_eq!(unknown.problem(), "400 bad_value field -");
    assert!(unknown.text().contains("the facets are speaker, person, org"), "{}", unknown.text());
    assert_eq!(get("/api/facets/%FF").await.problem(), "400 bad_value field -");
    assert_eq!(get("/api/facets/kind").await.problem(), "400 bad_value of quotes");
    assert_eq!(get("/api/facets/source?-kind=direct").await.problem(), "400 bad_value -kind -");
    assert_eq!(get("/api/facets/source?of=quotes&story=0").await.problem(), "400 bad_value story -");
    assert_eq!(get("/api/facets/source?of=speakers").await.problem(), "400 bad_value of -");
    assert_eq!(get("/api/facets/source?sort=nam").await.problem(), "400 bad_value sort name");
}

#[tokio::test]
async fn names_are_offered() {
    let expected = json!({ "suggestions": [
        { "field": "speaker", "value": "Ilse Maravant", "count": 42 },
        { "field": "place", "value": "mar", "count": 5 },
    ] });
    assert_eq!(get("/api/suggest?q=mar").await.json(), expected);
    assert_eq!(get("/api/suggest?q=mar&limit=20").await.json()["suggestions"][1]["count"], 20);
    assert_eq!(get("/api/suggest?q=mar&limit=21").await.problem(), "400 bad_value limit 20");
    for target in ["/api/suggest", "/api/suggest?q=", "/api/suggest?q=+"] {
        assert_eq!(get(target).await.json(), json!({ "suggestions": [] }), "{target}");
    }
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
