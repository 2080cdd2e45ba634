use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

static TITLES: LazyLock<FxHashMap<&str, FxHashSet<&str>>> = LazyLock::new(|| {
    let mut lists: FxHashMap<&str, FxHashSet<&str>> = FxHashMap::default();
    let mut section = "";
    for line in include_str!("../../data/name_titles.txt").lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(header) => section = header,
            None => lists.entry(section).or_default().extend(line.split_whitespace()),
        }
    }
    lists
});

static NICKNAMES: LazyLock<FxHashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut formal: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
    for line in include_str!("../../data/nicknames.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split_whitespace();
        formal.entry(words.next().unwrap_or_default()).or_default().extend(words);
    }
    formal
});

/// Whether a folded word stands in a section of `name_titles.txt`.
pub(super) fn is_in(section: &str, word: &str) -> bool {
    TITLES.get(section).is_some_and(|words| words.contains(word))
}

/// The given names that a folded one can stand for, without itself.
pub(super) fn formal_names(given: &str) -> &'static [&'static str] {
    NICKNAMES.get(given).map_or(&[], Vec::as_slice)
}
