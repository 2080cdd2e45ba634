//! What stands in and around an article without being part of it: words that classes, names and lines are made of.

use dom_query::NodeRef;

use crate::dates;

/// Words of classes and names of elements that are no part of an article.
const NAMES: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "breadcrumb",
    "breadcrumbs",
    "caption",
    "comment",
    "comments",
    "cookie",
    "cookies",
    "credit",
    "disqus",
    "newsletter",
    "newsletters",
    "outbrain",
    "pagination",
    "popular",
    "promo",
    "readmore",
    "recirc",
    "recommendations",
    "recommended",
    "related",
    "share",
    "sharing",
    "sharebar",
    "sharedaddy",
    "social",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "toolbar",
    "trending",
    "wp-caption-text",
];

/// Elements that are no part of an article whatever they are called.
const ELEMENTS: &[&str] = &[
    "nav",
    "figcaption",
    "form",
    "button",
    "iframe",
    "dialog",
    "template",
    "noscript",
    "svg",
    "style",
    "select",
    "textarea",
];

/// Of the text of a page, the part above which an element is the page and no furniture, whatever it is called.
const PART: usize = 4;

/// How lines begin that lead to other articles; what follows is a link or stands behind a colon.
const LEADS: &[&str] = &[
    "read more",
    "read also",
    "also read",
    "read next",
    "see also",
    "see more",
    "more on this",
    "related",
    "watch",
    "more",
    "don't miss",
    "recommended",
    "lire aussi",
    "à lire aussi",
    "a lire aussi",
    "voir aussi",
    "lesen sie auch",
    "mehr zum thema",
    "lees ook",
    "lees meer",
    "leia também",
    "leia mais",
    "lea también",
    "lee también",
    "le puede interesar",
    "te puede interesar",
    "leggi anche",
    "читайте также",
    "читайте також",
    "läs också",
    "läs mer",
    "czytaj także",
    "czytaj też",
    "zobacz też",
    "baca juga",
    "إقرأ أيضا",
    "اقرأ أيضا",
    "関連記事",
];

/// Lines that say nothing about the matter, whole.
const LINES: &[&str] = &[
    "advertisement",
    "advertisements",
    "ad",
    "ad choices",
    "anzeige",
    "publicité",
    "publicidad",
    "pubblicità",
    "реклама",
    "story continues below",
    "story continues below advertisement",
    "article continues below advertisement",
    "continue reading",
    "continue reading the main story",
    "read more",
    "most popular",
    "most read",
    "trending",
    "recommended",
    "video ad feedback",
    "ad feedback",
    "share",
    "share this",
    "share this article",
    "share this story",
    "tweet",
    "email",
    "print",
    "printer-friendly version",
    "comments",
    "leave a comment",
    "view comments",
    "show comments",
    "(end)",
    "---",
    "###",
    "* * *",
    "your email address",
    "sign up",
    "subscribe",
    "follow us",
    "loading...",
    "loading",
    "loading photo gallery",
    "photo gallery",
    "advertisement - continue reading below",
    "back to top",
    "the-cnn-wire",
];

/// How lines at the end of a page begin that are about the site.
const ENDINGS: &[&str] = &[
    "©",
    "(c) ",
    "™ &",
    "copyright ",
    "all rights reserved",
    "all content ©",
    "like us on",
    "follow ",
    "sign up for",
    "subscribe to",
    "subscribe now",
    "click here to",
    "download our app",
    "download the app",
    "join the conversation",
    "join our",
    "get the latest",
    "get our",
    "this material may not be",
    "the material on this site",
    "limited-time offer",
    "registration on or use of",
    "photos:",
    "photo:",
    "image:",
    "tags:",
    "filed under",
    "posted in",
    "topics:",
    "alle rechte vorbehalten",
    "tous droits réservés",
    "todos los derechos",
    "todos os direitos",
    "tutti i diritti",
    "все права защищены",
    "source:",
    "community rules apply",
];

