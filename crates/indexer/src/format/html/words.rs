//! Lists of words by which the furniture of pages is known; they are files in `data/furniture`, one entry a line.

use std::sync::LazyLock;

type List = LazyLock<Vec<&'static str>>;

/// Words of classes and names of elements that are no part of an article.
pub(super) static NAMES: List = LazyLock::new(|| entries(include_str!("../../../data/furniture/names.txt")));

/// How lines begin that lead to other articles.
pub(super) static LEADS: List = LazyLock::new(|| entries(include_str!("../../../data/furniture/leads.txt")));

/// Lines that say nothing about the matter.
pub(super) static LINES: List = LazyLock::new(|| entries(include_str!("../../../data/furniture/lines.txt")));

/// How lines at the end of a page begin that are about the site.
pub(super) static ENDINGS: List =
    LazyLock::new(|| entries(include_str!("../../../data/furniture/endings.txt")));

/// Headings behind which there is nothing but other articles.
pub(super) static HEADINGS: List =
    LazyLock::new(|| entries(include_str!("../../../data/furniture/headings.txt")));

fn entries(list: &'static str) -> Vec<&'static str> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).collect()
}

/// What follows the first entry with which a text begins, whole words only.
pub(super) fn behind<'text>(text: &'text str, list: &List) -> Option<&'text str> {
    list.iter().find_map(|entry| {
        let rest = text.strip_prefix(entry)?;
        let goes_on = entry.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric);
        (!goes_on).then_some(rest)
    })
}
