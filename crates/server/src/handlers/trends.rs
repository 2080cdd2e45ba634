use std::io;

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use quotidian_search::query::ParsedQuery;

use crate::{
    app::App,
    headers::attachment,
    openapi::Problems,
    parameters::{Parameters, TrendsSearch},
    pool::Timed,
    problem::Problem,
    spreadsheet::{self, row},
    wire::{Trend, Trends},
};

/// Compare queries over time
///
/// The periods are calendar periods that have a day asked for, and are counted whole.
#[utoipa::path(
    get,
    path = "/api/trends",
    operation_id = "trends",
    params(Parameters<TrendsSearch>),
    responses((status = 200, description = "The counts of each query", body = Trends), Problems)
)]
pub(crate) async fn trends(
    State(app): State<App>,
    Parameters(search): Parameters<TrendsSearch>,
) -> Result<Timed<Trends>, Problem> {
    count(&app, search).await
}

/// Compare queries over time as CSV
///
/// A row for each period, with the count and the share of each query.
#[utoipa::path(
    get,
    path = "/api/trends.csv",
    operation_id = "trendsAscsv",
    params(Parameters<TrendsSearch>),
    responses(
        (status = 200, description = "The counts as CSV", body = String, content_type = spreadsheet::MEDIA_TYPE),
        Problems
    )
)]
pub(crate) async fn trends_as_csv(
    State(app): State<App>,
    Parameters(search): Parameters<TrendsSearch>,
) -> Result<Response, Problem> {
    let trends = count(&app, search).await?.into_value();
    let table = table(&trends).map_err(|error| Problem::unexpected(&error))?;
    Ok((attachment(spreadsheet::MEDIA_TYPE, "quotidian-trends.csv"), table).into_response())
}

async fn count(app: &App, search: TrendsSearch) -> Result<Timed<Trends>, Problem> {
    let TrendsSearch { counting, queries } = search;
    let counted = app.pool.ask(move |engine, deadline| {
        let axis = counting.axis(engine, deadline)?;
        let trend = |text: &String| {
            let parsed = ParsedQuery::parse(text);
            let count = counting.count(&parsed.query, &axis, engine, deadline)?;
            Ok(Trend::new(counting.subject, text, &parsed, count, &axis))
        };
        let series = queries.iter().map(trend).collect::<Result<_, _>>()?;
        Ok(Trends::new(counting.subject, axis, series))
    });
    counted.await
}

fn table(trends: &Trends) -> io::Result<Vec<u8>> {
    let mut table = Vec::new();
    let mut names = vec!["from".to_owned(), "to".to_owned(), "total".to_owned()];
    for trend in &trends.series {
        let query = &trend.query.printed;
        names.extend([query.clone(), format!("{query} (share)")]);
    }
    row(names, &mut table)?;
    for (place, bucket) in trends.buckets.iter().enumerate() {
        let mut cells = vec![bucket.from.clone(), bucket.to.clone(), bucket.total.to_string()];
        for trend in &trends.series {
            cells.extend([trend.counts[place].to_string(), trend.shares[place].to_string()]);
        }
        row(cells, &mut table)?;
    }
    Ok(table)
}
