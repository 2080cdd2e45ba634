use std::{
    collections::BTreeSet,
    path::PathBuf,
    process::ExitCode,
    thread,
    time::{Duration, Instant},
};

use quotidian_indexer::{Changes, Inputs, Options, Watch};

use super::{
    complain,
    index::{index, show},
};
use crate::arguments;

/// The least time between two looks at the files.
const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

/// How many times longer than a look the time to the next one is, so that looking at many files costs little.
const REST: u32 = 20;

/// Indexes the files, and again those that are added or change, until the process is ended. Between two runs the archive is
/// free for others.
pub(super) fn watch(arguments: &arguments::Index, options: &Options) -> anyhow::Result<ExitCode> {
    let (paths, archive) = (&arguments.paths, &arguments.archive.path);
    // Begun before the first run, so that nothing that changes during it is lost.
    let mut watch = Watch::start(paths, archive)?;
    show(&index(Inputs::expand(paths, Some(archive))?, options, archive)?, arguments.json)?;
    let mut due = Due::default();
    loop {
        let began = Instant::now();
        match watch.look(paths, archive) {
            Ok(changes) => due.add(changes, options.delete_missing),
            Err(error) => complain(&error.into()),
        }
        if let Some(paths) = due.paths(paths)
            && let Err(error) = run(paths, arguments, options)
        {
            // Another process may write to the archive: what is due stays due.
            complain(&error);
        } else {
            due = Due::default();
        }
        thread::sleep(BETWEEN_LOOKS.max(began.elapsed() * REST));
    }
}

fn run(paths: &[PathBuf], arguments: &arguments::Index, options: &Options) -> anyhow::Result<()> {
    let archive = &arguments.archive.path;
    let report = index(Inputs::expand(paths, Some(archive))?, options, archive)?;
    show(&report, arguments.json)
}

/// What is to be read again.
#[derive(Default)]
struct Due {
    files: Vec<PathBuf>,
    everything: bool,
}

impl Due {
    /// What is missing shows only when everything is read.
    fn add(&mut self, changes: Changes, delete_missing: bool) {
        self.everything |= delete_missing && (changes.vanished || !changes.changed.is_empty());
        let files: BTreeSet<PathBuf> = self.files.drain(..).chain(changes.changed).collect();
        self.files = files.into_iter().collect();
    }

    fn paths<'a>(&'a self, all: &'a [PathBuf]) -> Option<&'a [PathBuf]> {
        if self.everything {
            Some(all)
        } else {
            Some(self.files.as_slice()).filter(|files| !files.is_empty())
        }
    }
}
