use axum::extract::{FromRequest, Request};
use serde::Deserialize;
use utoipa::ToSchema;

use super::posted::{Posted, not_json};
use crate::{
    app::App,
    problem::{Problem, ProblemCode},
};

/// Lines in JSON, for problems to show.
const EXAMPLE: &str = r#"{"lines": ["Ilse Maravant"]}"#;

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
        let lines = match Posted::read(request, app, EXAMPLE).await? {
            Posted::Text(text) => from_text(&text),
            Posted::Json(json) => from_json(&json)?,
        };
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
    let LinesInJson { lines } = serde_json::from_slice(body).map_err(|error| not_json(EXAMPLE, &error))?;
    let lines = lines.iter().zip(1..);
    let lines = lines.map(|(line, number)| Line { number, text: line.trim().to_owned(), is_text: true });
    Ok(lines.filter(|line| !line.text.is_empty()).collect())
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
