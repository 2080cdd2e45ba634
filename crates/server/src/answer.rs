use std::{
    future::poll_fn,
    io::{self, Write},
    pin::Pin,
    sync::Arc,
};

use axum::{
    Router,
    body::{Body, HttpBody, to_bytes},
    http::{Request, header, request::Builder},
};
use quotidian_search::Engine;
use tower::ServiceExt;

use crate::{Limits, router};

/// Why the API gave no answer to a question from within the program.
#[derive(Debug, thiserror::Error)]
pub enum AnswerError {
    /// The API refused the question; the text is its problem document.
    #[error("{0}")]
    Refused(String),
    /// The question is no path of an URL.
    #[error("this cannot be asked for")]
    Target(#[from] axum::http::Error),
    /// The operating system gave no thread.
    #[error("no thread could be started")]
    Thread(#[from] io::Error),
    /// The answer could not be written out.
    #[error("the answer cannot be written")]
    Unwritten(#[source] io::Error),
    /// The answer broke off.
    #[error("the answer broke off")]
    BrokenOff(#[source] axum::Error),
}

/// What the HTTP API answers to `GET path?parameters`, without a socket: the JSON that programs get over the network,
/// for the command line.
pub fn answer(
    engine: Arc<dyn Engine>,
    path: &str,
    parameters: &[(&str, &str)],
) -> Result<String, AnswerError> {
    let mut answer = Vec::new();
    write_answer(engine, path, parameters, &mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

/// Likewise, written out as it comes: a file with every hit of a search is never in memory as a whole.
pub fn write_answer(
    engine: Arc<dyn Engine>,
    path: &str,
    parameters: &[(&str, &str)],
    file: &mut dyn Write,
) -> Result<(), AnswerError> {
    write(engine, Request::get(target(path, parameters)), Body::empty(), file)
}

/// What the HTTP API answers to `POST path?parameters` with a text of lines, likewise.
pub fn write_answer_to_lines(
    engine: Arc<dyn Engine>,
    path: &str,
    parameters: &[(&str, &str)],
    lines: Vec<u8>,
    file: &mut dyn Write,
) -> Result<(), AnswerError> {
    let request = Request::post(target(path, parameters)).header(header::CONTENT_TYPE, "text/plain");
    write(engine, request, lines.into(), file)
}

/// The path with its parameters.
pub(crate) fn target(path: &str, parameters: &[(&str, &str)]) -> String {
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

fn write(
    engine: Arc<dyn Engine>,
    request: Builder,
    body: Body,
    file: &mut dyn Write,
) -> Result<(), AnswerError> {
    let request = request.body(body)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    runtime.block_on(async {
        let mut body = ask(router(engine, Limits::default()), request).await?;
        while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
            if let Ok(data) = frame.map_err(AnswerError::BrokenOff)?.into_data() {
                file.write_all(&data).map_err(AnswerError::Unwritten)?;
            }
        }
        Ok(())
    })
}

/// The body of what `router` answers to a request.
///
/// # Errors
/// If the answer is a problem.
pub(crate) async fn ask(router: Router, request: Request<Body>) -> Result<Body, AnswerError> {
    let response = match router.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    };
    if response.status().is_success() {
        return Ok(response.into_body());
    }
    let body = to_bytes(response.into_body(), usize::MAX).await.map_err(AnswerError::BrokenOff)?;
    Err(AnswerError::Refused(String::from_utf8_lossy(&body).into_owned()))
}
