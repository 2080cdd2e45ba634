//! The search contract: what can be asked of an archive, and what comes back, as plain data.
//!
//! - [`query`]: the query language, text to AST and back;
//! - [`SearchRequest`] with its [`Filters`], and [`SearchResults`] with hits, [`Facet`]s and a [`Timeline`];
//! - [`Engine`]: what an engine answers; [`ArchiveWriter`]: what an indexer needs of one.
//!
//! ```
//! use quotidian_search::query::ParsedQuery;
//!
//! let parsed = ParsedQuery::parse("“red lines” speaker:okkerley -harbour");
//! assert_eq!(parsed.query.to_string(), "\"red lines\" speaker:okkerley -harbour");
//! assert!(parsed.warnings.is_empty());
//! ```

mod engine;
mod facet;
mod filter;
mod hit;
pub mod query;
mod request;
mod results;
mod segment;
mod speakers;
mod stats;
mod timeline;
mod writer;

pub use engine::{Engine, EngineError};
pub use facet::{Facet, FacetField, FacetFieldError, FacetValue};
pub use filter::{FacetFilter, Filters};
pub use hit::{ArticleHit, ArticleSummary, QuoteHit, SpeakerCount};
pub use request::{FacetRequest, Page, PageError, SearchRequest, Sort, SortError};
pub use results::SearchResults;
pub use segment::{ContextRole, ContextSegment, Segment};
pub use speakers::{SpeakerList, SpeakerListing, SpeakerSort, SpeakersRequest};
pub use stats::Stats;
pub use timeline::{Bucket, Interval, IntervalError, Timeline};
pub use writer::{ArchiveWriter, Fingerprint};
