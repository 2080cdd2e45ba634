use quotidian_model::{AnnotatedArticle, CodePoints, Quote, QuoteId, Span};
use quotidian_search::{ContextRole, ContextSegment, EngineError, QuoteHit};

use super::article_hits::summary;
use crate::{errors::internal, highlight::Highlighter, read::Snapshot};

/// Makes quote hits, reading an article once for all its quotes that follow each other.
pub(super) struct Records<'a> {
    snapshot: &'a Snapshot,
    last: Option<AnnotatedArticle>,
}

impl<'a> Records<'a> {
    pub(super) fn new(snapshot: &'a Snapshot) -> Self {
        Self { snapshot, last: None }
    }

    pub(super) fn hit(&mut self, id: &QuoteId, highlighter: &Highlighter) -> Result<QuoteHit, EngineError> {
        if self.last.as_ref().is_none_or(|last| last.article.id != id.article) {
            self.last = self.snapshot.article(&id.article)?;
        }
        let hit = self.last.as_ref().and_then(|article| hit(article, id, highlighter));
        hit.ok_or_else(|| internal(format!("quote {id} stands in no article")))
    }
}

pub(super) fn hit(annotated: &AnnotatedArticle, id: &QuoteId, highlighter: &Highlighter) -> Option<QuoteHit> {
    let AnnotatedArticle { article, annotations } = annotated;
    let quote = annotations.quotes.get(id.number.get() as usize - 1)?;
    let words = |span: Option<Span>| span.map(|span| span.of(&article.body).to_owned());
    Some(QuoteHit {
        id: id.clone(),
        content: highlighter.content(&article.body, quote.span, &quote.verbatim),
        speaker: quote.speaker.name.clone(),
        speaker_surface: words(quote.speaker.surface),
        cue: words(quote.cue),
        kind: quote.kind,
        confidence: quote.confidence,
        rule: quote.rule.clone(),
        context: context(&article.body, quote),
        place: CodePoints::new(&article.body).of(quote.span),
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
