use std::ops::Deref;

use deunicode::deunicode_char;
use quotidian_search::sound;

use super::word_lists::is_in;

/// A folded word, and how it sounds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Word {
    letters: String,
    sound: String,
}

impl Word {
    fn new(letters: String) -> Self {
        Self { sound: sound(&letters), letters }
    }

    pub(super) fn sound(&self) -> &str {
        &self.sound
    }
}

impl Deref for Word {
    type Target = str;

    fn deref(&self) -> &str {
        &self.letters
    }
}

/// A person's name as it is printed, in folded words, without what is no part of it. The last word is never missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct PrintedName {
    /// Given names and what else stands before the surname; an initial is one letter.
    pub(super) given: Vec<Word>,
    /// The words of the surname, particles too.
    pub(super) surname: Vec<Word>,
    /// `jr`, `iii`.
    pub(super) generation: Option<String>,
}

impl PrintedName {
    /// Reads a name; `None` if it has no letters.
    pub(super) fn read(printed: &str) -> Option<Self> {
        let (mut words, last_parts) = words(printed);
        strip_behind(&mut words);
        let generation = words.pop_if(|word| is_in("generation", word)).filter(|_| !words.is_empty());
        strip_titles(&mut words);
        words.dedup();
        mend_overlap(&mut words);
        let last = words.len().checked_sub(1)?;
        // "Ilse de la Senna": the surname begins with the first particle, but no name begins with it.
        let start = (1..last).find(|place| words[*place..last].iter().all(|word| is_in("particle", word)));
        let is_particle_alone = last == 1 && is_in("particle", &words[0]);
        let hyphened = words.len().saturating_sub(last_parts);
        let start = if is_particle_alone { 0 } else { start.unwrap_or(last).min(hyphened) };
        let surname = words.split_off(start).into_iter().map(Word::new).collect();
        Some(Self { given: words.into_iter().map(Word::new).collect(), surname, generation })
    }

    /// The last word, by which people of one surname are found.
    pub(super) fn last(&self) -> &Word {
        static NONE: Word = Word { letters: String::new(), sound: String::new() };
        self.surname.last().unwrap_or(&NONE)
    }

    /// The first given name, if there is any.
    pub(super) fn first(&self) -> Option<&Word> {
        self.given.first()
    }

    /// Every word.
    pub(super) fn words(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        self.given.iter().chain(&self.surname).map(|word| &**word)
    }
}

/// The folded words, and of how many parts the last one is; initials that stand together are parted, and marks and what
/// stands in brackets or quotation marks are left out.
fn words(printed: &str) -> (Vec<String>, usize) {
    let is_shouted = !printed.chars().any(char::is_lowercase);
    let mut words = Vec::new();
    let mut last_parts = 1;
    let named = without_asides(printed);
    let parts = named.split_whitespace().flat_map(|word| std::iter::zip(word.split('-'), 1..));
    for (printed, number) in parts {
        last_parts = number;
        let printed = printed.trim_end_matches("'s").trim_end_matches("’s");
        let letters: Vec<char> = printed.chars().filter(|letter| letter.is_alphanumeric()).collect();
        let is_dotted = printed.contains('.') && printed.split('.').all(|part| part.chars().count() < 2);
        // "J.D." and "JD", but neither "XI" nor "AL" in capitals throughout.
        let is_consonant = |letter: &char| letter.is_uppercase() && !"AEIOUY".contains(*letter);
        let is_initials =
            letters.len() == 2 && !is_shouted && letters[0].is_uppercase() && is_consonant(&letters[1]);
        let fold = |letters: &[char]| {
            let folded = letters.iter().filter_map(|letter| deunicode_char(*letter));
            folded.flat_map(str::chars).filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
        };
        if is_dotted || is_initials {
            words.extend(letters.iter().map(|letter| fold(&[*letter])));
        } else {
            words.push(fold(&letters));
        }
    }
    words.retain(|word| !word.is_empty());
    (words, last_parts)
}

/// A name without what stands in brackets or in quotation marks.
fn without_asides(printed: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::with_capacity(printed.len());
    for letter in printed.chars() {
        match letter {
            '(' | '[' | '“' => depth += 1,
            ')' | ']' | '”' => depth = depth.saturating_sub(1),
            '"' => depth = u32::from(depth == 0),
            _ if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    kept
}

fn strip_behind(words: &mut Vec<String>) {
    while words.len() > 2 && words.last().is_some_and(|word| is_in("behind", word)) {
        words.pop();
    }
}

fn strip_titles(words: &mut Vec<String>) {
    let is_title = |words: &[String]| {
        let first = words.first().map_or("", |word| word);
        words.len() > 1 && is_in("title", first) || words.len() > 2 && is_in("before_two", first)
    };
    let titles = (0..words.len()).take_while(|place| is_title(&words[*place..])).count();
    words.drain(..titles);
}

/// "Okkerley Tobin OkkerleyHall": a page's list of names ran into the text. The name stands between its surnames.
fn mend_overlap(words: &mut Vec<String>) {
    let is_overlap = words.len() > 2
        && words[0].len() > 3
        && words.last().is_some_and(|last| last.starts_with(words[0].as_str()));
    if is_overlap {
        words.pop();
        let surname = words.remove(0);
        words.push(surname);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(printed: &str, given: &str, surname: &str, generation: Option<&str>) {
        let name = PrintedName::read(printed).unwrap();
        let join = |words: &[Word]| words.iter().map(|word| &**word).collect::<Vec<_>>().join(" ");
        assert_eq!((join(&name.given).as_str(), join(&name.surname).as_str()), (given, surname), "{printed}");
        assert_eq!(name.generation.as_deref(), generation, "{printed}");
    }

    #[test]
    fn a_name_is_given_names_and_a_surname() {
        check("Tobin Okkerley", "tobin", "okkerley", None);
        check("TÓBIN OKKERLEY’s", "tobin", "okkerley", None);
        check("Tobin K. O'Kerley Jr.", "tobin k", "okerley", Some("jr"));
        check("J.T. Okkerley", "j t", "okkerley", None);
        check("JT Okkerley", "j t", "okkerley", None);
        check("Jean-Luc Okkerley-Brandt", "jean luc", "okkerley brandt", None);
        check("Okkerley-Brandt", "", "okkerley brandt", None);
        check("Ilse de la Senna", "ilse", "de la senna", None);
        check("al-Naimi", "", "al naimi", None);
        check("Tobin “Tubby” Okkerley (Halvia)", "tobin", "okkerley", None);
        check("Okkerley", "", "okkerley", None);
        assert_eq!(PrintedName::read("–"), None);
    }

    #[test]
    fn titles_are_no_part_of_it() {
        check("President Tobin Okkerley", "tobin", "okkerley", None);
        check("Former Prime Minister Tobin Okkerley", "tobin", "okkerley", None);
        check("Sen. Okkerley", "", "okkerley", None);
        check("Major Okkerley", "major", "okkerley", None);
        check("Prince Tobin", "prince", "tobin", None);
    }

    #[test]
    fn what_ran_together_is_mended() {
        check("Okkerley Okkerley", "", "okkerley", None);
        check("Okkerley Tobin John OkkerleyHall", "tobin john", "okkerley", None);
    }
}
