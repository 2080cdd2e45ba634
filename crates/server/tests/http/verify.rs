use serde_json::json;

use crate::support::{Server, get};

#[tokio::test]
async fn a_verdict_comes_with_what_was_printed() {
    let answer = get("/api/verify?text=a+tide+mark&speaker=Okkerley").await.json();
    assert_eq!((&answer["verdict"], &answer["speaker"]), (&json!("verbatim"), &json!("conflicts")));
    assert_eq!((&answer["words"], &answer["total"]), (&json!(3), &json!(2)));
    let [quote, passage] = answer["matches"].as_array().unwrap().as_slice() else { panic!("{answer}") };
    assert_eq!(quote["quote"]["id"], "semaphore-1.1");
    assert_eq!(quote["diff"], json!([{ "op": "same", "given": "a tide mark", "printed": "a tide mark" }]));
    assert_eq!((&quote["start"], &quote["end"]), (&json!(53), &json!(64)));
    assert_eq!(quote["cut_negations"], json!(["not"]));
    assert_eq!(passage["diff"], json!([{ "op": "missing", "printed": "tide" }]));
    assert_eq!(passage["passage"]["permalink"], "/articles/semaphore-1");
    assert_eq!(passage["passage"]["context"], json!([{ "text": "a tide mark", "role": "content" }]));
}

#[tokio::test]
async fn long_words_can_be_posted() {
    let server = Server::new();
    let target = "/api/verify?speaker=Okkerley&limit=1";
    let long = "tide ".repeat(900);
    let as_text = server.post(target, "text/plain", long.clone()).await.json();
    assert_eq!((&as_text["words"], &as_text["speaker"]), (&json!(901), &json!("conflicts")));
    let json = json!({ "text": long }).to_string();
    assert_eq!(server.post(target, "application/json", json).await.json()["matches"], as_text["matches"]);
    let check = async |media_type, body: &str, problem| {
        assert_eq!(server.post(target, media_type, body.to_owned()).await.problem(), problem, "{body:.9}");
    };
    check("text/plain", " ", "400 bad_value - -").await;
    check("text/plain", &"a".repeat(5_001), "400 bad_value text -").await;
    check("application/json", "{\"txt\": \"tide\"}", "400 bad_value - -").await;
    check("application/xml", "<text/>", "415 unsupported_type - -").await;
}

#[tokio::test]
async fn only_so_many_printings_are_shown() {
    let answer = get("/api/verify?text=tide&limit=1").await.json();
    assert_eq!((answer["matches"].as_array().unwrap().len(), &answer["total"]), (1, &json!(2)));
}

#[tokio::test]
async fn what_cannot_be_verified_is_a_problem() {
    let check = async |target: &str, problem| assert_eq!(get(target).await.problem(), problem, "{target}");
    check("/api/verify", "400 bad_value text -").await;
    check("/api/verify?text=+&speaker=Okkerley", "400 bad_value text -").await;
    check("/api/verify?txt=tide", "400 unknown_parameter txt text").await;
    check("/api/verify?text=tide&limit=99", "400 bad_value limit 48").await;
    check(&format!("/api/verify?text={}", "a".repeat(5_001)), "400 bad_value text -").await;
}

#[tokio::test]
async fn a_quote_says_where_its_words_were_printed() {
    let provenance = get("/api/quotes/semaphore-1.1").await.json()["provenance"].clone();
    assert_eq!((&provenance["first"], &provenance["cut"]), (&json!("2024-03-14"), &json!(false)));
    assert_eq!(provenance["outlets"][1], json!({ "articles": 1 }));
    assert_eq!(
        provenance["attributions"],
        json!([{ "speaker": "Ilse Maravant", "articles": 1, "first": "2024-03-14" }])
    );
    let variants = provenance["variants"].as_array().unwrap();
    assert_eq!((&variants[0]["diff"], &variants[0]["shortened"]), (&json!([]), &json!(false)));
    assert_eq!(variants[0]["printings"][0]["quote"], "semaphore-1.1");
    assert_eq!(variants[1]["diff"], json!([{ "op": "missing", "printed": "the café levy was " }]));
    assert_eq!(variants[1]["printings"][0].get("quote"), None);
}
