use std::{ops::ControlFlow, path::PathBuf};

use quotidian_model::{ArticleId, QuoteId};

use crate::{
    ArticleHit, FacetValueList, FacetValuesRequest, FoundArticle, Provenance, QuoteHit, SearchRequest,
    SearchResults, SpeakerList, SpeakerProfile, SpeakerRequest, SpeakersRequest, Stats, SuggestRequest,
    Suggestion, Verification, VerificationRequest, query::Query,
};

/// An archive that can be searched. Every method answers from one consistent generation of the archive and is safe to
/// call from many threads; calls block, so a server runs them on a pool of its own.
pub trait Engine: Send + Sync {
    /// The articles that match a request.
    fn articles(&self, request: &SearchRequest) -> Result<SearchResults<ArticleHit>, EngineError>;

    /// The quotes that match a request.
    fn quotes(&self, request: &SearchRequest) -> Result<SearchResults<QuoteHit>, EngineError>;

    /// The whole list of articles that a request pages through, from its cursor on, one after another until there is no
    /// more or `each` breaks off; its page, facets and timeline do not matter. Of what was written out nothing is kept.
    fn each_article(
        &self,
        request: &SearchRequest,
        each: &mut dyn FnMut(ArticleHit) -> ControlFlow<()>,
    ) -> Result<(), EngineError>;

    /// The whole list of quotes, likewise.
    fn each_quote(
        &self,
        request: &SearchRequest,
        each: &mut dyn FnMut(QuoteHit) -> ControlFlow<()>,
    ) -> Result<(), EngineError>;

    /// One article with its annotations and the places of what `marked` asks for, or `None` if the archive has no such
    /// article.
    fn article(&self, id: &ArticleId, marked: &Query) -> Result<Option<FoundArticle>, EngineError>;

    /// At most `limit` articles that are like this one but not of its story, the most similar first, or `None` if the
    /// archive has no such article.
    fn similar(&self, id: &ArticleId, limit: usize) -> Result<Option<Vec<ArticleHit>>, EngineError>;

    /// One quote as a search would show it, or `None` if the archive has no such quote.
    fn quote(&self, id: &QuoteId) -> Result<Option<QuoteHit>, EngineError>;

    /// Everywhere that the words of a quote were printed, or `None` if the archive has no such quote.
    fn provenance(&self, id: &QuoteId) -> Result<Option<Provenance>, EngineError>;

    /// Whether and where words were printed.
    fn verify(&self, request: &VerificationRequest) -> Result<Verification, EngineError>;

    /// What the archive says of one speaker, or `None` if it quotes nobody of that name.
    fn speaker(&self, request: &SpeakerRequest) -> Result<Option<SpeakerProfile>, EngineError>;

    /// The named speakers of the archive.
    fn speakers(&self, request: &SpeakersRequest) -> Result<SpeakerList, EngineError>;

    /// The values of one facet among the articles that match a search.
    fn article_values(&self, request: &FacetValuesRequest) -> Result<FacetValueList, EngineError>;

    /// The values of one facet among the quotes that match a search.
    fn quote_values(&self, request: &FacetValuesRequest) -> Result<FacetValueList, EngineError>;

    /// Names to offer while somebody types, by facet and then by count.
    fn suggest(&self, request: &SuggestRequest) -> Result<Vec<Suggestion>, EngineError>;

    /// What is in the archive.
    fn stats(&self) -> Result<Stats, EngineError>;

    /// The number of the generation that answers now; it grows with every change of the archive.
    fn generation(&self) -> u64;
}

/// Why an engine could not answer or write.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// There is no archive at the path.
    #[error("there is no archive at {}; make one with `quotidian index PATH... --archive {}`", path.display(), path.display())]
    NoArchive {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// Another process writes to the archive.
    #[error("another `quotidian index` is writing to {}; wait until it ends", path.display())]
    Busy {
        /// The archive.
        path: PathBuf,
    },
    /// A file of the archive is missing, damaged or of another format version.
    #[error("{}: {reason}", path.display())]
    Damaged {
        /// The file or folder.
        path: PathBuf,
        /// What is wrong and what to do.
        reason: String,
    },
    /// Reading or writing a file failed.
    #[error("{} cannot be read or written", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the operating system says.
        source: std::io::Error,
    },
    /// The search took longer than its deadline allowed and was abandoned.
    #[error("the search took too long and was abandoned; narrow it by words, dates or filters")]
    Deadline,
    /// The engine's library reported an error.
    #[error("the search engine failed")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}
