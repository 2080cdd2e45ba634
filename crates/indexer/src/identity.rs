use std::path::{Path, PathBuf};

use blake3::Hasher;
use quotidian_model::{ArticleId, ArticleIdError};

use crate::{
    fingerprint::{field, first_eight_bytes},
    raw_article::RawArticle,
};

/// The identity of an article: the stated id, else the url, else one of `file` when it is the only article of that file,
/// else one of its content. A text that cannot be an [`ArticleId`] (too long, control characters) counts as absent.
pub(crate) fn identity(raw: &RawArticle, file: Option<&Path>) -> Result<ArticleId, ArticleIdError> {
    let stated = [&raw.id, &raw.url].into_iter().flatten().find_map(|text| text.parse().ok());
    match stated.or_else(|| file.and_then(of_file)) {
        Some(id) => Ok(id),
        None => of_content(raw),
    }
}

/// The file's name without extensions of format and compression, and 8 hexadecimal digits of the BLAKE3 of its
/// canonical path, so that files of the same name in two folders stay apart.
fn of_file(path: &Path) -> Option<ArticleId> {
    let canonical = canonical(path)?;
    let digest = blake3::hash(canonical.as_os_str().as_encoded_bytes()).to_hex();
    let compressed = canonical.extension().is_some_and(|extension| extension == "gz" || extension == "zst");
    let name = if compressed { canonical.with_extension("") } else { canonical };
    format!("{}-{}", name.file_stem()?.to_str()?, digest.get(..8)?).parse().ok()
}

/// The canonical path of a file, or of an archive file with the path of the file in it behind.
fn canonical(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok().or_else(|| Some(canonical(path.parent()?)?.join(path.file_name()?)))
}

/// 16 hexadecimal digits of the BLAKE3 of title, date and body.
fn of_content(raw: &RawArticle) -> Result<ArticleId, ArticleIdError> {
    let mut hasher = Hasher::new();
    field(&mut hasher, raw.title.as_deref());
    field(&mut hasher, raw.date.as_deref());
    field(&mut hasher, Some(&raw.body));
    format!("{:016x}", first_eight_bytes(&hasher)).parse()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(id: Option<&str>, url: Option<&str>) -> RawArticle {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        RawArticle {
            id: owned(id),
            url: owned(url),
            body: "The port closed.".to_owned(),
            ..RawArticle::default()
        }
    }

    fn check(id: Option<&str>, url: Option<&str>, expected: &str) {
        assert_eq!(identity(&raw(id, url), None).unwrap().as_str(), expected);
    }

    #[test]
    fn the_stated_id_comes_first_then_the_url() {
        check(Some("semaphore:1"), Some("https://semaphore.example/1"), "semaphore:1");
        check(None, Some("https://semaphore.example/1"), "https://semaphore.example/1");
    }

    #[test]
    fn an_unusable_id_counts_as_absent() {
        check(Some("a\u{0}b"), Some("https://semaphore.example/1"), "https://semaphore.example/1");
        check(Some(&"x".repeat(513)), Some("https://semaphore.example/1"), "https://semaphore.example/1");
    }

    #[test]
    fn without_either_the_content_is_the_identity() {
        let id = identity(&raw(None, None), None).unwrap();
        assert_eq!(id.as_str().len(), 16);
        assert_eq!(identity(&raw(None, None), None).unwrap(), id);
        let other = RawArticle { title: Some("Port Senna votes".to_owned()), ..raw(None, None) };
        assert_ne!(identity(&other, None).unwrap(), id);
    }

    #[test]
    fn files_of_one_name_in_two_folders_stay_apart() {
        let folder = tempfile::tempdir().unwrap();
        let paths = ["a", "b"].map(|name| folder.path().join(name).join("2022.02.08-port.txt.gz"));
        let ids = paths.map(|path| {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, "").unwrap();
            identity(&raw(None, None), Some(&path)).unwrap()
        });
        assert_ne!(ids[0], ids[1]);
        assert!(ids[0].as_str().starts_with("2022.02.08-port-"), "{}", ids[0]);
    }
}
