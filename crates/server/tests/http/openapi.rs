use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::get;

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
        "/api/stats",
        "/api/suggest",
        "/healthz",
        "/openapi.json",
        "/readyz",
    ];
    assert_eq!(paths.into_iter().collect::<BTreeSet<_>>(), expected.into());
}

#[tokio::test]
async fn every_path_of_the_document_answers_its_examples() {
    for (path, operation) in operations(&document().await) {
        let mut target = format!("{}?", filled(&path));
        // A cursor excludes a page, and the values of a facet are not counted by articles and by quotes at once.
        let excluded = if path.starts_with("/api/facets") { "story" } else { "cursor" };
        for parameter in parameters(&operation, "query").filter(|parameter| parameter["name"] != excluded) {
            let example = match &parameter["example"] {
                Value::Array(values) => values[0].clone(),
                value => value.clone(),
            };
            let example = example.as_str().map_or_else(|| example.to_string(), |text| text.replace(' ', "+"));
            target += &format!("{}={}&", parameter["name"].as_str().unwrap(), example);
        }
        let answer = get(&target).await;
        assert_eq!(answer.status, 200, "{target}: {}", answer.text());
    }
}

/// The problem about an unknown parameter lists those that the reader knows.
#[tokio::test]
async fn the_document_describes_every_parameter_that_is_accepted() {
    for (path, operation) in operations(&document().await) {
        if !path.starts_with("/api/") {
            continue;
        }
        let described: BTreeSet<String> = parameters(&operation, "query")
            .map(|parameter| parameter["name"].as_str().unwrap().to_owned())
            .collect();
        let problem = get(&format!("{}?zzz=1", filled(&path))).await.json();
        let (_, known) = problem["detail"].as_str().unwrap().split_once("known are ").unwrap();
        let known = known.split(", ").filter(|name| *name != "none").map(str::to_owned).collect();
        assert_eq!(described, known, "{path}");
    }
}

#[tokio::test]
async fn every_parameter_and_answer_is_explained() {
    for (path, operation) in operations(&document().await) {
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
        ("/api/speakers", "Speakers"),
        ("/api/stats", "Stats"),
        ("/api/articles?sort=newst", "Problem"),
    ] {
        let schema = &document["components"]["schemas"][schema];
        let answer = get(target).await.json();
        let given: BTreeSet<_> = answer.as_object().unwrap().keys().cloned().collect();
        assert_eq!(given, properties(&document, schema), "{target}");
    }
}

/// A path with something in its places.
fn filled(path: &str) -> String {
    path.replace("articles/{id}", "articles/semaphore-1")
        .replace("quotes/{id}", "quotes/semaphore-1.1")
        .replace("{field}", "speaker")
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

fn operations(document: &Value) -> Vec<(String, Value)> {
    let paths = document["paths"].as_object().unwrap();
    paths.iter().map(|(path, item)| (path.clone(), item["get"].clone())).collect()
}

fn parameters<'a>(operation: &'a Value, place: &'static str) -> impl Iterator<Item = &'a Value> {
    operation["parameters"].as_array().into_iter().flatten().filter(move |parameter| parameter["in"] == place)
}
