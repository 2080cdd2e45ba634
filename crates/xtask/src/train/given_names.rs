//! Given names with the gender that most of their bearers have: which of "he" and "she" follows `First Last` in raw news
//! before anybody else is named.

use std::collections::BTreeMap;

use anyhow::Result;
use quotidian_text::training::given_name_file;

use crate::{
    gold::{self, RawArticle},
    workspace::Workspace,
};

/// How far after a name a pronoun counts, in bytes.
const REACH: usize = 170;
/// How often a name is seen with a pronoun, and with what share of one gender.
const SEEN: u32 = 3;
const SHARE_MASCULINE: f64 = 0.8;
const SHARE_FEMININE: f64 = 0.7;
/// The longest given name, in bytes.
const LONGEST: usize = 16;

/// Counts, and gives the file.
pub(crate) fn train(workspace: &Workspace) -> Result<Vec<u8>> {
    let mut counts: BTreeMap<String, [u32; 2]> = BTreeMap::new();
    for line in gold::lines(workspace, "corpora/news-64k.jsonl.zst")? {
        let article: RawArticle = serde_json::from_str(&line?)?;
        article.body.lines().for_each(|line| count(line, &mut counts));
    }
    let gender = |(name, [feminine, masculine]): (String, [u32; 2])| {
        let seen = feminine + masculine;
        let share = f64::from(masculine) / f64::from(seen);
        let is_masculine = share >= SHARE_MASCULINE;
        (seen >= SEEN && (is_masculine || 1.0 - share >= SHARE_FEMININE)).then_some((name, is_masculine))
    };
    let names: Vec<(String, bool)> = counts.into_iter().filter_map(gender).collect();
    let masculine = names.iter().filter(|(_, masculine)| *masculine).count();
    println!("{} given names, {masculine} of them masculine", names.len());
    Ok(given_name_file(&names))
}

/// Counts the names of a line that a pronoun follows.
fn count(line: &str, counts: &mut BTreeMap<String, [u32; 2]>) {
    let words: Vec<(usize, &str)> = line
        .split(|character: char| !character.is_alphabetic() && !matches!(character, '-' | '\'' | '’'))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - line.as_ptr() as usize, word))
        .collect();
    for (index, pair) in words.windows(2).enumerate() {
        let [(start, given), (last, surname)] = *pair else { continue };
        let adjacent = last == start + given.len() + 1 && line[..last].ends_with(' ');
        if !adjacent || !is_given(given) || !surname.starts_with(char::is_uppercase) {
            continue;
        }
        let end = last + surname.len();
        let following = words[index + 2..].iter().take_while(|(at, _)| *at < end + REACH);
        if let Some(masculine) = first_pronoun(following.copied()) {
            counts.entry(given.to_lowercase()).or_default()[usize::from(masculine)] += 1;
        }
    }
}

/// A capital and small letters, no more than a given name has.
fn is_given(word: &str) -> bool {
    let mut letters = word.chars();
    (3..=LONGEST).contains(&word.len())
        && letters.next().is_some_and(char::is_uppercase)
        && letters.all(|letter| letter.is_lowercase() || matches!(letter, '-' | '\'' | '’'))
}

/// Whether the first pronoun is "he"; `None` if there is none before another two words with capitals.
fn first_pronoun<'a>(words: impl Iterator<Item = (usize, &'a str)>) -> Option<bool> {
    let mut before = usize::MAX;
    for (at, word) in words {
        match word {
            "he" | "his" | "him" | "He" | "His" => return Some(true),
            "she" | "her" | "She" | "Her" => return Some(false),
            _ => {}
        }
        if word.len() > 1 && word.starts_with(char::is_uppercase) {
            if before == at - 1 {
                return None;
            }
            before = at + word.len();
        }
    }
    None
}
