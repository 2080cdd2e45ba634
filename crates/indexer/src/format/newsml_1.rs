//! NewsML 1.0 to 1.2: items of agencies, each of components that hold lines, particulars and contents.

use std::io::BufRead;

use super::{
    nitf, whole,
    whole::Found,
    xml::{self, Element, Root},
};
use crate::{Reason, Rejection, authors::authors, dates, raw_article::RawArticle, stated::Stated};

const NO_ITEM: &str = "is NewsML without a news item";
const NO_TEXT: &str = "is a news item without a text, such as a picture or a list of topics";

/// Where the day stands, the first version before the present one: a correction does not make an article of another day.
const DATES: &[&str] = &["FirstCreated", "ThisRevisionCreated", "DateId"];

/// Roles and kinds of components whose texts describe something else.
const BESIDE: &[&str] = &[
    "caption",
    "photo",
    "picture",
    "image",
    "graphic",
    "video",
    "audio",
    "thumbnail",
    "quicklook",
    "icon",
    "logo",
];

/// Roles of components that say something of the text.
const ABOUT: &[&str] = &["title", "headline", "summary", "abstract", "editor", "keywords", "byline"];

/// Whether a file is NewsML 1.
pub(super) fn is_newsml_1(head: &[u8]) -> bool {
    Root::read(head).is_some_and(|root| root.is(&["NewsML", "NewsItem"]))
}

/// The articles of an envelope of items.
pub(super) fn read(
    content: impl BufRead,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    whole::articles(content, file, |text| xml::articles(text, found))
}

fn found(root: &Element) -> Found {
    if root.name() == "NewsItem" {
        return item(root);
    }
    let found: Found = root.children().filter(|child| child.name() == "NewsItem").flat_map(item).collect();
    if found.is_empty() { vec![Err(Reason::Format { what: NO_ITEM }.into())] } else { found }
}

/// The articles of an item: one of each headline under which texts stand.
fn item(item: &Element) -> Found {
    let mut texts = Vec::new();
    for component in item.children().filter(|child| child.name() == "NewsComponent") {
        if let Err(reason) = add_texts(component, None, &mut texts) {
            return vec![Err(whole::Fault { line: Some(item.line), reason })];
        }
    }
    if texts.is_empty() {
        let reason = Reason::Format { what: NO_TEXT };
        return vec![Err(whole::Fault { line: Some(item.line), reason })];
    }
    let particulars = particulars(item);
    let mut articles: Vec<RawArticle> = Vec::new();
    for text in texts {
        match articles.last_mut() {
            Some(before) if before.title == text.headline || text.headline.is_none() => {
                before.body.push_str("\n\n");
                before.body.push_str(&text.body);
            }
            _ => articles.push(article(&particulars, text, articles.len())),
        }
    }
    articles.into_iter().map(Ok).collect()
}

/// A text, the headline above it and the component in which it stands.
struct Text<'item> {
    headline: Option<String>,
    component: &'item Element,
    body: String,
}

/// Adds the texts of a component and of those in it. Of components that are equivalent the first with a text is enough.
fn add_texts<'item>(
    component: &'item Element,
    above: Option<&str>,
    texts: &mut Vec<Text<'item>>,
) -> Result<(), Reason> {
    if is_beside(component) {
        return Ok(());
    }
    let lines = component.child("NewsLines");
    let own = lines.and_then(|lines| lines.first("HeadLine")).and_then(Element::line_of_text);
    let own = own.or_else(|| title_of_parts(component));
    let headline = own.as_deref().or(above);
    let before = texts.len();
    let is_equivalent = component.attribute("EquivalentsList") == Some("yes");
    for child in component.children() {
        match child.name() {
            "ContentItem" if !is_beside(child) => {
                let body = text(child)?;
                let is_new = !body.is_empty() && texts.last().is_none_or(|before| before.body != body);
                if is_new {
                    texts.push(Text { headline: headline.map(str::to_owned), component, body });
                }
            }
            "NewsComponent" => add_texts(child, headline, texts)?,
            _ => {}
        }
        if is_equivalent && texts.len() > before {
            break;
        }
    }
    Ok(())
}

/// The text of a part that is the title of the others.
fn title_of_parts(component: &Element) -> Option<String> {
    let is_title = |part: &&Element| roles(part).any(|role| role == "title" || role == "headline");
    component.children().find(is_title)?.first("DataContent")?.line_of_text()
}

