//! A small archive of an invented country, and searches that read like English.

use std::path::Path;

use quotidian_model::{
    AnnotatedArticle, Annotations, Article, Confidence, Entity, EntityKind, Quote, QuoteKind, Span, Speaker,
};
use quotidian_search::{
    ArchiveWriter, EngineError, FacetField, FacetRequest, Fingerprint, Interval, NamesAsTheyAre,
    SearchRequest, query::ParsedQuery,
};
use quotidian_tantivy_engine::TantivyWriter;
use quotidian_test_support::article;

/// An article with a source, whose quotes are the words between `“` and `”`, all said by the person named.
pub(crate) fn annotated(
    id: &str,
    day: Option<&str>,
    source: &str,
    body: &str,
    speaker: &str,
) -> AnnotatedArticle {
    let mut article: Article = article(id, &format!("Title of {id}"), day, body);
    article.source = Some(source.to_owned());
    let quotes = body.match_indices('“').map(|(open, mark)| {
        let start = open + mark.len();
        let span = Span::new(start, start + body[start..].find('”').expect("the fixture closes its marks"));
        quote(span, speaker, body)
    });
    let entities = body.match_indices(speaker).map(|(start, name)| Span::new(start, start + name.len()));
    let annotations = Annotations {
        quotes: quotes.collect(),
        entities: vec![Entity {
            kind: EntityKind::Person,
            name: speaker.to_owned(),
            mentions: entities.collect(),
        }],
    };
    AnnotatedArticle { article, annotations }
}

fn quote(span: Span, speaker: &str, body: &str) -> Quote {
    Quote {
        span,
        kind: QuoteKind::Direct,
        verbatim: Vec::new(),
        speaker: Speaker { surface: None, name: Some(speaker.to_owned()), role: None },
        cue: None,
        context: Span::new(0, body.len()),
        confidence: Confidence::clamped(0.9),
        rule: "fixture".to_owned(),
    }
}

/// Five articles: three outlets, two speakers, one undated.
pub(crate) fn articles() -> Vec<AnnotatedArticle> {
    let maravant = "Ilse Maravant";
    let okkerley = "Tobin Okkerley";
    vec![
        annotated("a", Some("2024-01-31"), "Ledger", "“No levy this year,” said Ilse Maravant.", maravant),
        annotated(
            "b",
            Some("2024-03-14"),
            "Semaphore",
            "Ilse Maravant said: “The tide will turn.” “We wait.”",
            maravant,
        ),
        annotated(
            "c",
            Some("2024-03-15"),
            "Ledger",
            "A levy is a levy, said Tobin Okkerley: “Pay the levies.”",
            okkerley,
        ),
        annotated("d", None, "Lantern", "“Red lines on a chart, a levy,” Tobin Okkerley wrote.", okkerley),
        annotated(
            "e",
            Some("1612-05-01"),
            "Ledger",
            "Nothing was said of lines that were red.",
            "Nobody Special",
        ),
    ]
}

/// A writer that takes names as they are.
pub(crate) fn open(archive: &Path) -> Result<TantivyWriter, EngineError> {
    TantivyWriter::open(archive, Box::new(NamesAsTheyAre))
}

pub(crate) fn write(archive: &Path, articles: &[AnnotatedArticle]) {
    let mut writer = open(archive).unwrap();
    for (article, number) in std::iter::zip(articles, 1..) {
        writer.put(article, Fingerprint(number)).unwrap();
    }
    writer.checkpoint().unwrap();
}

/// A search for words, with all facets and a timeline of months.
pub(crate) fn search(words: &str) -> SearchRequest {
    SearchRequest {
        facets: FacetRequest { fields: FacetField::ALL.to_vec(), values: 10, ..FacetRequest::default() },
        interval: Some(Interval::Month),
        ..SearchRequest::new(ParsedQuery::parse(words).query)
    }
}
