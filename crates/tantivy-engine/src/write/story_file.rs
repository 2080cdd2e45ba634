use quotidian_search::EngineError;
use tantivy::SegmentReader;

use crate::{
    archive::Generation,
    errors::internal,
    read::Collection,
    schema::SIGNATURE,
    stories::{Entry, Signature, stories},
};

/// Groups all articles of a generation into stories, and writes down who is in a story with others.
///
/// All of them, at every checkpoint: a new article can be the first report of a story that the archive had under another
/// one, and what is found must not depend on the order in which articles came. It takes less than a second for
/// 100,000 articles.
pub(super) fn write(generation: &Generation) -> Result<(), EngineError> {
    let articles = Collection::open(&generation.articles())?;
    let mut entries = Vec::new();
    for (reader, segment) in articles.searcher.segment_readers().iter().zip(0..) {
        let signatures = signatures(reader)?;
        for document in reader.doc_ids_alive() {
            let number = articles.start(segment) + document;
            entries.push(Entry {
                key: articles.key(number),
                day: articles.days.day(number),
                signature: signatures[document as usize],
            });
        }
    }
    let joined = std::iter::zip(&entries, stories(&entries)).map(|(entry, story)| (entry.key, story));
    let mut joined: Vec<(u64, u64)> = joined.filter(|(key, story)| key != story).collect();
    joined.sort_unstable();
    generation.write_stories(&joined)
}

/// The signature of every document of a segment.
fn signatures(reader: &SegmentReader) -> Result<Vec<Option<Signature>>, EngineError> {
    let Some(column) = reader.fast_fields().bytes(SIGNATURE).map_err(internal)? else {
        return Ok(vec![None; reader.max_doc() as usize]);
    };
    let mut bytes = Vec::new();
    let mut signature = |document| {
        bytes.clear();
        let Some(ordinal) = column.term_ords(document).next() else { return Ok(None) };
        column.ord_to_bytes(ordinal, &mut bytes).map_err(internal)?;
        Ok(Signature::from_bytes(&bytes))
    };
    (0..reader.max_doc()).map(&mut signature).collect()
}
