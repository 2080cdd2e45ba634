//! Hyphens that join a name to a word of its own: "Halvia | -based", "ex- | Halvia", "Halvia | - | Ondry".
//!
//! The hyphens inside names stay: "Jean-Luc", "Al-Saraqi", "Sung-ho".

use quotidian_model::EntityKind;

use crate::lexicon::LEXICON;

/// Words that stand before a hyphen and a name.
const BEFORE: [&str; 8] = ["anti", "ex", "inter", "mid", "non", "post", "pre", "pro"];
/// Words that stand after a name and a hyphen, besides those in -ed.
const AFTER: [&str; 22] = [
    "area", "born", "bound", "built", "era", "facing", "focused", "free", "friendly", "held", "level",
    "like", "made", "majority", "only", "origin", "owned", "run", "speaking", "style", "type", "wide",
];

/// The two places where a hyphenated word is cut, perhaps the same; none where it is one name or one word.
pub(crate) fn cuts(word: &str) -> Option<[usize; 2]> {
    let (hyphen, _) = word.match_indices('-').next_back()?;
    let (head, tail) = (&word[..hyphen], &word[hyphen + 1..]);
    let named = head.starts_with(char::is_uppercase);
    if named && tail.starts_with(|first: char| first.is_ascii_lowercase()) {
        let adjective = tail.len() > 2 && tail.ends_with("ed") || AFTER.contains(&tail);
        return adjective.then_some([hyphen, hyphen]);
    }
    if !tail.starts_with(char::is_uppercase) {
        return None;
    }
    if BEFORE.iter().any(|prefix| head.eq_ignore_ascii_case(prefix)) {
        return Some([hyphen + 1, hyphen + 1]);
    }
    let place = |word: &str| LEXICON.name(&word.to_ascii_lowercase()) == Some(EntityKind::Place);
    (named && place(head) && place(tail)).then_some([hyphen, hyphen + 1])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expected: &str) {
        let [first, second] = cuts(word).unwrap_or([word.len(); 2]);
        let pieces = [&word[..first], &word[first..second], &word[second..]];
        let pieces: Vec<&str> = pieces.into_iter().filter(|piece| !piece.is_empty()).collect();
        assert_eq!(pieces.join("|"), expected);
    }

    #[test]
    fn words_beside_a_name_are_cut_off() {
        check("Halvia-based", "Halvia|-based");
        check("U.S-led", "U.S|-led");
        check("Port-Senna-born", "Port-Senna|-born");
        check("ex-Halvia", "ex-|Halvia");
        check("Anti-Maravant", "Anti-|Maravant");
        check("France-Spain", "France|-|Spain");
    }

    #[test]
    fn names_and_words_stay_whole() {
        for word in ["Sung-ho", "Al-Saraqi", "Jean-Luc", "well-based", "Okkerley-Tolle", "pre-war", "-led"] {
            check(word, word);
        }
    }
}
