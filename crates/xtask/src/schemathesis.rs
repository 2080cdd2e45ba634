//! The HTTP API against its own description, by [schemathesis](https://schemathesis.io): requests drawn at random from what
//! `/openapi.json` says, well-formed and not, to the program serving the sample archive. Nothing may fail with a server
//! error, break its schema, or answer with a status, a header or a media type that the description does not have.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Result, ensure};

use crate::{process, server::ArchiveServer, steps::Outcome, tools, workspace::Workspace};

/// The version that the checks were written for.
const VERSION: &str = "4.32.5";
/// Cases drawn at random for each operation, beside those of the edges of its schema.
const CASES: &str = "200";
/// The same cases at every run.
const SEED: &str = "1";
/// All but that a well-formed request is accepted, for what excludes what (a cursor a page) no schema says; and that an
/// ill-formed one is refused, for an empty value counts as absent, which none says either.
const CHECKS: [&str; 7] = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "unsupported_method",
    "allow_header_conformance",
];

/// Installs schemathesis below the target folder and runs it. Where it cannot be installed, the step is skipped, but not
/// where all must be checked (`CI=true`).
pub(crate) fn test(workspace: &Workspace) -> Result<Outcome> {
    let folder = workspace.target().join(format!("schemathesis-{VERSION}"));
    if let Err(error) = install(&folder) {
        ensure!(env::var("CI").as_deref() != Ok("true"), "{error:#}");
        println!("{error:#}");
        return Ok(Outcome::Skipped(
            "schemathesis could not be installed (it takes python3 and a package index)",
        ));
    }
    let sample = ArchiveServer::sample(workspace)?;
    let mut schemathesis = Command::new(program(&folder, "schemathesis"));
    schemathesis.arg("--no-color").arg("run").arg(format!("{}/openapi.json", sample.server.url()));
    schemathesis.args(["--phases", "examples,coverage,fuzzing", "--checks", &CHECKS.join(",")]);
    // One worker: with several threads CPython 3.11 now and then fails to parse (its count of recursions is shared).
    schemathesis.args(["--max-examples", CASES, "--seed", SEED, "--workers", "1"]);
    // The sample is searched in a millisecond; what hangs shall not hang the checks.
    schemathesis.args(["--request-timeout", "10"]);
    process::run(schemathesis.current_dir(&folder)).map(|()| Outcome::Passed)
}

fn install(folder: &Path) -> Result<()> {
    if process::succeeds(Command::new(program(folder, "schemathesis")).arg("--version")) {
        return Ok(());
    }
    tools::make_python_environment(folder)?;
    let package = format!("schemathesis=={VERSION}");
    process::run(Command::new(program(folder, "pip")).args(["install", "--quiet", &package]))
}

/// A program of a Python environment.
fn program(folder: &Path, name: &str) -> PathBuf {
    folder.join("bin").join(name)
}
