//! The queries that latencies are measured on find and count what brute force finds and counts.

use std::{env, fs, path::PathBuf};

use quotidian_model::DateRange;
use quotidian_search::{
    Engine, FacetField, FacetRequest, FacetSort, Filters, Interval, SearchRequest, query::ParsedQuery,
};
use quotidian_tantivy_engine::TantivyEngine;
use serde_json::Value;

use crate::{
    document::{Document, Kind},
    model::Model,
    sample::{compare, index, repository, shared_corpus},
};

#[test]
fn the_measured_queries_agree_with_brute_force() {
    let queries = repository().join("../shared/bench/queries.json");
    // All the news that is measured on takes a release build and some minutes.
    let corpus = env::var_os("QUOTIDIAN_MIX_CORPUS").map(PathBuf::from).or_else(shared_corpus);
    let (Ok(queries), Some(corpus)) = (fs::read(queries), corpus) else {
        println!("skipped: there are no shared queries and corpus");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let annotated = index(&corpus, folder.path());
    let articles: Vec<Document> = annotated.iter().map(Document::article).collect();
    let quotes: Vec<Document> = annotated.iter().flat_map(Document::quotes).collect();
    let (articles, quotes) = (Model::new(Kind::Article, &articles), Model::new(Kind::Quote, &quotes));
    let engine = TantivyEngine::open(folder.path()).unwrap();
    let queries: Vec<Value> = serde_json::from_slice(&queries).unwrap();
    assert!(queries.len() > 50);
    for query in &queries {
        let request = request(&query["params"]);
        if query["path"] == "/api/quotes" {
            let results = engine.quotes(&request).unwrap();
            let ids: Vec<String> = results.hits.iter().map(|hit| hit.id.to_string()).collect();
            compare(query, &request, &results, &ids, quotes);
        } else {
            let results = engine.articles(&request).unwrap();
            let ids: Vec<String> = results.hits.iter().map(|hit| hit.article.id.to_string()).collect();
            compare(query, &request, &results, &ids, articles);
        }
    }
}

/// The search that the parameters ask for, in the order of days: the page does not matter.
fn request(parameters: &Value) -> SearchRequest {
    let text = |name: &str| parameters[name].as_str();
    let mut filters =
        Filters { dates: DateRange::parse(text("from"), text("to")).unwrap(), ..Filters::default() };
    for field in FacetField::ALL {
        let value = &parameters[field.as_str()];
        let values = value.as_array().map_or_else(|| vec![value], |values| values.iter().collect());
        let values = values.into_iter().filter_map(Value::as_str);
        for value in values {
            filters.facets.entry(field).or_default().any_of.push(value.to_owned());
        }
    }
    SearchRequest {
        filters,
        sort: Some(quotidian_search::Sort::Newest),
        facets: FacetRequest { fields: FacetField::ALL.to_vec(), values: 50, sort: FacetSort::Count },
        interval: Some(Interval::Month),
        ..SearchRequest::new(ParsedQuery::parse(text("q").unwrap_or_default()).query)
    }
}
