use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
};

use quotidian_search::EngineError;

use super::{Generation, sync::replace_file};
use crate::errors::{AtPath, damaged};

const CURRENT: &str = "CURRENT";
const WRITER_LOCK: &str = "WRITER.lock";

/// An archive folder, by its path.
#[derive(Debug, Clone)]
pub(crate) struct Archive {
    path: PathBuf,
}

/// Held by the one process that writes to an archive; released when dropped, or by the system when the process ends.
#[derive(Debug)]
pub(crate) struct WriterLock {
    _file: File,
}

impl Archive {
    pub(crate) fn at(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    /// The generation that `CURRENT` names; `None` where there is no archive yet.
    pub(crate) fn current(&self) -> Result<Option<Generation>, EngineError> {
        let path = self.path.join(CURRENT);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).at(&path),
        };
        let generation = Generation::named(&self.path, text.trim());
        let generation =
            generation.ok_or_else(|| damaged(&path, format!("`{}` is no generation", text.trim())))?;
        Ok(Some(generation))
    }

    /// The generation that `CURRENT` names, or the error that tells how to make an archive.
    pub(crate) fn existing(&self) -> Result<Generation, EngineError> {
        self.current()?.ok_or_else(|| EngineError::NoArchive { path: self.path.clone() })
    }

    /// A path for the generation after `current`.
    pub(crate) fn next(&self, current: Option<&Generation>) -> Generation {
        Generation::new(&self.path, current.map_or(0, Generation::number) + 1)
    }

    /// Makes `generation` the current one.
    pub(crate) fn switch_to(&self, generation: &Generation) -> Result<(), EngineError> {
        replace_file(&self.path.join(CURRENT), format!("{}\n", generation.name()).as_bytes())
    }

    /// Takes the writer's lock, making the folder if there is none.
    pub(crate) fn lock_for_writing(&self) -> Result<WriterLock, EngineError> {
        fs::create_dir_all(&self.path).at(&self.path)?;
        let path = self.path.join(WRITER_LOCK);
        let file = File::create(&path).at(&path)?;
        match file.try_lock() {
            Ok(()) => Ok(WriterLock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(EngineError::Busy { path: self.path.clone() }),
            Err(TryLockError::Error(error)) => Err(error).at(&path),
        }
    }

    /// Removes every generation but the current one that no reader holds: old ones, and what a crash left half-made.
    /// Call it only under the writer's lock.
    pub(crate) fn remove_unused(&self, _lock: &WriterLock) -> Result<(), EngineError> {
        let current = self.current()?.map(|generation| generation.number());
        for entry in fs::read_dir(&self.path).at(&self.path)? {
            let name = entry.at(&self.path)?.file_name();
            let generation = name.to_str().and_then(|name| Generation::named(&self.path, name));
            if let Some(generation) = generation.filter(|generation| Some(generation.number()) != current) {
                generation.remove_unless_read()?;
            }
        }
        Ok(())
    }
}
