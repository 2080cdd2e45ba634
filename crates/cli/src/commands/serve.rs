use std::{path::Path, process::ExitCode, sync::Arc};

use anyhow::Context;
use quotidian_search::Engine;
use quotidian_server::Limits;
use quotidian_tantivy_engine::TantivyEngine;
use tokio::{net::TcpListener, runtime, signal};
use tracing_subscriber::EnvFilter;

use super::say;
use crate::arguments::{self, Listen};

pub(super) fn run(arguments: &arguments::Serve) -> anyhow::Result<ExitCode> {
    serve(&arguments.archive.path, &arguments.listen)
}

/// Serves an archive until the program is asked to end. Only loopback is listened on unless another address is given:
/// the server knows no users and no passwords.
pub(super) fn serve(archive: &Path, listen: &Listen) -> anyhow::Result<ExitCode> {
    let engine = open(archive)?;
    let stats = engine.stats()?;
    runtime::Runtime::new()?.block_on(async {
        let address = listen.listen;
        let cannot = || format!("cannot listen on {address}; choose another address with --listen");
        let listener = TcpListener::bind(address).await.with_context(cannot)?;
        let address = listener.local_addr()?;
        say(format_args!("{} articles and {} quotes at http://{address}", stats.articles, stats.quotes))?;
        let limits = Limits::default();
        let router = quotidian_server::router(engine.clone(), limits);
        #[cfg(feature = "mcp")]
        let router = quotidian_server::with_mcp(router, engine, address.ip(), &listen.host);
        quotidian_server::serve(listener, router, limits, asked_to_end()).await;
        Ok(ExitCode::SUCCESS)
    })
}

/// Opens an archive to serve it: whenever it changes, from then on. What there is to say goes to standard error.
pub(super) fn open(archive: &Path) -> anyhow::Result<Arc<TantivyEngine>> {
    let log = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(log).with_writer(std::io::stderr).init();
    let engine = Arc::new(TantivyEngine::open(archive)?);
    engine.watch();
    Ok(engine)
}

/// Completes at Ctrl-C, and where there is one, at the signal that service managers send.
async fn asked_to_end() {
    #[cfg(unix)]
    {
        use signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = signal::ctrl_c() => {}
            }
            return;
        }
    }
    // Without a handler there is nothing to wait for but the system's own way of ending the program.
    if signal::ctrl_c().await.is_err() {
        std::future::pending().await
    }
}
