use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::{HeaderMap, StatusCode, header},
};
use tokio::time::timeout;

use crate::{
    app::App,
    problem::{Problem, ProblemCode},
};

/// The body of a request.
pub(super) enum Posted {
    /// What was sent as a text, or as nothing in particular; it need not be UTF-8.
    Text(Bytes),
    /// What was sent as JSON; it need not be JSON.
    Json(Bytes),
}

impl Posted {
    /// Reads a body. `example` is what JSON looks like here.
    ///
    /// # Errors
    /// If it is too large, comes too slowly, breaks off, or is of another media type.
    pub(super) async fn read(request: Request, app: &App, example: &str) -> Result<Self, Problem> {
        let form = match media_type(request.headers()).as_str() {
            "" | "text/plain" => Self::Text,
            "application/json" => Self::Json,
            other => return Err(unsupported(other, example)),
        };
        // A body of more than 2 MB is refused by axum itself.
        let body = timeout(app.body_time, Bytes::from_request(request, app)).await.map_err(|_| slow())?;
        body.map(form).map_err(|error| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => {
                Problem::new(ProblemCode::TooLarge, "the body has at most 2 MB; send it in parts")
            }
            _ => Problem::new(ProblemCode::BadValue, "the body broke off"),
        })
    }
}

/// A body that is not the JSON that it says to be.
pub(super) fn not_json(example: &str, error: &serde_json::Error) -> Problem {
    Problem::new(ProblemCode::BadValue, format!("the body is not JSON as in {example}: {error}"))
}

fn media_type(request: &HeaderMap) -> String {
    let value = request.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn unsupported(media_type: &str, example: &str) -> Problem {
    let detail = format!(
        "`{media_type}` is not read here; send text with `Content-Type: text/plain`, or JSON as in {example} with \
         `Content-Type: application/json`"
    );
    Problem::new(ProblemCode::UnsupportedType, detail)
}

fn slow() -> Problem {
    Problem::new(ProblemCode::TooSlow, "the body came too slowly")
}
