use axum::extract::State;
use quotidian_model::ArticleId;

use crate::{
    app::App,
    openapi::ProblemsOfOne,
    parameters::{Parameters, PathPart, SimilarSearch},
    pool::Timed,
    problem::Problem,
    wire::Similar,
};

/// List articles that are like one
#[utoipa::path(
    get,
    path = "/api/articles/{id}/similar",
    operation_id = "similarArticles",
    params(
        ("id" = String, Path, description = "The article's id, percent-encoded", example = "semaphore-2024-118"),
        Parameters<SimilarSearch>,
    ),
    responses((status = 200, description = "The articles most like it", body = Similar), ProblemsOfOne)
)]
pub(crate) async fn similar(
    State(app): State<App>,
    PathPart(id): PathPart<ArticleId>,
    Parameters(SimilarSearch { limit }): Parameters<SimilarSearch>,
) -> Result<Timed<Similar>, Problem> {
    let missing = format!("there is no article `{id}` in this archive");
    let found = app.pool.ask(move |engine, _| engine.similar(&id, limit)).await?;
    Ok(found.or(|| Problem::not_found(missing))?.map(|hits, _| hits.into()))
}
