//! The search contract: what can be asked of an archive, and what comes back, as plain data.
//!
//! - [`query`]: the query language, text to AST and back;
//! - [`SearchRequest`] with its [`Filters`], and [`SearchResults`] with hits, [`Facet`]s and a [`Timeline`];
//! - [`QueryReport`]: counts of a query's parts, corrections, and what to leave out where nothing was found;
//! - [`Verification`] and [`Provenance`]: whether, where and in which wordings words were printed;
//! - [`Authority`]: which names of an archive mean the same; [`NameAuthority`]: who tells, from the [`NameEvidence`];
//! - [`Engine`]: what an engine answers; [`ArchiveWriter`]: what an indexer needs of one.
//!
//! ```
//! use quotidian_search::query::ParsedQuery;
//!
//! let parsed = ParsedQuery::parse("“red lines” speaker:okkerley -harbour");
//! assert_eq!(parsed.query.to_string(), "\"red lines\" speaker:okkerley -harbour");
//! assert!(parsed.warnings.is_empty());
//! ```

mod authority;
mod cursor;
mod engine;
mod facet;
mod filter;
mod group;
mod hit;
mod merged_by;
mod name_evidence;
mod name_listing;
mod provenance;
pub mod query;
mod report;
mod request;
mod results;
mod segment;
mod sound;
mod speaker;
mod speakers;
mod stats;
mod timeline;
mod values;
mod verification;
mod wording;
mod writer;

pub use authority::{Authority, CanonicalName, Meaning, NameVariant};
pub use cursor::{Cursor, CursorError};
pub use engine::{Engine, EngineError};
pub use facet::{Facet, FacetField, FacetFieldError, FacetSort, FacetValue};
pub use filter::{FacetFilter, Filters};
pub use group::{Group, GroupId, GroupIdError};
pub use hit::{ArticleHit, ArticleSummary, QuoteHit, SpeakerCount};
pub use merged_by::MergedBy;
pub use name_evidence::{ArticleNames, NameAuthority, NameEvidence, NameUse, NamesAsTheyAre};
pub use name_listing::{NameListing, VariantListing};
pub use provenance::{Attribution, Outlet, Provenance, Variant, VariantPrinting};
pub use report::{Condition, CutExpansion, QueryReport, Remedy};
pub use request::{CountBy, FacetRequest, HalfLife, Page, PageError, SearchRequest, Sort, SortError};
pub use results::{FoundArticle, SearchResults};
pub use segment::{ContextRole, ContextSegment, Segment};
pub use sound::sound;
pub use speaker::{
    ChangedStatement, Counted, Difference, Shortlist, SpeakerProfile, SpeakerRequest, SpeakerRole,
    SpeakerVariant,
};
pub use speakers::{SpeakerList, SpeakerListing, SpeakerSort, SpeakersRequest};
pub use stats::Stats;
pub use timeline::{Bucket, Interval, IntervalError, Timeline};
pub use values::{FacetValueList, FacetValuesRequest, SuggestRequest, Suggestion};
pub use verification::{Agreement, Passage, Printed, Printing, Verdict, Verification, VerificationRequest};
pub use wording::{Change, ChangeOp};
pub use writer::{ArchiveWriter, Fingerprint};
