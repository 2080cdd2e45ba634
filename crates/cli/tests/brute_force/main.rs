//! Searches, each compared with a look at every document: twenty by hand over the sample archive and real news, and as
//! many as the nightly run wants (`QUOTIDIAN_PROPERTY_CASES=10000`) drawn at random over small invented archives.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "helpers of tests, which clippy does not take for tests"
)]

mod archives;
mod cases;
mod corpus;
mod document;
mod marks;
mod mix;
mod model;
mod naive;
mod pattern;
mod prepared;
mod properties;
mod queries;
mod ranking;
mod report;
mod requests;
mod same_archive;
mod sample;
mod searches;
