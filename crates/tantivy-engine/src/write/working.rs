use std::path::Path;

use quotidian_model::{AnnotatedArticle, ArticleId};
use quotidian_search::{EngineError, Fingerprint};
use tantivy::{
    Index, IndexSettings, IndexWriter, TantivyDocument, Term,
    merge_policy::LogMergePolicy,
    schema::Schema,
    store::{Compressor, ZstdCompressor},
};

use super::documents;
use crate::{
    analysis,
    archive::Generation,
    errors::internal,
    schema::{ArticleFields, QuoteFields},
};

/// Memory in bytes that each index gathers before it writes a segment.
const ARTICLES_MEMORY: usize = 256 << 20;
const QUOTES_MEMORY: usize = 128 << 20;
/// The part of a segment's documents that may be deleted before it is written anew without them.
const MOST_DELETED: f32 = 0.25;
/// Records compress better in larger blocks; a hit has to decompress one block.
const RECORD_BLOCK_SIZE: usize = 64 << 10;

/// A generation in the making: two open tantivy writers in a folder that nobody reads yet. One thread each keeps the
/// order of documents, and so the archive, the same from run to run.
pub(super) struct Working {
    generation: Generation,
    articles: (IndexWriter, ArticleFields),
    quotes: (IndexWriter, QuoteFields),
}

impl Working {
    pub(super) fn start(generation: Generation, previous: Option<&Generation>) -> Result<Self, EngineError> {
        generation.create_from(previous)?;
        let (articles, quotes) = (ArticleFields::new(), QuoteFields::new());
        let writer = |folder: &Path, schema: &Schema, memory| {
            let index = match previous {
                Some(_) => Index::open_in_dir(folder),
                None => Index::builder().schema(schema.clone()).settings(settings()).create_in_dir(folder),
            };
            let mut index = index.map_err(internal)?;
            index.set_tokenizers(analysis::tokenizers());
            let writer = index.writer_with_num_threads(1, memory).map_err(internal)?;
            writer.set_merge_policy(Box::new(merge_policy()));
            Ok(writer)
        };
        Ok(Self {
            articles: (writer(&generation.articles(), &articles.schema, ARTICLES_MEMORY)?, articles),
            quotes: (writer(&generation.quotes(), &quotes.schema, QUOTES_MEMORY)?, quotes),
            generation,
        })
    }

    pub(super) fn delete(&mut self, id: &ArticleId) {
        self.articles.0.delete_term(Term::from_field_text(self.articles.1.id, id.as_str()));
        self.quotes.0.delete_term(Term::from_field_text(self.quotes.1.article_id, id.as_str()));
    }

    pub(super) fn add(
        &mut self,
        article: &AnnotatedArticle,
        fingerprint: Fingerprint,
    ) -> Result<(), EngineError> {
        let document = documents::article(&self.articles.1, article, fingerprint)?;
        self.articles.0.add_document(document).map_err(internal)?;
        for document in documents::quotes(&self.quotes.1, article) {
            self.quotes.0.add_document(document).map_err(internal)?;
        }
        Ok(())
    }

    /// Commits both indexes and waits for their merges.
    pub(super) fn finish(self) -> Result<Generation, EngineError> {
        let (articles, quotes) = (self.articles.0, self.quotes.0);
        let (articles, quotes) = std::thread::scope(|scope| {
            let articles = scope.spawn(|| finish(articles));
            let quotes = finish(quotes);
            (articles.join(), quotes)
        });
        quotes?;
        articles.map_err(|_| internal("the thread that commits the articles ended abnormally"))??;
        Ok(self.generation)
    }
}

fn finish(mut writer: IndexWriter<TantivyDocument>) -> Result<(), EngineError> {
    writer.commit().map_err(internal)?;
    let index = writer.index().clone();
    // Dropping the writer instead would kill the merges that the commit began.
    writer.wait_merging_threads().map_err(internal)?;
    // Merged segments leave their files behind; a fresh writer collects them.
    let writer: IndexWriter = index.writer_with_num_threads(1, 15 << 20).map_err(internal)?;
    writer.garbage_collect_files().wait().map_err(internal)?;
    writer.wait_merging_threads().map_err(internal)
}

/// tantivy's own policy keeps deleted documents until their segment is merged for its size.
fn merge_policy() -> LogMergePolicy {
    let mut policy = LogMergePolicy::default();
    policy.set_del_docs_ratio_before_merge(MOST_DELETED);
    policy
}

fn settings() -> IndexSettings {
    IndexSettings {
        docstore_compression: Compressor::Zstd(ZstdCompressor { compression_level: Some(9) }),
        docstore_blocksize: RECORD_BLOCK_SIZE,
        ..IndexSettings::default()
    }
}
