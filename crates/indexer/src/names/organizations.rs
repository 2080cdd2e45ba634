//! Companies and their legal forms.

use std::{cmp::Reverse, collections::BTreeMap};

use quotidian_search::{CanonicalName, MergedBy, NameVariant};

use super::{
    known::{Kind, Known},
    word_lists::is_in,
};

/// The organizations that are quoted under several names.
pub(super) fn organizations(known: &Known<'_>, is_left_out: impl Fn(&str) -> bool) -> Vec<CanonicalName> {
    let mut by_words: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (number, printed) in known.names() {
        let uses = known.uses_of(number);
        if uses.quotes > 0 && uses.kind() == Kind::Organization && !is_left_out(printed) {
            by_words.entry(words(printed)).or_default().push(number);
        }
    }
    let several = by_words.into_iter().filter(|(words, names)| !words.is_empty() && names.len() > 1);
    several.map(|(_, names)| canonical(known, names)).collect()
}

/// The most frequent name with the others.
fn canonical(known: &Known<'_>, mut names: Vec<u32>) -> CanonicalName {
    names.sort_by_key(|name| (Reverse(known.uses_of(*name).articles.len()), known.name(*name)));
    let mut names = names.into_iter().map(|name| known.name(name));
    let name = names.next().unwrap_or_default();
    let merged_by =
        |other: &str| if folded(other) == folded(name) { MergedBy::SameName } else { MergedBy::Spelling };
    let variants = names.map(|other| NameVariant::always(other, merged_by(other))).collect();
    CanonicalName { name: name.to_owned(), variants }
}

fn folded(printed: &str) -> Vec<String> {
    let words = printed.split(|letter: char| letter.is_whitespace() || letter == '-');
    let fold = |word: &str| {
        let letters = word.chars().filter_map(deunicode::deunicode_char).flat_map(str::chars);
        letters.filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
    };
    words.map(fold).filter(|word| !word.is_empty()).collect()
}

/// The words of a name without article and legal form.
fn words(printed: &str) -> String {
    let mut words = folded(printed);
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    while words.len() > 1 && words.last().is_some_and(|last| is_in("company", last)) {
        words.pop();
    }
    words.join(" ")
}
