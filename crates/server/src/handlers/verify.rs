use axum::extract::State;

use crate::{
    app::App,
    openapi::{Problems, ProblemsOfBody},
    parameters::{Parameters, PostedWords, PrintingsWanted, VerificationSearch, WordsInJson},
    pool::Timed,
    problem::Problem,
    wire::Verification,
};

/// Tell whether words were printed
///
/// The same words, or close ones, with what differs word by word, in quotes and outside of them. The verdict is about what
/// this archive has, never about what is true.
#[utoipa::path(
    get,
    path = "/api/verify",
    operation_id = "verify",
    params(Parameters<VerificationSearch>),
    responses((status = 200, description = "What was printed", body = Verification), Problems)
)]
pub(crate) async fn verify(
    State(app): State<App>,
    Parameters(search): Parameters<VerificationSearch>,
) -> Result<Timed<Verification>, Problem> {
    let mut request = search.into_request();
    let found = app.pool.ask(move |engine, deadline| {
        request.deadline = Some(deadline);
        engine.verify(&request)
    });
    Ok(found.await?.map(Verification::new))
}

/// Tell whether long words were printed
///
/// Likewise, for words that are too long for an address.
#[utoipa::path(
    post,
    path = "/api/verify",
    operation_id = "verifyPosted",
    params(Parameters<PrintingsWanted>),
    request_body(
        description = "The words",
        content(
            (String = "text/plain", example = "We will not tax the tide"),
            (WordsInJson = "application/json", example = json!({ "text": "We will not tax the tide" }))
        )
    ),
    responses((status = 200, description = "What was printed", body = Verification), ProblemsOfBody)
)]
pub(crate) async fn verify_posted(
    app: State<App>,
    Parameters(printings): Parameters<PrintingsWanted>,
    words: PostedWords,
) -> Result<Timed<Verification>, Problem> {
    verify(app, Parameters(VerificationSearch::about(words, printings))).await
}
