//! HTTP, JSON and the embedded web pages: the only crate that knows the wire format. It never writes an archive.
//!
//! - [`router`] answers requests from an [`Engine`](quotidian_search::Engine), within [`Limits`];
//! - [`serve`] brings it to the network;
//! - `with_mcp` and `serve_stdio` let assistants ask it, with the feature `mcp`;
//! - [`answer`], [`write_answer`] and [`write_answer_to_lines`] ask it one question without a network, for the command
//!   line.
//!
//! ```no_run
//! # use std::sync::Arc;
//! # use quotidian_search::Engine;
//! # async fn example(engine: Arc<dyn Engine>) -> std::io::Result<()> {
//! use quotidian_server::{Limits, router, serve};
//!
//! let limits = Limits::default();
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:7474").await?;
//! serve(listener, router(engine, limits), limits, std::future::pending()).await;
//! # Ok(())
//! # }
//! ```

mod answer;
mod app;
mod assets;
mod content_hash;
mod counting;
mod export;
mod handlers;
mod headers;
mod impatient;
mod limits;
#[cfg(feature = "mcp")]
mod mcp;
mod metrics;
mod openapi;
mod origin;
mod parameters;
mod permalink;
mod pool;
mod problem;
mod router;
mod serve;
mod spreadsheet;
mod wire;

pub use answer::{AnswerError, answer, write_answer, write_answer_to_lines};
pub use limits::Limits;
#[cfg(feature = "mcp")]
pub use mcp::{StdioError, serve_stdio, with_mcp};
pub use router::router;
pub use serve::serve;
