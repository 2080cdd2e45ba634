//! NewsML-G2: items of agencies, alone or in a message, whose texts are XHTML, NITF or plain.

use std::io::BufRead;

use super::{
    nitf, whole,
    whole::{Fault, Found},
    xml::{self, Element, Root},
};
use crate::{Reason, Rejection, authors::authors, dates, raw_article::RawArticle, stated::Stated};

const ROOTS: &[&str] = &[
    "newsMessage",
    "newsItem",
    "packageItem",
    "conceptItem",
    "knowledgeItem",
    "planningItem",
    "catalogItem",
];
const NO_ITEM: &str = "is NewsML-G2 without a news item, such as a package, a plan or a list of concepts";

/// What the classes of items without a text are called, by how their codes end.
const CLASSES: &[(&str, &str)] = &[
    ("picture", "is a picture without a text"),
    ("graphic", "is a graphic without a text"),
    ("animated", "is a graphic without a text"),
    ("video", "is a video without a text"),
    ("audio", "is a sound recording without a text"),
    ("composite", "is a package of other items without a text of its own"),
];

/// Where the day stands, the first version before the present one: a correction does not make an article of another day.
const DATES: &[&str] = &["firstCreated", "contentCreated", "versionCreated"];

/// What the codes of desks begin with, or the kinds of subjects that are desks end with.
const DESKS: &[&str] = &["category", "cat", "department", "desk", "section"];

/// Whether a file is NewsML-G2.
pub(super) fn is_newsml_g2(head: &[u8]) -> bool {
    Root::read(head).is_some_and(|root| root.is(ROOTS))
}

/// The articles of an item or of a message of items.
pub(super) fn read(
    content: impl BufRead,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    whole::articles(content, file, |text| xml::articles(text, found))
}

fn found(root: &Element) -> Found {
    let items: Vec<&Element> =
        if root.name() == "newsItem" { vec![root] } else { root.all("newsItem").collect() };
    if items.is_empty() {
        return vec![Err(Reason::Format { what: NO_ITEM }.into())];
    }
    let read = |item| article(item).map_err(|reason| Fault { line: Some(item.line), reason });
    items.into_iter().map(read).collect()
}

fn article(item: &Element) -> Result<RawArticle, Reason> {
    let (body, content) = body(item)?.ok_or_else(|| without_text(item))?;
    let nitf = content.first("nitf").map(nitf::article).and_then(Result::ok).unwrap_or_default();
    Ok(RawArticle {
        line: item.line,
        id: item.attribute("guid").map(str::to_owned),
        title: headline(item).or(nitf.title).or_else(|| title_of_page(content)),
        date: date(item).or(nitf.date),
        source: source(item),
        authors: people(item).filter(|people| !people.is_empty()).unwrap_or(nitf.authors),
        section: section(item),
        language: language(item),
        body,
        ..RawArticle::default()
    })
}

/// The first content with a text, and the text.
fn body(item: &Element) -> Result<Option<(String, &Element)>, Reason> {
    let contents = item.descendants().filter(|element| {
        matches!(element.name(), "inlineXML" | "inlineData") && element.attribute("encoding").is_none()
    });
    for content in contents {
        let body = match content.first("nitf") {
            Some(nitf) => nitf::body(nitf),
            None => {
                xml::body(content.first("body.content").or_else(|| content.first("body")).unwrap_or(content))?
            }
        };
        if !body.is_empty() {
            return Ok(Some((body, content)));
        }
    }
    Ok(None)
}

fn without_text(item: &Element) -> Reason {
    let class = item.first("itemClass");
    let code = class
        .and_then(|class| class.attribute("qcode").or_else(|| class.attribute("uri")))
        .unwrap_or_default();
    let class = CLASSES.iter().find(|(end, _)| code.ends_with(end));
    class.map_or(Reason::NoBody, |(_, what)| Reason::Format { what })
}

/// The headline: the first one that is not said to be another kind of line.
fn headline(item: &Element) -> Option<String> {
    let is_main = |headline: &&Element| {
        let role = headline.attribute("role").unwrap_or_default().to_lowercase();
        !role.contains("sub") && !role.contains("deck") && !role.contains("kicker")
    };
    let meta = item.child("contentMeta").unwrap_or(item);
    meta.all("headline").filter(is_main).find_map(Element::line_of_text)
}

/// What an XHTML page calls itself.
fn title_of_page(content: &Element) -> Option<String> {
    ["title", "h1"].iter().find_map(|name| content.first(name).and_then(Element::line_of_text))
}

fn date(item: &Element) -> Option<String> {
    let stated = |name: &&str| item.first(name).and_then(Element::line_of_text);
    DATES.iter().filter_map(stated).find(|date| dates::is_date(date))
}

/// The provider: what it is called, else how it is identified.
fn source(item: &Element) -> Option<String> {
    let provider = item.first("provider")?;
    let code = || provider.attribute("qcode").map(|code| code.rsplit(':').next().unwrap_or(code).to_owned());
    let literal = || provider.attribute("literal").map(str::to_owned);
    provider.child("name").and_then(Element::line_of_text).or_else(literal).or_else(code)
}

