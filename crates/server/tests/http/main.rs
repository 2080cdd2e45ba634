//! The server as its clients see it: a request in, a response out, over an invented archive of two articles.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test ends where its expectation does")]

mod answer;
mod article;
mod batch;
mod compression;
mod conditional;
mod connections;
mod export;
mod feeds;
mod hostile;
mod listing;
#[cfg(feature = "mcp")]
mod mcp;
mod metrics;
mod openapi;
mod pages;
mod parameters;
mod problems;
mod search;
mod streaming;
mod support;
mod trends;
mod verify;
