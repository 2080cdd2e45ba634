//! The query language: words are ANDed; `OR`, `-` or `NOT`, `( )`; `"exact phrase"` in any kind of quotation marks;
//! `field:word`. A broken query is repaired, never refused.

mod ast;
mod lexer;
mod parser;
mod print;

pub use ast::{Clause, Matching, Query, QueryField};
pub use parser::{ParsedQuery, Warning};
