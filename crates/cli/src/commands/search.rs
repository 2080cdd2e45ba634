use std::{process::ExitCode, sync::Arc};

use quotidian_model::DateRange;
use quotidian_search::{
    ArticleHit, ArticleSummary, Engine, FacetField, FacetFilter, FacetRequest, Filters, Page, QuoteHit,
    SearchRequest, Segment, query::ParsedQuery,
};
use quotidian_tantivy_engine::TantivyEngine;

use super::say;
use crate::arguments;

pub(super) fn run(arguments: &arguments::Search) -> anyhow::Result<ExitCode> {
    let engine = Arc::new(TantivyEngine::open(&arguments.archive.path)?);
    if arguments.json {
        say(json(engine, arguments)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let parsed = ParsedQuery::parse(&arguments.query);
    for warning in &parsed.warnings {
        say(format_args!("column {}: {}", warning.column, warning.reason))?;
    }
    let request = request(arguments, parsed)?;
    if arguments.quotes {
        let results = engine.quotes(&request)?;
        results.hits.iter().try_for_each(|hit| say(quote(hit)))?;
        say(count(results.hits.len(), results.total, "quotes"))?;
    } else {
        let results = engine.articles(&request)?;
        results.hits.iter().try_for_each(|hit| say(article(hit)))?;
        say(count(results.hits.len(), results.total, "articles"))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn request(arguments: &arguments::Search, parsed: ParsedQuery) -> anyhow::Result<SearchRequest> {
    let mut filters = Filters {
        dates: DateRange::parse(arguments.from.as_deref(), arguments.to.as_deref())?,
        ..Filters::default()
    };
    let speakers = FacetFilter { any_of: arguments.speaker.clone(), none_of: Vec::new() };
    filters.facets.insert(FacetField::Speaker, speakers);
    Ok(SearchRequest {
        query: parsed.query,
        filters,
        sort: None,
        page: Page::new(1, arguments.limit)?,
        facets: FacetRequest { fields: Vec::new(), values: 0 },
        interval: None,
        deadline: None,
    })
}

/// The API's answer to the same question.
fn json(engine: Arc<TantivyEngine>, arguments: &arguments::Search) -> anyhow::Result<String> {
    let limit = arguments.limit.to_string();
    let mut parameters = vec![("q", arguments.query.as_str()), ("per_page", &limit)];
    parameters.extend(arguments.speaker.iter().map(|name| ("speaker", name.as_str())));
    parameters.extend(arguments.from.iter().map(|date| ("from", date.as_str())));
    parameters.extend(arguments.to.iter().map(|date| ("to", date.as_str())));
    let path = if arguments.quotes { "/api/quotes" } else { "/api/articles" };
    Ok(quotidian_server::answer(engine, path, &parameters)?)
}

fn article(hit: &ArticleHit) -> String {
    let snippets = hit.snippets.iter().map(|snippet| format!("    {}\n", words(snippet)));
    format!("{}\n  {}\n{}", dateline(&hit.article), hit.article.title.text, snippets.collect::<String>())
}

fn quote(hit: &QuoteHit) -> String {
    let speaker = hit.speaker.as_deref().unwrap_or("nobody named");
    let surface = hit.speaker_surface.as_deref().filter(|surface| *surface != speaker);
    let surface = surface.map(|surface| format!(" (printed as {surface})")).unwrap_or_default();
    let sure = f64::from(hit.confidence.get()) * 100.0;
    let what = format!("{}, {sure:.0} % sure", hit.kind);
    format!(
        "{speaker}{surface}, {what}\n    {}\n  {}: {}\n",
        words(&hit.content),
        dateline(&hit.article),
        hit.article.title.text
    )
}

fn dateline(article: &ArticleSummary) -> String {
    let day = article.date.as_ref().and_then(|date| date.day);
    let day = day.map_or_else(|| "undated".to_owned(), |day| day.to_string());
    let source = article.source.as_deref().unwrap_or("no source given");
    format!("{day} {source} [{}]", article.id)
}

/// The text of segments on one line, hits between asterisks.
fn words(segments: &[Segment]) -> String {
    let marked = |part: &Segment| if part.mark { format!("*{}*", part.text) } else { part.text.clone() };
    let text: String = segments.iter().map(marked).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn count(shown: usize, total: u64, what: &str) -> String {
    match total {
        0 => format!("no {what} found"),
        _ => format!("{shown} of {total} {what}"),
    }
}
