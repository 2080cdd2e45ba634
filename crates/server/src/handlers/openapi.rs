use axum::Json;
use utoipa::openapi::OpenApi;

use crate::openapi;

/// Describe the API
#[utoipa::path(
    get,
    path = "/openapi.json",
    operation_id = "openapi",
    responses((status = 200, description = "This document, OpenAPI 3.1", body = Object))
)]
pub(crate) async fn document() -> Json<&'static OpenApi> {
    Json(openapi::document())
}
