use std::{process::ExitCode, sync::Arc};

use quotidian_model::DateRange;
use quotidian_search::{
    Condition, Engine, FacetField, FacetFilter, Filters, Page, QueryReport, Remedy, SearchRequest,
    query::ParsedQuery,
};
use quotidian_tantivy_engine::TantivyEngine;

use super::{listing, say};
use crate::arguments;

pub(super) fn run(arguments: &arguments::Search) -> anyhow::Result<ExitCode> {
    let sought = &arguments.sought;
    let engine = Arc::new(TantivyEngine::open(&sought.archive.path)?);
    if arguments.json {
        say(json(engine, arguments)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let parsed = ParsedQuery::parse(&sought.query);
    for warning in &parsed.warnings {
        say(format_args!("column {}: {}", warning.column, warning.reason))?;
    }
    let request = request(arguments, parsed)?;
    if sought.quotes {
        let results = engine.quotes(&request)?;
        results.hits.iter().try_for_each(|hit| say(listing::quote(hit)))?;
        say(count(results.hits.len(), results.total, "quotes"))?;
        help(&request, &results.query)?;
    } else {
        let results = engine.articles(&request)?;
        results.hits.iter().try_for_each(|hit| say(listing::article(hit)))?;
        say(count(results.hits.len(), results.total, "articles"))?;
        help(&request, &results.query)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn request(arguments: &arguments::Search, parsed: ParsedQuery) -> anyhow::Result<SearchRequest> {
    let sought = &arguments.sought;
    let mut filters = Filters {
        dates: DateRange::parse(sought.from.as_deref(), sought.to.as_deref())?,
        ..Filters::default()
    };
    let speakers = FacetFilter { any_of: sought.speaker.clone(), none_of: Vec::new() };
    filters.facets.insert(FacetField::Speaker, speakers);
    Ok(SearchRequest { filters, page: Page::new(1, arguments.limit)?, ..SearchRequest::new(parsed.query) })
}

/// Says what may have been meant, and where nothing was found, what to leave out.
fn help(request: &SearchRequest, report: &QueryReport) -> anyhow::Result<()> {
    for cut in &report.cut {
        say(format_args!(
            "only the {} most frequent words like `{}` were looked for",
            cut.words, cut.clause
        ))?;
    }
    if let Some(query) = &report.did_you_mean {
        say(format_args!("did you mean: {query}"))?;
    }
    let is_narrow = request.filters.dates != DateRange::default() || request.query.conjuncts().len() > 1;
    for Remedy { leave_out, count } in report.remedies.iter().filter(|_| is_narrow) {
        let condition = match leave_out {
            Condition::Clause(place) => request.query.conjuncts().get(*place).map(ToString::to_string),
            Condition::Dates => Some("the dates".to_owned()),
            Condition::Facet(field) => Some(format!("the {field}")),
            Condition::Confidence | Condition::Group => None,
        };
        if let Some(condition) = condition {
            say(format_args!("without {condition}: {count}"))?;
        }
    }
    Ok(())
}

/// The API's answer to the same question.
fn json(engine: Arc<TantivyEngine>, arguments: &arguments::Search) -> anyhow::Result<String> {
    let limit = arguments.limit.to_string();
    let mut parameters = arguments.sought.parameters();
    parameters.push(("per_page", &limit));
    Ok(quotidian_server::answer(engine, &format!("/api/{}", arguments.sought.list()), &parameters)?)
}

fn count(shown: usize, total: u64, what: &str) -> String {
    match total {
        0 => format!("no {what} found"),
        _ => format!("{shown} of {total} {what}"),
    }
}
