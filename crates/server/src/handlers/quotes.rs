use axum::extract::State;

use crate::{
    app::App,
    openapi::Problems,
    parameters::{Parameters, QuoteSearch},
    pool::Timed,
    problem::Problem,
    wire::{QuoteHit, Results},
};

/// Search quotes
#[utoipa::path(
    get,
    path = "/api/quotes",
    operation_id = "searchQuotes",
    params(Parameters<QuoteSearch>),
    responses((status = 200, description = "The quotes that match", body = Results<QuoteHit>), Problems)
)]
pub(crate) async fn quotes(
    State(app): State<App>,
    Parameters(QuoteSearch(search)): Parameters<QuoteSearch>,
) -> Result<Timed<Results<QuoteHit>>, Problem> {
    let mut request = search.request.clone();
    let found = app.pool.ask(move |engine, deadline| {
        request.deadline = Some(deadline);
        engine.quotes(&request)
    });
    Ok(found.await?.map(|results, took| Results::new(&search, results, took)))
}
