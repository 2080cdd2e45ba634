use quotidian_model::{CodePoints, Quote, QuoteId, Span};
use quotidian_search::{ContextRole, ContextSegment, EngineError, QuoteHit};

use super::{
    article_hits::{group, summary},
    records::{Record, Records},
};
use crate::{errors::internal, highlight::Highlighter, read::Snapshot};

/// The quote with a number, as a hit.
pub(super) fn hit(
    records: &mut Records<'_>,
    number: u32,
    highlighter: &Highlighter,
) -> Result<QuoteHit, EngineError> {
    let snapshot = records.snapshot;
    let record = records.get(snapshot.standing.article_of[number as usize])?;
    let place = snapshot.place_in_article(number)?;
    let missing = || internal(format!("{} has no quote {place}", record.0.id));
    hit_at(snapshot, number, &record, place, highlighter).ok_or_else(missing)
}

/// What the quote with a number says.
pub(super) fn content(records: &mut Records<'_>, number: u32) -> Result<String, EngineError> {
    let snapshot = records.snapshot;
    let (article, quotes) = &*records.get(snapshot.standing.article_of[number as usize])?;
    let place = usize::try_from(snapshot.place_in_article(number)?).map_err(internal)?;
    let quote = place.checked_sub(1).and_then(|place| quotes.get(place));
    let quote = quote.ok_or_else(|| internal(format!("{} has no quote {place}", article.id)))?;
    Ok(quote.span.of(&article.body).to_owned())
}

fn hit_at(
    snapshot: &Snapshot,
    number: u32,
    (article, quotes): &Record,
    place: u64,
    highlighter: &Highlighter,
) -> Option<QuoteHit> {
    let quote = quotes.get(usize::try_from(place).ok()?.checked_sub(1)?)?;
    let words = |span: Option<Span>| span.map(|span| span.of(&article.body).to_owned());
    Some(QuoteHit {
        id: QuoteId { article: article.id.clone(), number: u32::try_from(place).ok()?.try_into().ok()? },
        content: highlighter.content(&article.body, quote.span, &quote.verbatim),
        speaker: quote.speaker.name.clone(),
        speaker_surface: words(quote.speaker.surface),
        cue: words(quote.cue),
        kind: quote.kind,
        confidence: quote.confidence,
        rule: quote.rule.clone(),
        context: context(&article.body, quote),
        place: CodePoints::new(&article.body).of(quote.span),
        utterance: group(&snapshot.quotes, number),
        article: summary(article),
    })
}

/// The context cut at content, source and cue; where they overlap, the first of these in the text wins.
fn context(body: &str, quote: &Quote) -> Vec<ContextSegment> {
    let source = quote.speaker.surface.map(|span| (span, ContextRole::Source));
    let cue = quote.cue.map(|span| (span, ContextRole::Cue));
    let mut parts: Vec<(Span, ContextRole)> = [Some((quote.span, ContextRole::Content)), source, cue]
        .into_iter()
        .flatten()
        .filter(|(span, _)| quote.context.contains(*span))
        .collect();
    parts.sort_by_key(|(span, _)| span.start);
    let mut segments = Vec::new();
    let mut push = |span: Span, role| {
        let text = span.of(body);
        if !text.is_empty() {
            segments.push(ContextSegment { text: text.to_owned(), role });
        }
    };
    let mut place = quote.context.start;
    for (span, role) in parts {
        if span.start >= place {
            push(Span::new(place, span.start), ContextRole::Text);
            push(span, role);
            place = span.end;
        }
    }
    push(Span::new(place, quote.context.end), ContextRole::Text);
    segments
}
