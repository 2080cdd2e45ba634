//! The archive for assistants: the Model Context Protocol, over standard input and output and over HTTP.
//!
//! Every tool is a question to the HTTP API, asked within the program: what the tools find, check and refuse is what the
//! API finds, checks and refuses. They leave out of its answers what an assistant has no use for, and say what is cut.
//!
//! - [`assistant`]: the server, and its list of tools; [`tools`]: one file per tool;
//! - [`api`]: how a tool asks; [`arguments`]: what tools are asked alike; [`reply`]: what they answer alike;
//! - [`quotation`] and [`notes`]: how a quote, and what is to say about a query, are told;
//! - [`http`] and [`stdio`]: the ways to it.

mod api;
mod arguments;
mod assistant;
mod http;
mod instructions;
mod notes;
mod quotation;
mod reply;
mod stdio;
mod tools;

pub use http::with_mcp;
pub use stdio::{StdioError, serve_stdio};