/// The people of the byline, else the creators that have a name of several words, which is none of an account.
fn people(item: &Element) -> Option<Vec<String>> {
    let meta = item.child("contentMeta")?;
    if let Some(byline) = meta.children().filter(|child| child.name() == "by").find_map(Element::line_of_text)
    {
        return Some(authors(Stated::text(&byline)));
    }
    let creators = meta.children().filter(|child| child.name() == "creator");
    let names = creators.filter_map(|creator| creator.child("name")?.line_of_text());
    Some(names.filter(|name| name.contains(' ')).collect())
}

/// The name of the first subject that is a desk.
fn section(item: &Element) -> Option<String> {
    let is_desk = |subject: &&Element| {
        let code = subject.attribute("qcode").unwrap_or_default().split(':').next().unwrap_or_default();
        let kind = subject.attribute("type").unwrap_or_default();
        DESKS.iter().any(|desk| code.ends_with(desk) || kind.ends_with(desk))
    };
    let subjects = item.child("contentMeta")?.children().filter(|child| child.name() == "subject");
    let named = subjects.filter(is_desk).find_map(|subject| subject.child("name")?.line_of_text());
    named.filter(|name| name.chars().count() > 1)
}

fn language(item: &Element) -> Option<String> {
    let stated = item.child("contentMeta").and_then(|meta| meta.child("language")?.attribute("tag"));
    stated.or_else(|| item.attribute("lang")).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(class: &str, content: &str) -> String {
        format!(
            "<newsItem guid='urn:1' xml:lang='en-GB'><itemMeta><itemClass qcode='ninat:{class}'/><provider qcode='p:HW'>\
             <name>Halvia Wire</name></provider><versionCreated>2024-03-16T00:00:00Z</versionCreated>\
             <firstCreated>2024-03-14T23:30:00-05:00</firstCreated></itemMeta><contentMeta><creator><name>imaravant</name></creator>\
             <by>By Ilse Maravant</by><headline role='hld:subHeadline'>Boats leave</headline><headline>Port Senna closes</headline>\
             <subject qcode='hwdepartment:9'><name>Harbour</name></subject></contentMeta><contentSet>{content}</contentSet></newsItem>"
        )
    }

    fn read_all(xml: &str) -> Vec<Result<RawArticle, String>> {
        let read = read(xml.as_bytes(), "a.xml".to_owned());
        read.map(|one| one.map_err(|rejection| rejection.reason.to_string())).collect()
    }

    #[test]
    fn particulars_of_an_item() {
        let xml = item("text", "<inlineXML><html><body><p>The port closed.</p></body></html></inlineXML>");
        let raw = read_all(&xml).remove(0).unwrap();
        assert_eq!((raw.id.as_deref(), raw.title.as_deref()), (Some("urn:1"), Some("Port Senna closes")));
        assert_eq!(
            (raw.date.as_deref(), raw.source.as_deref()),
            (Some("2024-03-14T23:30:00-05:00"), Some("Halvia Wire"))
        );
        assert_eq!(
            (raw.authors, raw.section.as_deref()),
            (vec!["Ilse Maravant".to_owned()], Some("Harbour"))
        );
        assert_eq!((raw.language.as_deref(), raw.body.as_str()), (Some("en-GB"), "The port closed."));
    }

    #[test]
    fn contents_are_of_many_kinds() {
        for content in [
            "<inlineXML><nitf xmlns='x'><body><body.content><block><p>One.</p><p>Two.</p></block></body.content></body></nitf></inlineXML>",
            "<inlineXML><html xmlns='x'><head><title>x</title></head><body><header><h1>x</h1></header><section><p>One.</p><p>Two.</p></section></body></html></inlineXML>",
            "<remoteContent href='a.jpg'/><inlineXML/><inlineData contenttype='text/plain'>One.\n\nTwo.</inlineData>",
            "<inlineData contenttype='text/html'>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</inlineData>",
        ] {
            assert_eq!(
                read_all(&item("text", content))[0].as_ref().unwrap().body,
                "One.\n\nTwo.",
                "{content}"
            );
        }
    }

    #[test]
    fn a_message_holds_items_of_which_some_have_no_text() {
        let text = "<inlineData>The port closed.</inlineData>";
        let message = format!(
            "<newsMessage><header/><itemSet><packageItem/>{}{}{}</itemSet></newsMessage>",
            item("picture", "<remoteContent/>"),
            item("text", text),
            item("text", "")
        );
        let read: Vec<String> = read_all(&message)
            .into_iter()
            .map(|one| one.map_or_else(|reason| reason, |raw| raw.body))
            .collect();
        assert_eq!(read, ["is a picture without a text", "The port closed.", "has no body"]);
        assert_eq!(read_all("<packageItem/>"), [Err(NO_ITEM.to_owned())]);
    }

    #[test]
    fn without_a_headline_the_text_may_have_one() {
        let xml = "<newsItem><contentSet><inlineXML><nitf><head><title>Port Senna closes</title></head><body><body.content>\
            <p>The port closed.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>";
        assert_eq!(read_all(xml)[0].as_ref().unwrap().title.as_deref(), Some("Port Senna closes"));
    }
}
