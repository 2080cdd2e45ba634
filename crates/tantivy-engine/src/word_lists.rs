use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The words beside names.
pub(crate) static NAME_WORDS: LazyLock<WordLists> =
    LazyLock::new(|| WordLists::parse(include_str!("../data/name_words.txt")));

/// A word list of `data/`: folded words under `[section]` headers, parted by white space; `:` parts a word from what it
/// stands for, `#` begins a line of comment. A word can stand in several sections.
pub(crate) struct WordLists(FxHashMap<&'static str, Vec<Sense>>);

/// What a section says of a word.
pub(crate) struct Sense {
    pub(crate) section: &'static str,
    /// What the word stands for: itself, if the list does not say.
    pub(crate) meaning: &'static str,
}

impl WordLists {
    pub(crate) fn parse(list: &'static str) -> Self {
        let mut words: FxHashMap<_, Vec<Sense>> = FxHashMap::default();
        let mut section = "";
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            if let Some(header) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                section = header;
                continue;
            }
            for entry in line.split_whitespace() {
                let (word, meaning) = entry.split_once(':').unwrap_or((entry, entry));
                words.entry(word).or_default().push(Sense { section, meaning });
            }
        }
        Self(words)
    }

    /// What the sections say of a folded word.
    pub(crate) fn senses(&self, word: &str) -> &[Sense] {
        self.0.get(word).map_or(&[], Vec::as_slice)
    }

    /// What a section says that a folded word stands for.
    pub(crate) fn meaning(&self, section: &str, word: &str) -> Option<&'static str> {
        self.senses(word).iter().find(|sense| sense.section == section).map(|sense| sense.meaning)
    }

    /// Whether a folded word stands in a section.
    pub(crate) fn has(&self, section: &str, word: &str) -> bool {
        self.meaning(section, word).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_senses_of_its_sections() {
        let lists = WordLists::parse("# of numbers\n[number]\ntwo:2 hundred:100\n\n[scale]\nhundred\n");
        assert_eq!(lists.meaning("number", "hundred"), Some("100"));
        assert_eq!(lists.meaning("scale", "hundred"), Some("hundred"));
        assert!(!lists.has("scale", "two") && lists.senses("of").is_empty());
    }
}
