//! The query language: words are ANDed; `OR`, `-` or `NOT`, `( )`; `"exact phrase"` in any kind of quotation marks and
//! `"near words"~5`; `prefix*`, `fuzzy~`; `field:word` and `field:(several words)`; `date:2022-02`,
//! `date:2022-02-01..2022-02-14`, `date:none`, `after:`, `before:`. A broken query is repaired, never refused.

mod ast;
mod date;
mod lexer;
mod parser;
mod print;
#[cfg(test)]
mod tests;
mod word;

pub use ast::{Clause, DateClause, Matching, Query, QueryField};
pub use parser::{ParsedQuery, Warning};
