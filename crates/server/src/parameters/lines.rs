use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::{HeaderMap, StatusCode, header},
};
use serde::Deserialize;
use tokio::time::timeout;
use utoipa::ToSchema;

use crate::{
    app::App,
    problem::{Problem, ProblemCode},
};

/// The lines of a request's body that are not blank.
pub(crate) struct Lines(pub(crate) Vec<Line>);

/// A line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its number, from 1.
    pub(crate) number: usize,
    /// Its text, without white space around it; where it is not UTF-8, with a sign in place of what cannot be read.
    pub(crate) text: String,
    /// Whether it is UTF-8.
    pub(crate) is_text: bool,
}

/// Lines in JSON.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LinesInJson {
    /// The lines.
    #[schema(example = json!(["Ilse Maravant", "Tobin Okkerley"]))]
    lines: Vec<String>,
}

impl Lines {
    /// The most lines that are not blank.
    pub(crate) const MOST: usize = 500;
}

impl FromRequest<App> for Lines {
    type Rejection = Problem;

    /// Reads a text, or lines in JSON.
    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let is_json = match media_type(request.headers()).as_str() {
            "" | "text/plain" => false,
            "application/json" => true,
            other => return Err(unsupported(other)),
        };
        // A body of more than 2 MB is refused by axum itself.
        let body = timeout(app.body_time, Bytes::from_request(request, app)).await.map_err(|_| slow())?;
        let body = body.map_err(|error| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => {
                Problem::new(ProblemCode::TooLarge, "the body has at most 2 MB; send it in parts")
            }
            _ => Problem::new(ProblemCode::BadValue, "the body broke off"),
        })?;
        let lines = if is_json { from_json(&body)? } else { from_text(&body) };
        match lines.len() {
            0 => Err(Problem::new(ProblemCode::BadValue, "the body has no line but blank ones")),
            1..=Self::MOST => Ok(Self(lines)),
            many => {
                let detail =
                    format!("a batch has at most {} lines, not {many}; send it in parts", Self::MOST);
                Err(Problem::new(ProblemCode::TooLarge, detail))
            }
        }
    }
}

fn media_type(request: &HeaderMap) -> String {
    let value = request.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn from_text(body: &[u8]) -> Vec<Line> {
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    let lines = body.split(|byte| *byte == b'\n').zip(1..);
    let lines = lines.map(|(line, number)| {
        let is_text = str::from_utf8(line).is_ok();
        Line { number, text: String::from_utf8_lossy(line).trim().to_owned(), is_text }
    });
    lines.filter(|line| !line.text.is_empty()).collect()
}

fn from_json(body: &[u8]) -> Result<Vec<Line>, Problem> {
    let LinesInJson { lines } = serde_json::from_slice(body).map_err(|error| {
        let detail = format!("the body is not JSON as in {{\"lines\": [\"Ilse Maravant\"]}}: {error}");
        Problem::new(ProblemCode::BadValue, detail)
    })?;
    let lines = lines.iter().zip(1..);
    let lines = lines.map(|(line, number)| Line { number, text: line.trim().to_owned(), is_text: true });
    Ok(lines.filter(|line| !line.text.is_empty()).collect())
}

fn unsupported(media_type: &str) -> Problem {
    let detail = format!(
        "`{media_type}` is not read here; send lines with `Content-Type: text/plain`, or {{\"lines\": [...]}} with \
         `Content-Type: application/json`"
    );
    Problem::new(ProblemCode::UnsupportedType, detail)
}

fn slow() -> Problem {
    Problem::new(ProblemCode::TooSlow, "the body came too slowly")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_are_counted_and_skipped() {
        let line = |number, text: &str, is_text| Line { number, text: text.to_owned(), is_text };
        assert_eq!(
            from_text(b"\xef\xbb\xbflevy\r\n\n  caf\xc3\xa9 \ncaf\xe9\n"),
            [line(1, "levy", true), line(3, "café", true), line(4, "caf\u{fffd}", false)]
        );
        assert_eq!(from_json(br#"{"lines": [" ", "levy"]}"#).unwrap(), [line(2, "levy", true)]);
    }
}
