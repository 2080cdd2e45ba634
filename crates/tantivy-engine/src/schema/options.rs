use quotidian_search::FacetField;
use tantivy::schema::{Field, IndexRecordOption, SchemaBuilder, TextFieldIndexing, TextOptions};

use crate::analysis::{FOLDED, STEMMED};

/// A text indexed twice: stemmed for words (frequencies, no positions), folded for exact phrases (positions).
#[derive(Debug, Clone, Copy)]
pub(crate) struct TextFields {
    pub(crate) stemmed: Field,
    pub(crate) exact: Field,
}

impl TextFields {
    pub(super) fn add(builder: &mut SchemaBuilder, name: &str) -> Self {
        let option = |tokenizer, record| {
            let indexing = TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(record);
            TextOptions::default().set_indexing_options(indexing)
        };
        Self {
            stemmed: builder.add_text_field(name, option(STEMMED, IndexRecordOption::WithFreqs)),
            exact: builder.add_text_field(
                &format!("{name}_exact"),
                option(FOLDED, IndexRecordOption::WithFreqsAndPositions),
            ),
        }
    }
}

/// The facet fields of an index: raw values, fast and not indexed, since a search counts their ordinals anyway.
#[derive(Debug, Clone)]
pub(crate) struct FacetFieldMap(Vec<(FacetField, Field)>);

impl FacetFieldMap {
    pub(super) fn add(builder: &mut SchemaBuilder, facets: &[FacetField]) -> Self {
        let mut field = |facet: &FacetField| builder.add_text_field(facet.as_str(), fast_options());
        Self(facets.iter().map(|facet| (*facet, field(facet))).collect())
    }

    pub(crate) fn get(&self, facet: FacetField) -> Option<Field> {
        self.0.iter().find(|(known, _)| *known == facet).map(|(_, field)| *field)
    }
}

/// A whole value that is counted and not looked for.
pub(super) fn fast_options() -> TextOptions {
    TextOptions::default().set_fast("raw")
}

/// A whole value as one term, for identities.
pub(super) fn raw_options() -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("raw")
        .set_fieldnorms(false)
        .set_index_option(IndexRecordOption::Basic);
    TextOptions::default().set_indexing_options(indexing)
}
