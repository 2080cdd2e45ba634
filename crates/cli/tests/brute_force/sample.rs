//! Twenty searches of articles and of quotes, each compared with a pass over every article: the total, every facet
//! count, the timeline, the order. On the sample archive, and on real news where the shared corpora are at hand.

use std::{
    fmt::Debug,
    fs,
    path::{Path, PathBuf},
};

use quotidian_indexer::{Inputs, NoProgress, Options};
use quotidian_model::{AnnotatedArticle, ArticleId, DateRange};
use quotidian_search::{
    ArchiveWriter, Engine, EngineError, FacetField, FacetRequest, FacetSort, Filters, Fingerprint, Interval,
    NamesAsTheyAre, Page, SearchRequest, SearchResults, Sort, query::ParsedQuery,
};
use quotidian_tantivy_engine::{TantivyEngine, TantivyWriter};

use crate::{
    document::{Document, Kind},
    model::Model,
    searches::{SEARCHES, Search},
};

pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Two thousand articles of real news, where they are at hand.
pub(crate) fn shared_corpus() -> Option<PathBuf> {
    Some(repository().join("../shared/data/corpora/news-2k.jsonl.zst")).filter(|corpus| corpus.exists())
}

/// The lines of a corpus, packed or not.
pub(crate) fn lines(corpus: &Path) -> Vec<String> {
    let bytes = fs::read(corpus).unwrap();
    let packed = corpus.extension().is_some_and(|end| end == "zst");
    let bytes = if packed { zstd::decode_all(bytes.as_slice()).unwrap() } else { bytes };
    String::from_utf8(bytes).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn the_sample_archive_agrees_with_brute_force() {
    agrees_with_brute_force(&repository().join("data/sample/articles.jsonl"));
}

#[test]
fn real_news_agrees_with_brute_force() {
    match shared_corpus() {
        Some(corpus) => agrees_with_brute_force(&corpus),
        None => println!("skipped: there is no shared corpus"),
    }
}

fn agrees_with_brute_force(corpus: &Path) {
    let folder = tempfile::tempdir().unwrap();
    let articles = index(corpus, folder.path());
    agrees_with_the_file(corpus, &articles);
    let quotes: Vec<Document> = articles.iter().flat_map(Document::quotes).collect();
    let articles: Vec<Document> = articles.iter().map(Document::article).collect();
    let (articles, quotes) = (Model::new(Kind::Article, &articles), Model::new(Kind::Quote, &quotes));
    let engine = TantivyEngine::open(folder.path()).unwrap();
    assert!(SEARCHES.len() >= 20);
    for search in SEARCHES {
        let request = request(search);
        let results = engine.articles(&request).unwrap();
        let ids: Vec<String> = results.hits.iter().map(|hit| hit.article.id.to_string()).collect();
        compare(search, &request, &results, &ids, articles);

        let results = engine.quotes(&request).unwrap();
        let ids: Vec<String> = results.hits.iter().map(|hit| hit.id.to_string()).collect();
        compare(search, &request, &results, &ids, quotes);
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
        filters,
        sort: Some(Sort::Newest),
        page: Page::new(1, 100).unwrap(),
        facets: FacetRequest { fields: FacetField::ALL.to_vec(), values: 50, sort: FacetSort::Count },
        interval: Some(Interval::Month),
        ..SearchRequest::new(ParsedQuery::parse(search.query).query)
    }
}

pub(crate) fn compare<Hit>(
    search: &impl Debug,
    request: &SearchRequest,
    results: &SearchResults<Hit>,
    ids: &[String],
    model: Model<'_>,
) {
    let expected = model.by_day(request, Sort::Newest);
    assert_eq!(results.total as usize, expected.len(), "{search:?}");
    let first: Vec<&str> =
        expected.iter().take(request.page.size()).map(|document| document.id.as_str()).collect();
    assert_eq!(ids, first, "{search:?}");
    assert_eq!(results.timeline, Some(model.timeline(request, Interval::Month)), "{search:?}");
    assert_eq!(results.facets, model.facets(request), "{search:?}");
}

/// Indexes a corpus into an archive, and keeps what was put.
pub(crate) fn index(corpus: &Path, archive: &Path) -> Vec<AnnotatedArticle> {
    let mut writer = Keeping {
        writer: TantivyWriter::open(archive, Box::new(NamesAsTheyAre)).unwrap(),
        articles: Vec::new(),
    };
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
        if self.fingerprint(&article.article.id).is_some() {
            self.articles.retain(|known| known.article.id != article.article.id);
        }
        self.articles.push(article.clone());
        self.writer.put(article, fingerprint)
    }

    fn delete(&mut self, id: &ArticleId) -> Result<bool, EngineError> {
        self.articles.retain(|known| known.article.id != *id);
        self.writer.delete(id)
    }

    fn ids(&self) -> Result<Vec<ArticleId>, EngineError> {
        self.writer.ids()
    }

    fn checkpoint(&mut self) -> Result<(), EngineError> {
        self.writer.checkpoint()
    }
}

/// What was put is what stands in the file, read here in the simplest way.
fn agrees_with_the_file(corpus: &Path, articles: &[AnnotatedArticle]) {
    let lines = lines(corpus);
    for line in &lines {
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
    }
    assert_eq!(lines.len(), articles.len());
}
