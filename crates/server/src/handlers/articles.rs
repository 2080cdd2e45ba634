use axum::extract::State;

use crate::{
    app::App,
    openapi::Problems,
    parameters::{ArticleSearch, Parameters},
    pool::Timed,
    problem::Problem,
    wire::{ArticleHit, Results},
};

/// Search articles
#[utoipa::path(
    get,
    path = "/api/articles",
    operation_id = "searchArticles",
    params(Parameters<ArticleSearch>),
    responses((status = 200, description = "The articles that match", body = Results<ArticleHit>), Problems)
)]
pub(crate) async fn articles(
    State(app): State<App>,
    Parameters(ArticleSearch(search)): Parameters<ArticleSearch>,
) -> Result<Timed<Results<ArticleHit>>, Problem> {
    let mut request = search.request.clone();
    let found = app.pool.ask(move |engine, deadline| {
        request.deadline = Some(deadline);
        engine.articles(&request)
    });
    Ok(found.await?.map(|results, took| Results::new(&search, results, took)))
}
