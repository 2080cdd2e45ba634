use axum::extract::State;

use crate::{
    app::App,
    openapi::Problems,
    parameters::{NoParameters, Parameters},
    pool::Timed,
    problem::Problem,
    wire::Stats,
};

/// Count what is in the archive
#[utoipa::path(
    get,
    path = "/api/stats",
    operation_id = "stats",
    responses((status = 200, description = "The counts", body = Stats), Problems)
)]
pub(crate) async fn stats(
    State(app): State<App>,
    _: Parameters<NoParameters>,
) -> Result<Timed<Stats>, Problem> {
    Ok(app.pool.ask(|engine, _| engine.stats()).await?.map(|stats, _| stats.into()))
}
