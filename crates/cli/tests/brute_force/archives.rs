//! The invented archives, written and opened once for all tests of a process.

use std::{
    collections::BTreeMap,
    fmt, fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
    process,
    sync::LazyLock,
    time::Duration,
};

use quotidian_model::AnnotatedArticle;
use quotidian_search::{
    ArchiveWriter, Engine, EngineError, FacetRequest, FacetValueList, FacetValuesRequest, Fingerprint, Group,
    GroupId, NamesAsTheyAre, Page, SearchRequest, SearchResults, Sort, query::Query,
};
use quotidian_tantivy_engine::{TantivyEngine, TantivyWriter};

use crate::{
    corpus::{Corpus, PLANS, Plan},
    document::{Document, Kind},
    model::Model,
};

/// An archive, its engine, and what a look at every document knows of it.
pub(crate) struct Archive {
    pub(crate) name: &'static str,
    /// Whether documents were replaced: they may still count in the statistics of words.
    pub(crate) replaced: bool,
    pub(crate) engine: TantivyEngine,
    pub(crate) articles: Vec<AnnotatedArticle>,
    article_documents: Vec<Document>,
    quote_documents: Vec<Document>,
}

/// What both kinds of hits have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) id: String,
    pub(crate) group: Group,
}

pub(crate) static ARCHIVES: LazyLock<Vec<Archive>> = LazyLock::new(|| {
    let folder = folder_of_this_process();
    PLANS.iter().map(|plan| Archive::write(plan, &folder.join(plan.name))).collect()
});

/// The archives of the same articles, however they were put.
pub(crate) fn the_same_in_other_segments() -> &'static [Archive] {
    &ARCHIVES[..3]
}

impl Archive {
    fn write(plan: &Plan, folder: &Path) -> Self {
        let Corpus { batches, articles } = plan.corpus();
        put(&batches, folder);
        let mut archive = Self {
            name: plan.name,
            replaced: plan.replaced > 0,
            engine: TantivyEngine::open(folder).unwrap(),
            article_documents: articles.iter().map(Document::article).collect(),
            quote_documents: articles.iter().flat_map(Document::quotes).collect(),
            articles,
        };
        archive.learn_groups();
        archive
    }

    /// Which articles tell one story is the engine's to say: what is searched by it is learned from its hits.
    fn learn_groups(&mut self) {
        for kind in Kind::ALL {
            let everything = SearchRequest { sort: Some(Sort::Newest), ..SearchRequest::new(Query::All) };
            let listed = self.list(kind, &everything).unwrap();
            let groups: BTreeMap<String, GroupId> =
                listed.into_iter().map(|found| (found.id, found.group.id)).collect();
            let documents = match kind {
                Kind::Article => &mut self.article_documents,
                Kind::Quote => &mut self.quote_documents,
            };
            for document in documents {
                let group = groups.get(&document.id);
                document.group =
                    *group.unwrap_or_else(|| panic!("{}: {} is not listed", self.name, document.id));
            }
        }
    }

    pub(crate) fn documents(&self, kind: Kind) -> &[Document] {
        match kind {
            Kind::Article => &self.article_documents,
            Kind::Quote => &self.quote_documents,
        }
    }

    pub(crate) fn document(&self, kind: Kind, id: &str) -> &Document {
        let document = self.documents(kind).iter().find(|document| document.id == id);
        document.unwrap_or_else(|| panic!("{} has no {id}", self.name))
    }

