use axum::extract::State;
use quotidian_model::QuoteId;

use crate::{
    app::App,
    openapi::ProblemsOfOne,
    parameters::{NoParameters, Parameters, PathPart},
    pool::Timed,
    problem::Problem,
    wire::QuoteHit,
};

/// Read a quote
#[utoipa::path(
    get,
    path = "/api/quotes/{id}",
    operation_id = "quote",
    params(("id" = String, Path, description = "The quote's id, percent-encoded", example = "semaphore-2024-118.3")),
    responses((status = 200, description = "The quote", body = QuoteHit), ProblemsOfOne)
)]
pub(crate) async fn quote(
    State(app): State<App>,
    PathPart(id): PathPart<QuoteId>,
    _: Parameters<NoParameters>,
) -> Result<Timed<QuoteHit>, Problem> {
    let missing = format!("there is no quote `{id}` in this archive");
    let found = app.pool.ask(move |engine, _| engine.quote(&id)).await?;
    Ok(found.or(|| Problem::not_found(missing))?.map(|quote, _| quote.into()))
}
