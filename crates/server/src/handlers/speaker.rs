use axum::extract::State;
use quotidian_search::{
    Engine, EngineError, Page, SearchRequest, SpeakerRequest, SpeakerSort, SpeakersRequest,
    query::{Clause, Matching, Query, QueryField},
};

use crate::{
    app::App,
    openapi::ProblemsOfOne,
    parameters::{Parameters, PathPart, SpeakerName, SpeakerReading},
    pool::Timed,
    problem::Problem,
    wire::SpeakerProfile,
};

/// Read what the archive says of a speaker
#[utoipa::path(
    get,
    path = "/api/speakers/{name}",
    operation_id = "speaker",
    params(
        ("name" = String, Path, description = "The speaker's name, percent-encoded", example = "Ilse Maravant"),
        Parameters<SpeakerReading>,
    ),
    responses((status = 200, description = "The speaker", body = SpeakerProfile), ProblemsOfOne)
)]
pub(crate) async fn speaker(
    State(app): State<App>,
    PathPart(SpeakerName(name)): PathPart<SpeakerName>,
    Parameters(SpeakerReading { interval }): Parameters<SpeakerReading>,
) -> Result<Timed<SpeakerProfile>, Problem> {
    let missing = format!("this archive quotes nobody named `{name}`");
    let request = SpeakerRequest { name, interval };
    let found = app.pool.ask(move |engine, _| match engine.speaker(&request)? {
        Some(profile) => Ok(Ok(profile)),
        None => Ok(Err(Problem::not_found(missing).suggesting(nearest(engine, request.name)?))),
    });
    Ok(found.await?.transpose()?.map(|profile, _| profile.into()))
}

/// The most quoted speaker whose name sounds so, who has the words that the archive has in their place, or at least the
/// last of them.
fn nearest(engine: &dyn Engine, name: String) -> Result<Option<String>, EngineError> {
    if name.trim().is_empty() {
        return Ok(None);
    }
    let last = name.split_whitespace().last().unwrap_or_default().to_owned();
    let clause = Clause { field: Some(QueryField::Speaker), text: name.clone(), matching: Matching::Phrase };
    let corrected = match engine.quotes(&SearchRequest::new(Query::Clause(clause)))?.query.did_you_mean {
        Some(Query::Clause(clause)) => Some(clause.text),
        _ => None,
    };
    for name in [Some(name), corrected, Some(last)].into_iter().flatten() {
        let request = SpeakersRequest { name, sort: SpeakerSort::Count, page: Page::default() };
        if let Some(speaker) = engine.speakers(&request)?.speakers.into_iter().next() {
            return Ok(Some(speaker.name));
        }
    }
    Ok(None)
}
