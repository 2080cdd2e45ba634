use super::{Matching, QueryField};

/// What a word or phrase asks for, and what had to be repaired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) text: String,
    pub(super) matching: Matching,
    pub(super) repair: Option<String>,
}

/// Below this similarity (Jaro-Winkler, 0 to 1) a known field is no help to who typed another.
const SIMILAR: f64 = 0.7;
/// Fuzzy words of up to so many letters may differ by one edit, longer ones by two.
const SHORT_WORD: usize = 5;
/// The longest fuzzy word, in letters: what an engine needs to find similar ones grows with it.
const LONGEST_FUZZY: usize = 40;

/// Reads a word with its `*` or `~2`.
pub(super) fn word(text: &str) -> Asked {
    if let Some(beginning) = text.strip_suffix('*').filter(|beginning| is_word(beginning)) {
        return Asked { text: beginning.to_owned(), matching: Matching::Prefix, repair: None };
    }
    if let Some((fuzzy, edits)) = text.rsplit_once('~')
        && edits.bytes().all(|byte| byte.is_ascii_digit())
        && is_word(fuzzy)
    {
        return with_edits(fuzzy, edits);
    }
    if text.contains('*') || text.ends_with('~') {
        let repair = "a star or a tilde works at the end of a single word; it was left out here";
        return plain(text, Some(repair.to_owned()));
    }
    Asked { text: text.to_owned(), matching: Matching::Word, repair: unknown_field(text) }
}

/// Reads a phrase with what stands behind its `~`.
pub(super) fn phrase(text: String, slop: Option<String>) -> Asked {
    let exact = |text, repair: Option<&str>| Asked {
        text,
        matching: Matching::Phrase,
        repair: repair.map(str::to_owned),
    };
    let Some(slop) = slop else { return exact(text, None) };
    if words(&text).count() < 2 {
        return exact(text, Some("one word alone is near to nothing; it was read without `~`"));
    }
    match slop.parse::<u32>() {
        Ok(slop) if slop <= u32::from(Matching::MAX_SLOP) => {
            Asked { text, matching: Matching::Near(slop as u8), repair: None }
        }
        _ if slop.is_empty() => {
            exact(text, Some("a number of words belongs after `~`, as in \"a b\"~5; it was read as a phrase"))
        }
        _ => {
            let repair = format!("at most {} words may stand between; it was read so", Matching::MAX_SLOP);
            Asked { text, matching: Matching::Near(Matching::MAX_SLOP), repair: Some(repair) }
        }
    }
}

/// The words of a text: runs of letters and digits.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_alphanumeric)
}

fn with_edits(text: &str, edits: &str) -> Asked {
    let letters = text.chars().count();
    if letters > LONGEST_FUZZY {
        let repair =
            format!("a word of more than {LONGEST_FUZZY} letters cannot be fuzzy; it was read as it stands");
        return plain(text, Some(repair));
    }
    if letters < 3 {
        return plain(
            text,
            Some("a word of one or two letters cannot be fuzzy; it was read as it stands".to_owned()),
        );
    }
    let fitting = if letters <= SHORT_WORD { 1 } else { Matching::MAX_EDITS };
    let (edits, repair) = match edits.parse::<u64>() {
        Ok(0) => return plain(text, None),
        Ok(edits) if edits <= u64::from(Matching::MAX_EDITS) => (edits as u8, None),
        Err(_) if edits.is_empty() => (fitting, None),
        _ => {
            (Matching::MAX_EDITS, Some(format!("a word may differ by at most {} edits", Matching::MAX_EDITS)))
        }
    };
    Asked { text: text.to_owned(), matching: Matching::Fuzzy(edits), repair }
}

/// The words of a text without anything else: one as a word, several as a phrase.
fn plain(text: &str, repair: Option<String>) -> Asked {
    let words: Vec<&str> = words(text).collect();
    let operator = |word: &str| matches!(word, "OR" | "AND" | "NOT");
    let matching =
        if matches!(*words, [word] if !operator(word)) { Matching::Word } else { Matching::Phrase };
    Asked { text: words.join(" "), matching, repair }
}

/// Says so where a word looks like a field that does not exist, unless it is a time, a ratio or an address.
fn unknown_field(text: &str) -> Option<String> {
    let (name, value) = text.split_once(':')?;
    let looks_so = name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_lowercase());
    if !looks_so || !value.starts_with(char::is_alphanumeric) {
        return None;
    }
    let similarity = |field: &QueryField| strsim::jaro_winkler(name, field.as_str());
    let nearest =
        QueryField::ALL.into_iter().max_by(|left, right| similarity(left).total_cmp(&similarity(right)));
    let nearest = nearest.filter(|field| similarity(field) >= SIMILAR);
    let hint = nearest.map(|field| format!("; `{}:` is one", field.as_str())).unwrap_or_default();
    Some(format!("there is no field `{name}:`{hint}; it was read as words"))
}
