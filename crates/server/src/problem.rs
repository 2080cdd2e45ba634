use std::error::Error;

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use quotidian_search::EngineError;
use serde::Serialize;
use utoipa::ToSchema;

/// Why a request has no answer (RFC 9457, `application/problem+json`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// The kind of problem; always `about:blank`, `code` tells kinds apart.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The name of the status.
    title: &'static str,
    /// The HTTP status.
    #[schema(example = 400)]
    status: u16,
    /// What is wrong and what to do, in a sentence for people.
    detail: String,
    /// What is wrong, in a word for programs.
    code: ProblemCode,
    /// The parameter it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    param: Option<String>,
    /// What was probably meant: a parameter's name or a value.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    suggestion: Option<String>,
}

/// The kinds of problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ProblemCode {
    /// There is no such parameter.
    UnknownParameter,
    /// A parameter has a value it cannot have, or two where it takes one.
    BadValue,
    /// There is no such thing.
    NotFound,
    /// There was such a thing, but no more.
    Gone,
    /// The path does not answer the method.
    MethodNotAllowed,
    /// The query string is too long.
    TooLong,
    /// The body is too large, or has too many lines.
    TooLarge,
    /// The body came too slowly.
    TooSlow,
    /// The body is of a media type that is not read here.
    UnsupportedType,
    /// Too many searches wait already.
    Busy,
    /// The search took too long.
    Timeout,
    /// The server failed.
    Internal,
}

impl ProblemCode {
    fn status(self) -> StatusCode {
        match self {
            Self::UnknownParameter | Self::BadValue => StatusCode::BAD_REQUEST,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Gone => StatusCode::GONE,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLong => StatusCode::URI_TOO_LONG,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::UnsupportedType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Busy | Self::Timeout => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl Problem {
    /// The media type of problems.
    pub(crate) const MEDIA_TYPE: &'static str = "application/problem+json";

    /// A problem of a kind, with a sentence for people.
    pub(crate) fn new(code: ProblemCode, detail: impl Into<String>) -> Self {
        let status = code.status();
        Self {
            kind: "about:blank",
            title: status.canonical_reason().unwrap_or_default(),
            status: status.as_u16(),
            detail: detail.into(),
            code,
            param: None,
            suggestion: None,
        }
    }

    /// A value that a parameter cannot have.
    pub(crate) fn bad_value(param: &str, detail: impl ToString) -> Self {
        Self::new(ProblemCode::BadValue, detail.to_string()).about(param)
    }

    /// Nothing is there.
    pub(crate) fn not_found(detail: impl Into<String>) -> Self {
        Self::new(ProblemCode::NotFound, detail)
    }

    /// Too many searches wait already.
    pub(crate) fn busy() -> Self {
        Self::new(ProblemCode::Busy, "too many searches are waiting; try again in a second")
    }

    /// The search took too long.
    pub(crate) fn timeout() -> Self {
        Self::new(ProblemCode::Timeout, EngineError::Deadline.to_string())
    }

    /// The server failed. What happened is logged here, once, and never sent.
    pub(crate) fn unexpected(error: &dyn Error) -> Self {
        tracing::error!("{}", with_causes(error));
        Self::internal()
    }

    /// The server failed, and that is logged already.
    pub(crate) fn internal() -> Self {
        Self::new(ProblemCode::Internal, "the server failed to answer; its log says why")
    }

    /// What is wrong and what to do, in a sentence for people.
    pub(crate) fn into_detail(self) -> String {
        self.detail
    }

    /// The problem with the parameter it is about.
    pub(crate) fn about(self, param: &str) -> Self {
        Self { param: Some(param.to_owned()), ..self }
    }

    /// The problem with what was probably meant.
    pub(crate) fn suggesting(self, suggestion: Option<impl ToString>) -> Self {
        Self { suggestion: suggestion.map(|suggestion| suggestion.to_string()), ..self }
    }
}

impl From<EngineError> for Problem {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::Deadline => Self::timeout(),
            other => Self::unexpected(&other),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.code.status(), axum::Json(&self)).into_response();
        response.extensions_mut().insert(self.code);
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(Self::MEDIA_TYPE));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if self.code == ProblemCode::Busy {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}

fn with_causes(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}