/// Whether a component or a content describes something that is no text, or the text.
fn is_beside(element: &Element) -> bool {
    roles(element)
        .any(|role| ABOUT.contains(&role.as_str()) || BESIDE.iter().any(|beside| role.contains(beside)))
}

/// What a component or a content is said to be.
fn roles(element: &Element) -> impl Iterator<Item = String> {
    let roles = element.children().filter(|child| matches!(child.name(), "Role" | "MediaType"));
    roles.filter_map(|role| role.attribute("FormalName")).map(str::to_lowercase)
}

/// The text of a content unless that is encoded: NITF, XHTML, a piece of either, HTML in characters, or plain.
fn text(content: &Element) -> Result<String, Reason> {
    let encoding = content.first("Encoding").and_then(|encoding| encoding.attribute("Notation"));
    let is_encoded = encoding.is_some_and(|notation| notation.to_lowercase().contains("base64"));
    let Some(data) = content.first("DataContent").filter(|_| !is_encoded) else { return Ok(String::new()) };
    match data.first("nitf") {
        Some(nitf) => Ok(nitf::body(nitf)),
        None => xml::body(data.first("body.content").or_else(|| data.first("body")).unwrap_or(data)),
    }
}

/// What an item states for all the articles in it.
fn particulars(item: &Element) -> RawArticle {
    RawArticle {
        line: item.line,
        id: item.first("PublicIdentifier").and_then(Element::line_of_text),
        date: date(item),
        source: source(item),
        authors: byline(item).unwrap_or_default(),
        language: language(item).or_else(|| item.attribute("lang").map(str::to_owned)),
        ..RawArticle::default()
    }
}

/// The article of a text, which is the first of the item or a later one.
fn article(particulars: &RawArticle, text: Text<'_>, place: usize) -> RawArticle {
    let Text { headline, component, body } = text;
    let nitf = component.first("nitf").map(nitf::article).and_then(Result::ok).unwrap_or_default();
    let mut raw = RawArticle { title: headline.or(nitf.title), body, ..particulars.clone() };
    raw.authors = byline(component).unwrap_or(raw.authors);
    if raw.authors.is_empty() {
        raw.authors = nitf.authors;
    }
    raw.language = language(component).or(raw.language);
    if place > 0 {
        raw.line = component.line;
        raw.id = raw.id.map(|id| format!("{id}#{}", place + 1));
    }
    raw
}

fn byline(element: &Element) -> Option<Vec<String>> {
    let byline = element.first("ByLine").and_then(Element::line_of_text)?;
    Some(authors(Stated::text(&byline)))
}

fn date(item: &Element) -> Option<String> {
    let stated = |name: &&str| item.first(name).and_then(Element::line_of_text);
    DATES.iter().filter_map(stated).find(|date| dates::is_date(date))
}

/// The party that provides the item, else its source, else the domain that identifies it.
fn source(item: &Element) -> Option<String> {
    let party = |name: &&str| {
        item.all(name).find_map(|role| Some(role.child("Party")?.attribute("FormalName")?.to_owned()))
    };
    let domain = || item.first("ProviderId").and_then(Element::line_of_text);
    ["Provider", "Source", "Creator"].iter().find_map(party).or_else(domain)
}

