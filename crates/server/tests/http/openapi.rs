use std::collections::BTreeSet;

use axum::http::Method;
use serde_json::Value;

use crate::support::{Answer, Server, get};

async fn document() -> Value {
    get("/openapi.json").await.json()
}

#[tokio::test]
async fn the_document_describes_every_path_of_the_api() {
    let document = document().await;
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["info"]["title"], "Quotidian");
    let paths: Vec<_> = document["paths"].as_object().unwrap().keys().map(String::as_str).collect();
    let expected = [
        "/api/articles",
        "/api/articles.atom",
        "/api/articles.bib",
        "/api/articles.csl.json",
        "/api/articles.csv",
        "/api/articles.jsonl",
        "/api/articles.ris",
        "/api/articles.txt",
        "/api/articles/{id}",
        "/api/articles/{id}/citation.bib",
        "/api/articles/{id}/citation.csl.json",
        "/api/articles/{id}/citation.ris",
        "/api/articles/{id}/citation.txt",
        "/api/articles/{id}/similar",
        "/api/batch",
        "/api/batch.csv",
        "/api/facets/{field}",
        "/api/quotes",
        "/api/quotes.atom",
        "/api/quotes.bib",
        "/api/quotes.csl.json",
        "/api/quotes.csv",
        "/api/quotes.jsonl",
        "/api/quotes.ris",
        "/api/quotes.txt",
        "/api/quotes/{id}",
        "/api/quotes/{id}/citation.bib",
        "/api/quotes/{id}/citation.csl.json",
        "/api/quotes/{id}/citation.ris",
        "/api/quotes/{id}/citation.txt",
        "/api/speakers",
        "/api/speakers/{name}",
        "/api/speakers/{name}/quotes.atom",
        "/api/stats",
        "/api/suggest",
        "/api/trends",
        "/api/trends.csv",
        "/api/verify",
        "/healthz",
        "/metrics",
        "/openapi.json",
        "/opensearch.xml",
        "/readyz",
    ];
    assert_eq!(paths.into_iter().collect::<BTreeSet<_>>(), expected.into());
}

#[tokio::test]
async fn every_path_of_the_document_answers_its_examples() {
    for (method, path, operation) in operations(&document().await) {
        let target = with_examples(&path, &operation);
        for (media_type, body) in bodies(&operation) {
            let answer = ask(&method, &target, &media_type, body).await;
            assert_eq!(answer.status, 200, "{target}: {}", answer.text());
        }
    }
}

#[tokio::test]
async fn every_answer_of_the_api_is_tagged_timed_and_has_a_head() {
    let operations = operations(&document().await).into_iter();
    for (_, path, operation) in
        operations.filter(|(method, path, _)| method == "get" && path.starts_with("/api/"))
    {
        let (server, target) = (Server::new(), with_examples(&path, &operation));
        let whole = server.get(&target).await;
        let head = server.ask(Method::HEAD, &target, &[]).await;
        assert_eq!((whole.status, head.status, head.body.len()), (200, 200, 0), "{target}");
        for name in ["etag", "content-type", "cache-control"] {
            assert!(!whole.header(name).is_empty(), "{target}: no {name}");
            assert_eq!(head.header(name), whole.header(name), "{target}: {name}");
        }
        for answer in [&whole, &head] {
            assert!(answer.header("server-timing").contains("dur="), "{target}");
        }
        let again = server.get_with(&target, &[("if-none-match", whole.header("etag"))]).await;
        assert_eq!((again.status, again.body.len()), (304, 0), "{target}");
    }
}

/// The problem about an unknown parameter lists those that the reader knows.
#[tokio::test]
async fn the_document_describes_every_parameter_that_is_accepted() {
    for (method, path, operation) in operations(&document().await) {
        if !path.starts_with("/api/") {
            continue;
        }
        let described: BTreeSet<String> = parameters(&operation, "query")
            .map(|parameter| parameter["name"].as_str().unwrap().to_owned())
            .collect();
        let problem =
            ask(&method, &format!("{}?zzz=1", filled(&path)), "text/plain", "levy".to_owned()).await;
        let problem = problem.json();
        let (_, known) = problem["detail"].as_str().unwrap().split_once("known are ").unwrap();
        let known = known.split(", ").filter(|name| *name != "none").map(str::to_owned).collect();
        assert_eq!(described, known, "{path}");
    }
}

#[tokio::test]
async fn every_parameter_and_answer_is_explained() {
    for (_, path, operation) in operations(&document().await) {
        assert!(operation["summary"].is_string(), "{path}");
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            assert!(parameter["description"].as_str().unwrap().len() > 5, "{path}: {parameter}");
            assert!(parameter["schema"].is_object(), "{path}: {parameter}");
        }
        for (status, response) in operation["responses"].as_object().unwrap() {
            assert!(response["description"].as_str().unwrap().len() > 5, "{path} {status}");
            let content = response["content"].as_object().unwrap();
            let (kind, content) = content.iter().next().unwrap();
            assert_eq!(kind == "application/problem+json", status != "200", "{path} {status}: {kind}");
            assert!(content["schema"].is_object(), "{path} {status}: {response}");
        }
    }
}

