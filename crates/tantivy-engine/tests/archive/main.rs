//! An archive on disk, written and searched as the program does it.
#![expect(clippy::unwrap_used, reason = "helpers of tests, which clippy does not take for tests")]

mod generations;
mod help;
mod names;
mod search;
mod speaker;
mod stories;
mod support;
mod wordings;
