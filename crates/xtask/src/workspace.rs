//! Where the repository lies, and the programs that work on it.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

/// The repository that the command was started in.
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// Finds it through cargo, and not from the folder this was compiled in: clones may share a target folder.
    pub(crate) fn find() -> Result<Workspace> {
        let package = env::var("CARGO_MANIFEST_DIR").context("start this as `cargo xtask`")?;
        let root = Path::new(&package)
            .ancestors()
            .nth(2)
            .with_context(|| format!("{package} does not lie two folders below the repository's root"))?;
        Ok(Workspace { root: root.to_owned() })
    }

    /// A path, given from the root.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// Cargo, at the root.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("cargo");
        command.current_dir(&self.root).args(arguments);
        command
    }

    /// Npm, in the folder of the web pages.
    pub(crate) fn npm(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("npm");
        command.current_dir(self.path("web")).args(arguments);
        command
    }

    /// The folder that cargo builds in.
    pub(crate) fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.path("target"), PathBuf::from)
    }

    /// A program that cargo has built with `--release`, by its name from there.
    pub(crate) fn released(&self, name: &str) -> PathBuf {
        self.target().join("release").join(name)
    }

    /// The `quotidian` program: cargo puts it beside this one, in the same target folder and profile.
    pub(crate) fn quotidian(&self) -> Result<Command> {
        let this = env::current_exe().context("where does this program lie?")?;
        let mut command = Command::new(this.with_file_name("quotidian"));
        command.current_dir(&self.root);
        Ok(command)
    }
}
