//! `cargo xtask fuzz`: random texts against the annotator and the query language, under cargo-fuzz.

use anyhow::{Result, ensure};

use crate::{process, workspace::Workspace};

/// The fuzz targets: the folder of the crate and the target's name.
const TARGETS: &[(&str, &str)] = &[("crates/text", "annotate"), ("crates/search", "query")];

/// Runs every target for some seconds; an input that fails is kept under the crate's `fuzz/artifacts`.
pub(crate) fn run(workspace: &Workspace, seconds: u32) -> Result<()> {
    ensure!(
        process::succeeds(&mut workspace.cargo(&["fuzz", "--version"])),
        "cargo-fuzz is not installed (cargo install cargo-fuzz --locked)"
    );
    for (folder, target) in TARGETS {
        let limit = format!("-max_total_time={seconds}");
        let mut command =
            workspace.cargo(&["fuzz", "run", target, "--", &limit, "-timeout=20", "-max_len=65536"]);
        command.current_dir(workspace.path(folder));
        // Sanitizers are unstable options of a stable compiler.
        command.env("RUSTC_BOOTSTRAP", "1");
        process::run(&mut command)?;
    }
    Ok(())
}
