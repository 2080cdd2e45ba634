use std::{io, sync::Arc};

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use quotidian_search::query::{ParsedQuery, Query};

use crate::{
    app::App,
    counting::{Axis, Count},
    headers::attachment,
    openapi::ProblemsOfBody,
    parameters::{BatchSearch, Line, Lines, LinesInJson, Parameters},
    problem::Problem,
    spreadsheet::{self, row},
    wire::{Batch, BatchRow},
};

/// Count many names or queries over time
///
/// One name or query a line, up to 500. A line that cannot be counted says so in its row and costs nothing else. The
/// periods are calendar periods that have a day asked for, and are counted whole.
#[utoipa::path(
    post,
    path = "/api/batch",
    operation_id = "batch",
    params(Parameters<BatchSearch>),
    request_body(
        description = "The names or queries, one a line; blank lines are skipped",
        content(
            (String = "text/plain", example = "Ilse Maravant\nTobin Okkerley"),
            (LinesInJson = "application/json", example = json!({ "lines": ["Ilse Maravant", "Tobin Okkerley"] }))
        )
    ),
    responses((status = 200, description = "A row for each line", body = Batch), ProblemsOfBody)
)]
pub(crate) async fn batch(
    State(app): State<App>,
    Parameters(search): Parameters<BatchSearch>,
    lines: Lines,
) -> Result<Json<Batch>, Problem> {
    count(&app, search, lines).await.map(Json)
}

/// Count many names or queries over time as CSV
///
/// Likewise; each period is a column, named by its first day.
#[utoipa::path(
    post,
    path = "/api/batch.csv",
    operation_id = "batchAscsv",
    params(Parameters<BatchSearch>),
    request_body(
        description = "The names or queries, one a line; blank lines are skipped",
        content(
            (String = "text/plain", example = "Ilse Maravant\nTobin Okkerley"),
            (LinesInJson = "application/json", example = json!({ "lines": ["Ilse Maravant", "Tobin Okkerley"] }))
        )
    ),
    responses(
        (status = 200, description = "A row for each line, as CSV", body = String, content_type = spreadsheet::MEDIA_TYPE),
        ProblemsOfBody
    )
)]
pub(crate) async fn batch_as_csv(
    State(app): State<App>,
    Parameters(search): Parameters<BatchSearch>,
    lines: Lines,
) -> Result<Response, Problem> {
    let batch = count(&app, search, lines).await?;
    let table = table(&batch).map_err(|error| Problem::unexpected(&error))?;
    Ok((attachment(spreadsheet::MEDIA_TYPE, "quotidian-batch.csv"), table).into_response())
}

/// Lines are asked one after another, each in its own time, so that a batch has no more of the searches than anybody
/// else.
async fn count(app: &App, search: BatchSearch, Lines(lines): Lines) -> Result<Batch, Problem> {
    let counting = search.counting.clone();
    let axis = app.pool.ask(move |engine, deadline| counting.axis(engine, deadline)).await?;
    let axis = Arc::new(axis.into_value());
    let mut rows = Vec::with_capacity(lines.len());
    for line in lines {
        rows.push(match counted(app, &search, &line, &axis).await {
            Ok((parsed, count)) => BatchRow::counted(line, &parsed, count),
            Err(reason) => BatchRow::failed(line, reason),
        });
    }
    Ok(Batch::new(search.counting.subject, Arc::unwrap_or_clone(axis), rows))
}

/// What a line asks for and how often it matches, or why it has no counts.
async fn counted(
    app: &App,
    search: &BatchSearch,
    line: &Line,
    axis: &Arc<Axis>,
) -> Result<(ParsedQuery, Count), String> {
    if !line.is_text {
        return Err("this line is not UTF-8".to_owned());
    }
    if line.text.chars().count() > ParsedQuery::MAX_CHARACTERS {
        return Err(format!("a line has at most {} characters", ParsedQuery::MAX_CHARACTERS));
    }
    let parsed = search.query(&line.text);
    if parsed.query == Query::All {
        return Err("there is nothing here to search for".to_owned());
    }
    let (counting, axis, query) = (search.counting.clone(), axis.clone(), parsed.query.clone());
    let count = app.pool.ask(move |engine, deadline| counting.count(&query, &axis, engine, deadline)).await;
    count.map(|count| (parsed, count.into_value())).map_err(Problem::into_detail)
}

fn table(batch: &Batch) -> io::Result<Vec<u8>> {
    let mut table = Vec::new();
    let names = ["line", "text", "query", "total", "undated", "warnings", "error"];
    let periods = batch.buckets.iter().map(|bucket| bucket.from.as_str());
    row(names.into_iter().chain(periods), &mut table)?;
    for counted in &batch.rows {
        let number = |number: Option<u64>| number.map(|number| number.to_string()).unwrap_or_default();
        let warnings: Vec<_> = counted.warnings.iter().map(|warning| warning.reason.as_str()).collect();
        let mut cells = vec![
            counted.line.to_string(),
            counted.text.clone(),
            counted.query.clone().unwrap_or_default(),
            number(counted.total),
            number(counted.undated),
            warnings.join("; "),
            counted.error.clone().unwrap_or_default(),
        ];
        let counts = counted.counts.iter().flatten().map(|count| Some(*count));
        cells.extend(counts.chain(std::iter::repeat(None)).take(batch.buckets.len()).map(number));
        row(cells, &mut table)?;
    }
    Ok(table)
}
