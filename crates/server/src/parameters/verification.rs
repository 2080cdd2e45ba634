use std::sync::LazyLock;

use axum::extract::{FromRequest, Request};
use quotidian_search::VerificationRequest;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    extract::Readable,
    parameter::{Bounds, Form, Parameter},
    posted::{Posted, not_json},
    reader::Reader,
};
use crate::{
    app::App,
    problem::{Problem, ProblemCode},
};

/// The question whether words were printed.
pub(crate) struct VerificationSearch {
    text: String,
    printings: PrintingsWanted,
}

/// Whose words they are said to be, and how many printings to show.
pub(crate) struct PrintingsWanted {
    speaker: Option<String>,
    limit: usize,
}

/// The words to verify, from the body of a request.
pub(crate) struct PostedWords(String);

/// Words in JSON.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WordsInJson {
    /// The words, at most 5,000 characters.
    #[schema(example = "We will not tax the tide", min_length = 1, max_length = 5_000)]
    text: String,
}

/// The longest text that is verified, in code points.
const MAX_CHARACTERS: usize = 5_000;
const LIMIT: Bounds = Bounds { from: 1, to: 48, default: 10 };
/// Words in JSON, for problems to show.
const EXAMPLE: &str = r#"{"text": "We will not tax the tide"}"#;

static KNOWN: LazyLock<Vec<Parameter>> = LazyLock::new(|| {
    let text = "The words, at most 5,000 characters. An ellipsis stands for words left out, brackets for an editor's own.";
    let mut known = vec![Parameter::new("text", text, Form::Text, "We will not tax the tide").required()];
    known.extend(known_of_printings());
    known
});
static KNOWN_OF_PRINTINGS: LazyLock<Vec<Parameter>> = LazyLock::new(|| known_of_printings().into());

fn known_of_printings() -> [Parameter; 2] {
    [
        Parameter::new("speaker", "Who is said to have said them.", Form::Text, "Ilse Maravant"),
        Parameter::new("limit", "The most printings to show.", Form::Number(LIMIT), "5"),
    ]
}

impl Readable for VerificationSearch {
    fn known() -> &'static [Parameter] {
        &KNOWN
    }

    fn read(reader: Reader, path: &str) -> Result<Self, Problem> {
        let text = checked(reader.text("text").unwrap_or_default().to_owned())?;
        Ok(Self { text, printings: PrintingsWanted::read(reader, path)? })
    }
}

impl Readable for PrintingsWanted {
    fn known() -> &'static [Parameter] {
        &KNOWN_OF_PRINTINGS
    }

    fn read(reader: Reader, _: &str) -> Result<Self, Problem> {
        let speaker = reader.text("speaker").map(|speaker| speaker.trim().to_owned());
        Ok(Self { speaker, limit: reader.number("limit", LIMIT)? })
    }
}

impl FromRequest<App> for PostedWords {
    type Rejection = Problem;

    /// Reads a text, or words in JSON.
    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let text = match Posted::read(request, app, EXAMPLE).await? {
            Posted::Text(text) => String::from_utf8(text.into())
                .map_err(|_| Problem::new(ProblemCode::BadValue, "the body is not UTF-8"))?,
            Posted::Json(json) => {
                let words: WordsInJson =
                    serde_json::from_slice(&json).map_err(|error| not_json(EXAMPLE, &error))?;
                words.text
            }
        };
        if text.trim().is_empty() {
            return Err(Problem::new(ProblemCode::BadValue, "the body has no words to verify"));
        }
        checked(text).map(Self)
    }
}

impl VerificationSearch {
    /// The question about posted words.
    pub(crate) fn about(PostedWords(text): PostedWords, printings: PrintingsWanted) -> Self {
        Self { text, printings }
    }

    /// What to ask the engine. It has no deadline yet.
    pub(crate) fn into_request(self) -> VerificationRequest {
        let PrintingsWanted { speaker, limit } = self.printings;
        VerificationRequest { text: self.text, speaker, limit, deadline: None }
    }
}

fn checked(text: String) -> Result<String, Problem> {
    if text.chars().count() > MAX_CHARACTERS {
        return Err(Problem::bad_value("text", format!("a text has at most {MAX_CHARACTERS} characters")));
    }
    Ok(text)
}
