/// Hands on the letters and digits that a character stands for: in lower case, without diacritics.
///
/// Composed and decomposed letters give the same, so no table of Unicode's normal forms is needed.
pub(super) fn folded(character: char, mut take: impl FnMut(char)) {
    for lower in character.to_lowercase() {
        match spelled_out(lower) {
            Some(letters) => letters.chars().for_each(&mut take),
            None if is_combining_mark(lower) => {}
            None => take(base(lower)),
        }
    }
}

/// Whether the character is written over the letter before it, and so parts no words.
pub(super) fn is_combining_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

fn spelled_out(letter: char) -> Option<&'static str> {
    match letter {
        'æ' | 'ǽ' => Some("ae"),
        'œ' => Some("oe"),
        'ß' => Some("ss"),
        'þ' => Some("th"),
        'ĳ' => Some("ij"),
        'ﬁ' => Some("fi"),
        'ﬂ' => Some("fl"),
        _ => None,
    }
}

/// The letter without its mark: Latin with Vietnamese and romanised Asian names, Cyrillic, Greek.
fn base(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ð' | 'ď' | 'đ' | 'ḍ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' => 'g',
        'ĥ' | 'ħ' | 'ḥ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' | 'ỉ' | 'ị' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ǒ' | 'ọ'..='ợ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ṣ' | 'ſ' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' | 'ṭ' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ǔ' | 'ụ'..='ự' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => 'y',
        'ź' | 'ż' | 'ž' | 'ẓ' => 'z',
        'й' | 'ѝ' => 'и',
        'ѐ' | 'ё' => 'е',
        'ї' => 'і',
        'ѓ' => 'г',
        'ќ' => 'к',
        'ў' => 'у',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ΐ' | 'ϊ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ΰ' | 'ϋ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let mut letters = String::new();
        text.chars().for_each(|character| folded(character, |letter| letters.push(letter)));
        assert_eq!(letters, expected);
    }

    #[test]
    fn case_and_diacritics_fold_away() {
        check("Ångström", "angstrom");
        check("A\u{30a}ngstro\u{308}m", "angstrom");
        check("ŁÓDŹ Nguyễn", "lodz nguyen");
        check("İzmir ıſ", "izmir is");
        check("КИЇВ КИІ\u{308}В Сергей", "киів киів сергеи");
        check("ΌΣΛΟΣ Όσλος", "οσλοσ οσλοσ");
    }

    #[test]
    fn ligatures_are_spelled_out() {
        check("STRASSE Straße Æsop Œuvre", "strasse strasse aesop oeuvre");
    }
}
