//! What stays true of an archive while it changes, and when something goes wrong.

use std::{fs, path::Path};

use crate::support::{annotated, articles, open, search, write};
use quotidian_search::{ArchiveWriter, Engine, EngineError, Fingerprint};
use quotidian_tantivy_engine::{TantivyEngine, check};

fn current(archive: &Path) -> String {
    fs::read_to_string(archive.join("CURRENT")).unwrap().trim().to_owned()
}

fn generations(archive: &Path) -> Vec<String> {
    let names = fs::read_dir(archive).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| name.starts_with("gen-")).collect();
    names.sort();
    names
}

#[test]
fn there_is_no_archive_before_the_first_checkpoint() {
    let folder = tempfile::tempdir().unwrap();
    let mut writer = open(folder.path()).unwrap();
    writer.put(&articles()[0], Fingerprint(1)).unwrap();
    assert!(matches!(TantivyEngine::open(folder.path()), Err(EngineError::NoArchive { .. })));
    writer.checkpoint().unwrap();
    assert_eq!(TantivyEngine::open(folder.path()).unwrap().stats().unwrap().articles, 1);
}

#[test]
fn an_article_is_replaced_with_its_quotes() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &articles());
    let changed =
        annotated("b", Some("2024-04-01"), "Semaphore", "Ilse Maravant: “It turned.”", "Ilse Maravant");
    let mut writer = open(folder.path()).unwrap();
    assert_eq!(writer.fingerprint(&changed.article.id), Some(Fingerprint(2)));
    writer.put(&changed, Fingerprint(7)).unwrap();
    assert_eq!(writer.fingerprint(&changed.article.id), Some(Fingerprint(7)));
    writer.checkpoint().unwrap();
    drop(writer);

    let engine = TantivyEngine::open(folder.path()).unwrap();
    let stats = engine.stats().unwrap();
    assert_eq!((stats.articles, stats.quotes, stats.to.unwrap().to_string().as_str()), (5, 4, "2024-04-01"));
    assert_eq!(engine.quotes(&search("tide")).unwrap().total, 0);
    let found = engine.article(&changed.article.id, &quotidian_search::query::Query::All).unwrap().unwrap();
    assert_eq!(found.article, changed);
    assert_eq!(check(folder.path()).unwrap().faults, Vec::<String>::new());
    assert_eq!(open(folder.path()).unwrap().fingerprint(&changed.article.id), Some(Fingerprint(7)));
}

#[test]
fn a_reader_keeps_its_generation_until_it_looks_again() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &articles()[..1]);
    let engine = TantivyEngine::open(folder.path()).unwrap();
    write(folder.path(), &articles()[..3]);
    assert_eq!(engine.articles(&search("")).unwrap().total, 1);
    assert_eq!(generations(folder.path()), ["gen-000001", "gen-000002"]);
    engine.refresh().unwrap();
    assert_eq!((engine.generation(), engine.articles(&search("")).unwrap().total), (2, 3));
    write(folder.path(), &articles());
    assert_eq!(generations(folder.path()), ["gen-000002", "gen-000003"]);
}

#[test]
fn what_a_crash_leaves_is_removed_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &articles()[..2]);
    let mut writer = open(folder.path()).unwrap();
    writer.put(&articles()[2], Fingerprint(3)).unwrap();
    // As after `kill -9`: nothing is finished, nothing is cleaned up.
    drop(writer);
    assert_eq!(generations(folder.path()), ["gen-000001", "gen-000002"]);
    assert_eq!(check(folder.path()).unwrap().articles, 2);
    drop(open(folder.path()).unwrap());
    assert_eq!(
        (generations(folder.path()), current(folder.path())),
        (vec!["gen-000001".into()], "gen-000001".into())
    );
}

#[test]
fn nothing_is_removed_while_the_current_generation_does_not_open() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &articles());
    fs::write(folder.path().join("CURRENT"), "gen-000009\n").unwrap();
    assert!(open(folder.path()).is_err());
    assert_eq!(generations(folder.path()), ["gen-000001"]);
}

#[test]
fn only_one_writer_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let writer = open(folder.path()).unwrap();
    assert!(matches!(open(folder.path()), Err(EngineError::Busy { .. })));
    drop(writer);
    assert!(open(folder.path()).is_ok());
}

#[test]
fn nothing_put_makes_no_generation() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &articles());
    open(folder.path()).unwrap().checkpoint().unwrap();
    assert_eq!(current(folder.path()), "gen-000001");
}

#[test]
fn check_names_the_damaged_file() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &articles());
    assert_eq!(check(folder.path()).unwrap().faults, Vec::<String>::new());
    let quotes = folder.path().join("gen-000001/quotes");
    let store = fs::read_dir(&quotes).unwrap().map(|entry| entry.unwrap().path());
    let store =
        store.into_iter().find(|path| path.extension().is_some_and(|extension| extension == "term")).unwrap();
    let mut bytes = fs::read(&store).unwrap();
    bytes[3] ^= 1;
    fs::write(&store, bytes).unwrap();
    let faults = check(folder.path()).unwrap().faults;
    let expected = format!("quotes/{} has changed", store.file_name().unwrap().to_str().unwrap());
    assert_eq!(faults, [expected]);
    fs::remove_file(&store).unwrap();
    assert!(check(folder.path()).unwrap().faults[0].contains("No such file"));
}

#[test]
fn a_damaged_index_points_to_check() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &articles());
    fs::remove_file(folder.path().join("gen-000001/quotes/meta.json")).unwrap();
    let error = TantivyEngine::open(folder.path()).err().unwrap().to_string();
    assert!(error.contains("gen-000001/quotes: the index cannot be opened; `quotidian check`"), "{error}");
    assert!(check(folder.path()).unwrap().faults[0].starts_with("quotes/meta.json cannot be read:"));
}

#[test]
fn a_generation_holds_no_file_it_does_not_need() {
    let folder = tempfile::tempdir().unwrap();
    for count in 1..=5 {
        write(folder.path(), &articles()[..count]);
    }
    let files = |index: &str| {
        let folder = folder.path().join(current(folder.path())).join(index);
        let names =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let stems = names.filter(|name| !name.starts_with('.') && name != "meta.json");
        stems
            .map(|name| name.split('.').next().unwrap().to_owned())
            .collect::<std::collections::BTreeSet<_>>()
    };
    let meta =
        fs::read_to_string(folder.path().join(current(folder.path())).join("articles/meta.json")).unwrap();
    for segment in files("articles") {
        assert!(meta.replace('-', "").contains(&segment), "{segment} is not in {meta}");
    }
}

#[test]
fn an_archive_of_another_format_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &articles()[..1]);
    let manifest = folder.path().join("gen-000001/manifest.json");
    let text =
        fs::read_to_string(&manifest).unwrap().replace("\"format_version\": 3", "\"format_version\": 99");
    fs::write(&manifest, text).unwrap();
    let error = TantivyEngine::open(folder.path()).err().unwrap().to_string();
    assert!(
        error.ends_with(
            "the archive has format version 99, this program reads 3; index the sources into a new one"
        ),
        "{error}"
    );
}
