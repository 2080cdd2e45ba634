//! Near-duplicates shown once, and the same words said in several articles.

use quotidian_model::AnnotatedArticle;
use quotidian_search::{ArticleHit, CountBy, Engine, FacetField, SearchRequest, SearchResults, Sort};
use quotidian_tantivy_engine::TantivyEngine;
use tempfile::TempDir;

use crate::support::{annotated, search, write};

const REPORT: &str = "The old pier at Port Senna will stay open this winter, the mayor said on Monday, after engineers \
    found that its beams can be mended for a tenth of what a new one would cost. “We keep the pier and the money,” \
    said Ilse Maravant. Fishermen, who sell their catch there before dawn, had asked for two years that it be kept.";

/// A report in three outlets, with datelines and an addition, and an article of its own between them.
fn archive() -> Vec<AnnotatedArticle> {
    let article = |id, day, source, body: &str| annotated(id, Some(day), source, body, "Ilse Maravant");
    let own = "“We keep the pier and the money!” said Ilse Maravant. The ferry was late.";
    vec![
        article("first", "2024-03-01", "Ledger", REPORT),
        article("copy", "2024-03-02", "Semaphore", &format!("PORT SENNA, March 2 (PSN) — {REPORT}")),
        article("own", "2024-03-02", "Lantern", own),
        article("update", "2024-03-03", "Ledger", &format!("{REPORT} The ferry was late.")),
    ]
}

fn engine(articles: &[AnnotatedArticle]) -> (TempDir, TantivyEngine) {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), articles);
    let engine = TantivyEngine::open(folder.path()).unwrap();
    (folder, engine)
}

fn ids(results: &SearchResults<ArticleHit>) -> Vec<&str> {
    results.hits.iter().map(|hit| hit.article.id.as_str()).collect()
}

#[test]
fn a_story_is_shown_once_and_every_copy_can_be_reached() {
    let (_folder, engine) = engine(&archive());
    let request = SearchRequest { sort: Some(Sort::Newest), ..search("pier") };
    let results = engine.articles(&request).unwrap();
    assert_eq!((results.total, results.groups, results.hits.len()), (4, None, 4));

    let collapsed = SearchRequest { collapse: Some(CountBy::Group), ..request };
    let results = engine.articles(&collapsed).unwrap();
    assert_eq!((results.total, results.groups, ids(&results)), (4, Some(2), vec!["update", "own"]));
    let story = &results.hits[0].story;
    assert_eq!((story.others, story.sources.as_slice()), (2, &["Semaphore".to_owned()][..]));
    let sources = results.facets.iter().find(|facet| facet.field == FacetField::Source).unwrap();
    let counts: Vec<_> = sources.values.iter().map(|value| (&*value.value, value.count)).collect();
    assert_eq!(counts, [("Lantern", 1), ("Ledger", 1), ("Semaphore", 1)]);
    assert_eq!(results.timeline.unwrap().buckets.last().unwrap().count, 2);

    let mut copies = search("");
    copies.filters.group = Some(story.id);
    let mut found = engine.articles(&copies).unwrap();
    found.hits.sort_by_key(|hit| hit.article.date.as_ref().and_then(|date| date.day));
    assert_eq!(ids(&found), ["first", "copy", "update"]);
}

#[test]
fn stories_do_not_depend_on_order_or_checkpoints() {
    let mut shuffled = archive();
    shuffled.rotate_left(3);
    let (_folder, one) = engine(&archive());
    let folder = tempfile::tempdir().unwrap();
    shuffled.iter().for_each(|article| write(folder.path(), std::slice::from_ref(article)));
    let other = TantivyEngine::open(folder.path()).unwrap();
    let request = SearchRequest { collapse: Some(CountBy::Document), ..search("pier ferry") };
    let (one, other) = (one.articles(&request).unwrap(), other.articles(&request).unwrap());
    assert_eq!(one.hits, other.hits);
    assert_eq!(one.facets, other.facets);
}

#[test]
fn the_same_words_in_several_articles_are_one_utterance() {
    let (_folder, engine) = engine(&archive());
    let request = SearchRequest { collapse: Some(CountBy::Group), ..search("pier") };
    let results = engine.quotes(&request).unwrap();
    assert_eq!((results.total, results.groups, results.hits.len()), (4, Some(1), 1));
    assert_eq!(results.hits[0].utterance.others, 3);
}

#[test]
fn similar_articles_are_not_of_the_same_story() {
    let (_folder, engine) = engine(&archive());
    let similar = engine.similar(&"first".parse().unwrap(), 10).unwrap().unwrap();
    let found: Vec<_> = similar.iter().map(|hit| hit.article.id.as_str()).collect();
    assert!(found.iter().all(|id| *id == "own"), "{found:?}");
    assert_eq!(engine.similar(&"nothing".parse().unwrap(), 10).unwrap(), None);
}

#[test]
fn the_most_similar_article_comes_first() {
    let article = |id: &str, day, body: &str| annotated(id, Some(day), "Ledger", body, "Nobody Special");
    let mut articles = vec![
        article("levy", "2024-01-01", "The harbour levy rises, and the ferry pays the harbour levy."),
        article("levy too", "2019-01-01", "A harbour levy for the ferry."),
        article("ferry", "2024-06-01", "The ferry was late, and so was the mayor."),
    ];
    articles
        .extend((0..30).map(|number| article(&format!("other{number}"), "2024-02-01", "A calm day at sea.")));
    let (_folder, engine) = engine(&articles);
    let similar = engine.similar(&"levy".parse().unwrap(), 10).unwrap().unwrap();
    let found: Vec<_> = similar.iter().map(|hit| hit.article.id.as_str()).collect();
    assert_eq!(found, ["levy too", "ferry"]);
}
