//! A post or page in an export of WordPress (WXR).

use std::collections::HashMap;

use super::{Channel, entry};
use crate::{Reason, authors, format::xml::Element, hypertext, raw_article::RawArticle, stated::Stated};

/// Kinds of posts that are texts to be read; the others are attachments, menus, revisions and settings.
const KINDS: &[&str] = &["post", "page", "article", "news", "story"];

/// Shortcodes whose content is no text of the article.
const MEDIA: &[&str] =
    &["caption", "gallery", "embed", "audio", "video", "playlist", "wp_caption", "youtube"];

/// The longest shortcode, in bytes.
const LONGEST: usize = 2000;

/// Whether an item belongs to an export of WordPress.
pub(super) fn is_post(item: &Element) -> bool {
    item.child("post_type").is_some()
}

/// The article of an item, or `None` when it is no published text.
pub(super) fn article(item: &Element, channel: &Channel) -> Option<Result<RawArticle, Reason>> {
    let text = |name: &str| item.child(name).and_then(Element::line_of_text);
    let is_text = text("post_type").is_some_and(|kind| KINDS.contains(&kind.as_str()));
    if !is_text || text("status").is_some_and(|status| status != "publish") {
        return None;
    }
    Some(published(item, channel))
}

fn published(item: &Element, channel: &Channel) -> Result<RawArticle, Reason> {
    let text = |name: &str| item.child(name).and_then(Element::line_of_text);
    let content = item.children().find(|child| child.full_name() == "content:encoded").map(Element::text);
    let body = body(&content.unwrap_or_default())?;
    if body.is_empty() {
        return Err(Reason::NoBody);
    }
    let local = text("post_date").filter(|date| !date.starts_with("0000"));
    let login = text("creator");
    let name = login.as_ref().and_then(|login| channel.names.get(login).cloned()).or(login);
    Ok(RawArticle {
        line: item.line,
        id: text("guid"),
        url: text("link"),
        title: entry::title(item),
        date: local.or_else(|| text("pubDate")),
        source: channel.title.clone(),
        authors: name.map(|name| authors::authors(Stated::text(&name))).unwrap_or_default(),
        section: category(item),
        language: channel.language.clone(),
        body,
    })
}

fn category(item: &Element) -> Option<String> {
    let categories = item.children().filter(|child| child.name() == "category");
    categories.filter(|child| child.attribute("domain") == Some("category")).find_map(Element::line_of_text)
}

/// The text of a post. WordPress makes paragraphs of what blank lines part only when it shows it.
fn body(content: &str) -> Result<String, Reason> {
    let content = without_shortcodes(content).replace("\r\n", "\n");
    let mut html = String::with_capacity(content.len());
    for line in content.lines() {
        html.push_str(if line.trim().is_empty() { "<p>" } else { line });
        html.push('\n');
    }
    hypertext::text(&html)
}

/// The text without shortcodes: `[gallery ids="1"]`, `[caption]…[/caption]`. Words in brackets are none.
fn without_shortcodes(content: &str) -> String {
    let ends = ends(content);
    let mut text = String::with_capacity(content.len());
    let mut place = 0;
    while let Some(opening) = content[place..].find('[').map(|distance| place + distance) {
        text.push_str(&content[place..opening]);
        let Some(code) = Shortcode::read(&content[opening..]) else {
            text.push('[');
            place = opening + 1;
            continue;
        };
        place = opening;
        let has_end = ends.get(code.name).is_some_and(|last| *last > opening);
        if !(code.is_certain || has_end) {
            text.push_str(&content[opening..opening + code.length]);
        } else if has_end && MEDIA.contains(&code.name) {
            let end = format!("[/{}]", code.name);
            place += content[opening..].find(&end).map_or(0, |distance| distance + end.len() - code.length);
        }
        place += code.length;
    }
    text + &content[place..]
}

/// Where the last end of every shortcode that is closed stands.
fn ends(content: &str) -> HashMap<&str, usize> {
    let ends = content.match_indices("[/");
    ends.filter_map(|(place, _)| Some((Shortcode::read(&content[place..])?.name, place))).collect()
}

/// What may be a shortcode.
struct Shortcode<'text> {
    name: &'text str,
    /// With its brackets, in bytes.
    length: usize,
    /// Whether it is one even where nothing closes it.
    is_certain: bool,
}

