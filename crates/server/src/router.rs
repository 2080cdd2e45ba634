use std::{any::Any, sync::Arc};

use axum::{
    Router, middleware,
    response::{IntoResponse, Response},
    routing::get,
};
use quotidian_search::Engine;
use tower_http::{CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    Limits,
    app::App,
    export,
    handlers::{
        article, articles, batch, facet, health, metrics as figures, openapi, opensearch, pages, quote,
        quotes, similar, speaker, speakers, stats, suggest, trends, verify,
    },
    headers, metrics,
    problem::Problem,
};

/// Everything the server answers, from `engine` and within `limits`.
pub fn router(engine: Arc<dyn Engine>, limits: Limits) -> Router {
    let app = App::new(engine, limits);
    Router::from(archive_paths())
        .route_layer(middleware::from_fn_with_state(app.clone(), headers::revalidate))
        .merge(Router::from(service_paths()))
        .merge(page_paths())
        .fallback(pages::nothing)
        .method_not_allowed_fallback(pages::wrong_method)
        .with_state(app.clone())
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn_with_state(app, metrics::observe))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(middleware::map_response(headers::secure))
}

/// The paths that ask the archive.
pub(crate) fn archive_paths() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .routes(routes!(articles::articles))
        .routes(routes!(article::article))
        .routes(routes!(quotes::quotes))
        .routes(routes!(quote::quote))
        .routes(routes!(speakers::speakers))
        .routes(routes!(speaker::speaker))
        .routes(routes!(stats::stats))
        .routes(routes!(similar::similar))
        .routes(routes!(facet::facet))
        .routes(routes!(suggest::suggest))
        .routes(routes!(verify::verify, verify::verify_posted))
        .routes(routes!(trends::trends))
        .routes(routes!(trends::trends_as_csv))
        .routes(routes!(batch::batch))
        .routes(routes!(batch::batch_as_csv))
        .merge(export::routes())
}

/// The paths that tell of the server itself.
pub(crate) fn service_paths() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .routes(routes!(health::healthz))
        .routes(routes!(health::readyz))
        .routes(routes!(figures::metrics))
        .routes(routes!(openapi::document))
        .routes(routes!(opensearch::opensearch))
}

/// The paths for people.
fn page_paths() -> Router<App> {
    Router::new()
        .route("/", get(pages::index))
        .route("/docs", get(pages::index))
        .route("/help", get(pages::index))
        .route("/quotes", get(pages::index))
        .route("/articles/{id}", get(pages::index))
        .route("/speakers", get(pages::index))
        .route("/speakers/{name}", get(pages::index))
        .route("/trends", get(pages::index))
        .route("/verify", get(pages::index))
        .route("/static/{*path}", get(pages::static_file))
}

fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let message = panic.downcast_ref::<String>().map(String::as_str);
    let message = message.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message");
    tracing::error!("a handler panicked: {message}");
    Problem::internal().into_response()
}
