//! The words of the domain: what an article, a date, a quotation and a speaker are.
//!
//! Every type parses at construction, so a value that exists is valid. Offsets ([`Span`]) are byte offsets into the
//! article's original body, on character boundaries. Nothing here does I/O.
//!
//! ```
//! use quotidian_model::{DateRange, Day};
//!
//! let february: DateRange = DateRange::parse(Some("2022-02"), Some("2022-02")).unwrap();
//! assert!(february.contains("2022-02-28".parse::<Day>().unwrap()));
//! ```

mod annotation;
mod article;
mod article_id;
mod code_points;
mod confidence;
mod date_range;
mod day;
mod entity;
mod publication_date;
mod quote;
mod quote_id;
mod span;
mod speaker;

pub use annotation::{AnnotatedArticle, Annotations};
pub use article::{Article, Title};
pub use article_id::{ArticleId, ArticleIdError};
pub use code_points::{CodePointSpan, CodePoints};
pub use confidence::{Confidence, ConfidenceError};
pub use date_range::{DateRange, DateRangeError};
pub use day::{Day, DayError};
pub use entity::{Entity, EntityKind};
pub use publication_date::PublicationDate;
pub use quote::{Quote, QuoteKind, QuoteKindError};
pub use quote_id::{QuoteId, QuoteIdError};
pub use span::Span;
pub use speaker::Speaker;