#[tokio::test]
async fn every_reference_leads_somewhere() {
    let document = document().await;
    let text = document.to_string();
    let references = text.split("\"$ref\":\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let mut count = 0;
    for reference in references {
        let target = document.pointer(reference.trim_start_matches('#'));
        assert!(target.is_some(), "{reference}");
        count += 1;
    }
    assert!(count > 20, "{count}");
}

#[tokio::test]
async fn answers_have_the_properties_that_schemas_name() {
    let document = document().await;
    for (target, schema) in [
        ("/api/articles/semaphore-1", "Article"),
        ("/api/quotes/semaphore-1.1?hash=48207fb7e714d3ab", "ReadQuote"),
        ("/api/articles?collapse=story", "Results_ArticleHit"),
        ("/api/quotes?collapse=utterance", "Results_QuoteHit"),
        ("/api/articles/semaphore-1/similar", "Similar"),
        ("/api/facets/speaker", "FacetValues"),
        ("/api/suggest?q=mar", "Suggestions"),
        ("/api/verify?text=a+tide+mark", "Verification"),
        ("/api/speakers", "Speakers"),
        ("/api/speakers/Ilse%20Maravant", "SpeakerProfile"),
        ("/api/stats", "Stats"),
        ("/api/trends?q=levy", "Trends"),
        ("/api/articles?sort=newst", "Problem"),
    ] {
        let schema = &document["components"]["schemas"][schema];
        let answer = get(target).await.json();
        assert_eq!(keys(&answer), properties(&document, schema), "{target}");
    }
    let batch = Server::new().post("/api/batch", "text/plain", "levy\"\n-").await.json();
    assert_eq!(keys(&batch), properties(&document, &document["components"]["schemas"]["Batch"]));
    let rows = &batch["rows"];
    let in_rows: BTreeSet<_> = keys(&rows[0]).union(&keys(&rows[1])).cloned().collect();
    assert_eq!(in_rows, properties(&document, &document["components"]["schemas"]["BatchRow"]));
}

fn keys(answer: &Value) -> BTreeSet<String> {
    answer.as_object().unwrap().keys().cloned().collect()
}

/// A path with something in its places, and the examples of its parameters.
fn with_examples(path: &str, operation: &Value) -> String {
    let mut target = format!("{}?", filled(path));
    // A cursor excludes a page, and nothing is counted by articles and by quotes at once.
    let counts_either = ["/api/facets", "/api/trends"].iter().any(|start| path.starts_with(start));
    let excluded = if counts_either { "story" } else { "cursor" };
    for parameter in parameters(operation, "query").filter(|parameter| parameter["name"] != excluded) {
        let example = match &parameter["example"] {
            Value::Array(values) => values[0].clone(),
            value => value.clone(),
        };
        let example = example.as_str().map_or_else(|| example.to_string(), |text| text.replace(' ', "+"));
        target += &format!("{}={}&", parameter["name"].as_str().unwrap(), example);
    }
    target
}

/// A path with something in its places.
fn filled(path: &str) -> String {
    path.replace("articles/{id}", "articles/semaphore-1")
        .replace("quotes/{id}", "quotes/semaphore-1.1")
        .replace("{field}", "speaker")
        .replace("{name}", "Ilse%20Maravant")
}

#[tokio::test]
async fn files_have_the_media_types_that_the_document_says() {
    let document = document().await;
    for subject in ["articles", "quotes"] {
        for suffix in ["csv", "jsonl", "atom", "bib", "ris", "csl.json", "txt"] {
            let path = format!("/api/{subject}.{suffix}");
            let content = &document["paths"][&path]["get"]["responses"]["200"]["content"];
            assert!(content[get(&path).await.header("content-type")].is_object(), "{path}: {content}");
        }
    }
}

fn properties(document: &Value, schema: &Value) -> BTreeSet<String> {
    if let Some(reference) = schema["$ref"].as_str() {
        return properties(document, document.pointer(reference.trim_start_matches('#')).unwrap());
    }
    let own = schema["properties"].as_object().into_iter().flatten().map(|(name, _)| name.clone());
    let parts = schema["allOf"].as_array().into_iter().flatten().flat_map(|part| properties(document, part));
    own.chain(parts).collect()
}

/// Method, path and description of every operation.
fn operations(document: &Value) -> Vec<(String, String, Value)> {
    let paths = document["paths"].as_object().unwrap();
    let of_path = |(path, item): (&String, &Value)| {
        let operations = item.as_object().unwrap().clone().into_iter();
        operations.map(|(method, operation)| (method, path.clone(), operation)).collect::<Vec<_>>()
    };
    paths.iter().flat_map(of_path).collect()
}

/// The examples of an operation's body, with their media types; nothing once where it takes none.
fn bodies(operation: &Value) -> Vec<(String, String)> {
    let Some(content) = operation["requestBody"]["content"].as_object() else {
        return vec![(String::new(), String::new())];
    };
    let text = |example: &Value| example.as_str().map_or_else(|| example.to_string(), str::to_owned);
    content.iter().map(|(media_type, body)| (media_type.clone(), text(&body["example"]))).collect()
}

async fn ask(method: &str, target: &str, media_type: &str, body: String) -> Answer {
    match method {
        "get" => get(target).await,
        "post" => Server::new().post(target, media_type, body).await,
        other => panic!("nothing asks with {other}"),
    }
}

fn parameters<'a>(operation: &'a Value, place: &'static str) -> impl Iterator<Item = &'a Value> {
    operation["parameters"].as_array().into_iter().flatten().filter(move |parameter| parameter["in"] == place)
}
