//! Builders and fixtures for tests: articles in one line, annotated text drawn as text.

mod article_builder;

pub use article_builder::article;