/// Headings behind which there is nothing but other articles.
const HEADINGS: &[&str] = &[
    "related",
    "related articles",
    "related stories",
    "related content",
    "related links",
    "related topics",
    "related coverage",
    "related news",
    "more stories",
    "more from",
    "more news",
    "you may also like",
    "you might also like",
    "recommended",
    "recommended for you",
    "read next",
    "see also",
    "also read",
    "most popular",
    "trending",
    "sur le même sujet",
    "à lire aussi",
    "mehr zum thema",
    "das könnte sie auch interessieren",
    "noticias relacionadas",
    "artículos relacionados",
    "notícias relacionadas",
    "articoli correlati",
    "gerelateerd",
    "читайте также",
    "related posts",
    "เรื่องที่เกี่ยวข้อง",
    "関連記事",
];

/// The longest line that can be furniture, in characters.
const LONGEST_LINE: usize = 300;

/// The longest text that can be a headline or an item of a list, in characters.
const LONGEST_HEADING: usize = 150;

/// The longest byline, in characters.
const LONGEST_BYLINE: usize = 80;

/// How bylines begin.
const BY: &[&str] = &["by ", "par ", "von ", "por ", "door ", "written by ", "reported by "];

/// How many of the last paragraphs may be about the site.
const LAST: usize = 6;

/// Takes out of a page what is no part of an article.
pub(super) fn remove(page: &NodeRef) {
    let most = page.normalized_char_count() / PART;
    let mut pending = page.children();
    while let Some(node) = pending.pop() {
        if !node.is_element() {
            continue;
        }
        if is_furniture(&node, most) { node.remove_from_parent() } else { pending.extend(node.children()) }
    }
}

fn is_furniture(node: &NodeRef, most: usize) -> bool {
    let by_name = ELEMENTS.iter().any(|name| node.has_name(name)) || is_named_so(node);
    (by_name && node.normalized_char_count() <= most) || leads_away(node)
}

fn is_named_so(node: &NodeRef) -> bool {
    let names = [node.class(), node.id_attr()].into_iter().flatten();
    names.into_iter().any(|name| {
        let name = name.to_lowercase();
        let mut words = name.split(|letter: char| !letter.is_alphanumeric());
        words.any(|word| NAMES.contains(&word))
    })
}

/// Whether a paragraph is a link to another article: `Read more: Port Senna closes`.
fn leads_away(node: &NodeRef) -> bool {
    const BLOCKS: &[&str] = &["p", "li", "h2", "h3", "h4", "h5", "h6", "strong", "em", "b", "div", "aside"];
    let is_block = BLOCKS.iter().any(|name| node.has_name(name));
    if !is_block || node.descendants_it().take(20).count() == 20 {
        return false;
    }
    let text = node.text().trim().to_lowercase();
    if text.chars().count() > LONGEST_LINE {
        return false;
    }
    let linked: usize = node.find(&["a"]).iter().map(NodeRef::normalized_char_count).sum();
    let behind = LEADS.iter().find_map(|lead| text.strip_prefix(lead));
    behind.is_some_and(|rest| {
        rest.starts_with([':', '|', '>', '»']) && linked * 2 > text.chars().count()
            || linked + 2 >= text.chars().count() && !rest.starts_with(char::is_alphanumeric)
    })
}

/// The paragraphs that are part of the article, and a line with its date if one stood before it.
pub(super) fn without<'text>(
    paragraphs: Vec<&'text str>,
    title: Option<&str>,
) -> (Vec<&'text str>, Option<&'text str>) {
    let mut kept: Vec<&str> = paragraphs.into_iter().filter(|text| !is_line(text)).collect();
    let date = trim_beginning(&mut kept, title);
    if let Some(heading) = kept.iter().rposition(|text| is_heading(text)) {
        if kept[heading + 1..]
            .iter()
            .all(|text| !is_sentence(text) && text.chars().count() <= LONGEST_HEADING)
        {
            kept.truncate(heading);
        }
    }
    trim_end(&mut kept);
    (kept, date)
}

