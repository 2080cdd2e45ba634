//! Statements that say nearly the same, but for a negation or a number.
//!
//! A [`Statement`] is what a quote says: its content words, what it denies, its numbers with their units; `reading` takes
//! it from the text. Its [`Digest`] is kept with every quote, so that [`pairs`] finds quotes worth comparing without
//! reading any; whether two of them really differ, their words say ([`Statement::difference`]). All of it is pure.

mod digest;
mod pairs;
mod reading;
mod statement;

pub(crate) use digest::Digest;
pub(crate) use pairs::pairs;
pub(crate) use statement::Statement;
