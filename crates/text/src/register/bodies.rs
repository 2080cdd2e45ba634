//! Organizations and places: same names, acronyms, parts of longer names.

use quotidian_model::EntityKind;
use rustc_hash::FxHashMap;

use super::{Register, plain_name};
use crate::{
    document::Document,
    lexicon::{LEXICON, Traits},
    names::Name,
};

/// Groups what is no person: the longest names first, so that acronyms and short forms find them.
pub(super) fn group(document: &Document<'_>, names: &[Name], register: &mut Register) {
    let mut bodies: Vec<(usize, String)> = (0..names.len())
        .filter(|&name| names[name].kind != EntityKind::Person)
        .map(|name| (name, plain_name(document, names[name].tokens.clone())))
        .collect();
    bodies.sort_by_key(|(name, plain)| (usize::MAX - plain.split(' ').count(), *name));
    let mut index: FxHashMap<(EntityKind, String), usize> = FxHashMap::default();
    let mut heads: FxHashMap<String, Option<usize>> = FxHashMap::default();
    for (name, plain) in bodies {
        let kind = names[name].kind;
        let plain = full_name(kind, plain);
        let key = plain.to_lowercase().replace('’', "'");
        let head_of = heads.get(&key).copied().flatten().filter(|_| kind == EntityKind::Organization);
        let entry = match index.get(&(kind, key.clone())).copied().or(head_of) {
            Some(entry) => entry,
            None => {
                let entry = register.enter(kind, plain.clone());
                index.insert((kind, key.clone()), entry);
                for alias in aliases(&plain) {
                    index.entry((kind, alias)).or_insert(entry);
                }
                if let Some(head) = head(&key).filter(|_| kind == EntityKind::Organization) {
                    // Two leagues in one article: "the League" stands for neither.
                    heads.entry(head.to_owned()).and_modify(|only| *only = None).or_insert(Some(entry));
                }
                entry
            }
        };
        register.mention(entry, name);
    }
}

/// The head word that ends a body's name of two words or more: "league" of "dockers' league".
fn head(key: &str) -> Option<&str> {
    let (_, last) = key.rsplit_once(' ')?;
    LEXICON.facts(last).traits.any(Traits::ORGANIZATION_LAST).then_some(last)
}

/// The name as it is printed elsewhere: "NEW YORK" is New York, "U.S." the United States.
pub(super) fn full_name(kind: EntityKind, plain: String) -> String {
    let lower = plain.to_lowercase();
    if let Some(full) = LEXICON.alias(&lower) {
        return full.to_owned();
    }
    let person = kind == EntityKind::Person && plain.contains(' ');
    let shouted = (kind == EntityKind::Place || person)
        && plain.len() > 4
        && !plain.contains(['.', '&'])
        && !plain.chars().any(char::is_lowercase);
    if !shouted || LEXICON.name(&lower).is_none() && !plain.contains(' ') {
        return plain;
    }
    title_case(&lower)
}

/// Each word with a capital, but small ones.
fn title_case(lower: &str) -> String {
    let words = lower.split(' ').map(|word| {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !matches!(word, "of" | "the" | "and" | "for" | "de") => {
                first.to_uppercase().chain(letters).collect()
            }
            _ => word.to_owned(),
        }
    });
    words.collect::<Vec<String>>().join(" ")
}

/// Whether a word surely ends a company's name.
fn ends_company(last: &str) -> bool {
    LEXICON.facts(last).traits.any(Traits::COMPANY_SUFFIX)
}

/// Endings that a company's short name leaves off.
const ENDINGS: [&str; 11] =
    ["inc", "corp", "corporation", "co", "company", "ltd", "plc", "llc", "group", "holdings", "ag"];

/// Other names that the article may use: the acronym, the name without its company ending, a company's first word.
fn aliases(plain: &str) -> Vec<String> {
    let lower = plain.to_lowercase();
    let Some((short, last)) = lower.rsplit_once(' ') else { return Vec::new() };
    let words: Vec<&str> = lower.split(' ').collect();
    let mut aliases = acronyms(&words);
    let shared = Traits::COMMON.or(Traits::DEMONYM).or(Traits::GIVEN).or(Traits::PLACE_FIRST);
    let own = |word: &str| !LEXICON.facts(word).traits.any(shared) && LEXICON.name(word).is_none();
    if ends_company(last) && own(words[0]) {
        aliases.push(words[0].to_owned());
    }
    let common = LEXICON.facts(short).traits.any(Traits::COMMON.or(Traits::DEMONYM));
    if ENDINGS.contains(&last.trim_end_matches('.')) && !common {
        aliases.push(short.trim_end_matches(['&', ' ']).to_owned());
    }
    aliases
}

/// The initials with and without those of small words, plain and with full stops.
fn acronyms(words: &[&str]) -> Vec<String> {
    let initials = |words: &[&str]| words.iter().filter_map(|word| word.chars().next()).collect::<String>();
    let content: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !matches!(*word, "of" | "the" | "and" | "for" | "de" | "&"))
        .collect();
    let acronyms =
        [initials(&content), initials(words)].into_iter().filter(|acronym| acronym.chars().count() > 1);
    let dotted = |acronym: &str| acronym.chars().map(|letter| format!("{letter}.")).collect::<String>();
    acronyms.flat_map(|acronym| [dotted(&acronym), acronym]).collect()
}
