//! Twenty searches of articles and of quotes, each compared with a pass over every article: the total, every facet
//! count, the timeline, the order. On the sample archive, and on real news where the shared corpora are at hand.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "helpers of tests, which clippy does not take for tests"
)]

mod model;
mod naive;
mod searches;

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
};

use model::{Document, Expected};
use quotidian_indexer::{Inputs, NoProgress, Options};
use quotidian_model::{AnnotatedArticle, ArticleId, DateRange, Day};
use quotidian_search::{
    ArchiveWriter, ArticleSummary, Engine, EngineError, FacetField, FacetRequest, Filters, Fingerprint,
    Interval, Page, SearchRequest, SearchResults, Sort, query::ParsedQuery,
};
use quotidian_tantivy_engine::{TantivyEngine, TantivyWriter};
use searches::{SEARCHES, Search};

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn the_sample_archive_agrees_with_brute_force() {
    agrees_with_brute_force(&repository().join("data/sample/articles.jsonl"));
}

#[test]
fn real_news_agrees_with_brute_force() {
    let corpus = repository().join("../shared/data/corpora/news-2k.jsonl.zst");
    if corpus.exists() {
        agrees_with_brute_force(&corpus);
    } else {
        println!("skipped: there is no shared corpus");
    }
}

fn agrees_with_brute_force(corpus: &Path) {
    let folder = tempfile::tempdir().unwrap();
    let articles = index(corpus, folder.path());
    agrees_with_the_file(corpus, &articles);
    let quotes: Vec<Document> = articles.iter().flat_map(Document::quotes).collect();
    let articles: Vec<Document> = articles.iter().map(Document::article).collect();
    let engine = TantivyEngine::open(folder.path()).unwrap();
    assert!(SEARCHES.len() >= 20);
    for search in SEARCHES {
        let request = request(search);
        let results = engine.articles(&request).unwrap();
        let hits = results.hits.iter().map(|hit| (hit.article.id.to_string(), day(&hit.article))).collect();
        compare(
            search,
            &request,
            &results,
            hits,
            &Expected::of(&request, FacetField::of_articles(), &articles),
        );

        let results = engine.quotes(&request).unwrap();
        let hits = results.hits.iter().map(|hit| (hit.id.to_string(), day(&hit.article))).collect();
        compare(search, &request, &results, hits, &Expected::of(&request, FacetField::of_quotes(), &quotes));
    }
}

fn request(search: &Search) -> SearchRequest {
    let mut filters =
        Filters { dates: DateRange::parse(search.from, search.to).unwrap(), ..Filters::default() };
    for (field, value) in search.wanted {
        filters.facets.entry(*field).or_default().any_of.push((*value).to_owned());
    }
    for (field, value) in search.unwanted {
        filters.facets.entry(*field).or_default().none_of.push((*value).to_owned());
    }
    SearchRequest {
        query: ParsedQuery::parse(search.query).query,
        filters,
        sort: Some(Sort::Newest),
        page: Page::new(1, 100).unwrap(),
        facets: FacetRequest { fields: FacetField::ALL.to_vec(), values: 50 },
        interval: Some(Interval::Month),
        deadline: None,
    }
}

fn day(article: &ArticleSummary) -> Option<Day> {
    article.date.as_ref().and_then(|date| date.day)
}

fn compare<Hit>(
    search: &Search,
    request: &SearchRequest,
    results: &SearchResults<Hit>,
    hits: Vec<(String, Option<Day>)>,
    expected: &Expected,
) {
    let Search { query, .. } = search;
    assert_eq!(results.total as usize, expected.ids.len(), "{search:?}");
    let (ids, days): (Vec<String>, Vec<Option<Day>>) = hits.into_iter().unzip();
    let distinct: HashSet<&String> = ids.iter().filter(|id| expected.ids.contains(id)).collect();
    assert_eq!(distinct.len(), expected.ids.len().min(request.page.size()), "{search:?}");
    assert_eq!(days, expected.days[..ids.len()], "{search:?}");
    assert_eq!(results.timeline, expected.timeline, "{query}");
    for (found, expected) in std::iter::zip(&results.facets, &expected.facets) {
        assert_eq!(found, expected, "{search:?}");
    }
    assert_eq!(results.facets.len(), expected.facets.len());
}

/// Indexes a corpus into an archive, and keeps what was put.
fn index(corpus: &Path, archive: &Path) -> Vec<AnnotatedArticle> {
    let mut writer = Keeping { writer: TantivyWriter::open(archive).unwrap(), articles: Vec::new() };
    let options = Options::new("2026-11-01".parse().unwrap());
    let inputs = Inputs::expand(&[corpus.to_owned()], None).unwrap();
    quotidian_indexer::index(inputs, &options, &mut writer, &mut NoProgress).unwrap();
    writer.articles
}

struct Keeping {
    writer: TantivyWriter,
    articles: Vec<AnnotatedArticle>,
}

impl ArchiveWriter for Keeping {
    fn fingerprint(&self, id: &ArticleId) -> Option<Fingerprint> {
        self.writer.fingerprint(id)
    }

    fn put(&mut self, article: &AnnotatedArticle, fingerprint: Fingerprint) -> Result<(), EngineError> {
        self.articles.retain(|known| known.article.id != article.article.id);
        self.articles.push(article.clone());
        self.writer.put(article, fingerprint)
    }

    fn checkpoint(&mut self) -> Result<(), EngineError> {
        self.writer.checkpoint()
    }
}

/// What was put is what stands in the file, read here in the simplest way.
fn agrees_with_the_file(corpus: &Path, articles: &[AnnotatedArticle]) {
    let bytes = fs::read(corpus).unwrap();
    let bytes = if corpus.extension().is_some_and(|end| end == "zst") {
        zstd::decode_all(bytes.as_slice()).unwrap()
    } else {
        bytes
    };
    let mut lines = 0;
    for line in std::str::from_utf8(&bytes).unwrap().lines() {
        let stated: serde_json::Value = serde_json::from_str(line).unwrap();
        let says = |text: &&str| !["", "NA", "None", "--"].contains(text);
        let text = |name: &str| stated[name].as_str().map(str::trim).filter(says);
        let Some(id) = text("id") else { panic!("every line of the corpus has an id") };
        let put = articles.iter().find(|put| put.article.id.as_str() == id);
        let article = &put.unwrap_or_else(|| panic!("{id} is missing")).article;
        assert_eq!(article.source.as_deref(), text("source"), "{id}");
        assert_eq!(article.section.as_deref(), text("section"), "{id}");
        let day = article.date.as_ref().and_then(|date| date.day).map(|day| day.to_string());
        let iso = text("date").and_then(|date| date.get(..10)).filter(|date| date.as_bytes()[4] == b'-');
        assert_eq!(day.as_deref(), iso, "{id}");
        lines += 1;
    }
    assert_eq!(lines, articles.len());
}
