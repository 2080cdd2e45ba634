//! NITF (News Industry Text Format) 3: one article of an agency or a newspaper, alone or within NewsML.

use std::io::BufRead;

use super::{
    whole,
    xml::{self, Element, Root},
};
use crate::{Reason, Rejection, authors::authors, dates, raw_article::RawArticle, stated::Stated};

const PICTURE: &str = "is a picture or a recording without a text";

/// Where the day of publication stands, the most telling first: element and attribute.
const DATES: &[(&str, &str)] = &[
    ("pubdata", "date.publication"),
    ("date.issue", "norm"),
    ("date.release", "norm"),
    ("story.date", "norm"),
    ("dateline", "norm"),
];

/// Where the outlet stands.
const SOURCES: &[(&str, &str)] = &[
    ("pubdata", "name"),
    ("distributor", ""),
    ("doc-id", "regsrc"),
    ("doc.copyright", "holder"),
    ("from-src", "src-name"),
];

/// Where the desk stands.
const SECTIONS: &[(&str, &str)] =
    &[("pubdata", "position.section"), ("tobject.subject", "tobject.subject.type"), ("doc-scope", "scope")];

/// What newspapers call the desk among the names that are their own.
const DESKS: &[&str] = &["online_sections", "dsk", "desk", "section"];

/// Whether a file is NITF.
pub(super) fn is_nitf(head: &[u8]) -> bool {
    Root::read(head).is_some_and(|root| root.is(&["nitf"]))
}

/// The one article of a file.
pub(super) fn read(
    content: impl BufRead,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    whole::articles(content, file, |text| xml::articles(text, |root| vec![article(root).map_err(Into::into)]))
}

/// What an element `nitf` states.
pub(super) fn article(nitf: &Element) -> Result<RawArticle, Reason> {
    let body = body(nitf);
    if body.is_empty() {
        let has_media = nitf.first("media").is_some();
        return Err(if has_media { Reason::Format { what: PICTURE } } else { Reason::NoBody });
    }
    let source = stated(nitf, SOURCES);
    Ok(RawArticle {
        line: nitf.line,
        id: stated(nitf, &[("doc-id", "id-string")]),
        url: stated(nitf, &[("pubdata", "ex-ref")]).filter(|url| url.starts_with("http")),
        title: title(nitf),
        date: DATES.iter().find_map(|place| stated(nitf, &[*place]).filter(|date| dates::is_date(date))),
        authors: people(nitf, source.as_deref()),
        source,
        section: desk(nitf).or_else(|| stated(nitf, SECTIONS)),
        language: ["baselang", "lang"].iter().find_map(|name| nitf.attribute(name)).map(str::to_owned),
        body,
    })
}

/// The first that is stated; an empty name of an attribute means the text of the element.
fn stated(nitf: &Element, places: &[(&str, &str)]) -> Option<String> {
    let value = |element: &Element, attribute: &str| match attribute {
        "" => element.line_of_text(),
        name => element.attribute(name).map(str::to_owned),
    };
    places.iter().find_map(|(name, attribute)| nitf.all(name).find_map(|element| value(element, attribute)))
}

/// The headline: the first line of it, or what stands in the head.
fn title(nitf: &Element) -> Option<String> {
    let in_body = nitf.first("body.head").and_then(|head| {
        let whole = || head.first("hedline").and_then(Element::line_of_text);
        head.first("hl1").and_then(Element::line_of_text).or_else(whole)
    });
    in_body.or_else(|| nitf.first("head")?.child("title")?.line_of_text())
}

/// The people of the first byline, without their titles and without the agency.
fn people(nitf: &Element, agency: Option<&str>) -> Vec<String> {
    let Some(byline) = nitf.first("byline") else { return Vec::new() };
    let people: Vec<String> = byline.all("person").filter_map(Element::line_of_text).collect();
    let byline = if people.is_empty() { byline.line_of_text() } else { Some(people.join(", ")) };
    let mut people = byline.map(|byline| authors(Stated::text(&byline))).unwrap_or_default();
    let agency = agency.unwrap_or_default().to_lowercase();
    people.retain(|person| agency.is_empty() || !person.to_lowercase().starts_with(&agency));
    people
}

fn desk(nitf: &Element) -> Option<String> {
    let meta = |name: &&str| {
        nitf.all("meta").find(|meta| meta.attribute("name") == Some(name))?.attribute("content")
    };
    DESKS.iter().find_map(meta).map(str::to_owned)
}

