//! Hits as people read them in a terminal.

use quotidian_search::{ArticleHit, ArticleSummary, QuoteHit, Segment};

/// An article with its fragments.
pub(super) fn article(hit: &ArticleHit) -> String {
    let snippets = hit.snippets.iter().map(|snippet| format!("    {}\n", words(snippet)));
    format!("{}\n  {}\n{}", dateline(&hit.article), hit.article.title.text, snippets.collect::<String>())
}

/// A quote with who said it and where.
pub(super) fn quote(hit: &QuoteHit) -> String {
    format!(
        "{}\n    {}\n  {}: {}\n",
        speaker(hit),
        words(&hit.content),
        dateline(&hit.article),
        hit.article.title.text
    )
}

/// Who said a quote, as what, and how sure that is.
pub(super) fn speaker(hit: &QuoteHit) -> String {
    let speaker = hit.speaker.as_deref().unwrap_or("nobody named");
    let surface = hit.speaker_surface.as_deref().filter(|surface| *surface != speaker);
    let surface = surface.map(|surface| format!(" (printed as {surface})")).unwrap_or_default();
    let sure = f64::from(hit.confidence.get()) * 100.0;
    format!("{speaker}{surface}, {}, {sure:.0} % sure", hit.kind)
}

/// When and where an article was printed, and its id.
pub(super) fn dateline(article: &ArticleSummary) -> String {
    let day = article.date.as_ref().and_then(|date| date.day);
    let day = day.map_or_else(|| "undated".to_owned(), |day| day.to_string());
    let source = article.source.as_deref().unwrap_or("no source given");
    format!("{day} {source} [{}]", article.id)
}

/// The text on one line.
pub(super) fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of segments on one line, hits between asterisks.
fn words(segments: &[Segment]) -> String {
    let marked = |part: &Segment| if part.mark { format!("*{}*", part.text) } else { part.text.clone() };
    on_one_line(&segments.iter().map(marked).collect::<String>())
}
