//! An item of RSS or an entry of Atom.

use std::iter;

use super::Channel;
use crate::{
    Reason, authors, clean, dates,
    format::xml::{self, Element},
    hypertext,
    raw_article::RawArticle,
    stated::Stated,
};

/// Elements that hold a text or its beginning, whatever extension of feeds they belong to.
const BODIES: &[&str] =
    &["encoded", "content", "description", "summary", "body", "full-text", "fulltext", "articleBody"];

/// Prefixes of extensions whose texts describe something else.
const BESIDE: &[&str] = &["media:", "itunes:", "excerpt:", "image:", "podcast:"];

/// Where the day stands, the most telling first.
const DATES: &[&str] = &["published", "pubDate", "issued", "date", "created", "updated", "modified"];

/// The article of an entry.
pub(super) fn article(entry: &Element, channel: &Channel) -> Result<RawArticle, Reason> {
    let body = body(entry)?;
    let text = |name| entry.child(name).and_then(Element::line_of_text);
    let date = DATES.iter().filter_map(|name| text(name)).find(|date| dates::is_date(date));
    let link = link(entry);
    Ok(RawArticle {
        line: entry.line,
        id: text("guid").or_else(|| text("id")).or_else(|| entry.attribute("about").map(str::to_owned)),
        url: link,
        title: title(entry),
        date,
        source: source(entry).or_else(|| channel.title.clone()),
        authors: people(entry),
        section: section(entry),
        language: entry
            .attribute("lang")
            .map(str::to_owned)
            .or_else(|| text("language"))
            .or_else(|| channel.language.clone()),
        body,
    })
}

/// The longest of the texts: feeds give the beginning, the whole, or both.
fn body(entry: &Element) -> Result<String, Reason> {
    let is_body = |element: &&Element| {
        BODIES.contains(&element.name())
            && !BESIDE.iter().any(|prefix| element.full_name().starts_with(prefix))
    };
    // Extensions put the text into an element of theirs.
    let elements = entry.children().flat_map(|child| iter::once(child).chain(child.children()));
    let longest = elements.filter(is_body).max_by_key(|element| element.text().trim().len());
    let body = longest.map(xml::body).transpose()?.unwrap_or_default();
    if body.is_empty() { Err(Reason::NoBody) } else { Ok(body) }
}

/// The headline; exporters escape what is in it once or twice.
pub(super) fn title(entry: &Element) -> Option<String> {
    let is_title = |child: &&Element| child.name() == "title" && !child.full_name().starts_with("media:");
    let text = entry.children().find(is_title)?.text();
    let text = if text.contains(['<', '&']) { hypertext::text(&text).unwrap_or(text) } else { text };
    clean::line(&text)
}

/// The address of the page: in RSS the text of the link, in Atom that of the link to the same in another form.
fn link(entry: &Element) -> Option<String> {
    let links = || entry.children().filter(|child| child.name() == "link");
    let is_page = |link: &&Element| link.attribute("rel").is_none_or(|relation| relation == "alternate");
    let address = || links().filter(is_page).find_map(|link| link.attribute("href").map(str::to_owned));
    let permanent = || {
        let guid = entry.child("guid").filter(|guid| guid.attribute("isPermaLink") != Some("false"))?;
        guid.line_of_text().filter(|guid| guid.starts_with("http"))
    };
    links().find_map(Element::line_of_text).or_else(address).or_else(permanent)
}

/// The feed from which the entry was taken.
fn source(entry: &Element) -> Option<String> {
    let source = entry.child("source")?;
    source.child("title").unwrap_or(source).line_of_text()
}

/// The people: Atom names each, RSS has an address with a name in brackets.
fn people(entry: &Element) -> Vec<String> {
    let named = |name: &str| -> Vec<Stated> {
        let of_name = entry.children().filter(|child| child.name() == name);
        let text = |child: &Element| child.child("name").unwrap_or(child).line_of_text();
        of_name.filter_map(text).filter_map(|text| person(&text)).map(|text| Stated::text(&text)).collect()
    };
    let people = [named("creator"), named("author")].into_iter().find(|people| !people.is_empty());
    match people {
        Some(mut people) if people.len() == 1 => authors::authors(people.remove(0)),
        Some(people) => authors::authors(Stated::List(people)),
        None => Vec::new(),
    }
}

fn person(author: &str) -> Option<String> {
    if !author.contains('@') {
        return Some(author.to_owned());
    }
    let (_, name) = author.split_once('(')?;
    clean::line(name.trim_end_matches(')'))
}

