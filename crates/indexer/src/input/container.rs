use std::{
    borrow::Cow,
    cell::Cell,
    ffi::OsStr,
    fs::File,
    io::{self, Read, Seek},
    ops::ControlFlow,
    path::{Component, Path, PathBuf},
    rc::Rc,
};

use zip::ZipArchive;

use super::{
    Consumed, Content, Origin,
    guarded::{Guarded, is_bomb},
};
use crate::{Reason, Rejection};

/// How many archive files may lie in one another.
const DEEPEST: usize = 3;

/// The most bytes of a zip file that is no file on disk: it is copied to one, for its list of files stands at its end.
const LONGEST_COPY: u64 = 4 << 30;

/// How the first file in a zip file is called where the whole is one document.
const DOCUMENTS: &[&str] = &["[Content_Types].xml", "mimetype", "word/", "_rels/", "docProps/"];

/// Where macOS puts what no other system asks for.
const METADATA: &str = "__MACOSX";

/// A file in which other files are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Container {
    Tar,
    Zip,
}

/// What is done with every file in a container, and with what cannot be read.
pub(crate) type Visit<'a> = dyn FnMut(Result<(Content<'_>, Origin), Rejection>) -> ControlFlow<()> + 'a;

impl Container {
    /// The kind of a file that begins with `head`, if it is one. Office documents are zip files, and one document each.
    pub(crate) fn recognise(head: &[u8]) -> Option<Self> {
        if head.get(257..262) == Some(b"ustar") {
            return Some(Self::Tar);
        }
        let name = head.get(30..).unwrap_or_default();
        let is_document = DOCUMENTS.iter().any(|document| name.starts_with(document.as_bytes()));
        (head.starts_with(b"PK\x03\x04") && !is_document || head.starts_with(b"PK\x05\x06"))
            .then_some(Self::Zip)
    }

    /// Opens every file in it, in its order; folders, links and hidden files are passed over.
    pub(crate) fn visit(
        self,
        content: Content<'_>,
        origin: &Origin,
        visit: &mut Visit<'_>,
    ) -> ControlFlow<()> {
        if origin.depth() >= DEEPEST {
            return visit(Err(origin.rejection(Reason::Nested)));
        }
        match self {
            Self::Tar => visit_tar(content, origin, visit),
            Self::Zip => match seekable(content, origin) {
                Ok((file, size)) => visit_zip(file, size, origin, visit),
                Err(error) => visit(Err(origin.rejection(error))),
            },
        }
    }
}

fn visit_tar(content: Content<'_>, origin: &Origin, visit: &mut Visit<'_>) -> ControlFlow<()> {
    let mut archive = tar::Archive::new(content.reader);
    let entries = match archive.entries() {
        Ok(entries) => entries,
        Err(error) => return visit(Err(origin.rejection(error))),
    };
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            // What follows cannot be found any more.
            Err(error) => return visit(Err(origin.rejection(error))),
        };
        if entry.header().entry_type().is_file() {
            let path = entry.path().map(|path| path.into_owned());
            let path =
                path.unwrap_or_else(|_| String::from_utf8_lossy(&entry.path_bytes()).into_owned().into());
            open(entry, &path, origin, visit)?;
        }
    }
    ControlFlow::Continue(())
}

fn visit_zip(file: impl Read + Seek, size: u64, origin: &Origin, visit: &mut Visit<'_>) -> ControlFlow<()> {
    let mut archive = match ZipArchive::new(file) {
        Ok(archive) => archive,
        Err(error) => return visit(Err(origin.rejection(io::Error::from(error)))),
    };
    let produced = Rc::new(Cell::new(0));
    for number in 0..archive.len() {
        let name = archive.name_for_index(number).and_then(Result::ok).map(Cow::into_owned);
        let name = PathBuf::from(name.unwrap_or_else(|| format!("file {}", number + 1)));
        match archive.by_index(number) {
            Ok(member) if member.is_file() => {
                open(Guarded::shared(member, &produced, size), &name, origin, visit)?;
            }
            Ok(_) => {}
            Err(error) => visit(Err(origin.member(&name).rejection(io::Error::from(error))))?,
        }
        if is_bomb(produced.get(), size) {
            break;
        }
    }
    ControlFlow::Continue(())
}

/// Opens a file in a container, unless its path says that it is not meant or leads out of the container.
fn open(reader: impl Read, path: &Path, origin: &Origin, visit: &mut Visit<'_>) -> ControlFlow<()> {
    let mut parts = path.components();
    if parts.any(|part| !matches!(part, Component::Normal(_) | Component::CurDir)) {
        return visit(Err(origin.member(path).rejection(Reason::LeadsOut)));
    }
    let is_hidden =
        |part: &OsStr| part == METADATA || part != "." && part.as_encoded_bytes().starts_with(b".");
    if path.iter().any(is_hidden) {
        return ControlFlow::Continue(());
    }
    let origin = origin.member(path);
    match Content::new(reader, &Consumed::default()) {
        Ok(content) => visit(Ok((content, origin))),
        Err(error) => visit(Err(origin.rejection(error))),
    }
}

/// The file on disk, or a copy of the content in one that has no name; and its size in bytes.
fn seekable(content: Content<'_>, origin: &Origin) -> Result<(File, u64), Reason> {
    if let Some(path) = origin.file().filter(|path| begins_as_zip(path)) {
        let file = File::open(path)?;
        let size = file.metadata()?.len();
        return Ok((file, size));
    }
    let mut file = tempfile::tempfile()?;
    let size = io::copy(&mut content.reader.take(LONGEST_COPY + 1), &mut file)?;
    if size > LONGEST_COPY { Err(Reason::TooLong { limit: LONGEST_COPY }) } else { Ok((file, size)) }
}

/// Whether a file is a zip file as it lies there, and not a compressed one.
fn begins_as_zip(path: &Path) -> bool {
    let mut magic = [0; 2];
    File::open(path).and_then(|mut file| file.read_exact(&mut magic)).is_ok() && magic == *b"PK"
}
