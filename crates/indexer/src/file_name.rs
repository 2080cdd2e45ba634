//! What the name of a file says of the one article in it.

use std::path::Path;

use crate::dates;

/// What those call files about other files who share archives.
const NOTES: &[&str] = &[
    "readme",
    "license",
    "licence",
    "copying",
    "copyright",
    "changelog",
    "contributing",
    "citation",
    "listing",
];

/// The date and the language that a file's name states, or for the date that of its folder. A name that says nothing of the
/// kind is a name.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct FileName {
    pub(crate) date: Option<String>,
    /// ISO 639-1.
    pub(crate) language: Option<String>,
}

impl FileName {
    /// What stands at the beginning of names such as `20220216T074500Z_PL_en_x.txt`, `2002-04-03-slug.md` and
    /// `10Apr2007slug`, and in folders such as `20061020/`.
    pub(crate) fn read(path: &Path) -> Self {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let folder = path.parent().and_then(|folder| folder.file_name()).and_then(|name| name.to_str());
        let date = beginning(name).or_else(|| folder.filter(|folder| is_whole(folder)));
        let language = beginning(name).and_then(|date| language(&name[date.len()..]));
        Self { date: date.map(str::to_owned), language }
    }
}

/// Whether a file's name says that it is about the files beside it, and no article: `README.md`.
pub(crate) fn is_note(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_lowercase();
    NOTES.contains(&stem.as_str())
}

/// The date that a name begins with: eight digits, perhaps with a time of six; year, month and day between hyphens or dots;
/// day, name of the month and year.
fn beginning(name: &str) -> Option<&str> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let length = match digits(name) {
        8 if name.as_bytes().get(8) == Some(&b'T') && digits(&name[9..]) == 6 => 15,
        8 => 8,
        4 => {
            let month = 5 + digits(name.get(5..)?);
            month + 1 + digits(name.get(month + 1..)?)
        }
        1 | 2 => {
            let rest = &name[digits(name)..];
            let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
            (letters >= 3 && digits(&rest[letters..]) == 4).then_some(digits(name) + letters + 4)?
        }
        _ => return None,
    };
    let date = name.get(..length)?;
    (dates::is_date(date) && is_date_alone(date)).then_some(date)
}

/// The day that stands somewhere in the name of a file or of the folders above it, as in `0002647_18240217_0002.xml` and
/// `sn83045462/1912041501/0001.xml`.
pub(crate) fn date_within(path: &Path) -> Option<String> {
    path.ancestors().take(3).filter_map(|part| part.file_name()?.to_str()).find_map(date_in)
}

/// The first day in a text: eight digits, ten where the number of an edition follows, or year, month and day apart.
pub(crate) fn date_in(text: &str) -> Option<String> {
    let is_start = |place: usize| !text[..place].ends_with(|before: char| before.is_ascii_digit());
    let starts = text.char_indices().filter(|(place, letter)| letter.is_ascii_digit() && is_start(*place));
    starts.map(|(place, _)| &text[place..]).find_map(|rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        match digits {
            8 | 10 => day(&rest[..4], &rest[4..6], &rest[6..8]),
            4 => {
                let mut parts = rest.split(|letter: char| !letter.is_ascii_digit());
                day(parts.next()?, parts.next()?, parts.next()?)
            }
            _ => None,
        }
    })
}

/// The day in the form of ISO 8601, if it is one of a printed century.
fn day(year: &str, month: &str, day: &str) -> Option<String> {
    let date = jiff::civil::Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    (1400..2100).contains(&date.year()).then(|| date.to_string())
}

/// A folder is a date when nothing else stands in its name.
fn is_whole(folder: &str) -> bool {
    beginning(folder).is_some_and(|date| date.len() == folder.len())
}

/// The places between year, month and day hold no letters.
fn is_date_alone(date: &str) -> bool {
    !date.starts_with(|first: char| !first.is_ascii_digit())
        && date.ends_with(|last: char| last.is_ascii_digit())
}

/// A language of two small letters behind a country of two capital ones: `_PL_en_`.
fn language(rest: &str) -> Option<String> {
    let mut parts = rest.split('_').skip(1);
    let country = parts.next()?;
    let language = parts.next()?;
    let of_two =
        |text: &str, is_letter: fn(&u8) -> bool| text.len() == 2 && text.bytes().all(|byte| is_letter(&byte));
    let fits = of_two(country, u8::is_ascii_uppercase) && of_two(language, u8::is_ascii_lowercase);
    fits.then(|| language.to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(path: &str, date: Option<&str>, language: Option<&str>) {
        let read = FileName::read(Path::new(path));
        assert_eq!((read.date.as_deref(), read.language.as_deref()), (date, language), "{path}");
    }

    #[test]
    fn names_that_begin_with_a_date() {
        check("news/20220216T074500Z_PL_en_945b3ea7d7.txt", Some("20220216T074500"), Some("en"));
        check("20220216_port.txt", Some("20220216"), None);
        check("2002-04-03-slug.md", Some("2002-04-03"), None);
        check("2002.04.03.txt", Some("2002.04.03"), None);
        check("2002-4-3-slug.md", Some("2002-4-3"), None);
        check("10Apr2007akaka175", Some("10Apr2007"), None);
        check("1April2007.txt", Some("1April2007"), None);
    }

    #[test]
    fn a_folder_that_is_a_date() {
        check("corpus/20061020/us-ford-idUSN1", Some("20061020"), None);
        check("2006-10-20/port.txt", Some("2006-10-20"), None);
        check("20061020/20070618-port.txt", Some("20070618"), None);
        check("20061020-old/port.txt", None, None);
    }

    #[test]
    fn days_within_names() {
        let check = |path: &str, date: Option<&str>| {
            assert_eq!(date_within(Path::new(path)).as_deref(), date, "{path}");
        };
        check("0002647_18240217_0002.xml", Some("1824-02-17"));
        check("sn83045462/1912041501/0001.xml", Some("1912-04-15"));
        check("issue/semaphore_1824-02-17_p2.xml", Some("1824-02-17"));
        check("1824_2_7/page-3.xml", Some("1824-02-07"));
        check("00026471_18241317_é.xml", None);
        check("", None);
    }

    #[test]
    fn names_that_say_nothing() {
        for path in [
            "port.txt",
            "175.txt",
            "12345678901.txt",
            "2007/port.txt",
            "7up.txt",
            "",
            "1984-a-novel.txt",
            "99bottles2000x",
        ] {
            check(path, None, None);
        }
    }

    #[test]
    fn notes_about_other_files() {
        assert!(is_note(Path::new("news/README.md")) && is_note(Path::new("LICENSE")));
        assert!(!is_note(Path::new("readme-of-the-port.txt")) && !is_note(Path::new("")));
    }

    proptest! {
        #[test]
        fn no_name_breaks_it(name in "\\PC{0,30}") {
            let _ = FileName::read(Path::new(&name));
            let _ = date_in(&name);
        }

        #[test]
        fn nothing_like_a_date_breaks_it(name in "[0-9A-Za-zé_.T-]{0,24}") {
            let _ = FileName::read(Path::new(&name));
        }
    }
}
