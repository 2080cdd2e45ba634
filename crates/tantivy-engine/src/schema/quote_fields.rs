use quotidian_search::FacetField;
use tantivy::schema::{FAST, Field, Schema};

use super::{
    ARTICLE_ID, CONFIDENCE, CUE, DAY, FacetFieldMap, KEY, NUMBER, ROLE, STATEMENT, SURFACE, TextFields,
    UTTERANCE,
    options::{fast_options, raw_options},
};

/// The fields of the index of quotes. Words and context are not stored again: a hit is cut from its article's record.
#[derive(Debug, Clone)]
pub(crate) struct QuoteFields {
    pub(crate) schema: Schema,
    pub(crate) article_id: Field,
    pub(crate) number: Field,
    pub(crate) key: Field,
    pub(crate) day: Field,
    pub(crate) confidence: Field,
    pub(crate) utterance: Field,
    pub(crate) content: TextFields,
    pub(crate) facets: FacetFieldMap,
    pub(crate) surface: Field,
    pub(crate) cue: Field,
    pub(crate) role: Field,
    pub(crate) statement: Field,
}

impl QuoteFields {
    /// The facets that a quote has of its own; in the others it has the values of its article.
    pub(crate) const FACETS: [FacetField; 2] = [FacetField::Speaker, FacetField::Kind];

    pub(crate) fn new() -> Self {
        let mut builder = Schema::builder();
        Self {
            article_id: builder.add_text_field(ARTICLE_ID, raw_options().set_fast("raw")),
            number: builder.add_u64_field(NUMBER, FAST),
            key: builder.add_u64_field(KEY, FAST),
            day: builder.add_i64_field(DAY, FAST),
            confidence: builder.add_f64_field(CONFIDENCE, FAST),
            utterance: builder.add_u64_field(UTTERANCE, FAST),
            content: TextFields::add(&mut builder, "content"),
            facets: FacetFieldMap::add(&mut builder, &Self::FACETS),
            surface: builder.add_text_field(SURFACE, fast_options()),
            cue: builder.add_text_field(CUE, fast_options()),
            role: builder.add_text_field(ROLE, fast_options()),
            statement: builder.add_u64_field(STATEMENT, FAST),
            schema: builder.build(),
        }
    }
}
