use axum::extract::State;
use quotidian_model::QuoteId;
use quotidian_search::{Engine, EngineError, QuoteHit, query::Query};

use crate::{
    app::App,
    content_hash::ContentHash,
    openapi::ProblemsOfQuote,
    parameters::{Parameters, PathPart, QuoteReading},
    pool::Timed,
    problem::{Problem, ProblemCode},
    wire::{QuoteState, ReadQuote},
};

/// Read a quote, with everywhere its words were printed
#[utoipa::path(
    get,
    path = "/api/quotes/{id}",
    operation_id = "quote",
    params(
        ("id" = String, Path, description = "The quote's id, percent-encoded", example = "semaphore-2024-118.3"),
        Parameters<QuoteReading>,
    ),
    responses((status = 200, description = "The quote", body = ReadQuote), ProblemsOfQuote)
)]
pub(crate) async fn quote(
    State(app): State<App>,
    PathPart(id): PathPart<QuoteId>,
    Parameters(QuoteReading(hash)): Parameters<QuoteReading>,
) -> Result<Timed<ReadQuote>, Problem> {
    let missing = missing(&id, hash);
    let found = app.pool.ask(move |engine, _| {
        let found = match hash {
            None => engine.quote(&id)?.map(|quote| (quote, None)),
            Some(hash) => known_by(engine, &id, hash)?,
        };
        let Some((quote, state)) = found else { return Ok(None) };
        let provenance = engine.provenance(&quote.id)?;
        Ok(provenance.map(|provenance| (quote, state, provenance)))
    });
    let found = found.await?.or(|| missing)?;
    Ok(found.map(|(quote, state, provenance), _| ReadQuote {
        quote: quote.into(),
        state,
        provenance: provenance.into(),
    }))
}

/// The quote whose words have this hash, or else the one that has its number now.
fn known_by(
    engine: &dyn Engine,
    id: &QuoteId,
    hash: ContentHash,
) -> Result<Option<(QuoteHit, Option<QuoteState>)>, EngineError> {
    let quote = engine.quote(id)?;
    if let Some(quote) = quote.as_ref().filter(|quote| ContentHash::of_segments(&quote.content) == hash) {
        return Ok(Some((quote.clone(), Some(QuoteState::Unchanged))));
    }
    let moved = match place_of(engine, id, hash)? {
        Some(place) => engine.quote(&place)?,
        None => None,
    };
    Ok(match (moved, quote) {
        (Some(moved), _) => Some((moved, Some(QuoteState::Moved))),
        (None, Some(quote)) => Some((quote, Some(QuoteState::Changed))),
        (None, None) => None,
    })
}

/// The place nearest to `id` in its article where the words with this hash stand.
fn place_of(engine: &dyn Engine, id: &QuoteId, hash: ContentHash) -> Result<Option<QuoteId>, EngineError> {
    let Some(found) = engine.article(&id.article, &Query::All)? else { return Ok(None) };
    let article = found.article;
    let quotes = article.annotations.quotes.iter().zip(1_u32..);
    let same = quotes.filter(|(quote, _)| ContentHash::of(quote.span.of(&article.article.body)) == hash);
    let number = same.map(|(_, number)| number).min_by_key(|number| number.abs_diff(id.number.get()));
    let number = number.and_then(|number| number.try_into().ok());
    Ok(number.map(|number| QuoteId { article: id.article.clone(), number }))
}

fn missing(id: &QuoteId, hash: Option<ContentHash>) -> Problem {
    match hash {
        None => Problem::not_found(format!("there is no quote `{id}` in this archive")),
        Some(_) => {
            let detail = format!(
                "the quote `{id}` is gone: neither its article has these words nor is another quote at this number; \
                 search for the words to see where else they stand"
            );
            Problem::new(ProblemCode::Gone, detail)
        }
    }
}
