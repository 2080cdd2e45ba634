use quotidian_search::FacetField;
use tantivy::schema::{FAST, Field, STORED, Schema};

use super::{
    DAY, FINGERPRINT, FacetFieldMap, ID, KEY, QUOTE_COUNT, SIGNATURE, TextFields, options::raw_options,
};

/// The fields of the index of articles.
#[derive(Debug, Clone)]
pub(crate) struct ArticleFields {
    pub(crate) schema: Schema,
    pub(crate) id: Field,
    pub(crate) key: Field,
    pub(crate) fingerprint: Field,
    pub(crate) day: Field,
    pub(crate) title: TextFields,
    pub(crate) body: TextFields,
    pub(crate) quote_count: Field,
    pub(crate) signature: Field,
    pub(crate) facets: FacetFieldMap,
    /// The annotated article in postcard, what hits and article pages are made of.
    pub(crate) record: Field,
}

impl ArticleFields {
    /// The facets that have a field; the year is that of `day`.
    pub(crate) const FACETS: [FacetField; 8] = [
        FacetField::Speaker,
        FacetField::Person,
        FacetField::Organization,
        FacetField::Place,
        FacetField::Source,
        FacetField::Section,
        FacetField::Author,
        FacetField::Language,
    ];

    pub(crate) fn new() -> Self {
        let mut builder = Schema::builder();
        Self {
            id: builder.add_text_field(ID, raw_options()),
            key: builder.add_u64_field(KEY, FAST),
            fingerprint: builder.add_u64_field(FINGERPRINT, FAST),
            day: builder.add_i64_field(DAY, FAST),
            title: TextFields::add(&mut builder, "title"),
            body: TextFields::add(&mut builder, "body"),
            quote_count: builder.add_u64_field(QUOTE_COUNT, FAST),
            signature: builder.add_bytes_field(SIGNATURE, FAST),
            facets: FacetFieldMap::add(&mut builder, &Self::FACETS),
            record: builder.add_bytes_field("record", STORED),
            schema: builder.build(),
        }
    }
}
