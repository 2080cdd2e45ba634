use std::io::BufRead;

use super::whole;
use crate::{Reason, Rejection, authors::authors, clean, dates, raw_article::RawArticle, stated::Stated};

/// The most characters of a first line that can be a headline.
const LONGEST_HEADLINE: usize = 200;

/// The one article of a text file.
pub(super) fn read(
    content: impl BufRead,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    whole::article(content, file, |text| article(text).ok_or(Reason::NoBody))
}

/// The parts of a text: header lines, or a date before it and a headline in its first line; the body. `None` when there is no
/// body.
pub(super) fn article(text: &str) -> Option<RawArticle> {
    let text = clean::text(text);
    if let Some(raw) = under_header_lines(&text) {
        return (!raw.body.is_empty()).then_some(raw);
    }
    let (date, text) = match dated(&text) {
        Some((date, rest)) => (Some(date.to_owned()), rest),
        None => (None, text.as_str()),
    };
    // Text on the line of the date is the article's: such files have no headlines.
    let (title, body) = match headline(text) {
        Some((title, body)) if date.is_none() || text.starts_with('\n') => (Some(title.to_owned()), body),
        _ => (None, text),
    };
    let body = body.trim().to_owned();
    (!body.is_empty()).then_some(RawArticle { line: 1, title, date, body, ..RawArticle::default() })
}

/// How the lines of a header begin.
const HEADER: &str = "--";

/// An article below header lines, as wire archives have them: the first is the headline, and the others are told apart by what
/// they hold: `-- By Foo Bar`, `-- Mon Jun 18, 2007 12:38pm EDT`, `-- http://…`. `None` where there are fewer than two.
fn under_header_lines(text: &str) -> Option<RawArticle> {
    let lines = text.lines().take_while(|line| line.starts_with(HEADER));
    let header: Vec<&str> = lines.map(|line| line.trim_start_matches('-').trim()).collect();
    let (title, rest) = header.split_first().filter(|(_, rest)| !rest.is_empty())?;
    let is_url = |line: &&&str| line.starts_with("http://") || line.starts_with("https://");
    let is_byline = |line: &&&str| line.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "));
    let owned = |line: Option<&&str>| line.map(|line| (*line).to_owned());
    let byline = owned(rest.iter().find(is_byline));
    Some(RawArticle {
        line: 1,
        title: (!title.is_empty()).then(|| (*title).to_owned()),
        date: owned(rest.iter().find(|line| dates::is_date(line))),
        url: owned(rest.iter().find(is_url)),
        authors: byline.map(|byline| authors(Stated::text(&byline))).unwrap_or_default(),
        body: text.lines().skip(header.len()).collect::<Vec<_>>().join("\n").trim().to_owned(),
        ..RawArticle::default()
    })
}

/// The date and the rest of a text that begins `date 2022-02-08`, whether the date is possible or not.
fn dated(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("date ")?.trim_start_matches(' ');
    let (date, rest) = rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()));
    dates::is_date(date).then_some((date, rest))
}

/// A short first line before a blank line that neither ends like a sentence nor holds one, nor is a dateline; and what
/// follows. A question can be a headline.
fn headline(text: &str) -> Option<(&str, &str)> {
    let (first, body) = text.trim_start().split_once('\n')?;
    let (first, blank_next) = (first.trim(), body.split('\n').next()?.trim().is_empty());
    let short = first.chars().count() <= LONGEST_HEADLINE;
    let end = first.trim_end_matches(['"', '\'', '”', '’', '»', ')']);
    let like_a_sentence =
        end.ends_with(['.', '…', ',', ';', ':']) || quotidian_text::first_sentence(first) != first;
    let dateline = first.ends_with(['—', '–', '-']);
    (blank_next && short && !dateline && !like_a_sentence && !body.trim().is_empty()).then_some((first, body))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, title: Option<&str>, date: Option<&str>, body: &str) {
        let raw = article(text).unwrap();
        assert_eq!(
            (raw.title.as_deref(), raw.date.as_deref(), raw.body.as_str()),
            (title, date, body),
            "{text}"
        );
    }

    #[test]
    fn a_date_before_the_text_is_taken_out_of_it() {
        check(
            " date 2022-02-08 The port closed.\n\nAll.",
            None,
            Some("2022-02-08"),
            "The port closed.\n\nAll.",
        );
        check("date 2022-02-30 Port\n\nAll left.", None, Some("2022-02-30"), "Port\n\nAll left.");
        check(
            "date 2022-02-08\n\nPort Senna votes\n\nAll left.",
            Some("Port Senna votes"),
            Some("2022-02-08"),
            "All left.",
        );
    }

    #[test]
    fn header_lines_are_told_apart_by_what_they_hold() {
        let raw = article(
            "-- Port Senna votes\n-- By  Ilse Maravant  and Tobin Okkerley\n-- Mon Jun 18, 2007 12:38pm EDT\n\
             -- http://semaphore.example/1\n\n \n\n PORT SENNA (Wire) - All left.\n",
        )
        .unwrap();
        assert_eq!(raw.title.as_deref(), Some("Port Senna votes"));
        assert_eq!(raw.authors, ["Ilse Maravant", "Tobin Okkerley"]);
        assert_eq!(raw.date.as_deref(), Some("Mon Jun 18, 2007 12:38pm EDT"));
        assert_eq!(raw.url.as_deref(), Some("http://semaphore.example/1"));
        assert_eq!(raw.body, "PORT SENNA (Wire) - All left.");
        assert!(article("-- Port Senna votes\n-- \n").is_none(), "a header is no article");
    }

    #[test]
    fn a_dash_before_speech_is_no_header() {
        check("-- The port is closed.\nAll left.", None, None, "-- The port is closed.\nAll left.");
    }

    #[test]
    fn a_word_that_is_no_date_stays() {
        check("date palms grow there.", None, None, "date palms grow there.");
        check("date 17 of the trial.", None, None, "date 17 of the trial.");
    }

    #[test]
    fn a_short_line_before_a_blank_one_is_the_headline() {
        check("Port Senna votes\r\n\r\nAll left.\r\n", Some("Port Senna votes"), None, "All left.");
        check("Who closed the port?\n \nNobody.", Some("Who closed the port?"), None, "Nobody.");
    }

    #[test]
    fn a_sentence_or_a_long_line_is_no_headline() {
        check("The port closed.\n\nAll left.", None, None, "The port closed.\n\nAll left.");
        check("PORT SENNA —\n\nAll left.", None, None, "PORT SENNA —\n\nAll left.");
        let caption = "Tobin Okkerley on the quay on March 14. (Ilse Maravant/The Semaphore)\n\nAll left.";
        check(caption, None, None, caption);
        check("“The port is closed.”\n\nAll left.", None, None, "“The port is closed.”\n\nAll left.");
        check("Port Senna votes\nAll left.", None, None, "Port Senna votes\nAll left.");
        check("Port Senna votes\n\n", None, None, "Port Senna votes");
        let long = "port ".repeat(41) + "\n\nAll left.";
        check(&long, None, None, &long);
    }

    #[test]
    fn bytes_of_any_encoding_are_read_and_a_date_alone_is_not() {
        let one = |bytes: &[u8]| read(bytes, "a.txt".to_owned()).next().unwrap();
        assert_eq!(one(b"The caf\xe9 is closed.").unwrap().body, "The café is closed.");
        assert_eq!(one(b"date 2022-02-08 \n").unwrap_err().to_string(), "a.txt: has no body");
    }
}
