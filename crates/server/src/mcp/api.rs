use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, header},
};
use serde::Serialize;
use serde_json::Value;

use super::arguments::parameters;
use crate::answer::{AnswerError, ask, target};

/// The HTTP API, asked within the program.
#[derive(Clone)]
pub(super) struct Api(pub(super) Router);

/// Why a tool has no answer, in a sentence for its caller.
pub(super) type Refusal = String;

impl Api {
    /// What the API answers at `path` to parameters, which are the fields of `given`.
    ///
    /// # Errors
    /// The sentence of the API's problem.
    pub(super) async fn get(&self, path: &str, given: &impl Serialize) -> Result<Value, Refusal> {
        self.answer(Request::get(target_of(path, given)).body(Body::empty())).await
    }

    /// Likewise, to a text that may be too long for an address.
    pub(super) async fn post(
        &self,
        path: &str,
        given: &impl Serialize,
        text: String,
    ) -> Result<Value, Refusal> {
        let request = Request::post(target_of(path, given)).header(header::CONTENT_TYPE, "text/plain");
        self.answer(request.body(text.into())).await
    }

    async fn answer(&self, request: axum::http::Result<Request<Body>>) -> Result<Value, Refusal> {
        let answer = async {
            let body = ask(self.0.clone(), request?).await?;
            to_bytes(body, usize::MAX).await.map_err(AnswerError::BrokenOff)
        };
        let answer = answer.await.map_err(|error| sentence(&error))?;
        serde_json::from_slice(&answer).map_err(|error| format!("the answer cannot be read: {error}"))
    }
}

fn target_of(path: &str, given: &impl Serialize) -> String {
    let given = parameters(given);
    let given: Vec<_> = given.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    target(path, &given)
}

/// A refusal is a problem document, of which callers need the sentence and what was probably meant.
fn sentence(error: &AnswerError) -> Refusal {
    let AnswerError::Refused(problem) = error else { return error.to_string() };
    let problem: Value = serde_json::from_str(problem).unwrap_or_default();
    let detail = problem["detail"].as_str().unwrap_or("the archive did not answer");
    let meant = problem["suggestion"].as_str().map(|meant| format!("; did you mean `{meant}`?"));
    format!("{detail}{}", meant.unwrap_or_default())
}
