use quotidian_model::{AnnotatedArticle, Article, Day, Quote, Span};
use quotidian_search::{EngineError, FacetField, Fingerprint};
use tantivy::{TantivyDocument, schema::Field};

use super::{facet_values, utterance::utterance};
use crate::{
    errors::internal,
    schema::{ArticleFields, FacetFieldMap, QuoteFields, TextFields, article_key, quote_key},
    statements::{Digest, Statement},
    stories::Signature,
};

pub(super) fn article(
    fields: &ArticleFields,
    annotated: &AnnotatedArticle,
    fingerprint: Fingerprint,
) -> Result<TantivyDocument, EngineError> {
    let article = &annotated.article;
    let mut document = TantivyDocument::new();
    document.add_text(fields.id, article.id.as_str());
    document.add_u64(fields.key, article_key(&article.id));
    document.add_u64(fields.fingerprint, fingerprint.0);
    document.add_u64(fields.quote_count, annotated.annotations.quotes.len() as u64);
    if let Some(signature) = Signature::of(&article.body) {
        document.add_bytes(fields.signature, signature.as_bytes());
    }
    add_day(&mut document, fields.day, article);
    add_text(&mut document, fields.title, &article.title.text);
    add_text(&mut document, fields.body, &article.body);
    add_facets(&mut document, &fields.facets, &facet_values::of_article(annotated));
    document.add_bytes(fields.record, &postcard::to_stdvec(annotated).map_err(internal)?);
    Ok(document)
}

pub(super) fn quotes<'a>(
    fields: &'a QuoteFields,
    annotated: &'a AnnotatedArticle,
) -> impl Iterator<Item = TantivyDocument> + 'a {
    let article = &annotated.article;
    annotated.annotations.quotes.iter().zip(1_u64..).map(move |(quote, number)| {
        let mut document = TantivyDocument::new();
        document.add_text(fields.article_id, article.id.as_str());
        document.add_u64(fields.number, number);
        let (key, content) = (quote_key(&article.id, number), quote.span.of(&article.body));
        document.add_u64(fields.key, key);
        document.add_u64(fields.utterance, utterance(content, key));
        document.add_f64(fields.confidence, quote.confidence.get().into());
        add_day(&mut document, fields.day, article);
        add_text(&mut document, fields.content, content);
        add_facets(&mut document, &fields.facets, &facet_values::of_quote(quote));
        if quote.speaker.name.is_some() {
            add_words(&mut document, fields, quote, &article.body);
            add_statement(&mut document, fields.statement, content);
        }
        document
    })
}

/// What a speaker's profile counts.
fn add_words(document: &mut TantivyDocument, fields: &QuoteFields, quote: &Quote, body: &str) {
    let words = |span: Option<Span>| span.and_then(|span| facet_values::words(span.of(body)));
    let cue = words(quote.cue).map(|cue| cue.to_lowercase());
    let values = [
        (fields.surface, words(quote.speaker.surface)),
        (fields.cue, cue),
        (fields.role, words(quote.speaker.role)),
    ];
    for (field, value) in values {
        value.into_iter().for_each(|value| document.add_text(field, value));
    }
}

fn add_statement(document: &mut TantivyDocument, field: Field, content: &str) {
    let digest = Digest::of(&Statement::of(content));
    for number in digest.into_iter().flat_map(Digest::to_numbers) {
        document.add_u64(field, number);
    }
}

fn add_day(document: &mut TantivyDocument, field: Field, article: &Article) {
    if let Some(day) = article.date.as_ref().and_then(|date| date.day) {
        document.add_i64(field, Day::days_since_epoch(day));
    }
}

fn add_text(document: &mut TantivyDocument, fields: TextFields, text: &str) {
    document.add_text(fields.stemmed, text);
    document.add_text(fields.exact, text);
}

fn add_facets(document: &mut TantivyDocument, fields: &FacetFieldMap, values: &[(FacetField, Vec<String>)]) {
    for (facet, values) in values {
        let Some(field) = fields.get(*facet) else { continue };
        for value in values {
            document.add_text(field, value);
        }
    }
}
