//! Collections of the Text Retrieval Conference and of the Linguistic Data Consortium: `<DOC>`, `<DOCNO>`, `<TEXT>`.

use std::io::BufRead;

use super::sgml::{self, Documents, element, elements};
use crate::{Reason, Rejection, authors::authors, dates, raw_article::RawArticle, stated::Stated};

/// What begins a document.
const TAG: &str = "DOC";

/// Elements that hold the headline, the most telling first.
const TITLES: &[&str] = &["HEADLINE", "HEAD", "HL", "TTL", "TI", "TITLE"];

/// Elements that hold the day of publication, the most telling first.
const DATES: &[&str] = &["DATE_TIME", "DATE", "DATE1", "PUBDATE", "DD", "PD"];

/// Elements that hold the text; others hold the particulars of who keeps it.
const TEXTS: &[&str] = &["TEXT", "LP", "GRAPHIC"];

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
    let dateline = elements(document, "DATELINE").first().map(|dateline| sgml::line(dateline));
    let body = TEXTS.iter().flat_map(|name| elements(document, name)).map(sgml::paragraphs);
    let body = body.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n");
    if body.is_empty() {
        return Err(Reason::NoBody);
    }
    let body = match dateline.filter(|dateline| !dateline.is_empty()) {
        Some(dateline) => format!("{dateline} {body}"),
        None => body,
    };
    let stated = DATES.iter().find_map(|name| element(document, name));
    let stated = stated.map(|stated| day_of_digits(&stated).unwrap_or(stated));
    let of_number = || number.as_deref().and_then(day_in);
    Ok(RawArticle {
        line,
        title: title(document),
        date: stated.filter(|stated| dates::is_date(stated)).or_else(of_number),
        source: element(document, "SO").or_else(|| number.as_deref().and_then(source)),
        authors: element(document, "BYLINE").map(|byline| authors(Stated::text(&byline))).unwrap_or_default(),
        section: element(document, "SECTION").or_else(|| element(document, "CATEGORY")),
        id: number,
        body,
        ..RawArticle::default()
    })
}

/// The first headline that is no note to editors.
fn title(document: &str) -> Option<String> {
    let mut titles = TITLES.iter().flat_map(|name| elements(document, name)).map(sgml::line);
    titles.find(|title| !title.is_empty() && !title.starts_with("Eds:"))
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
    match digits.len() {
        8 if is_day(part(4), part(6)) => Some(format!("{}-{}-{}", &digits[..4], part(4), part(6))),
        6 if is_day(part(2), part(4)) => Some(format!("{}/{}/{}", part(2), part(4), part(0))),
        6 if is_day(part(0), part(2)) => Some(format!("{}/{}/{}", part(0), part(2), part(4))),
        _ => None,
    }
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
            (Some("01/04/89"), Some("Associated Press"))
        );
        assert_eq!((first.authors.as_slice(), first.line), (["ILSE MARAVANT".to_owned()].as_slice(), 1));
        assert_eq!(read[1].as_ref().unwrap_err().to_string(), "a.sgml, line 16: has no body");
        assert_eq!(read[2].as_ref().unwrap().id.as_deref(), Some("AP890104-0003"));
        assert_eq!(read.len(), 3);
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
            "FT 14 MAY 91 / Port",
            "05/14/91",
            "Closed & shut.",
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
        check("WSJ870324-0001", Some("03/24/87"));
        check("LA123090-0017", Some("12/30/90"));
        check("APW19980601.0001", Some("1998-06-01"));
        check("FT911-3", None);
        check("ZF07-123-456", None);
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
