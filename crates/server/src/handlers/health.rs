use axum::{Json, extract::State};

use crate::{app::App, openapi::ServerProblems, problem::Problem, wire::Health};

/// Tell whether the program runs
#[utoipa::path(
    get,
    path = "/healthz",
    operation_id = "health",
    responses((status = 200, description = "It runs", body = Health))
)]
pub(crate) async fn healthz() -> Json<Health> {
    Json(Health::OK)
}

/// Tell whether the archive answers
#[utoipa::path(
    get,
    path = "/readyz",
    operation_id = "readiness",
    responses((status = 200, description = "It answers", body = Health), ServerProblems)
)]
pub(crate) async fn readyz(State(app): State<App>) -> Result<Json<Health>, Problem> {
    app.pool.ask(|engine, _| engine.stats()).await?;
    Ok(Json(Health::OK))
}
