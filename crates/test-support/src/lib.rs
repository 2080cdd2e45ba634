//! Builders and fixtures for tests: articles in one line, annotated text drawn as text, requests that nobody means well
//! with.

mod article_builder;
mod hostile;

pub use article_builder::article;
pub use hostile::hostile_targets;
