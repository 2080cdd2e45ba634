//! ANPA 1312, as American agencies send it: lines that a caret begins stand above the text, and signs end the lines.

use super::{Parts, START_OF_TEXT};
use crate::{Reason, authors::authors, raw_article::RawArticle, stated::Stated};

/// What begins a line that is no part of the text, and what ends one.
const MARK: char = '^';
const ENDS: [char; 3] = ['<', '=', '>'];

/// What parts the cells of a table: the field, record and unit separators, and semicolons.
const SEPARATORS: [char; 4] = ['\u{1c}', '\u{1e}', '\u{1f}', ';'];

/// What begins the line of a table.
const TABULAR: char = '\u{8}';

/// How the lines begin that name the story, by when it is to be printed.
const SLUGS: &[&str] = &["BC-", "AM-", "PM-", "AP-", "bc-", "am-", "pm-"];

/// How lines above the text begin that are for editors.
const NOTES: &[&str] = &[
    "AP Photo",
    "AP Video",
    "AP Graphic",
    "Eds",
    "(Eds",
    "EDS",
    "EDITOR",
    "Editor",
    "URGENT",
    "Photo",
    "With ",
];

/// Categories of the American Newspaper Publishers Association.
const CATEGORIES: &[(&str, &str)] = &[
    ("a", "Domestic"),
    ("e", "Entertainment"),
    ("f", "Finance"),
    ("i", "International"),
    ("l", "Lifestyle"),
    ("n", "Regional"),
    ("o", "Weather"),
    ("p", "Politics"),
    ("s", "Sports"),
    ("t", "Travel"),
    ("w", "Washington"),
];

/// Whether a message, or a file of them, has a line that names its story above the text.
pub(super) fn is_message(message: &str) -> bool {
    let is_slug = |line: &str| {
        let line = line.trim_start_matches(START_OF_TEXT).strip_prefix(MARK);
        line.is_some_and(|line| SLUGS.iter().any(|slug| line.starts_with(slug)))
    };
    message.lines().take(6).any(is_slug)
}

/// The article of a message.
pub(super) fn article(parts: &Parts<'_>) -> Result<RawArticle, Reason> {
    let mut lines = parts.text.lines().map(str::trim_end).filter(|line| !line.trim().is_empty()).peekable();
    let mut head = Vec::new();
    while let Some(line) =
        lines.next_if(|line| line.starts_with([MARK, START_OF_TEXT]) || head.is_empty() && is_message(line))
    {
        head.push(line.trim_start_matches([MARK, START_OF_TEXT]));
    }
    let agency = parts.last_lines().find_map(agency);
    Ok(RawArticle {
        title: title(&head),
        date: parts.last_lines().find_map(day).or_else(|| day_in_header(parts.header)),
        authors: writers(&head),
        section: section(parts.header),
        source: agency.map(str::to_owned),
        body: body(lines),
        ..RawArticle::default()
    })
}

/// The first line of the text that is a headline, by its end; or else another that is none of a byline; or else the name of
/// the story.
fn title(head: &[&str]) -> Option<String> {
    let (slug, rest) = head.split_first()?;
    let is_heading = |line: &&&str| !is_byline(line) && !NOTES.iter().any(|note| line.starts_with(note));
    let ended = |end: char| rest.iter().filter(is_heading).find(move |line| line.ends_with(end));
    let title = ended('<').or_else(|| ended('=')).map(|line| line.trim_end_matches(ENDS).trim().to_owned());
    title.or_else(|| name(slug)).filter(|title| !title.is_empty())
}

/// The name of a story without the codes around it: `BC-HV--Port Vote, 1st Ld-Writethru,416<`.
fn name(slug: &str) -> Option<String> {
    let name = slug.split(',').next()?.trim_end_matches(ENDS);
    let name = name.split_once("--").map_or_else(|| name.get(3..), |(_, name)| Some(name))?;
    Some(name.trim().to_owned())
}

fn is_byline(line: &str) -> bool {
    line.starts_with("By ") || line.starts_with("BY ")
}

/// The people of the byline; an agency is none.
fn writers(head: &[&str]) -> Vec<String> {
    let byline = head.iter().find(|line| is_byline(line)).map(|line| line.trim_end_matches(ENDS));
    let people = byline.map(|byline| authors(Stated::text(byline))).unwrap_or_default();
    people.into_iter().filter(|person| !person.starts_with("The ")).collect()
}

/// The lines below: an indented one begins a paragraph, and rows of a table stay together.
fn body<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let mut body = String::new();
    let mut was_row = false;
    for line in lines.take_while(|line| !is_trailer(line)) {
        let is_row = line.trim_start().starts_with(TABULAR) || line.matches(SEPARATORS).count() > 2;
        let is_indented = line.starts_with([' ', '\t', MARK]);
        let text = if is_row { row(line) } else { sentence(line) };
        if text.is_empty() || text == "END" || text.chars().all(|letter| letter == '_') {
            continue;
        }
        if !body.is_empty() {
            body.push_str(match (was_row, is_row) {
                (true, true) => "\n",
                (false, false) if !is_indented => " ",
                _ => "\n\n",
            });
        }
        body.push_str(&text);
        was_row = is_row;
    }
    body
}

/// Whether a line ends a text whose control characters are lost.
fn is_trailer(line: &str) -> bool {
    let line = line.trim().trim_end_matches(ENDS);
    line.ends_with("GMT") && line.starts_with("AP-") && day(line).is_some()
}

