//! Collections of the Text Retrieval Conference and of the Linguistic Data Consortium: `<DOC>`, `<DOCNO>`, `<TEXT>`.

use std::io::BufRead;

use super::sgml::{self, Documents, element, elements};
use crate::{Reason, Rejection, dates, raw_article::RawArticle};

/// What begins a document.
const TAG: &str = "DOC";

/// Elements that hold the headline, the most telling first.
const TITLES: &[&str] = &["HEADLINE", "HEAD", "HL", "TTL", "TI", "TITLE"];

/// Elements that hold the day of publication, the most telling first.
const DATES: &[&str] = &["DATE_TIME", "DATE", "DATE1", "PUBDATE", "DD", "PD"];

/// Elements that hold the text, in its order; others hold the particulars of who keeps it.
const TEXTS: &[&str] = &["LP", "LEADPARA", "TEXT"];

/// What ends a text. A document of several pieces has several, each below its own dateline.
const END_OF_TEXT: &str = "</TEXT>";

/// Elements that hold the heading of a piece that is not the first.
const HEADINGS: &[&str] = &["HEAD", "NOTE", "BYLINE"];

/// How what agencies tell editors begins, where their headlines stand.
const NOTES: &[&str] = &[
    "$adv",
    "an ap extra",
    "by the associated press",
    "associated press writer",
    "eds:",
    "editors:",
    "embargoed",
    "for release",
    "laserphoto",
    "precede",
    "retransmitting",
    "with am-",
    "with bc-",
    "with laserphoto",
    "with pm-",
];

/// How a line begins that names the story beside this one, unless it is a headline after all.
const COMPANION: &str = "With ";

/// Who is behind the letters that a document's number begins with.
const SOURCES: &[(&str, &str)] = &[
    ("AFP", "Agence France-Presse"),
    ("AP", "Associated Press"),
    ("APW", "Associated Press"),
    ("CNA", "Central News Agency"),
    ("FT", "Financial Times"),
    ("LA", "Los Angeles Times"),
    ("LTW", "Los Angeles Times-Washington Post"),
    ("NYT", "New York Times"),
    ("SJMN", "San Jose Mercury News"),
    ("WPB", "Washington Post"),
    ("WSJ", "Wall Street Journal"),
    ("XIE", "Xinhua"),
    ("XIN", "Xinhua"),
];

/// Whether a file is such a collection.
pub(super) fn is_trec(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&head[..head.len().min(2048)]);
    let head = head.trim_start();
    let is_numbered =
        |line: &&str| sgml::begins(line, TAG) || sgml::begins(line, "DOCNO") || sgml::begins(line, "DOCID");
    sgml::begins(head, TAG) && head.lines().take(5).filter(is_numbered).count() > 1
        || sgml::begins(head, TAG) && sgml::attribute(head, "ID").is_some()
}

/// The articles of a collection.
pub(super) fn read(
    content: impl BufRead,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    Documents::new(content, file, TAG, article)
}

fn article(document: &str, line: u64) -> Result<RawArticle, Reason> {
    let number = element(document, "DOCNO").or_else(|| element(document, "DOCID"));
    let number = number.or_else(|| sgml::attribute(document, "ID").map(str::to_owned));
    let body = body(document);
    if body.is_empty() {
        return Err(Reason::NoBody);
    }
    let stated = DATES.iter().find_map(|name| element(document, name));
    let stated = stated.map(|stated| day_of_digits(&stated).unwrap_or(stated));
    let of_number = || number.as_deref().and_then(day_in);
    let source = element(document, "SO").or_else(|| number.as_deref().and_then(source));
    let (title, byline) = headline(document);
    let byline = element(document, "BYLINE").or(byline).unwrap_or_default();
    // What stands before a caret strayed into the line.
    let byline = byline.rsplit('^').next().unwrap_or_default();
    Ok(RawArticle {
        line,
        title,
        date: stated.filter(|stated| dates::is_date(stated)).or_else(of_number),
        authors: sgml::writers(byline, source.as_deref()),
        source,
        section: element(document, "SECTION").map(desk).or_else(|| element(document, "CATEGORY")),
        id: number,
        body,
        ..RawArticle::default()
    })
}

/// The desk in what says where an article was printed: `Part 1; Page 3; Column 1; Metro Desk`.
fn desk(section: String) -> String {
    let desk = section.split(';').map(str::trim).find(|part| part.ends_with("Desk"));
    desk.map(str::to_owned).unwrap_or(section)
}

