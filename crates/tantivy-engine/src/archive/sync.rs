use std::{
    fs::{self, File},
    io::Write,
    path::Path,
};

use quotidian_search::EngineError;

use crate::errors::AtPath;

/// Replaces a file in one step: written beside it, flushed, renamed over it, and the folder flushed, so that a crash
/// leaves the old or the new content.
pub(super) fn replace_file(path: &Path, content: &[u8]) -> Result<(), EngineError> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = Path::new(&beside);
    let mut file = File::create(beside).at(beside)?;
    file.write_all(content).at(beside)?;
    file.sync_all().at(beside)?;
    fs::rename(beside, path).at(path)?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Flushes a file's content to the disk.
pub(super) fn sync_file(path: &Path) -> Result<(), EngineError> {
    File::open(path).and_then(|file| file.sync_all()).at(path)
}

/// Flushes a folder's entries to the disk: tantivy's commit renames `meta.json` without doing so.
pub(super) fn sync_folder(path: &Path) -> Result<(), EngineError> {
    File::open(path).and_then(|folder| folder.sync_all()).at(path)
}
