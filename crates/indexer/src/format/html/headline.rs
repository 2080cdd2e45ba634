//! The headline of a page's article, without the name of the site.

use dom_query::{Document, NodeRef};

use super::meta::Meta;
use crate::clean;

/// Elements that say that they hold the headline, the most telling first.
const MARKED: &[&str] =
    &["[itemprop~=headline]", "h1[class*=headline], h1[class*=title]", ".headline, .entry-title"];

/// Elements that hold headlines, or the names of sites and sections.
const PLAIN: &[&str] = &["article h1", "h1", "h2[class*=title]"];

/// The most characters of a title that can be the name of a site alone.
const LONGEST_SITE: usize = 25;

/// The fewest characters of a headline before the name of a site that is stated nowhere.
const SHORTEST: usize = 20;

/// How many elements are looked at for each kind.
const MOST_ELEMENTS: usize = 50;

/// The longest headline, in characters.
const LONGEST: usize = 300;

/// The fewest letters by which a part of a site's name is known.
const SHORTEST_SITE: usize = 5;

/// What stands between a headline and the name of the site.
const SEPARATORS: &[&str] =
    &[" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", ": ", "｜", "：", "_"];

/// The headline, and the element that shows it.
pub(super) struct Headline<'page> {
    pub(super) text: Option<String>,
    pub(super) element: Option<NodeRef<'page>>,
}

/// The headline as it is stated for search engines, shared or shown. What is shown decides where the name of the site begins.
pub(super) fn headline<'page>(
    page: &'page Document,
    stated: Option<&str>,
    meta: &Meta,
    site: Option<&str>,
) -> Headline<'page> {
    let title = clean::line(&page.select("head title").first().text());
    let shared = meta.first(&["og:title", "twitter:title", "dc.title"]).and_then(clean::line);
    let told: Vec<String> = [stated.and_then(clean::line), shared].into_iter().flatten().collect();
    let is_site = |text: &str| site.is_some_and(|site| letters(site) == letters(text));
    let shown = |selectors: &[&str]| {
        let mut shown = shown(page, selectors);
        shown.retain(|(text, _)| !is_site(text));
        shown
    };
    let (marked, plain) = (shown(MARKED), shown(PLAIN));
    let all = || marked.iter().chain(&plain);
    let agreeing = all().filter(|(text, _)| told.iter().chain(&title).any(|told| agrees(told, text)));
    let agreed = agreeing.min_by_key(|(text, _)| text.chars().count());
    // Where nothing but the title of the page is told, that may be the site's.
    let is_sites = title.as_ref().is_none_or(|title| title.chars().count() <= LONGEST_SITE);
    let alone = || if is_sites { all().next() } else { marked.first() };
    let chosen = agreed.or_else(|| alone().filter(|_| told.is_empty()));
    let text = match chosen {
        Some((text, _)) => Some(without_site(text, site)),
        None => told
            .first()
            .map(|told| without_site(told, site))
            .or_else(|| title.as_ref().map(|title| without_last(&without_site(title, site)).to_owned())),
    };
    let element = chosen.or(all().next()).map(|(_, element)| *element);
    Headline { text: text.filter(|text| !text.is_empty()), element }
}

/// What is shown as a headline, in the order of the selectors.
fn shown<'page>(page: &'page Document, selectors: &[&str]) -> Vec<(String, NodeRef<'page>)> {
    let nodes = selectors.iter().flat_map(|selector| page.select(selector).nodes().to_vec());
    let shown = nodes.take(MOST_ELEMENTS).filter_map(|node| {
        let text = clean::line(&node.attr("content").unwrap_or_else(|| node.text()))?;
        (text.chars().count() <= LONGEST).then_some((text, node))
    });
    shown.collect()
}

/// The title of a page without what stands last in it, which is the name of the site if it is the shorter part.
fn without_last(title: &str) -> &str {
    let parts = SEPARATORS
        .iter()
        .filter(|separator| separator.starts_with(' '))
        .filter_map(|one| title.rsplit_once(one));
    let shortest = parts.min_by_key(|(_, last)| last.len());
    let headline = shortest.filter(|(rest, last)| {
        rest.chars().count() >= SHORTEST.max(last.chars().count()) && last.chars().count() <= LONGEST_SITE
    });
    headline.map_or(title, |(rest, _)| rest.trim())
}

/// Whether a headline that is told is the one that is shown, or that with something shorter before or after it, or cut off.
fn agrees(told: &str, shown: &str) -> bool {
    let is_cut = told.ends_with(['…', '.']);
    let (told, shown) = (letters(told), letters(shown));
    let is_part = shown.len() * 2 >= told.len() && (told.starts_with(&shown) || told.ends_with(&shown));
    !told.is_empty() && !shown.is_empty() && (is_part || is_cut && shown.starts_with(&told))
}

fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A headline without the name of the site before or behind it.
fn without_site(told: &str, site: Option<&str>) -> String {
    let Some(site) = site.map(letters).filter(|site| !site.is_empty()) else { return told.to_owned() };
    let is_site = |part: &str| letters(part) == site;
    // Behind the headline the name may be shorter than it is stated elsewhere.
    let is_part = |part: &str| part.chars().count() >= SHORTEST_SITE && site.starts_with(&letters(part));
    for separator in SEPARATORS {
        let behind = told.rsplit_once(separator).filter(|(_, after)| is_site(after) || is_part(after));
        let behind = behind.map(|(before, _)| before);
        let before =
            || told.split_once(separator).filter(|(before, _)| is_site(before)).map(|(_, after)| after);
        if let Some(rest) = behind.or_else(before) {
            return rest.trim().to_owned();
        }
    }
    told.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, site: Option<&str>, expected: Option<&str>) {
        let page = Document::from(page);
        assert_eq!(headline(&page, None, &Meta::read(&page), site).text.as_deref(), expected);
    }

    #[test]
    fn the_name_of_the_site_is_no_part_of_it() {
        check(
            "<title>Port Senna closes | The Semaphore</title>",
            Some("The Semaphore"),
            Some("Port Senna closes"),
        );
        check(
            "<title>The Semaphore: Port Senna closes</title>",
            Some("the semaphore"),
            Some("Port Senna closes"),
        );
        check(
            "<title>Port Senna - a chronicle</title>",
            Some("The Semaphore"),
            Some("Port Senna - a chronicle"),
        );
        check(
            "<title>Port Senna closes: Harbour: News</title><h1>Port Senna closes</h1>",
            None,
            Some("Port Senna closes"),
        );
    }

    #[test]
    fn what_is_shown_is_the_headline_where_nothing_else_is_stated() {
        check("<title>News from the wire</title><h1>Port Senna closes</h1>", None, Some("Port Senna closes"));
        check(
            "<title>Port Senna closes for a whole night</title><h1>Harbour news</h1>",
            None,
            Some("Port Senna closes for a whole night"),
        );
        check(
            "<meta property=og:title content='Port Senna closes'><h1>The Semaphore</h1>",
            None,
            Some("Port Senna closes"),
        );
        check("<p>Nothing</p>", None, None);
    }
}
