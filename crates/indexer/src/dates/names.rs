//! The names of months and weekdays in the languages of the archives.

use std::sync::LazyLock;

/// A language in a row, and in it the names in their order.
type Names = LazyLock<Vec<Vec<&'static str>>>;

/// The months.
pub(super) static MONTHS: Names = LazyLock::new(|| rows(include_str!("../../data/dates/months.txt")));

/// The weekdays, from Monday.
pub(super) static WEEKDAYS: Names = LazyLock::new(|| rows(include_str!("../../data/dates/weekdays.txt")));

fn rows(list: &'static str) -> Vec<Vec<&'static str>> {
    let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split_whitespace().collect()).collect()
}

/// Articles and particles that stand before a date or between its parts: `le 8 février`, `8 de febrero`, `segunda-feira`.
pub(super) const PARTICLES: &[&str] =
    &["of", "de", "del", "di", "do", "le", "el", "il", "am", "den", "der", "feira", "op"];

/// What stands behind the number of a day: `1st`, `1er`, `1º`.
pub(super) const ORDINALS: &[&str] = &["st", "nd", "rd", "th", "er", "re", "º", "ª", "°", "e", "ten"];

/// A word in small letters, without the accents of the Latin script.
pub(super) fn folded(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).map(plain).collect()
}

fn plain(letter: char) -> char {
    match letter {
        'à'..='å' | 'ą' | 'ă' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ı' => 'i',
        'ñ' | 'ń' => 'n',
        'ò'..='ö' | 'ø' | 'ő' => 'o',
        'ù'..='ü' | 'ů' => 'u',
        'ł' => 'l',
        'ś' | 'š' | 'ş' => 's',
        'ź' | 'ż' | 'ž' => 'z',
        'ğ' => 'g',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_names_all_months_and_days_as_they_are_compared() {
        for (names, count) in [(&MONTHS, 12), (&WEEKDAYS, 7)] {
            for row in names.iter() {
                assert_eq!(row.len(), count, "{row:?}");
                assert!(row.iter().all(|name| folded(name) == **name), "{row:?}");
            }
        }
    }
}
