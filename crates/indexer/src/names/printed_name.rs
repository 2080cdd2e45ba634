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

/// A person's name as it is printed, in folded words, without what is no part of it. The surname is never empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PrintedName {
    /// Given names and what else stands before the surname; an initial is one letter.
    pub(super) given: Vec<Word>,
    /// The words of the surname, particles too.
    pub(super) surname: Vec<Word>,
    /// `jr`, `iii`.
    pub(super) generation: Option<String>,
    /// What stands in quotation marks: Tobin "Toby" Okkerley.
    pub(super) called: Option<Word>,
    /// Whether the surname stands first: Park Su-mi.
    pub(super) is_surname_first: bool,
}

impl PrintedName {
    /// Reads a name; `None` if it has no letters.
    pub(super) fn read(printed: &str) -> Option<Self> {
        let (named, called) = without_asides(printed);
        let Words { mut words, last_parts, is_given_last } = Words::of(&named);
        strip_behind(&mut words);
        let generation = words.pop_if(|word| is_in("generation", word)).filter(|_| !words.is_empty());
        strip_titles(&mut words);
        words.dedup();
        mend_overlap(&mut words);
        let last = words.len().checked_sub(1)?;
        let is_surname_first = is_given_last && words.len() == 3 && !is_in("particle", &words[1]);
        let start = if is_surname_first { 1 } else { surname_start(&words, last, last_parts) };
        let mut behind = words.split_off(start);
        if is_surname_first {
            std::mem::swap(&mut words, &mut behind);
        }
        let called = called.and_then(|called| {
            let mut words = Words::of(&called).words;
            words.pop().filter(|_| words.is_empty())
        });
        Some(Self {
            given: words.into_iter().map(Word::new).collect(),
            surname: behind.into_iter().map(Word::new).collect(),
            generation,
            called: called.map(Word::new),
            is_surname_first,
        })
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

    /// Every word, in the order of print.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> + Clone {
        let (first, then) =
            if self.is_surname_first { (&self.surname, &self.given) } else { (&self.given, &self.surname) };
        first.iter().chain(then).map(|word| &**word)
    }
}

/// "Ilse de la Senna": the surname begins with the first particle, but no name begins with it; "Okkerley-Brandt" is one.
fn surname_start(words: &[String], last: usize, last_parts: usize) -> usize {
    if last == 1 && is_in("particle", &words[0]) {
        return 0;
    }
    let particles = (1..last).find(|place| words[*place..last].iter().all(|word| is_in("particle", word)));
    particles.unwrap_or(last).min(words.len().saturating_sub(last_parts))
}

/// The folded words of a name; initials that stand together are parted, as is what has a hyphen.
struct Words {
    words: Vec<String>,
    /// Of how many parts the last one is.
    last_parts: usize,
    /// Whether it ends with a given name of the form "Su-mi".
    is_given_last: bool,
}

impl Words {
    fn of(printed: &str) -> Self {
        let is_shouted = !printed.chars().any(char::is_lowercase);
        let mut found = Self { words: Vec::new(), last_parts: 1, is_given_last: false };
        for token in printed.split_whitespace() {
            let parts: Vec<&str> = token.split('-').collect();
            found.last_parts = parts.len();
            let begins_small = |part: &&&str| part.chars().next().is_some_and(char::is_lowercase);
            let small = parts.iter().filter(begins_small).count();
            found.is_given_last = parts.len() == 2 && small == 1 && begins_small(&&parts[1]);
            parts.into_iter().for_each(|part| found.add(part, is_shouted));
        }
        found.words.retain(|word| !word.is_empty());
        found
    }

    fn add(&mut self, part: &str, is_shouted: bool) {
        let part = part.trim_end_matches("'s").trim_end_matches("’s");
        let letters: Vec<char> = part.chars().filter(|letter| letter.is_alphanumeric()).collect();
        let is_dotted = part.contains('.') && part.split('.').all(|part| part.chars().count() < 2);
        // "J.D." and "JD", but neither "XI" nor "AL" in capitals throughout.
        let is_consonant = |letter: &char| letter.is_uppercase() && !"AEIOUY".contains(*letter);
        let is_initials =
            letters.len() == 2 && !is_shouted && letters[0].is_uppercase() && is_consonant(&letters[1]);
        if is_dotted || is_initials {
            self.words.extend(letters.iter().map(|letter| fold(&[*letter])));
        } else {
            self.words.push(fold(&letters));
        }
    }
}

fn fold(letters: &[char]) -> String {
    let folded = letters.iter().filter_map(|letter| deunicode_char(*letter)).flat_map(str::chars);
    folded.filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
}

/// A name without what stands in brackets or in quotation marks, and what stands in the first quotation marks.
fn without_asides(printed: &str) -> (String, Option<String>) {
    let mut depth = 0_u32;
    let (mut kept, mut called, mut is_called) = (String::with_capacity(printed.len()), String::new(), false);
    for letter in printed.chars() {
        match letter {
            '(' | '[' => depth += 1,
            '“' => (depth, is_called) = (depth + 1, called.is_empty()),
            ')' | ']' | '”' => (depth, is_called) = (depth.saturating_sub(1), false),
            '"' => (depth, is_called) = (u32::from(depth == 0), depth == 0 && called.is_empty()),
            _ if depth == 0 => kept.push(letter),
            _ if is_called => called.push(letter),
            _ => {}
        }
    }
    (kept, Some(called).filter(|called| !called.is_empty()))
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
        check("Park Su-mi", "su mi", "park", None);
        check("Ilse al-senna", "ilse", "al senna", None);
        assert_eq!(PrintedName::read("–"), None);
    }

    #[test]
    fn what_somebody_is_called_is_kept() {
        let called = |printed| PrintedName::read(printed).unwrap().called.map(|called| called.to_string());
        assert_eq!(called("Tobin \"Toby\" Okkerley").as_deref(), Some("toby"));
        assert_eq!(called("Tobin “Toby” Okkerley").as_deref(), Some("toby"));
        assert_eq!(called("Tobin (Halvia) “the great” Okkerley"), None);
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
