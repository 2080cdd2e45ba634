use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context;
use quotidian_indexer::{Inputs, Options};
use quotidian_model::Day;
use rust_embed::RustEmbed;

use super::{index::index, serve::serve};
use crate::arguments;

/// The sample archive of an invented country.
#[derive(RustEmbed)]
#[folder = "../../data/sample"]
#[include = "articles.jsonl"]
#[include = "letters/*"]
struct Sample;

pub(super) fn run(arguments: &arguments::Demo) -> anyhow::Result<ExitCode> {
    let folder = demo_folder();
    let sample = folder.join("sample");
    unpack(&sample).with_context(|| format!("the sample cannot be written to {}", sample.display()))?;
    let archive = folder.join("archive");
    let options = Options::new(Day::new(jiff::Zoned::now().date()));
    index(Inputs::expand(&[sample], None)?, &options, &archive)?;
    serve(&archive, &arguments.listen)
}

/// A place of its own, the same at every run, so that links into the demo stay good.
fn demo_folder() -> PathBuf {
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = || env::home_dir().map(|home| home.join(".cache"));
    cache.or_else(home).unwrap_or_else(env::temp_dir).join("quotidian-demo")
}

fn unpack(folder: &Path) -> anyhow::Result<()> {
    for name in Sample::iter() {
        let path = folder.join(&*name);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, Sample::get(&name).context("an embedded file is missing")?.data)?;
    }
    Ok(())
}