/// The text, piece after piece: each below its heading, and behind its dateline.
fn body(document: &str) -> String {
    let mut pieces = Vec::new();
    let mut rest = document;
    while !rest.is_empty() {
        let end = sgml::find(rest, END_OF_TEXT).map_or(rest.len(), |place| place + END_OF_TEXT.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        let text = TEXTS.iter().flat_map(|name| elements(piece, name)).map(sgml::paragraphs);
        let text = text.map(without_particulars).filter(|text| !text.is_empty());
        let text = text.collect::<Vec<_>>().join("\n\n");
        if text.is_empty() {
            continue;
        }
        if !pieces.is_empty() {
            let headings = HEADINGS.iter().flat_map(|name| elements(piece, name)).map(sgml::line);
            pieces.extend(headings.filter(|heading| !heading.is_empty() && !is_note(heading)));
        }
        pieces.push(match element(piece, "DATELINE") {
            Some(dateline) => format!("{dateline} {text}"),
            None => text,
        });
    }
    pieces.join("\n\n")
}

/// A text without the paragraph in which the Foreign Broadcast Information Service says what it is.
fn without_particulars(text: String) -> String {
    match text.split_once("\n\n") {
        Some((first, rest)) if first.starts_with("Language:") && first.contains("Article Type:") => {
            rest.to_owned()
        }
        _ => text,
    }
}

/// The first headline that is no note to editors, and the byline below it where one was not taken apart from it.
fn headline(document: &str) -> (Option<String>, Option<String>) {
    let lines = TITLES.iter().flat_map(|name| elements(document, name)).map(sgml::line);
    let mut lines: Vec<String> =
        lines.filter(|line| !line.is_empty() && !is_note(line) && !is_pickup(line)).collect();
    lines.sort_by_key(|line| line.starts_with(COMPANION));
    let Some(line) = lines.into_iter().next() else { return (None, None) };
    // The Wall Street Journal's headline, what else stands above the text, and the byline.
    let parts: Vec<&str> = line.split("---").map(|part| part.trim_matches(['-', ' '])).collect();
    let byline = parts.last().filter(|part| parts.len() > 1 && part.starts_with("By "));
    let title = parts.first().filter(|title| !title.is_empty());
    (title.map(|title| without_day(title).to_owned()), byline.map(|byline| (*byline).to_owned()))
}

/// A headline of the Financial Times without what stands above it there: `FT 14 MAY 91 / `.
fn without_day(title: &str) -> &str {
    let above =
        title.split_once(" / ").filter(|(above, _)| above.starts_with("FT ") && dates::is_date(&above[3..]));
    above.map_or(title, |(_, title)| title)
}

/// Whether a line tells editors something, or that more follows.
fn is_note(line: &str) -> bool {
    line == "MORE"
        || NOTES
            .iter()
            .any(|note| line.get(..note.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(note)))
}

/// Whether a line says where a text goes on that was sent in pieces, by the last words of the piece before:
/// `WASHN: the bill passed.`
fn is_pickup(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(place, words)| {
        let in_capitals = place.len() > 4 && place.chars().all(|letter| letter.is_ascii_uppercase());
        in_capitals && words.ends_with(['.', '?']) && words.contains(char::is_lowercase)
    })
}

/// The day in a document's number: `AP890104-0001`, `LA010189-0001`, `NYT_ENG_20000101.0001`.
fn day_in(number: &str) -> Option<String> {
    number.split(|letter: char| !letter.is_ascii_digit()).find_map(day_of_digits)
}

/// A day of eight digits with the year first, or of six with the year first, or last where it cannot be first.
fn day_of_digits(digits: &str) -> Option<String> {
    let digits = digits.trim();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |start: usize| digits.get(start..start + 2).unwrap_or_default();
    let is_day = |month: &str, day: &str| ("01"..="12").contains(&month) && ("01"..="31").contains(&day);
    let century = |year: &str| if year < "69" { "20" } else { "19" };
    let (year, month, day) = match digits.len() {
        8 if is_day(part(4), part(6)) => return Some(format!("{}-{}-{}", &digits[..4], part(4), part(6))),
        6 if is_day(part(2), part(4)) => (part(0), part(2), part(4)),
        6 if is_day(part(0), part(2)) => (part(4), part(0), part(2)),
        _ => return None,
    };
    Some(format!("{}{year}-{month}-{day}", century(year)))
}

