//! The archive on disk.
//!
//! ```text
//! ARCHIVE/CURRENT                         one line: gen-000017
//! ARCHIVE/WRITER.lock                     held by the one process that writes
//! ARCHIVE/authority.toml                  the owner's own merges and splits of names, if there are any
//! ARCHIVE/gen-000017/{articles,quotes}/   two tantivy indexes, immutable once CURRENT names them
//! ARCHIVE/gen-000017/stories              which article belongs to the story of another
//! ARCHIVE/gen-000017/authority.jsonl      which names mean the same
//! ARCHIVE/gen-000017/manifest.json        counts, date span, and every file with size and checksum
//! ```
//!
//! A generation is built beside the current one, from hard links to its immutable segment files; it is written,
//! flushed to the disk with its folder, and only then named by `CURRENT`, which is replaced by a rename. So a crash at
//! any moment leaves the last complete generation, both indexes change in one step, and a reader never sees half of a
//! change. A reader holds a shared lock on the manifest of the generation it reads; a writer removes the generations
//! that nobody holds.

pub mod check;
mod generation;
mod layout;
mod manifest;
mod sync;

pub(crate) use generation::{Generation, ReadLock};
pub(crate) use layout::{Archive, WriterLock};
pub(crate) use manifest::{FORMAT_VERSION, FileEntry, Manifest};