/// The text: of newspapers that give its beginning apart only the whole, and the abstract where it is all there is.
pub(super) fn body(nitf: &Element) -> String {
    let content = nitf.first("body.content").or_else(|| nitf.child("body"));
    let whole = content
        .and_then(|content| content.all("block").find(|block| block.attribute("class") == Some("full_text")));
    let text = |element: Option<&Element>| element.map(xml::paragraphs).filter(|text| !text.is_empty());
    text(whole).or_else(|| text(content)).or_else(|| text(nitf.first("abstract"))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_one(text: &str) -> Result<RawArticle, String> {
        let found: Vec<_> = read(text.as_bytes(), "a.xml".to_owned()).collect();
        assert_eq!(found.len(), 1);
        found.into_iter().next().unwrap().map_err(|rejection| rejection.reason.to_string())
    }

    #[test]
    fn an_article_of_an_agency() {
        let raw = read_one(
            "<?xml version='1.0'?>\n<!DOCTYPE nitf SYSTEM 'nitf-3-2.dtd'>\n<nitf baselang='en-GB'><head><title>senna-vote</title>\
             <tobject><tobject.subject tobject.subject.type='Politics'/></tobject><docdata><doc-id id-string='hw:1'/>\
             <date.release norm='YYYYMMDD'/><date.issue norm='20240314T003000+0100'/></docdata></head><body><body.head>\
             <hedline><hl1>Port Senna\n closes</hl1><hl2>Boats leave</hl2></hedline><byline>By <person>Ilse Maravant</person>\
             <byttl>The Semaphore</byttl></byline><distributor>Halvia Wire</distributor></body.head>\
             <body.content><p>The port closed.</p><p>All left &amp; nobody came.</p></body.content></body></nitf>",
        )
        .unwrap();
        assert_eq!(
            (raw.line, raw.id.as_deref(), raw.title.as_deref()),
            (3, Some("hw:1"), Some("Port Senna closes"))
        );
        assert_eq!(
            (raw.date.as_deref(), raw.source.as_deref()),
            (Some("20240314T003000+0100"), Some("Halvia Wire"))
        );
        assert_eq!(
            (raw.authors, raw.section.as_deref()),
            (vec!["Ilse Maravant".to_owned()], Some("Politics"))
        );
        assert_eq!(
            (raw.language.as_deref(), raw.body.as_str()),
            (Some("en-GB"), "The port closed.\n\nAll left & nobody came.")
        );
    }

    #[test]
    fn an_article_of_a_newspaper() {
        let raw = read_one(
            "<nitf><head><title>Port Senna closes</title><meta name='online_sections' content='Harbour'/><docdata>\
             <doc-id id-string='17'/></docdata><pubdata date.publication='20040314T000000' ex-ref='http://x.example/17' \
             name='The Semaphore'/></head><body><body.head><byline class='print_byline'>By Ilse Maravant, The Semaphore Staff</byline>\
             <byline class='normalized_byline'>Maravant, Ilse</byline><abstract><p>Short.</p></abstract></body.head><body.content>\
             <block class='lead_paragraph'><p>The port closed.</p></block><block class='full_text'><p>The port closed.</p>\
             <p>All left.</p></block></body.content></body></nitf>",
        )
        .unwrap();
        assert_eq!(
            (raw.title.as_deref(), raw.url.as_deref()),
            (Some("Port Senna closes"), Some("http://x.example/17"))
        );
        assert_eq!(
            (raw.date.as_deref(), raw.source.as_deref()),
            (Some("20040314T000000"), Some("The Semaphore"))
        );
        assert_eq!(
            (raw.authors, raw.section.as_deref()),
            (vec!["Ilse Maravant".to_owned()], Some("Harbour"))
        );
        assert_eq!(raw.body, "The port closed.\n\nAll left.");
    }

    #[test]
    fn an_abstract_is_a_text_where_there_is_no_other() {
        let raw = read_one(
            "<nitf><body><body.head><abstract><p>Short.</p></abstract></body.head><body.content/></body></nitf>",
        );
        assert_eq!(raw.unwrap().body, "Short.");
    }

    #[test]
    fn files_without_a_text_say_what_they_are() {
        let check = |xml: &str, reason: &str| assert_eq!(read_one(xml).unwrap_err(), reason, "{xml}");
        check("<nitf><body><body.content> </body.content></body></nitf>", "has no body");
        check(
            "<nitf><body><body.content><media><media-caption>A boat</media-caption></media></body.content></body></nitf>",
            PICTURE,
        );
        check(
            "<nitf><body><body.content><p>The port",
            "is not valid XML: it breaks off before its last element ends",
        );
    }
}
