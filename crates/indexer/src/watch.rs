use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use crate::{IndexError, Inputs};

/// Looks at files again and again, and says which were added or changed. It asks the file system and waits for no events of
/// it: those do not come from other machines, nor from all containers.
#[derive(Debug, Default)]
pub struct Watch {
    /// The files as they were when they were said to have changed.
    known: BTreeMap<PathBuf, State>,
    /// Those that looked otherwise the last time, and may still be written to.
    unsettled: BTreeMap<PathBuf, State>,
}

/// By what a change of a file is seen.
type State = (Option<SystemTime>, u64);

/// What has happened to watched files since they were last looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that were added or changed and have been left alone since the last look, in order.
    pub changed: Vec<PathBuf>,
    /// Whether files are gone.
    pub vanished: bool,
}

impl Watch {
    /// Watches the files that path arguments name, as they are now.
    ///
    /// # Errors
    /// As of [`Inputs::expand`].
    pub fn start(paths: &[PathBuf], archive: &Path) -> Result<Self, IndexError> {
        Ok(Self { known: states(paths, archive)?, unsettled: BTreeMap::new() })
    }

    /// Looks at the files again. One that has changed is named at the first look that finds it as the look before did.
    ///
    /// # Errors
    /// As of [`Inputs::expand`].
    pub fn look(&mut self, paths: &[PathBuf], archive: &Path) -> Result<Changes, IndexError> {
        let now = states(paths, archive)?;
        let vanished = self.known.keys().any(|path| !now.contains_key(path));
        self.known.retain(|path, _| now.contains_key(path));
        let differing: BTreeMap<PathBuf, State> =
            now.into_iter().filter(|(path, state)| self.known.get(path) != Some(state)).collect();
        let settled = |(path, state): &(&PathBuf, &State)| self.unsettled.get(*path) == Some(*state);
        let changed: BTreeSet<PathBuf> =
            differing.iter().filter(settled).map(|(path, _)| path.clone()).collect();
        for (path, state) in differing.iter().filter(|(path, _)| changed.contains(*path)) {
            self.known.insert(path.clone(), *state);
        }
        self.unsettled = differing.into_iter().filter(|(path, _)| !changed.contains(path)).collect();
        Ok(Changes { changed: changed.into_iter().collect(), vanished })
    }
}

fn states(paths: &[PathBuf], archive: &Path) -> Result<BTreeMap<PathBuf, State>, IndexError> {
    let inputs = Inputs::expand(paths, Some(archive))?;
    let state = |path: &Path| fs::metadata(path).ok().map(|file| (file.modified().ok(), file.len()));
    let states = inputs.0.iter().filter_map(|input| Some((input.path()?.to_owned(), state(input.path()?)?)));
    Ok(states.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_once_it_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let paths = [folder.path().to_owned()];
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        write("a.txt", "One.");
        let mut watch = Watch::start(&paths, Path::new("archive")).unwrap();
        let mut look = || watch.look(&paths, Path::new("archive")).unwrap();
        assert_eq!(look(), Changes::default());
        write("a.txt", "One and more.");
        write("b.txt", "Tw");
        assert_eq!(look(), Changes::default());
        write("b.txt", "Two.");
        assert_eq!(look().changed, [folder.path().join("a.txt")]);
        assert_eq!(look().changed, [folder.path().join("b.txt")]);
        assert_eq!(look(), Changes::default());
        fs::remove_file(folder.path().join("a.txt")).unwrap();
        assert_eq!(look(), Changes { changed: Vec::new(), vanished: true });
        assert_eq!(look(), Changes::default());
    }
}