impl<'text> Shortcode<'text> {
    /// What stands at the beginning of a text.
    fn read(text: &'text str) -> Option<Self> {
        let end = text.bytes().take(LONGEST).position(|byte| byte == b']')?;
        let inside = text.get(1..end)?;
        let code = inside.trim_start_matches('/');
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || "_-".contains(letter);
        let name_end = code.find(|letter: char| !is_name(letter)).unwrap_or(code.len());
        let (name, particulars) = code.split_at(name_end);
        if !name.starts_with(|first: char| first.is_ascii_lowercase()) {
            return None;
        }
        let is_bare = particulars.trim().is_empty() && MEDIA.contains(&name);
        let is_certain =
            is_bare || particulars.contains('=') || inside.starts_with('/') || inside.ends_with('/');
        Some(Self { name, length: end + 1, is_certain })
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::read_all, *};

    fn item(kind: &str, status: &str, content: &str) -> String {
        format!(
            "<item><title>Port Senna closes</title><link>https://x.example/1</link><pubDate>Wed, 13 Mar 2024 23:30:00 +0000</pubDate>\
             <dc:creator>imara</dc:creator><guid isPermaLink='false'>https://x.example/?p=1</guid><description></description>\
             <content:encoded><![CDATA[{content}]]></content:encoded><excerpt:encoded>No.</excerpt:encoded>\
             <wp:post_date>2024-03-14 00:30:00</wp:post_date><wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>\
             <category domain='post_tag'>boats</category><category domain='category'>Harbour</category></item>"
        )
    }

    fn export(items: &str) -> Vec<Result<RawArticle, String>> {
        read_all(&format!(
            "<rss><channel><title>The Semaphore</title><language>en-US</language><wp:author><wp:author_login>imara</wp:author_login>\
             <wp:author_display_name>Ilse Maravant</wp:author_display_name></wp:author>{items}</channel></rss>"
        ))
    }

    #[test]
    fn a_published_post() {
        let raw = export(&item("post", "publish", "<!-- wp:paragraph --><p>The port closed.</p>"))
            .remove(0)
            .unwrap();
        assert_eq!(
            (raw.id.as_deref(), raw.url.as_deref()),
            (Some("https://x.example/?p=1"), Some("https://x.example/1"))
        );
        assert_eq!(
            (raw.title.as_deref(), raw.date.as_deref()),
            (Some("Port Senna closes"), Some("2024-03-14 00:30:00"))
        );
        assert_eq!(
            (raw.authors, raw.section.as_deref()),
            (vec!["Ilse Maravant".to_owned()], Some("Harbour"))
        );
        assert_eq!((raw.source.as_deref(), raw.language.as_deref()), (Some("The Semaphore"), Some("en-US")));
        assert_eq!(raw.body, "The port closed.");
    }

    #[test]
    fn what_is_no_published_text_is_passed_over() {
        let others = item("attachment", "inherit", "x")
            + &item("nav_menu_item", "publish", "x")
            + &item("post", "draft", "x");
        assert_eq!(export(&(others.clone() + &item("page", "publish", "One."))).len(), 1);
        assert_eq!(
            export(&others),
            [Err("a.xml: is an export of WordPress without a published post or page".to_owned())]
        );
        assert_eq!(export(&item("post", "publish", " ")), [Err("a.xml, line 1: has no body".to_owned())]);
    }

    #[test]
    fn blank_lines_part_paragraphs_and_shortcodes_are_no_text() {
        let check = |content: &str, expected: &str| assert_eq!(body(content).unwrap(), expected, "{content}");
        check("The port\nclosed.\r\n\r\nAll <b>left</b>.", "The port closed.\n\nAll left.");
        check(
            "One.[gallery ids=\"1,2\"]\n\n[caption id=\"x\"]<img src=a> A boat[/caption]Two.",
            "One.\n\nTwo.",
        );
        check("[vc_row][vc_column width=\"1/2\"]One.[/vc_column][/vc_row]", "One.");
        check(
            "\"It [the port] closed [sic],\" she said. [Applause] [video unclear]",
            "\"It [the port] closed [sic],\" she said. [Applause] [video unclear]",
        );
    }
}
