use std::{
    cmp::Reverse,
    fs::{self, File},
    io::BufReader,
    path::{Path, PathBuf},
};

use super::{is_mets, pages};
use crate::format::{charset, whole};

/// How many METS files near a page are looked into.
const MOST: usize = 3;

/// Whether a METS file in the folder of a page, or in the one above, names the page: then the articles come from there.
pub(in crate::format) fn gives(page: &Path) -> bool {
    let (Ok(page), Some(name)) = (page.canonicalize(), page.file_name().and_then(|name| name.to_str()))
    else {
        return false;
    };
    let folders = page.ancestors().skip(1).take(2);
    folders.flat_map(|folder| near(folder, name)).any(|mets| names(&mets, &page, name))
}

/// The METS files of a folder whose names begin most like that of a page.
fn near(folder: &Path, page: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_candidate = |name: &String| {
        let small = name.to_lowercase();
        small.contains("mets") && small.ends_with(".xml") && name != page
    };
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(is_candidate).collect();
    let common = |name: &str| name.bytes().zip(page.bytes()).take_while(|(one, other)| one == other).count();
    names.sort_by_key(|name| (Reverse(common(name)), name.clone()));
    names.truncate(MOST);
    names.into_iter().map(|name| folder.join(name)).collect()
}

/// Whether a METS file has the address of a page: a value that ends with its name and leads to it.
fn names(mets: &Path, page: &Path, name: &str) -> bool {
    let (Some(folder), Ok(file)) = (mets.parent(), File::open(mets)) else { return false };
    let Ok(bytes) = whole::bytes(BufReader::new(file)) else { return false };
    let text = charset::decoded(&bytes);
    let leads_to_page = |place: usize| {
        let (before, after) = (&text[..place], &text[place + name.len()..]);
        let begin = before.rfind(['"', '\'']).map_or(0, |quote| quote + 1);
        let is_end = after.starts_with(['"', '\'']);
        is_end && pages::path(folder, &text[begin..place + name.len()]).as_deref() == Some(page)
    };
    is_mets(text.trim_start().as_bytes()) && text.match_indices(name).any(|(place, _)| leads_to_page(place))
}
