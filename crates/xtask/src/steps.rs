//! What is checked, in order. A step builds on those before it.

use anyhow::Result;

use crate::{browser, process, schemathesis, tools, workspace::Workspace};

/// One check.
pub(crate) struct Step {
    /// What a person calls it.
    pub(crate) name: &'static str,
    /// Does it.
    pub(crate) run: fn(&Workspace) -> Result<Outcome>,
}

/// What became of a step that did not fail.
pub(crate) enum Outcome {
    /// It was done, and all is well.
    Passed,
    /// It was not done, for this reason.
    Skipped(&'static str),
}

/// The steps of `cargo xtask lint`.
pub(crate) const LINT: &[Step] = &[COMPONENTS, FORMATTING, LINTS, DOCUMENTATION];

/// The steps of `cargo xtask test`. Tools come first, so that a missing one shows at once and not after a long build.
pub(crate) const TEST: &[Step] = &[
    COMPONENTS,
    TOOLS,
    FORMATTING,
    LINTS,
    TESTS,
    DOCUMENTATION,
    LICENCES,
    WEB_TOOLS,
    WEB_TYPES,
    WEB_UNIT_TESTS,
    PROGRAM,
    DESCRIPTION,
    BROWSER_TESTS,
];

const COMPONENTS: Step =
    Step { name: "parts of the Rust toolchain", run: |_| done(tools::install_components()) };

const TOOLS: Step = Step { name: "tools of the web tests", run: |_| done(tools::install_web_tools()) };

const FORMATTING: Step =
    Step { name: "formatting", run: |workspace| cargo(workspace, &["fmt", "--all", "--check"]) };

const LINTS: Step = Step {
    name: "lints",
    run: |workspace| cargo(workspace, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
};

const TESTS: Step =
    Step { name: "tests", run: |workspace| cargo(workspace, &["test", "--workspace", "--no-fail-fast"]) };

const DOCUMENTATION: Step = Step {
    name: "documentation",
    run: |workspace| {
        let mut command = workspace.cargo(&["doc", "--workspace", "--no-deps"]);
        done(process::run(command.env("RUSTDOCFLAGS", "-D warnings")))
    },
};

/// Advisories are left out: their database comes from a site that not every machine reaches.
const LICENCES: Step = Step {
    name: "licences, bans and sources of dependencies",
    run: |workspace| {
        if !process::succeeds(&mut workspace.cargo(&["deny", "--version"])) {
            return Ok(Outcome::Skipped("cargo-deny is not installed (cargo install cargo-deny --locked)"));
        }
        cargo(workspace, &["deny", "check", "licenses", "bans", "sources"])
    },
};

const WEB_TOOLS: Step = Step {
    name: "packages of the web tests",
    run: |workspace| npm(workspace, &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]),
};

const WEB_TYPES: Step =
    Step { name: "types of the web pages", run: |workspace| npm(workspace, &["run", "types"]) };

const WEB_UNIT_TESTS: Step =
    Step { name: "unit tests of the web pages", run: |workspace| npm(workspace, &["run", "test:unit"]) };

/// With the tests' choice of features (`--tests`), so that no dependency is compiled a second time.
const PROGRAM: Step = Step {
    name: "the program",
    run: |workspace| cargo(workspace, &["build", "--workspace", "--bins", "--tests"]),
};

const DESCRIPTION: Step = Step { name: "the HTTP API against its description", run: schemathesis::test };

const BROWSER_TESTS: Step =
    Step { name: "web pages in a browser", run: |workspace| done(browser::test(workspace)) };

fn cargo(workspace: &Workspace, arguments: &[&str]) -> Result<Outcome> {
    done(process::run(&mut workspace.cargo(arguments)))
}

fn npm(workspace: &Workspace, arguments: &[&str]) -> Result<Outcome> {
    done(process::run(&mut workspace.npm(arguments)))
}

fn done(result: Result<()>) -> Result<Outcome> {
    result.map(|()| Outcome::Passed)
}
