use quotidian_search::{MergedBy, sound};

use crate::{analysis::folded_words, word_lists::NAME_WORDS};

/// How printed words came to stand for a canonical name, by a comparison of the two.
pub(super) fn merged_by(printed: &str, name: &str) -> MergedBy {
    let (words, name_words) = (naming_words(printed), folded(name));
    if words == name_words && printed.to_lowercase().ends_with(&name.to_lowercase()) {
        return MergedBy::SameName;
    }
    if words.iter().all(|word| NAME_WORDS.has("pronoun", word)) {
        return MergedBy::Pronoun;
    }
    let is_of_name = |word: &String| name_words.iter().any(|known| is_alike(word, known));
    let Some(first) = words.iter().position(is_of_name) else {
        return without_name(printed, &words, &name_words);
    };
    let (before, named) = words.split_at(first);
    let part = holds(&name_words, named, |left, right| left == right);
    let ends_alike =
        || named.last().zip(name_words.last()).is_some_and(|(left, right)| is_alike(left, right));
    let is_spelling =
        || holds(&name_words, named, is_alike) || holds(named, &name_words, is_alike) && ends_alike();
    // "Toby Okkerley".
    let is_given = |word: &String| {
        words.len() == name_words.len() && !is_title(printed, word) && begin_alike(word, &name_words)
    };
    match before {
        [] if part && named.len() < name_words.len() => MergedBy::PartOfName,
        [] if is_spelling() && differ_in_initials(named, &name_words) => MergedBy::Initials,
        [] if is_spelling() => MergedBy::Spelling,
        [given] if is_given(given) => MergedBy::Spelling,
        _ => MergedBy::Title,
    }
}

fn begin_alike(word: &str, name: &[String]) -> bool {
    name.first().is_some_and(|first| first.chars().next() == word.chars().next())
}

/// Whether words differ from a name in initials, or in words left out or added, and in no letter besides.
fn differ_in_initials(words: &[String], name: &[String]) -> bool {
    let is_same =
        |left: &str, right: &str| left == right || is_initial(left, right) || is_initial(right, left);
    words != name && (holds(words, name, is_same) || holds(name, words, is_same))
}

/// Words without any of the name: "the minister", "NATO".
fn without_name(printed: &str, words: &[String], name: &[String]) -> MergedBy {
    let initials: String =
        name.iter().filter(|word| word.len() > 3).filter_map(|word| word.chars().next()).collect();
    let is_determined = folded(printed).first().is_some_and(|first| NAME_WORDS.has("determiner", first));
    let is_short = |word: &String| {
        word.len() > 2
            && !is_title(printed, word)
            && name.iter().any(|known| known.starts_with(word.as_str()))
    };
    if initials.len() > 1 && words.concat() == initials || words.len() == 1 && words.iter().all(is_short) {
        MergedBy::Spelling
    } else if is_determined || words.iter().any(|word| is_title(printed, word)) {
        MergedBy::Role
    } else {
        MergedBy::Other
    }
}

/// Whether a word says what somebody is: a title, or printed in lower case.
fn is_title(printed: &str, word: &str) -> bool {
    NAME_WORDS.has("title", word)
        || printed.split(|letter: char| !letter.is_alphanumeric()).any(|part| part == word)
}

/// The words without articles before them and the genitive's "s" behind.
fn naming_words(printed: &str) -> Vec<String> {
    let mut words = folded(printed);
    if printed.ends_with("'s") || printed.ends_with("’s") {
        words.pop();
    }
    let determiners = words.iter().take_while(|word| NAME_WORDS.has("determiner", word)).count();
    if determiners < words.len() {
        words.drain(..determiners);
    }
    words
}

fn folded(text: &str) -> Vec<String> {
    folded_words(text).into_iter().map(|word| word.term).collect()
}

/// Whether all of `some` stand in `all` in the same order.
fn holds(all: &[String], some: &[String], is_same: impl Fn(&str, &str) -> bool) -> bool {
    let mut rest = all.iter();
    some.iter().all(|word| rest.any(|known| is_same(known, word)))
}

/// Whether two words are the same, sound the same, or one is the initial of the other.
fn is_alike(left: &str, right: &str) -> bool {
    sound(left) == sound(right) || is_initial(left, right) || is_initial(right, left)
}

fn is_initial(short: &str, long: &str) -> bool {
    short.chars().count() == 1 && long.starts_with(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, printed: &[&str], expected: MergedBy) {
        for printed in printed {
            assert_eq!(merged_by(printed, name), expected, "{printed}");
        }
    }

    #[test]
    fn a_name_and_its_parts() {
        check("Tobin Okkerley", &["Tobin Okkerley", "TOBIN OKKERLEY"], MergedBy::SameName);
        check("Harbour Board", &["the Harbour Board"], MergedBy::SameName);
        check("Tobin Okkerley", &["Okkerley", "Tobin", "Okkerley's"], MergedBy::PartOfName);
        check("Harbour Department", &["The department"], MergedBy::PartOfName);
    }

    #[test]
    fn a_name_with_something_before_or_behind_it() {
        let printed = [
            "Mr. Okkerley",
            "Foreign Minister Tobin Okkerley",
            "the jailed Okkerley",
            "Okkerley of Ondry",
            "Candidate Okkerley",
            "Tobin Okkerley Jr.",
        ];
        check("Tobin Okkerley", &printed, MergedBy::Title);
    }

    #[test]
    fn another_spelling_of_the_name() {
        check("Tobin Okkerley", &["Tóbin Okkerley", "Toby Okkerley"], MergedBy::Spelling);
        check("Tobin Okkerley", &["T. Okkerley", "Tobin K. Okkerley"], MergedBy::Initials);
        check("Vasyl Zelenskyy", &["Zelensky", "Vasyl Zelenskiy"], MergedBy::Spelling);
        check("Senna Harbour Board", &["SHB", "the Harb"], MergedBy::Spelling);
    }

    #[test]
    fn words_that_stand_for_the_name() {
        check("Tobin Okkerley", &["he", "She", "who"], MergedBy::Pronoun);
        check(
            "Tobin Okkerley",
            &["the minister", "Halvia's foreign minister", "the Democrat", "his lawyer"],
            MergedBy::Role,
        );
        check("Tobin Okkerley", &["Ondry", "Twitter"], MergedBy::Other);
    }
}
