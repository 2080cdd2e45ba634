//! The OpenAPI 3.1 document. It is put together from the routes themselves, their parameter tables and wire types, so
//! it says what the program does.

use std::{collections::BTreeMap, sync::LazyLock};

use axum::http::StatusCode;
use utoipa::{
    IntoResponses, OpenApi as _, ToSchema,
    openapi::{ContentBuilder, OpenApi, Ref, RefOr, Response, ResponseBuilder},
};

use crate::{problem::Problem, router};

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Quotidian",
        description = "Search a news archive for articles and for what was said in them. All offsets are Unicode \
                       code points. What is absent is left out. A parameter with an empty value counts as absent."
    ),
    components(schemas(Problem))
)]
struct Preface;

static DOCUMENT: LazyLock<OpenApi> = LazyLock::new(|| {
    let paths = router::archive_paths().merge(router::service_paths()).into_openapi();
    Preface::openapi().merge_from(paths)
});

/// The document.
pub(crate) fn document() -> &'static OpenApi {
    &DOCUMENT
}

/// How a path that reads parameters can fail.
pub(crate) struct Problems;

/// How a path about one thing can fail.
pub(crate) struct ProblemsOfOne;

/// How a path about one quote, known by its words, can fail.
pub(crate) struct ProblemsOfQuote;

/// How a path that reads a body can fail.
pub(crate) struct ProblemsOfBody;

/// How a path without parameters can fail.
pub(crate) struct ServerProblems;

type Responses = BTreeMap<String, RefOr<Response>>;

impl IntoResponses for Problems {
    fn responses() -> Responses {
        let mut responses = ServerProblems::responses();
        responses.extend([
            response(
                StatusCode::BAD_REQUEST,
                "A parameter is unknown, repeated or has a value it cannot have",
            ),
            response(StatusCode::URI_TOO_LONG, "The query string is too long"),
        ]);
        responses
    }
}

impl IntoResponses for ProblemsOfOne {
    fn responses() -> Responses {
        let mut responses = Problems::responses();
        responses.extend([response(StatusCode::NOT_FOUND, "The archive has none of this id or name")]);
        responses
    }
}

impl IntoResponses for ProblemsOfQuote {
    fn responses() -> Responses {
        let mut responses = ProblemsOfOne::responses();
        responses
            .extend([response(StatusCode::GONE, "The words with this hash are gone, and so is the quote")]);
        responses
    }
}

impl IntoResponses for ProblemsOfBody {
    fn responses() -> Responses {
        let mut responses = Problems::responses();
        responses.extend([
            response(StatusCode::REQUEST_TIMEOUT, "The body came too slowly"),
            response(StatusCode::PAYLOAD_TOO_LARGE, "The body is larger than 2 MB or has too many lines"),
            response(StatusCode::UNSUPPORTED_MEDIA_TYPE, "The body is neither text nor JSON"),
        ]);
        responses
    }
}

impl IntoResponses for ServerProblems {
    fn responses() -> Responses {
        BTreeMap::from([
            response(StatusCode::INTERNAL_SERVER_ERROR, "The server failed; its log says why"),
            response(StatusCode::SERVICE_UNAVAILABLE, "The search took too long, or too many searches wait"),
        ])
    }
}

fn response(status: StatusCode, description: &str) -> (String, RefOr<Response>) {
    let schema = Ref::from_schema_name(Problem::name());
    let content = ContentBuilder::new().schema(Some(schema)).build();
    let response =
        ResponseBuilder::new().description(description).content(Problem::MEDIA_TYPE, content).build();
    (status.as_str().to_owned(), RefOr::T(response))
}
