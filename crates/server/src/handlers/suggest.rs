use axum::extract::State;

use crate::{
    app::App,
    openapi::Problems,
    parameters::{Parameters, SuggestSearch},
    pool::Timed,
    problem::Problem,
    wire::Suggestions,
};

/// Offer names while somebody types
#[utoipa::path(
    get,
    path = "/api/suggest",
    operation_id = "suggest",
    params(Parameters<SuggestSearch>),
    responses((status = 200, description = "The names; none for no text", body = Suggestions), Problems)
)]
pub(crate) async fn suggest(
    State(app): State<App>,
    Parameters(SuggestSearch(request)): Parameters<SuggestSearch>,
) -> Result<Timed<Suggestions>, Problem> {
    // Every name begins with no text: that is no suggestion.
    let names = app.pool.ask(move |engine, _| match request.text.as_str() {
        "" => Ok(Vec::new()),
        _ => engine.suggest(&request),
    });
    Ok(names.await?.map(|names, _| names.into()))
}