fn language(element: &Element) -> Option<String> {
    element.first("Language").and_then(|language| language.attribute("FormalName")).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(content: &str, expected: &[&str]) {
        let xml = format!("<?xml version='1.0'?><NewsML Version='1.2'><NewsEnvelope/>{content}</NewsML>");
        let read = read(xml.as_bytes(), "a.xml".to_owned());
        let read: Vec<String> = read
            .map(|one| match one {
                Ok(raw) => format!("{} | {}", raw.title.unwrap_or_default(), raw.body),
                Err(rejection) => rejection.reason.to_string(),
            })
            .collect();
        assert_eq!(read, expected, "{content}");
    }

    fn item(components: &str) -> String {
        format!("<NewsItem xml:lang='en'><Identification/>{components}</NewsItem>")
    }

    fn component(inside: &str, data: &str) -> String {
        format!(
            "<NewsComponent>{inside}<ContentItem><DataContent>{data}</DataContent></ContentItem></NewsComponent>"
        )
    }

    const LINES: &str = "<NewsLines><HeadLine>Port Senna closes</HeadLine></NewsLines>";

    #[test]
    fn particulars_of_an_item() {
        let xml = "<NewsML>\n<NewsItem xml:lang='ar'><Identification><NewsIdentifier><ProviderId>halvia.example</ProviderId>\
            <DateId>20240315</DateId><PublicIdentifier>urn:newsml:halvia.example:20240314:1</PublicIdentifier></NewsIdentifier></Identification>\
            <NewsManagement><FirstCreated>20240314T233000-0500</FirstCreated><ThisRevisionCreated>20240316T000000Z</ThisRevisionCreated>\
            </NewsManagement><NewsComponent><NewsLines><HeadLine>ميناء</HeadLine><ByLine>Ilse Maravant</ByLine></NewsLines>\
            <AdministrativeMetadata><Provider><Party FormalName='Halvia Wire'/></Provider></AdministrativeMetadata>\
            <ContentItem><DataContent><nitf><body><body.content><p>مغلق.</p></body.content></body></nitf></DataContent></ContentItem>\
            </NewsComponent></NewsItem></NewsML>";
        let raw = read(xml.as_bytes(), String::new()).next().unwrap().unwrap();
        assert_eq!((raw.line, raw.id.as_deref()), (2, Some("urn:newsml:halvia.example:20240314:1")));
        assert_eq!(
            (raw.title.as_deref(), raw.date.as_deref()),
            (Some("ميناء"), Some("20240314T233000-0500"))
        );
        assert_eq!((raw.source.as_deref(), raw.language.as_deref()), (Some("Halvia Wire"), Some("ar")));
        assert_eq!((raw.authors, raw.body.as_str()), (vec!["Ilse Maravant".to_owned()], "مغلق."));
    }

    #[test]
    fn contents_are_of_many_kinds() {
        for data in [
            "<p>One.</p><p>Two.</p>",
            "<html><head><title>x</title></head><body><p>One.</p><p>Two.</p></body></html>",
            "<body.content><p>One.</p><p>Two.</p></body.content>",
            "<![CDATA[<P>One.</P><P>Two.</P>]]>",
            "One.\n\nTwo.",
        ] {
            check(&item(&component(LINES, data)), &["Port Senna closes | One.\n\nTwo."]);
        }
    }

    #[test]
    fn an_article_is_what_stands_under_a_headline() {
        let parts = component("", "One.")
            + &component("", "Two.")
            + &component("<Role FormalName='Caption'/>", "A boat.");
        check(
            &item(&format!("<NewsComponent>{LINES}{parts}</NewsComponent>")),
            &["Port Senna closes | One.\n\nTwo."],
        );
        let lines = "<NewsLines><HeadLine>Lisk votes</HeadLine></NewsLines>";
        let stories = component(LINES, "One.") + &component(lines, "Two.");
        check(
            &item(&format!("<NewsComponent>{stories}</NewsComponent>")),
            &["Port Senna closes | One.", "Lisk votes | Two."],
        );
        let same = component("", "One.") + &component("", "<p>One, in XHTML.</p>");
        check(
            &item(&format!("<NewsComponent EquivalentsList='yes'>{LINES}{same}</NewsComponent>")),
            &["Port Senna closes | One."],
        );
    }

    #[test]
    fn a_title_may_be_a_part_of_its_own() {
        let parts = component("<Role FormalName='Title'/>", "<p>Port Senna closes</p>")
            + &component("<Role FormalName='Lead'/>", "One.")
            + &component("<Role FormalName='Body'/>", "Two.");
        check(
            &item(&format!("<NewsComponent>{parts}</NewsComponent>")),
            &["Port Senna closes | One.\n\nTwo."],
        );
    }

    #[test]
    fn items_without_a_text_do_not_stop_the_next() {
        let picture = "<NewsComponent><ContentItem Href='a.jpg'><MediaType FormalName='Photo'/></ContentItem></NewsComponent>";
        check(&(item(picture) + &item(&component(LINES, "One."))), &[NO_TEXT, "Port Senna closes | One."]);
        let encoded = "<NewsComponent><ContentItem><Encoding Notation='IptcBase64'><DataContent>T25l</DataContent></Encoding></ContentItem></NewsComponent>";
        check(&item(encoded), &[NO_TEXT]);
        check("", &[NO_ITEM]);
    }
}
