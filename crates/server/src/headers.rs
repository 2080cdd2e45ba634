//! What headers say beside the content: what a browser may do with it, and whether a client's copy is current.

use std::time::Instant;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::app::App;

/// Sent with every response, whatever it is.
const SECURITY: [(HeaderName, HeaderValue); 2] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
];

/// Sent with a page.
const PAGE_SECURITY: [(HeaderName, HeaderValue); 3] = [
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(PAGE_POLICY)),
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
];

/// What is no page may do nothing, should a browser show it by itself.
const POLICY: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");

/// Everything comes from here, nothing is inline, and no text becomes HTML.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// How long an answer took, for the tools of browsers.
pub(crate) const SERVER_TIMING: HeaderName = HeaderName::from_static("server-timing");

/// Adds the security headers to a response. Where the client's copy is current, the policy that came with the copy holds on:
/// another one would replace it.
pub(crate) async fn secure(mut response: Response) -> Response {
    if response.status() == StatusCode::NOT_MODIFIED {
        response.headers_mut().extend(SECURITY);
        return response;
    }
    let headers = response.headers_mut();
    headers.extend(SECURITY);
    let media_type = headers.get(header::CONTENT_TYPE).and_then(|media_type| media_type.to_str().ok());
    if media_type.is_some_and(|media_type| media_type.starts_with("text/html")) {
        headers.extend(PAGE_SECURITY);
    } else {
        headers.insert(header::CONTENT_SECURITY_POLICY, POLICY);
    }
    response
}

/// What says that an answer is a file to keep.
pub(crate) fn attachment(media_type: &str, name: &str) -> [(HeaderName, String); 2] {
    [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ]
}

/// Answers 304 where the client's copy is current, without a search; tags the answer where it is not, and says how long
/// it took where it does not say so itself, as files do not that are still being written.
///
/// The tag is made before the answer: if the archive changes in between, the client asks once more than it must, and
/// never keeps what is old. What a body asks for has no tag.
pub(crate) async fn revalidate(State(app): State<App>, request: Request, next: Next) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
    let tag = app.tag(target);
    let begun = Instant::now();
    let mut response = if is_current(request.headers(), &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        next.run(request).await
    };
    if matches!(response.status(), StatusCode::OK | StatusCode::NOT_MODIFIED)
        && let Ok(tag) = HeaderValue::try_from(tag)
    {
        response.headers_mut().insert(header::ETAG, tag);
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        let took = format!("total;dur={:.3}", begun.elapsed().as_secs_f64() * 1_000.0);
        if let Ok(took) = HeaderValue::try_from(took) {
            response.headers_mut().entry(SERVER_TIMING).or_insert(took);
        }
    }
    response
}

/// Whether one of the tags that a request knows is `tag`, by the weak comparison.
pub(crate) fn is_current(request: &HeaderMap, tag: &str) -> bool {
    let known = request.get_all(header::IF_NONE_MATCH).into_iter().filter_map(|tags| tags.to_str().ok());
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    known.flat_map(|tags| tags.split(',')).any(|known| opaque(known) == opaque(tag))
}