/// A line of text: its signs are written as everyone writes them.
fn sentence(line: &str) -> String {
    let line = line.trim().trim_start_matches([MARK, TABULAR]).trim_end_matches(['<', '=']);
    let words = line.split(|letter: char| letter.is_whitespace() || letter.is_control());
    let words = words.filter(|word| !word.is_empty()).map(|word| match word.strip_suffix('{') {
        Some(number) if number.bytes().all(|byte| byte.is_ascii_digit()) => format!("{number}½"),
        _ if word == "_" => "—".to_owned(),
        _ => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A row of a table, its cells parted by tabs.
fn row(line: &str) -> String {
    let cells = line.split(SEPARATORS).map(sentence).filter(|cell| !cell.is_empty());
    cells.collect::<Vec<_>>().join("\t")
}

/// The section by the second letter of the header's second line: `r a`.
fn section(header: &str) -> Option<String> {
    let category =
        header.lines().nth(1)?.split(|letter: char| letter.is_whitespace() || letter.is_control()).nth(1)?;
    CATEGORIES.iter().find(|(letter, _)| *letter == category).map(|(_, name)| (*name).to_owned())
}

/// The agency in a line of the trailer: `AP-WF-03-14-24 0745GMT`.
fn agency(line: &str) -> Option<&'static str> {
    line.trim_start().starts_with("AP-").then_some("Associated Press")
}

/// The day in a line of the trailer, month first: `AP-WF-03-14-24 0745GMT`.
fn day(line: &str) -> Option<String> {
    let is_part =
        |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let words = line.split(|letter: char| letter.is_whitespace() || letter.is_control());
    let mut days = words.filter_map(|word| {
        let mut parts = word.trim_end_matches(ENDS).rsplit(['-', '/']);
        let year = parts.next().filter(is_part)?;
        let (day, month) = (parts.next().filter(is_part)?, parts.next().filter(is_part)?);
        let century = if year < "69" { 20 } else { 19 };
        Some(format!("{century}{year:0>2}-{month:0>2}-{day:0>2}"))
    });
    days.next_back()
}

/// The month and day of a header, which has no year: no day, but what is stated.
fn day_in_header(header: &str) -> Option<String> {
    let is_digits = |digits: &str| digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_day =
        |word: &&str| word.split_once('-').is_some_and(|(month, day)| is_digits(month) && is_digits(day));
    header.split_whitespace().find(is_day).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "W2607\u{1f}_halvia\nr a\u{13}\u{11} BC-HV--PortVote 1stLd-Writethru   03-14 0169\n";

    fn read(text: &str, trailer: &str) -> RawArticle {
        let message = format!("{HEADER}\u{2}{text}\u{3}{trailer}");
        article(&Parts::of(&message)).unwrap()
    }

    #[test]
    fn what_stands_above_the_text_is_told_apart() {
        let raw = read(
            "^BC-HV--Port Vote, 1st Ld-Writethru,416< \r\n^AP Photo HV101<\r\n^Port Senna votes on $2 levy< \r\n^Eds: Adds the mayor.<\n^A summary of it all.<\n\
             ^By ILSE MARAVANT and TOBIN OKKERLEY=\n^AP Wire Writer=\n\t   PORT SENNA (AP) _ The port is closed.\n \n\t   ``All left,'' he said.\nAt noon.<\n\t   ___=\n^UP NEXT<\n\t   A vote.\n",
            "AP-WF-03-14-24 0745GMT<\n\n\u{c}\n",
        );
        assert_eq!(
            (raw.title.as_deref(), raw.date.as_deref()),
            (Some("Port Senna votes on $2 levy"), Some("2024-03-14"))
        );
        assert_eq!(raw.authors, ["ILSE MARAVANT", "TOBIN OKKERLEY"]);
        assert_eq!(
            (raw.section.as_deref(), raw.source.as_deref()),
            (Some("Domestic"), Some("Associated Press"))
        );
        assert_eq!(
            raw.body,
            "PORT SENNA (AP) — The port is closed.\n\n``All left,'' he said. At noon.\n\nUP NEXT\n\nA vote."
        );
    }

    #[test]
    fn tables_are_rows_of_cells() {
        let raw = read(
            "^BC-HV--Port Glance<\n^Port Standings=\n^By The Associated Press=\n\u{8}^;W;L;Pct\u{10} \n\u{8}Port\u{10} Senna;23;13;.639\u{10}\n\u{8}Lisk\u{1f}\u{1e} 7{\u{1e} \u{1e} _\n\t   Senna 7, Lisk 5<\n",
            "",
        );
        assert_eq!((raw.title.as_deref(), raw.date.as_deref()), (Some("Port Standings"), Some("03-14")));
        assert_eq!(raw.body, "W\tL\tPct\nPort Senna\t23\t13\t.639\nLisk\t7½\t—\n\nSenna 7, Lisk 5");
        assert!(raw.authors.is_empty());
    }

    #[test]
    fn without_a_headline_the_story_has_a_name() {
        assert_eq!(read("^BC-HV--Port Vote,17<\n\t   Closed.\n", "").title.as_deref(), Some("Port Vote"));
        assert_eq!(read("^AM-Port Vote<\n\t   Closed.\n", "").title.as_deref(), Some("Port Vote"));
    }
}
