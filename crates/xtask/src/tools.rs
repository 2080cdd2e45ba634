//! The programs that the checks need, installed where that is possible and named where it is not.

use std::{path::Path, process::Command};

use anyhow::{Context, Result, bail, ensure};

use crate::process;

/// A program on the search path and the Debian package that brings it.
struct Tool {
    program: &'static str,
    package: &'static str,
}

const WEB_TOOLS: [Tool; 3] = [
    Tool { program: "node", package: "nodejs" },
    Tool { program: "npm", package: "npm" },
    Tool { program: "chromium", package: "chromium" },
];

/// The oldest node that the browser driver runs on; `engines` in `web/package.json` says the same.
const OLDEST_NODE: u32 = 18;

/// Sees to rustfmt and clippy, which a minimal toolchain lacks.
pub(crate) fn install_components() -> Result<()> {
    let missing = ["fmt", "clippy"].iter().any(|name| !is_there(Command::new("cargo").arg(name)));
    if missing {
        process::run(Command::new("rustup").args(["component", "add", "rustfmt", "clippy"]))?;
    }
    Ok(())
}

/// Sees to node, npm and chromium, through apt where this user may.
pub(crate) fn install_web_tools() -> Result<()> {
    let missing: Vec<&str> = WEB_TOOLS
        .iter()
        .filter(|tool| !is_there(&mut Command::new(tool.program)))
        .map(|tool| tool.package)
        .collect();
    if !missing.is_empty() {
        install(&missing)?;
    }
    check_node()
}

/// Makes an environment for Python packages in `folder`, with what Debian keeps apart from python3.
pub(crate) fn make_python_environment(folder: &Path) -> Result<()> {
    let make = || process::run(Command::new("python3").args(["-m", "venv"]).arg(folder));
    make().or_else(|_| install(&["python3", "python3-venv"]).and_then(|()| make()))
}

fn is_there(command: &mut Command) -> bool {
    process::succeeds(command.arg("--version"))
}

fn install(packages: &[&str]) -> Result<()> {
    let Some(prefix) = administrator() else {
        bail!("the checks need more programs: run `sudo {}`", apt_install(packages).join(" "));
    };
    process::run(&mut administrate(prefix, &["apt-get", "update"]))?;
    process::run(&mut administrate(prefix, &apt_install(packages)))
}

fn apt_install<'a>(packages: &[&'a str]) -> Vec<&'a str> {
    [&["apt-get", "install", "-y", "--no-install-recommends"], packages].concat()
}

/// The words before a command that make it the administrator's: none for root, `sudo -n` where it asks nothing.
fn administrator() -> Option<&'static [&'static str]> {
    let apt = is_there(&mut Command::new("apt-get"));
    let root = || Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n");
    let sudo = || process::succeeds(Command::new("sudo").args(["-n", "true"]));
    match apt {
        true if root() => Some(&[]),
        true if sudo() => Some(&["sudo", "-n"]),
        _ => None,
    }
}

/// `env` sets the variable behind `sudo`, which would drop one of ours: apt must never ask a question.
fn administrate(prefix: &[&str], words: &[&str]) -> Command {
    let mut line = prefix.iter().chain(&["env", "DEBIAN_FRONTEND=noninteractive"]).chain(words);
    let mut command = Command::new(line.next().unwrap_or(&"env"));
    command.args(line);
    command
}

fn check_node() -> Result<()> {
    let output = Command::new("node").arg("--version").output().context("node did not start")?;
    let version = String::from_utf8_lossy(&output.stdout);
    let major = major_version(&version).with_context(|| format!("node calls its version {version:?}"))?;
    ensure!(
        major >= OLDEST_NODE,
        "the web tests need node {OLDEST_NODE} or later, and this is {}",
        version.trim()
    );
    Ok(())
}

/// `v20.20.2` is 20.
fn major_version(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn major_versions() {
        assert_eq!(major_version("v20.20.2\n"), Some(20));
        assert_eq!(major_version("v8.0.0"), Some(8));
        assert_eq!(major_version("20.1.0"), None);
        assert_eq!(major_version(""), None);
    }

    #[test]
    fn apt_asks_no_questions() {
        let line = |prefix: &[&str]| {
            process::command_line(&administrate(prefix, &apt_install(&["npm", "chromium"])))
        };
        let install =
            "env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends npm chromium";
        assert_eq!(line(&[]), install);
        assert_eq!(line(&["sudo", "-n"]), format!("sudo -n {install}"));
    }
}
