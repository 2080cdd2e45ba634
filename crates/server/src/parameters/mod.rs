//! The parameters of the API. One table per endpoint both reads the query string and describes it in the OpenAPI
//! document.

mod article;
mod batch;
mod collapse;
mod counting;
mod counts;
mod cursor;
mod export;
mod extract;
mod facet_values;
mod filters;
mod lines;
mod order;
mod pages;
mod parameter;
mod path_part;
mod posted;
mod quote;
mod reader;
mod search;
mod speaker;
mod speakers;
mod subject;
mod suggest;
mod trends;
mod verification;

pub(crate) use article::{ArticleReading, SimilarSearch};
pub(crate) use batch::BatchSearch;
pub(crate) use export::{ArticleExport, ExportParameters, QuoteExport};
pub(crate) use extract::{NoParameters, Parameters, Readable};
pub(crate) use facet_values::FacetValueSearch;
pub(crate) use lines::{Line, Lines, LinesInJson};
pub(crate) use pages::{PageLinks, page_count};
pub(crate) use path_part::PathPart;
pub(crate) use quote::QuoteReading;
pub(crate) use search::{ArticleSearch, QuoteSearch, SearchParameters};
pub(crate) use speaker::{SpeakerName, SpeakerReading};
pub(crate) use speakers::SpeakerSearch;
pub(crate) use subject::Subject;
pub(crate) use suggest::SuggestSearch;
pub(crate) use trends::TrendsSearch;
pub(crate) use verification::{PostedWords, PrintingsWanted, VerificationSearch, WordsInJson};
