//! What holds of the annotations of any text; the fuzz target asks the same.

use quotidian_model::Span;
use quotidian_text::annotate;

pub(crate) fn fits(text: &str, span: Span) -> bool {
    span.start < span.end && text.get(span.range()).is_some()
}

/// Spans lie in the text on character boundaries, and come in order.
pub(crate) fn check(text: &str) {
    let annotations = annotate(text);
    for quote in &annotations.quotes {
        let parts = [Some(quote.span), Some(quote.context), quote.speaker.surface, quote.cue];
        let mut spans = parts.into_iter().flatten().chain(quote.verbatim.iter().copied());
        assert!(spans.all(|span| fits(text, span)), "{quote:?} in {text:?}");
        assert!(quote.context.contains(quote.span), "{quote:?} in {text:?}");
        assert!(quote.verbatim.iter().all(|span| quote.span.contains(*span)), "{quote:?} in {text:?}");
        assert!(quote.verbatim.is_sorted(), "{quote:?} in {text:?}");
    }
    assert!(annotations.quotes.is_sorted_by_key(|quote| quote.span), "{text:?}");
    assert!(annotations.entities.is_sorted_by_key(|entity| entity.mentions[0]), "{text:?}");
    for entity in &annotations.entities {
        assert!(!entity.name.trim().is_empty() && entity.mentions.is_sorted(), "{entity:?} in {text:?}");
        assert!(entity.mentions.iter().all(|span| fits(text, *span)), "{entity:?} in {text:?}");
    }
    assert_eq!(annotations, annotate(text));
}