fn source(number: &str) -> Option<String> {
    let letters = number.split(|letter: char| !letter.is_ascii_alphabetic()).next()?;
    SOURCES.iter().find(|(known, _)| letters.eq_ignore_ascii_case(known)).map(|(_, name)| (*name).to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Vec<Result<RawArticle, Rejection>> {
        super::read(text.as_bytes(), "a.sgml".to_owned()).collect()
    }

    #[test]
    fn documents_are_read_one_by_one() {
        let read = read(
            "<DOC>\n<DOCNO> AP890104-0001 </DOCNO>\n<FIRST>u i AM-Port 01-04 0613</FIRST>\n<HEAD>Eds: CORRECTS spelling</HEAD><HEAD>Port Senna Votes on\nTide Levy</HEAD>\n\
             <HEAD>Eds: SUBS 14th graf</HEAD>\n<BYLINE>By ILSE MARAVANT</BYLINE>\n<BYLINE>Wire Writer</BYLINE>\n\
             <DATELINE>PORT SENNA (AP) </DATELINE>\n<TEXT>\n   ``The port is closed,'' said Tobin\nOkkerley.\n   All left.\n</TEXT>\n</DOC>\n\
             <DOC>\n<DOCNO> AP890104-0002 </DOCNO>\n<TEXT>\n</TEXT>\n</DOC>\n<DOC>\n<DOCNO>AP890104-0003</DOCNO>\n<TEXT>Open.</TEXT>\n</DOC>\n",
        );
        let first = read[0].as_ref().unwrap();
        assert_eq!(first.title.as_deref(), Some("Port Senna Votes on Tide Levy"));
        assert_eq!(first.body, "PORT SENNA (AP) ``The port is closed,'' said Tobin Okkerley.\n\nAll left.");
        assert_eq!(
            (first.date.as_deref(), first.source.as_deref()),
            (Some("1989-01-04"), Some("Associated Press"))
        );
        assert_eq!((first.authors.as_slice(), first.line), (["ILSE MARAVANT".to_owned()].as_slice(), 1));
        assert_eq!(read[1].as_ref().unwrap_err().to_string(), "a.sgml, line 16: has no body");
        assert_eq!(read[2].as_ref().unwrap().id.as_deref(), Some("AP890104-0003"));
        assert_eq!(read.len(), 3);
    }

    #[test]
    fn notes_to_editors_are_no_headlines() {
        let check = |heads: &[&str], title: Option<&str>| {
            let heads: String = heads.iter().map(|head| format!("<HEAD>{head}</HEAD>\n")).collect();
            let raw =
                read(&format!("<DOC>\n<DOCNO> AP890104-0001 </DOCNO>\n{heads}<TEXT>Closed.</TEXT>\n</DOC>"));
            assert_eq!(raw[0].as_ref().unwrap().title.as_deref(), title, "{heads}");
        };
        check(
            &["$Adv05", "For Release Thurs PMs, Jan. 5, and Thereafter", "Port Votes", "With LaserPhoto"],
            Some("Port Votes"),
        );
        check(&["With Port Senna, Bjt", "Boats Left: Mayor"], Some("Boats Left: Mayor"));
        check(&["With Port Closed, Boats Leave"], Some("With Port Closed, Boats Leave"));
        check(&["SENNA: the board met.", "MORE"], None);
        check(&["More Boats Left"], Some("More Boats Left"));
        check(&["LISK: THE BOARD ANSWERS?"], Some("LISK: THE BOARD ANSWERS?"));
        check(&["EDS: LEADS with three grafs"], None);
    }

    #[test]
    fn a_document_of_several_pieces_keeps_their_places() {
        let read = read(
            "<DOC>\n<DOCNO> AP890104-0001 </DOCNO>\n<HEAD>In Brief</HEAD>\n<BYLINE>With PM-Port ^By UNA BRANDT</BYLINE>\n<DATELINE>PORT SENNA (AP) </DATELINE>\n\
             <TEXT>\n   The port closed.\n</TEXT>\n<NOTE>Harbours</NOTE>\n<DATELINE>LISK (AP) </DATELINE>\n<TEXT>\n   Boats came.\n</TEXT>\n\
             <TEXT>\n   All left.\n</TEXT>\n<NOTE>MORE</NOTE>\n</DOC>",
        );
        let raw = read[0].as_ref().unwrap();
        assert_eq!(
            raw.body,
            "PORT SENNA (AP) The port closed.\n\nHarbours\n\nLISK (AP) Boats came.\n\nAll left."
        );
        assert_eq!(raw.authors, ["UNA BRANDT"]);
    }

    #[test]
    fn other_collections_call_things_otherwise() {
        let check = |document: &str, title: &str, date: &str, body: &str| {
            let raw = read(document).remove(0).unwrap();
            assert_eq!(
                (raw.title.as_deref(), raw.date.as_deref(), raw.body.as_str()),
                (Some(title), Some(date), body)
            );
        };
        check(
            "<DOC>\n<DOCNO> LA010189-0001 </DOCNO>\n<DATE>\n<P>\nJanuary 1, 1989, Sunday, Home Edition \n</P>\n</DATE>\n<HEADLINE>\n<P>\nPORT VOTES \n</P>\n\
             </HEADLINE>\n<TEXT>\n<P>\nClosed\nat noon. \n</P>\n<P>\nAll left. \n</P>\n</TEXT>\n</DOC>",
            "PORT VOTES",
            "January 1, 1989, Sunday, Home Edition",
            "Closed at noon.\n\nAll left.",
        );
        check(
            "<DOC>\n<DOCNO>FT911-3</DOCNO>\n<PROFILE>x</PROFILE>\n<DATE>910514\n</DATE>\n<HEADLINE>\nFT  14 MAY 91 / Port\n</HEADLINE>\n<TEXT>\nClosed &amp; shut.\n</TEXT>\n</DOC>",
            "Port",
            "1991-05-14",
            "Closed & shut.",
        );
        check(
            "<DOC>\n<DOCNO> WSJ911014-0001 </DOCNO>\n<DD> = 911014 </DD>\n<HL> Port Votes:\n ---\n Boats Leave\n ----\n By Ilse Maravant </HL>\n<DATE> 10/14/91 </DATE>\n\
             <LP> PORT SENNA -- Closed. </LP>\n<TEXT>\n All left. </TEXT>\n</DOC>",
            "Port Votes:",
            "10/14/91",
            "PORT SENNA -- Closed.\n\nAll left.",
        );
        check(
            "<DOC>\n<DOCNO> FBIS3-1 </DOCNO>\n<HEADER>\n<DATE1> 14 March 1994 </DATE1>\n<H3> <TI> Port Votes </TI></H3>\n</HEADER>\n\
             <TEXT>\nLanguage: <F P=105> English </F>\nArticle Type:BFN\n\n  [Text] Closed.\n</TEXT>\n</DOC>",
            "Port Votes",
            "14 March 1994",
            "[Text] Closed.",
        );
        check(
            "<DOC id=\"NYT_ENG_20000101.0001\" type=\"story\" >\n<HEADLINE>\nPort\n</HEADLINE>\n<TEXT>\n<P>\nClosed.\n</P>\n</TEXT>\n</DOC>",
            "Port",
            "2000-01-01",
            "Closed.",
        );
    }

    #[test]
    fn days_in_numbers() {
        let check = |number: &str, day: Option<&str>| assert_eq!(day_in(number).as_deref(), day, "{number}");
        check("WSJ870324-0001", Some("1987-03-24"));
        check("LA123090-0017", Some("1990-12-30"));
        check("APW19980601.0001", Some("1998-06-01"));
        check("FT911-3", None);
        check("ZF07-123-456", None);
    }

    #[test]
    fn a_section_is_a_desk_where_there_is_one() {
        for (section, expected) in
            [("Part 1; Page 3; Column 1; Metro Desk", "Metro Desk"), ("Business", "Business")]
        {
            assert_eq!(desk(section.to_owned()), expected);
        }
    }

    #[test]
    fn collections_are_told_from_other_markup() {
        assert!(is_trec(b"<DOC>\n<DOCNO> AP890104-0001 </DOCNO>\n"));
        assert!(is_trec(b"<DOC id=\"NYT_ENG_20000101.0001\" type=\"story\" >\n"));
        assert!(
            !is_trec(b"<DOC>\n<TITLE>x</TITLE>")
                && !is_trec(b"<DOCUMENT><DOCNO>1</DOCNO>")
                && !is_trec(b"<html>")
        );
    }

    proptest! {
        #[test]
        fn no_markup_breaks_it(text in "(</?(DOC|DOCNO|TEXT|HEAD|DATE|P|BYLINE)( id=\"?)?>?|&[a-z#0-9]{0,4};?|[a-zé 0-9\n]{0,6}){0,40}") {
            let _ = read(&format!("<DOC>\n{text}"));
        }
    }
}
