use axum::{
    extract::{Path, Request},
    http::{HeaderMap, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

use crate::{
    assets::Asset,
    problem::{Problem, ProblemCode},
};

/// The page that every address for people shows; its script reads the address and fills it.
pub(crate) async fn index(request: HeaderMap) -> Result<Response, Problem> {
    Ok(Asset::index().ok_or_else(no_page)?.answer(&request))
}

/// A file of the pages.
pub(crate) async fn static_file(Path(path): Path<String>, request: HeaderMap) -> Result<Response, Problem> {
    let asset = Asset::below_static(&path);
    let asset = asset.ok_or_else(|| Problem::not_found(format!("there is no file `static/{path}`")))?;
    Ok(asset.answer(&request))
}

/// What a path that nothing else answers has to say: to a person who navigates, the page; to a program, a problem.
pub(crate) async fn nothing(request: Request) -> Response {
    let path = request.uri().path();
    let page = if navigates(&request) { Asset::index() } else { None };
    match page {
        Some(page) => page.answer_always(StatusCode::NOT_FOUND),
        None => Problem::not_found(format!("there is nothing at `{path}`")).into_response(),
    }
}

/// What a path says to a method that it does not answer. Those that it does, the router puts into `Allow`.
pub(crate) async fn wrong_method(method: Method, uri: Uri) -> Problem {
    let path = uri.path();
    let detail =
        format!("`{path}` does not answer {method}; the header `Allow` names the methods that it answers");
    Problem::new(ProblemCode::MethodNotAllowed, detail)
}

fn navigates(request: &Request) -> bool {
    let is_for_programs = ["/api/", "/static/"].iter().any(|root| request.uri().path().starts_with(root));
    let accept = request.headers().get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    !is_for_programs && accept.is_some_and(|accept| accept.contains("text/html"))
}

fn no_page() -> Problem {
    Problem::not_found("this program was built without its pages; use the API, described at /openapi.json")
}
