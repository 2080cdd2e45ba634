use std::{
    collections::HashMap,
    fs::File,
    io::BufReader,
    path::{Component, Path, PathBuf},
};

use crate::{
    Reason,
    format::{
        alto::{Area, Words, Writer},
        charset,
        whole::{self, Fault},
        xml::{self, Element},
    },
    raw_article::RawArticle,
};

/// The most pages of an issue that are read.
const MOST_PAGES: usize = 2_000;

/// The most words that the articles of an issue have together.
const MOST_WORDS: usize = 20_000_000;

/// A file of words that a METS file names.
struct Named {
    address: String,
    /// The line in which it is named.
    line: u64,
    /// Its words, once it has been looked for.
    words: Option<Option<Words>>,
}

/// The pages that a METS file names, read when they are wanted. Only files in its folder and below are ever opened.
pub(super) struct Pages {
    folder: PathBuf,
    files: HashMap<String, Named>,
    /// The ids in the order of the file.
    pub(super) ids: Vec<String>,
    /// How many files have been looked for.
    read: usize,
    /// How many words may still be written.
    left: usize,
}

impl Pages {
    /// The files of words that a METS file in `folder` names.
    pub(super) fn new(mets: &Element, folder: &Path) -> Self {
        let folder = folder.to_owned();
        let mut pages = Self { folder, files: HashMap::new(), ids: Vec::new(), read: 0, left: MOST_WORDS };
        for file in mets.all("file") {
            let address = file.first("FLocat").and_then(|location| location.attribute("href"));
            let (Some(id), Some(address)) = (file.attribute("ID"), address) else { continue };
            if address.to_ascii_lowercase().ends_with(".xml") {
                let named = Named { address: address.to_owned(), line: file.line, words: None };
                pages.files.insert(id.to_owned(), named);
                pages.ids.push(id.to_owned());
            }
        }
        pages
    }

    /// Whether an id is that of a file of words.
    pub(super) fn has(&self, id: &str) -> bool {
        self.files.contains_key(id)
    }

    /// Writes the words of an area of a file, if that is there.
    pub(super) fn write(&mut self, id: &str, area: &Area, writer: &mut Writer) {
        self.look(id);
        let words = self.files.get(id).and_then(|named| named.words.as_ref()?.as_ref());
        let Some((words, parts)) = words.and_then(|words| Some((words, words.in_area(area)?))) else {
            return;
        };
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            if part.len() > self.left {
                return;
            }
            self.left -= part.len();
            writer.add(words, part);
        }
    }

    /// Looks for a file, once.
    fn look(&mut self, id: &str) {
        let is_allowed = self.read < MOST_PAGES;
        let Some(named) = self.files.get_mut(id).filter(|named| named.words.is_none()) else { return };
        self.read += 1;
        let path = path(&self.folder, &named.address).filter(|_| is_allowed);
        named.words = Some(path.and_then(|path| words(&path)));
    }

    /// The pages that were wanted and are not there.
    pub(super) fn missing(&self) -> impl Iterator<Item = Result<RawArticle, Fault>> {
        let named = self.ids.iter().filter_map(|id| self.files.get(id));
        let missing = named.filter(|named| matches!(named.words, Some(None)));
        missing.map(|named| {
            let reason = Reason::MissingPage { address: named.address.clone() };
            Err(Fault { line: Some(named.line), reason })
        })
    }
}

/// The file in a folder that an address names: below it, else right in it under the same name, as where files have been moved.
pub(super) fn path(folder: &Path, address: &str) -> Option<PathBuf> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let address = address.replace('\\', "/");
    let relative = Path::new(address.strip_prefix("file://").unwrap_or(&address));
    let is_below = relative.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let below = is_below.then(|| folder.join(relative));
    let beside = relative.file_name().map(|name| folder.join(name));
    let found = [below, beside].into_iter().flatten().find_map(|path| path.canonicalize().ok())?;
    // A link may lead out of the folder.
    let folder = folder.canonicalize().ok()?;
    (found.starts_with(folder) && found.is_file()).then_some(found)
}

fn words(path: &Path) -> Option<Words> {
    let bytes = whole::bytes(BufReader::new(File::open(path).ok()?)).ok()?;
    let (root, fault) = xml::root(&charset::decoded(&bytes))?;
    (root.name() == "alto" && fault.is_none()).then(|| Words::read(&root))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn nothing_outside_of_the_folder_is_opened() {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("issue");
        fs::create_dir_all(folder.join("alto")).unwrap();
        for name in ["secret.xml", "issue/1.xml", "issue/alto/2.xml"] {
            fs::write(outer.path().join(name), "<alto/>").unwrap();
        }
        let is_found = |address: &str| path(&folder, address).is_some();
        for address in [
            "1.xml",
            "./1.xml",
            "file://./1.xml",
            "alto/2.xml",
            "alto\\2.xml",
            "http://x.example/1.xml",
            "/scans/1.xml",
            "../other/1.xml",
        ] {
            assert!(is_found(address), "{address}");
        }
        let secret = outer.path().join("secret.xml").display().to_string();
        for address in
            ["../secret.xml", "alto/../../secret.xml", &secret, &format!("file://{secret}"), "", "..", "alto"]
        {
            assert!(!is_found(address), "{address}");
        }
    }
}
