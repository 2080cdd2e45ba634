use std::{
    collections::HashSet,
    fs, io,
    path::{Path, PathBuf},
};

use super::Input;
use crate::IndexError;

/// The inputs that the arguments name, in the order of the arguments.
pub(super) fn expand(arguments: &[PathBuf], archive: Option<&Path>) -> Result<Vec<Input>, IndexError> {
    let mut walk = Walk { inputs: Vec::new(), entered: HashSet::new() };
    for argument in arguments {
        // Links that lead back into a folder are cut off within one argument; a folder named twice is read twice.
        walk.entered = archive.and_then(|archive| archive.canonicalize().ok()).into_iter().collect();
        if argument.as_os_str() == "-" {
            walk.inputs
                .push(Input::Stream { name: "standard input".to_owned(), reader: Box::new(io::stdin()) });
        } else if argument.exists() {
            walk.enter(argument.clone());
        } else {
            for path in matches(argument)? {
                walk.enter(path);
            }
        }
    }
    Ok(walk.inputs)
}

/// The paths that a glob pattern matches, sorted by name, hidden ones left out.
fn matches(argument: &Path) -> Result<Vec<PathBuf>, IndexError> {
    let pattern = argument.to_str().filter(|text| text.contains(['*', '?', '[']));
    let Some(pattern) = pattern else { return Err(IndexError::NoSuchPath { path: argument.to_owned() }) };
    let options = glob::MatchOptions { require_literal_leading_dot: true, ..glob::MatchOptions::new() };
    let found = glob::glob_with(pattern, options)
        .map_err(|error| IndexError::Pattern { pattern: pattern.to_owned(), reason: error.to_string() })?;
    let mut paths: Vec<PathBuf> =
        found.map(|path| path.unwrap_or_else(|error| error.path().to_owned())).collect();
    paths.sort();
    if paths.is_empty() { Err(IndexError::NoMatch { pattern: pattern.to_owned() }) } else { Ok(paths) }
}

struct Walk {
    inputs: Vec<Input>,
    /// Canonical paths of the folders that are not to be entered again.
    entered: HashSet<PathBuf>,
}

impl Walk {
    /// Adds a file, or what is below a folder.
    fn enter(&mut self, path: PathBuf) {
        if !path.is_dir() {
            return self.inputs.push(Input::File { path });
        }
        match path.canonicalize().map(|canonical| self.entered.insert(canonical)) {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => return self.inputs.push(Input::Unreadable { path, error }),
        }
        match entries(&path) {
            Ok(entries) => entries.into_iter().for_each(|entry| self.enter_below(entry)),
            Err(error) => self.inputs.push(Input::Unreadable { path, error }),
        }
    }

    /// The same for what was found in a folder: a socket or a pipe there is nobody's article.
    fn enter_below(&mut self, path: PathBuf) {
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() || metadata.is_file() => self.enter(path),
            Ok(_) => {}
            Err(error) => self.inputs.push(Input::Unreadable { path, error }),
        }
    }
}

/// What a folder holds, sorted by name, hidden entries left out.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_name().as_encoded_bytes().starts_with(b".") {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}
