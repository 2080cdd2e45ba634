//! The paragraphs of a text that are not part of the article: headline, byline and date before it, the site's own words after it.

use super::words::{self, ENDINGS, HEADINGS, LINES};
use crate::dates;

/// The longest text that can be a headline or an item of a list, in characters.
const LONGEST_HEADING: usize = 150;

/// The fewest characters of a paragraph of running text.
const SHORTEST_PARAGRAPH: usize = 80;

/// The longest line about the site, in characters.
const LONGEST_ENDING: usize = 300;

/// The longest byline, in characters.
const LONGEST_BYLINE: usize = 80;

/// How bylines begin.
const BY: &[&str] = &["by ", "par ", "von ", "por ", "door ", "written by ", "reported by "];

/// How many of the first paragraphs may be a line with the date.
const FIRST: usize = 6;

/// How many of the last paragraphs may be about the site.
const LAST: usize = 6;

/// The paragraphs that are part of the article, and a line with its date if one stood before it.
pub(super) fn without_furniture<'text>(
    paragraphs: Vec<&'text str>,
    title: Option<&str>,
) -> (Vec<&'text str>, Option<&'text str>) {
    let mut kept: Vec<&str> = paragraphs.into_iter().filter(|text| !is_line(text)).collect();
    let date = trim_beginning(&mut kept, title);
    let heading = kept.iter().rposition(|text| is_heading(text)).filter(|at| !has_prose(&kept[at + 1..]));
    kept.truncate(heading.unwrap_or(kept.len()));
    trim_end(&mut kept);
    (kept, date)
}

/// Whether any paragraph is prose; what has none is a list or a form. Some scripts do not mark the end of a sentence.
pub(super) fn has_prose(paragraphs: &[&str]) -> bool {
    paragraphs.iter().any(|text| is_prose(text))
}

/// Whether at least two fifths of a text stand in paragraphs; in lists and tables less does.
pub(super) fn is_running(paragraphs: &[&str]) -> bool {
    let length = |text: &&str| text.chars().count();
    let whole: usize = paragraphs.iter().map(length).sum();
    let running: usize = paragraphs.iter().map(length).filter(|length| *length >= SHORTEST_PARAGRAPH).sum();
    running * 5 >= whole * 2
}

/// Takes away the headline, the byline and lines with dates before the text, and the first date.
fn trim_beginning<'text>(kept: &mut Vec<&'text str>, title: Option<&str>) -> Option<&'text str> {
    let first = kept.len().min(FIRST);
    let dates: Vec<&'text str> = kept[..first].iter().filter_map(|text| dates::in_line(text)).collect();
    let last_date = kept[..first].iter().rposition(|text| dates::in_line(text).is_some());
    let mut place = 0;
    kept.retain(|text| {
        let above_date = last_date.is_some_and(|last| place < last) && !is_prose(text);
        let is_date = place < first && dates::in_line(text).is_some();
        place += 1;
        !above_date && !is_date
    });
    let is_before = |text: &str| {
        let is_title = title.is_some_and(|title| title.trim() == text.trim());
        is_title || is_byline(text) || !text.chars().any(char::is_alphabetic)
    };
    let before = kept.iter().take_while(|text| is_before(text)).count();
    kept.drain(..before.min(kept.len().saturating_sub(1)));
    dates.first().copied()
}

fn is_byline(text: &str) -> bool {
    let small = text.trim().to_lowercase();
    small.chars().count() <= LONGEST_BYLINE && !is_prose(text) && BY.iter().any(|by| small.starts_with(by))
}

fn trim_end(kept: &mut Vec<&str>) {
    let last = kept.len().saturating_sub(LAST);
    let is_about_site = |text: &str| {
        let text = text.trim().to_lowercase();
        text.chars().count() <= LONGEST_ENDING && words::behind(&text, &ENDINGS).is_some()
    };
    let mut place = 0;
    kept.retain(|text| {
        place += 1;
        place <= last || !is_about_site(text)
    });
}

/// Whether a line says nothing; numbers in it do not count: `Image 1 of 23`.
fn is_line(text: &str) -> bool {
    let small = text.trim().trim_end_matches(':').to_lowercase();
    let without_digits = || {
        small.replace(|one: char| one.is_ascii_digit(), "").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    LINES.contains(&small.as_str()) || LINES.contains(&without_digits().as_str())
}

fn is_heading(text: &str) -> bool {
    let text = text.trim().trim_end_matches([':', '.', '…']).to_lowercase();
    HEADINGS.contains(&text.as_str())
}

fn is_prose(text: &str) -> bool {
    let end = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']);
    end.ends_with(['.', '!', '?', '…', '。', '؟', '।', '．']) || text.chars().count() > LONGEST_HEADING
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let (kept, _) = without_furniture(text.split('|').collect(), Some("Port closes"));
        assert_eq!(kept.join("|"), expected, "{text}");
    }

    #[test]
    fn headline_byline_and_date_before_the_text_are_no_part_of_it() {
        check("Port closes|By Ilse Maravant|Feb 3, 2024|One.|Two.", "One.|Two.");
        check("The Semaphore|Published Feb 3, 2024|One.|Two.", "One.|Two.");
        check("What happened.|Published Feb 3, 2024|One.", "What happened.|One.");
        check("Harbour|One.", "Harbour|One.");
        let (_, date) = without_furniture(vec!["Published Feb 3, 2024", "One."], None);
        assert_eq!(date, Some("Feb 3, 2024"));
    }

    #[test]
    fn a_list_is_no_running_text() {
        let paragraph = "The port of Senna was closed at noon by the harbour board, and every boat had left it by the evening.";
        assert!(is_running(&["Harbour", paragraph]));
        assert!(!is_running(&["Port Senna votes."; 40]));
    }

    #[test]
    fn lines_about_the_site_end_the_text() {
        check(
            "One.|Advertisement|Image 3 of / 12|Two.|Related stories|Port Senna votes|Boats leave",
            "One.|Two.",
        );
        check("One.|Follow us on Example|© 2024 The Semaphore. All rights reserved.", "One.");
        check("One.|Related|Okkerley said no.", "One.|Related|Okkerley said no.");
        check("Followers of Okkerley said no.", "Followers of Okkerley said no.");
    }
}