/// Takes away the headline, the byline and the date before the text.
fn trim_beginning<'text>(kept: &mut Vec<&'text str>, title: Option<&str>) -> Option<&'text str> {
    let mut date = None;
    let is_title = |text: &str| title.is_some_and(|title| title.trim() == text.trim());
    while let Some(first) = kept.first().copied().filter(|_| kept.len() > 1) {
        let dated = dates::in_line(first).filter(|_| !is_sentence(first));
        let is_number = !first.chars().any(char::is_alphabetic);
        if dated.is_none() && !is_title(first) && !is_number && !is_byline(first) {
            break;
        }
        date = date.or(dated);
        kept.remove(0);
    }
    date
}

fn is_byline(text: &str) -> bool {
    let small = text.trim().to_lowercase();
    small.chars().count() <= LONGEST_BYLINE && !is_sentence(text) && BY.iter().any(|by| small.starts_with(by))
}

fn trim_end(kept: &mut Vec<&str>) {
    let last = kept.len().saturating_sub(LAST);
    let about = |text: &&str| {
        let text = text.trim().to_lowercase();
        text.chars().count() <= LONGEST_LINE && ENDINGS.iter().any(|ending| text.starts_with(ending))
    };
    let mut place = 0;
    kept.retain(|text| {
        place += 1;
        place <= last || !about(text)
    });
}

fn is_line(text: &str) -> bool {
    let text = text.trim().trim_end_matches(':').to_lowercase();
    LINES.contains(&text.as_str())
}

fn is_heading(text: &str) -> bool {
    let text = text.trim().trim_end_matches([':', '.']).to_lowercase();
    HEADINGS.contains(&text.as_str())
}

/// Whether a paragraph ends as sentences do.
pub(super) fn is_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']);
    end.ends_with(['.', '!', '?', '…', '。', '؟', '।', '．'])
}

/// Whether any paragraph is prose; what has none is a list or a form. Some scripts do not mark the end of a sentence.
pub(super) fn has_prose(paragraphs: &[&str]) -> bool {
    paragraphs.iter().any(|text| is_sentence(text) || text.chars().count() > LONGEST_HEADING)
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

    fn left(html: &str) -> String {
        let page = Document::from(format!("{html}<p>{}</p>", "The port was closed at noon. ".repeat(10)));
        remove(&page.root());
        page.text().split("The port").next().unwrap().trim().to_owned()
    }

    #[test]
    fn links_to_other_articles_are_taken_out_and_sentences_stay() {
        assert_eq!(left("<p>Read more: <a href=/a>Port Senna votes again on the matter</a></p>"), "");
        assert_eq!(left("<div class='box related-posts'><a href=/a>Port Senna votes</a></div>"), "");
        assert_eq!(left("<figure><figcaption>The port. Photo: X</figcaption></figure>"), "");
        assert_eq!(
            left("<p>Read more books, says <a href=/a>Okkerley</a>.</p>"),
            "Read more books, says Okkerley."
        );
        assert_eq!(left("<p class=unrelated>One.</p>"), "One.");
    }

    #[test]
    fn lines_about_the_site_end_the_text() {
        let check = |text: &str, expected: &str| {
            assert_eq!(
                without(text.split('|').collect(), Some("Port closes")).0.join("|"),
                expected,
                "{text}"
            );
        };
        check("Port closes|Feb 3, 2024|One.|Two.", "One.|Two.");
        check("One.|Advertisement|Two.|Related stories|Port Senna votes|Boats leave", "One.|Two.");
        check("One.|Follow us on Example|© 2024 The Semaphore. All rights reserved.", "One.");
        check("One.|Related|Okkerley said no.", "One.|Related|Okkerley said no.");
    }

    #[test]
    fn a_line_with_the_date_is_handed_out() {
        let (_, date) = without(vec!["Published Feb 3, 2024", "One."], None);
        assert_eq!(date, Some("Feb 3, 2024"));
    }
}
