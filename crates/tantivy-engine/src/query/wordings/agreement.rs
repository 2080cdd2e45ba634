use quotidian_search::{Agreement, sound};

use crate::{analysis::folded_words, word_lists::NAME_WORDS};

/// Whether the name that somebody asks for means the canonical name of a quote. A surname alone does, and so does a name with
/// titles or initials, however it is written over from another script. A given name alone does not, but it does not conflict.
pub(super) fn agreement(asked: &str, named: Option<&str>) -> Agreement {
    let (asked, named) = (words(asked), named.map(words).unwrap_or_default());
    let Some(surname) = named.last().filter(|_| !asked.is_empty()) else { return Agreement::Unknown };
    let (fewer, more) = if asked.len() <= named.len() { (&asked, &named) } else { (&named, &asked) };
    match fewer.iter().all(|word| more.contains(word)) {
        true if asked.contains(surname) => Agreement::Agrees,
        true => Agreement::Unknown,
        false => Agreement::Conflicts,
    }
}

/// The words of a name as they sound, without articles, titles and initials.
fn words(name: &str) -> Vec<String> {
    let words = folded_words(name).into_iter().map(|word| word.term);
    let is_beside = |word: &str| NAME_WORDS.has("title", word) || NAME_WORDS.has("determiner", word);
    let is_name = |word: &String| word.chars().count() > 1 && !is_beside(word);
    words.filter(is_name).map(|word| sound(&word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_agree_by_their_surnames() {
        let check = |asked, named, expected| assert_eq!(agreement(asked, named), expected, "{asked}");
        check("Ilse Maravant", Some("Ilse Maravant"), Agreement::Agrees);
        check("maravant", Some("Ilse Maravant"), Agreement::Agrees);
        check("President Ilse J. Maravant", Some("Ilse Maravant"), Agreement::Agrees);
        check("Olena Zelenskyy", Some("Olena Zelensky"), Agreement::Agrees);
        check("Tobin Maravant", Some("Ilse Maravant"), Agreement::Conflicts);
        check("Okkerley", Some("Ilse Maravant"), Agreement::Conflicts);
        check("Ilse", Some("Ilse Maravant"), Agreement::Unknown);
        check("Okkerley", None, Agreement::Unknown);
        check("the president", Some("Ilse Maravant"), Agreement::Unknown);
        check("", Some("Ilse Maravant"), Agreement::Unknown);
    }
}
