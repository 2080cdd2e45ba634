use quotidian_model::{CodePoints, Span};
use serde::Serialize;
use utoipa::ToSchema;

/// A piece of the body, in code points.
#[derive(Serialize, ToSchema)]
pub(crate) struct Place {
    /// The first code point inside.
    start: usize,
    /// The first code point after.
    end: usize,
}

/// A piece of the body with its words.
#[derive(Serialize, ToSchema)]
pub(crate) struct Words {
    #[serde(flatten)]
    place: Place,
    /// The words.
    text: String,
}

/// Finds the places of a body.
pub(super) struct Places<'body> {
    body: &'body str,
    points: CodePoints<'body>,
}

impl<'body> Places<'body> {
    /// The places of `body`.
    pub(super) fn of(body: &'body str) -> Self {
        Self { body, points: CodePoints::new(body) }
    }

    /// The place of a span.
    pub(super) fn place(&self, span: Span) -> Place {
        let span = self.points.of(span);
        Place { start: span.start, end: span.end }
    }

    /// The places of spans.
    pub(super) fn places(&self, spans: Vec<Span>) -> Vec<Place> {
        spans.into_iter().map(|span| self.place(span)).collect()
    }

    /// The words of a span.
    pub(super) fn text(&self, span: Span) -> &'body str {
        span.of(self.body)
    }

    /// The place of a span, with its words.
    pub(super) fn words(&self, span: Span) -> Words {
        Words { place: self.place(span), text: self.text(span).to_owned() }
    }
}
