//! What is common to formats of XML: the elements of a file as a tree, or one after the other, and their texts.
//!
//! - [`Root`]: how a file begins, by which its format is recognised;
//! - [`Parser`], [`articles`]: reading, lenient where exporters are careless, and bounded;
//! - [`Element`]: the tree;
//! - [`characters`]: what an event of the parser adds to a text;
//! - [`body`]: an element's text as paragraphs.

mod element;
mod event;
mod metered;
mod parser;
mod root;
mod text;

pub(super) use element::Element;
pub(super) use event::characters;
#[cfg(test)]
pub(super) use parser::tests::tree;
pub(super) use parser::{Parser, articles, root};
pub(super) use root::Root;
pub(super) use text::{body, paragraphs};
