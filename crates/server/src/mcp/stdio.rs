use std::sync::Arc;

use quotidian_search::Engine;
use rmcp::{ServiceExt, service::ServerInitializeError, transport::stdio};
use tokio::task::JoinError;

use super::assistant::Assistant;
use crate::{Limits, router};

/// Why an assistant was not served to its end.
#[derive(Debug, thiserror::Error)]
pub enum StdioError {
    /// It did not begin as the protocol wants.
    #[error("no assistant spoke the Model Context Protocol on standard input")]
    Begun(#[source] Box<ServerInitializeError>),
    /// The server failed.
    #[error("the server broke off")]
    BrokenOff(#[from] JoinError),
}

/// Serves the assistant that speaks the Model Context Protocol on standard input, until that ends. Standard output
/// carries the protocol and must carry nothing else.
///
/// # Errors
/// If what comes is not the protocol.
pub async fn serve_stdio(engine: Arc<dyn Engine>) -> Result<(), StdioError> {
    let assistant = Assistant::new(router(engine.clone(), Limits::default()), engine);
    match assistant.serve(stdio()).await {
        Ok(service) => service.waiting().await.map(|_| ()).map_err(StdioError::BrokenOff),
        // Nobody said anything, which is no error.
        Err(ServerInitializeError::ConnectionClosed(_)) => Ok(()),
        Err(error) => Err(StdioError::Begun(Box::new(error))),
    }
}
