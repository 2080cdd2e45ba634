//! The program as a user runs it: its output, its exit codes, what survives a kill, what a running server sees.
#![expect(clippy::unwrap_used, reason = "helpers of tests, which clippy does not take for tests")]

mod commands;
mod crash;
mod hostile;
#[cfg(feature = "mcp")]
mod mcp;
mod names;
mod serving;
mod support;
mod updating;
