//! `cargo xtask fuzz`: random texts against the annotator, the query language and every reader, under cargo-fuzz.

use anyhow::{Result, ensure};
use quotidian_indexer::Format;

use crate::{process, workspace::Workspace};

/// Names the format in which the target `read` reads.
const FORMAT: &str = "QUOTIDIAN_FORMAT";

/// The most memory in MiB that an input may take.
const MEMORY: &str = "-rss_limit_mb=1024";

/// Runs every target for some seconds; an input that fails is kept under the crate's `fuzz/artifacts`.
pub(crate) fn run(workspace: &Workspace, seconds: u32) -> Result<()> {
    ensure!(
        process::succeeds(&mut workspace.cargo(&["fuzz", "--version"])),
        "cargo-fuzz is not installed (cargo install cargo-fuzz --locked)"
    );
    fuzz(workspace, "crates/text", "annotate", None, seconds)?;
    fuzz(workspace, "crates/search", "query", None, seconds)?;
    fuzz(workspace, "crates/indexer", "read", None, seconds)?;
    for format in Format::ALL {
        fuzz(workspace, "crates/indexer", "read", Some(format.as_str()), seconds)?;
    }
    Ok(())
}

/// Runs one target; with a format it begins with the sample of that format, and keeps what it finds apart.
fn fuzz(workspace: &Workspace, folder: &str, target: &str, format: Option<&str>, seconds: u32) -> Result<()> {
    let corpus = format!("corpus/{}", format.unwrap_or(target));
    std::fs::create_dir_all(workspace.path(folder).join("fuzz").join(&corpus))?;
    let limit = format!("-max_total_time={seconds}");
    let (corpus, samples) =
        (format!("fuzz/{corpus}"), format.map(|format| format!("tests/samples/{format}")));
    let mut arguments = vec!["fuzz", "run", target, &corpus];
    arguments.extend(samples.as_deref());
    arguments.extend(["--", &limit, "-timeout=20", "-max_len=65536", MEMORY]);
    let mut command = workspace.cargo(&arguments);
    command.current_dir(workspace.path(folder));
    // Sanitizers are unstable options of a stable compiler.
    command.env("RUSTC_BOOTSTRAP", "1");
    if let Some(format) = format {
        command.env(FORMAT, format);
    }
    process::run(&mut command)
}