    pub(crate) fn model(&self, kind: Kind) -> Model<'_> {
        Model::new(kind, self.documents(kind))
    }

    pub(crate) fn ask(
        &self,
        kind: Kind,
        request: &SearchRequest,
    ) -> Result<SearchResults<Found>, EngineError> {
        match kind {
            Kind::Article => self.engine.articles(request).map(|results| {
                with_hits(results, |hit| Found { id: hit.article.id.to_string(), group: hit.story })
            }),
            Kind::Quote => self.engine.quotes(request).map(|results| {
                with_hits(results, |hit| Found { id: hit.id.to_string(), group: hit.utterance })
            }),
        }
    }

    /// The whole list of hits, page by page.
    pub(crate) fn list(&self, kind: Kind, request: &SearchRequest) -> Result<Vec<Found>, EngineError> {
        let pages = (1..).map_while(|number| Page::new(number, Page::MAX_SIZE).ok());
        let mut list = Vec::new();
        for page in pages {
            let results = self.ask(kind, &SearchRequest { page, ..only_hits(request) })?;
            let ends = results.hits.len() < page.size();
            list.extend(results.hits);
            if ends {
                break;
            }
        }
        Ok(list)
    }

    /// Hits one after another until there is no more, or so many.
    pub(crate) fn stream(
        &self,
        kind: Kind,
        request: &SearchRequest,
        most: usize,
    ) -> Result<Vec<Found>, EngineError> {
        let mut taken = Vec::new();
        let mut take = |id: String, group: Group| {
            taken.push(Found { id, group });
            if taken.len() < most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        };
        match kind {
            Kind::Article => {
                self.engine.each_article(request, &mut |hit| take(hit.article.id.to_string(), hit.story))
            }
            Kind::Quote => {
                self.engine.each_quote(request, &mut |hit| take(hit.id.to_string(), hit.utterance))
            }
        }?;
        Ok(taken)
    }

    /// The ids of the whole list.
    pub(crate) fn ids(&self, kind: Kind, request: &SearchRequest) -> Result<Vec<String>, EngineError> {
        Ok(ids(self.list(kind, request)?))
    }

    pub(crate) fn values(
        &self,
        kind: Kind,
        request: &FacetValuesRequest,
    ) -> Result<FacetValueList, EngineError> {
        match kind {
            Kind::Article => self.engine.article_values(request),
            Kind::Quote => self.engine.quote_values(request),
        }
    }
}

/// The request without what is counted beside the hits.
fn only_hits(request: &SearchRequest) -> SearchRequest {
    SearchRequest { facets: FacetRequest::default(), interval: None, ..request.clone() }
}

fn put(batches: &[Vec<AnnotatedArticle>], folder: &Path) {
    let mut writer = TantivyWriter::open(folder, Box::new(NamesAsTheyAre)).unwrap();
    let mut numbers = 1..;
    for batch in batches {
        for article in batch {
            writer.put(article, Fingerprint(numbers.next().unwrap_or_default())).unwrap();
        }
        writer.checkpoint().unwrap();
    }
}

impl fmt::Debug for Archive {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name)
    }
}

pub(crate) fn ids(found: Vec<Found>) -> Vec<String> {
    found.into_iter().map(|found| found.id).collect()
}

fn with_hits<Hit>(results: SearchResults<Hit>, found: impl Fn(Hit) -> Found) -> SearchResults<Found> {
    let SearchResults { total, groups, hits, next, facets, timeline, query, generation } = results;
    let hits = hits.into_iter().map(found).collect();
    SearchResults { total, groups, hits, next, facets, timeline, query, generation }
}

/// Cargo's folder for what tests write. What is kept for a whole process is dropped by nobody, so the next process
/// removes what older ones have left.
fn folder_of_this_process() -> PathBuf {
    const A_DAY: Duration = Duration::from_secs(24 * 60 * 60);
    let folders = Path::new(env!("CARGO_TARGET_TMPDIR")).join("brute-force");
    for left in fs::read_dir(&folders).into_iter().flatten().flatten() {
        let written = left.metadata().and_then(|metadata| metadata.modified());
        if written.is_ok_and(|written| written.elapsed().is_ok_and(|age| age > A_DAY)) {
            // Another process may be quicker.
            fs::remove_dir_all(left.path()).ok();
        }
    }
    let folder = folders.join(process::id().to_string());
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).unwrap();
    folder
}
