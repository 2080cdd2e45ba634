use axum::extract::State;
use quotidian_model::ArticleId;

use crate::{
    app::App,
    openapi::ProblemsOfOne,
    parameters::{ArticleReading, Parameters, PathPart},
    pool::Timed,
    problem::Problem,
    wire::Article,
};

/// Read an article with its quotes and entities
#[utoipa::path(
    get,
    path = "/api/articles/{id}",
    operation_id = "article",
    params(
        ("id" = String, Path, description = "The article's id, percent-encoded", example = "semaphore-2024-118"),
        Parameters<ArticleReading>,
    ),
    responses((status = 200, description = "The article", body = Article), ProblemsOfOne)
)]
pub(crate) async fn article(
    State(app): State<App>,
    PathPart(id): PathPart<ArticleId>,
    Parameters(ArticleReading(marked)): Parameters<ArticleReading>,
) -> Result<Timed<Article>, Problem> {
    let missing = format!("there is no article `{id}` in this archive");
    let found = app.pool.ask(move |engine, _| engine.article(&id, &marked)).await?;
    Ok(found.or(|| Problem::not_found(missing))?.map(|article, _| article.into()))
}
