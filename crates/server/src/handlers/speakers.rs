use axum::extract::State;

use crate::{
    app::App,
    openapi::Problems,
    parameters::{Parameters, SpeakerSearch},
    pool::Timed,
    problem::Problem,
    wire::Speakers,
};

/// List the named speakers of the archive
#[utoipa::path(
    get,
    path = "/api/speakers",
    operation_id = "speakers",
    params(Parameters<SpeakerSearch>),
    responses((status = 200, description = "The speakers that match", body = Speakers), Problems)
)]
pub(crate) async fn speakers(
    State(app): State<App>,
    Parameters(SpeakerSearch(request)): Parameters<SpeakerSearch>,
) -> Result<Timed<Speakers>, Problem> {
    let page = request.page;
    let found = app.pool.ask(move |engine, _| engine.speakers(&request)).await?;
    Ok(found.map(|list, _| Speakers::new(list, page)))
}