/// The first category.
fn section(entry: &Element) -> Option<String> {
    let category = |child: &Element| {
        let attribute = child.attribute("label").or_else(|| child.attribute("term"));
        attribute.map(str::to_owned).or_else(|| child.line_of_text())
    };
    let categories = entry.children().filter(|child| matches!(child.name(), "category" | "subject"));
    categories.filter(|child| !child.full_name().starts_with("media:")).find_map(category)
}

#[cfg(test)]
mod tests {
    use super::super::tests::read_all;
    use crate::raw_article::RawArticle;

    fn one(xml: &str) -> RawArticle {
        read_all(xml).remove(0).unwrap()
    }

    #[test]
    fn an_item_of_rss() {
        let raw = one(
            "<rss version='2.0'><channel><title>The Semaphore</title><language>en-gb</language><image><title>Logo</title></image>\n\
             <item><title>Port Senna &amp;amp; Lisk</title><link>http://x.example/1</link><guid>tag:1</guid>\
             <pubDate>Thu, 14 Mar 2024 00:30:00 +0200</pubDate><author>ilse@x.example (Ilse Maravant)</author>\
             <category>Harbour</category><category>Votes</category><media:content url='a.jpg'/><description>Short.</description>\
             <content:encoded><![CDATA[<p>The port closed.</p><p>All left.</p>]]></content:encoded></item></channel></rss>",
        );
        assert_eq!(
            (raw.line, raw.id.as_deref(), raw.url.as_deref()),
            (2, Some("tag:1"), Some("http://x.example/1"))
        );
        assert_eq!(
            (raw.title.as_deref(), raw.date.as_deref()),
            (Some("Port Senna & Lisk"), Some("Thu, 14 Mar 2024 00:30:00 +0200"))
        );
        assert_eq!((raw.source.as_deref(), raw.language.as_deref()), (Some("The Semaphore"), Some("en-gb")));
        assert_eq!(
            (raw.authors, raw.section.as_deref()),
            (vec!["Ilse Maravant".to_owned()], Some("Harbour"))
        );
        assert_eq!(raw.body, "The port closed.\n\nAll left.");
    }

    #[test]
    fn an_item_of_rss_1() {
        let raw = one(
            "<rdf:RDF xmlns='http://purl.org/rss/1.0/'><channel><title>The Semaphore</title></channel>\
             <item rdf:about='http://x.example/1'><title>Lisk votes</title><link>http://x.example/1</link>\
             <description>A teaser.</description><dc:date>2024-03-14T00:30:00+02:00</dc:date><dc:creator>Ilse Maravant</dc:creator>\
             <dc:subject>Votes</dc:subject></item></rdf:RDF>",
        );
        assert_eq!(
            (raw.id.as_deref(), raw.date.as_deref()),
            (Some("http://x.example/1"), Some("2024-03-14T00:30:00+02:00"))
        );
        assert_eq!((raw.authors, raw.section.as_deref()), (vec!["Ilse Maravant".to_owned()], Some("Votes")));
        assert_eq!((raw.source.as_deref(), raw.body.as_str()), (Some("The Semaphore"), "A teaser."));
    }

    #[test]
    fn an_entry_of_atom() {
        let raw = one(
            "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>The Semaphore</title><id>x</id><entry><id>tag:1</id>\
             <title type='html'>Port &lt;b&gt;Senna&lt;/b&gt;</title><link rel='self' href='http://x.example/1.atom'/>\
             <link href='http://x.example/1'/><updated>2024-03-16T00:00:00Z</updated><published>2024-03-14T00:30:00+02:00</published>\
             <author><name>Ilse Maravant</name><uri>x</uri></author><author><name>Tobin Okkerley</name></author>\
             <category term='harbour' label='Harbour'/><summary>Short.</summary><content type='xhtml'><div><p>The port closed.</p>\
             <p>All left.</p></div></content></entry></feed>",
        );
        assert_eq!((raw.id.as_deref(), raw.url.as_deref()), (Some("tag:1"), Some("http://x.example/1")));
        assert_eq!(
            (raw.title.as_deref(), raw.date.as_deref()),
            (Some("Port Senna"), Some("2024-03-14T00:30:00+02:00"))
        );
        assert_eq!((raw.source.as_deref(), raw.language.as_deref()), (Some("The Semaphore"), Some("en")));
        assert_eq!((raw.authors.len(), raw.section.as_deref()), (2, Some("Harbour")));
        assert_eq!(raw.body, "The port closed.\n\nAll left.");
    }

    #[test]
    fn an_entry_that_was_never_published_has_the_day_of_its_update() {
        let raw = one(
            "<feed><entry><updated>2024-03-16</updated><content>One.</content><source><title>Lisk Times</title></source></entry></feed>",
        );
        assert_eq!((raw.date.as_deref(), raw.source.as_deref()), (Some("2024-03-16"), Some("Lisk Times")));
    }
}
