use std::{net::IpAddr, sync::Arc};

use axum::{Router, middleware};
use quotidian_search::Engine;
use rmcp::transport::streamable_http_server::{
    StreamableHttpServerConfig, StreamableHttpService, session::never::NeverSessionManager,
};

use super::assistant::Assistant;
use crate::headers;

/// The most bytes of a message: far more than any tool takes.
const MAX_MESSAGE: usize = 256 * 1024;
const LOOPBACK: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// The router of the HTTP API with the Model Context Protocol at `/mcp`.
///
/// Requests must name a loopback address, the address listened on or one of `hosts`, and pages of other origins are
/// turned away: else a page anywhere could read the archive through the browser of somebody who visits it.
pub fn with_mcp(router: Router, engine: Arc<dyn Engine>, address: IpAddr, hosts: &[String]) -> Router {
    let assistant = Assistant::new(router.clone(), engine);
    let own = (!address.is_unspecified()).then(|| authority(address));
    let hosts = LOOPBACK.into_iter().map(str::to_owned).chain(own).chain(hosts.iter().cloned());
    let hosts: Vec<String> = hosts.collect();
    let origins = hosts.iter().flat_map(|host| [format!("http://{host}:*"), format!("https://{host}:*")]);
    // Every request is answered by itself, in JSON: nothing is to be remembered between two, and no stream stays open.
    let config = StreamableHttpServerConfig::default()
        .with_legacy_session_mode(false)
        .with_json_response(true)
        .with_max_request_body_bytes(MAX_MESSAGE)
        .with_allowed_origins(origins)
        .enforce_origin_validation()
        .with_allowed_hosts(hosts);
    let sessions = Arc::new(NeverSessionManager::default());
    let service = StreamableHttpService::new(move || Ok(assistant.clone()), sessions, config);
    let mcp = Router::new().route_service("/mcp", service).layer(middleware::map_response(headers::secure));
    router.merge(mcp)
}

/// An address as it stands in a URL.
fn authority(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    }
}
