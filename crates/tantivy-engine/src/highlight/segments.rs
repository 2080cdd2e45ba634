use quotidian_model::Span;
use quotidian_search::Segment;

use super::Mark;

/// A piece of `text` cut where marks and verbatim pieces begin and end.
pub(super) fn segments(text: &str, piece: Span, marks: &[Mark], verbatim: &[Span]) -> Vec<Segment> {
    let clipped = |span: &Span| {
        Span::new(span.start.clamp(piece.start, piece.end), span.end.clamp(piece.start, piece.end))
    };
    let mut borders: Vec<usize> = vec![piece.start, piece.end];
    for span in marks.iter().map(|mark| &mark.span).chain(verbatim) {
        let span = clipped(span);
        borders.extend([span.start, span.end]);
    }
    borders.sort_unstable();
    borders.dedup();
    let inside = |span: &Span, start: usize, end: usize| span.start <= start && end <= span.end;
    let segment = |window: &[usize]| Segment {
        text: text.get(window[0]..window[1]).unwrap_or_default().to_owned(),
        mark: marks.iter().any(|mark| inside(&mark.span, window[0], window[1])),
        verbatim: verbatim.iter().any(|span| inside(span, window[0], window[1])),
    };
    borders.windows(2).map(segment).collect()
}
