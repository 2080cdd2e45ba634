//! Wordings laid side by side: what was given, and what was printed.
//!
//! - [`Wording`]: a text as words and editors' marks;
//! - [`Alignment`]: the cheapest way from one wording to a piece of another, and the [`diff`] that shows it;
//! - [`negation`]: the words that turn a statement round.

mod alignment;
mod diff;
mod editing;
pub(crate) mod negation;
mod words;

pub(crate) use alignment::Alignment;
use alignment::Step;
pub(crate) use diff::diff;
pub(crate) use words::Wording;
use words::{Token, TokenKind};
