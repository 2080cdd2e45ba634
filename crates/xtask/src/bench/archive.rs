//! The archive that is measured unless another one is named.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use crate::process;

/// The archive of a corpus in a folder. It is made if it is not there, or if `program` finds it damaged or of another
/// format.
pub(super) fn of_corpus(program: &Path, corpus: &Path, folder: &Path) -> Result<PathBuf> {
    ensure!(
        corpus.is_file(),
        "the corpus is not at {}; name another file with --corpus, or an archive with --archive",
        corpus.display()
    );
    let name = corpus.file_name().context("a corpus is a file")?.to_string_lossy();
    let name = name.split('.').next().unwrap_or_default();
    let archive = folder.join(name);
    if process::succeeds(Command::new(program).arg("check").arg("--archive").arg(&archive)) {
        return Ok(archive);
    }
    // Made aside: a run that is interrupted leaves a sound archive of a part of the corpus.
    let unfinished = folder.join(format!("{name}.unfinished"));
    remove(&unfinished)?;
    process::run(Command::new(program).arg("index").arg(corpus).arg("--archive").arg(&unfinished))?;
    remove(&archive)?;
    fs::rename(&unfinished, &archive).with_context(|| format!("cannot make {}", archive.display()))?;
    Ok(archive)
}

/// Removes a folder if it is there.
fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_corpus_is_named() {
        let error = of_corpus(Path::new("true"), Path::new("nowhere.jsonl"), Path::new("bench")).unwrap_err();
        assert!(error.to_string().starts_with("the corpus is not at nowhere.jsonl"), "{error:#}");
    }
}
