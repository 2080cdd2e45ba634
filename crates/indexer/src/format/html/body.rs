//! The text of a page's article.

use dom_query::Document;
use dom_smoothie::{Config, ParsePolicy, Readability, TextMode};

use super::furniture;
use crate::hypertext;

/// The most elements of a page.
const MOST_ELEMENTS: usize = 100_000;

/// Elements that hold the text of an article and nothing else, where a page marks them so.
const MARKED: &[&str] = &["[itemprop~=articleBody]", "[property~=articleBody]"];

/// Of the text that was found in another way, the part below which a text is only a piece of the article.
const PIECE: f64 = 0.8;

/// The fewest characters of an article; where the page describes its text by words that stand in it, [`SHORTEST_DESCRIBED`].
const SHORTEST: usize = 140;

/// The fewest characters of an article that is described by words that stand in it, or marked.
const SHORTEST_DESCRIBED: usize = 30;

/// How many letters of the description are looked for in the text.
const LEAD: usize = 40;

/// The text of the page's article, its paragraphs separated by blank lines. `told` is what the page states of its text for search
/// engines, `lead` how it describes it. Takes out of the page what is no part of an article.
pub(super) fn text(page: &Document, told: Option<&str>, lead: Option<&str>) -> Option<String> {
    furniture::remove(&page.root());
    let told = told.and_then(|told| hypertext::text(told).ok());
    // The most exact comes first and stays, unless it is only a piece of what another way finds.
    let ways = [marked(page), found(page, lead), told];
    let text = ways.into_iter().flatten().reduce(|text, other| {
        if (length(&text) as f64) < PIECE * length(&other) as f64 { other } else { text }
    });
    let is_described = |text: &str| {
        lead.map(letters).is_some_and(|lead| !lead.is_empty() && all_letters(text).contains(&lead))
    };
    text.filter(|text| length(text) >= SHORTEST || length(text) >= SHORTEST_DESCRIBED && is_described(text))
}

fn marked(page: &Document) -> Option<String> {
    let elements = MARKED.iter().flat_map(|selector| page.select(selector).nodes().to_vec());
    let texts = elements.map(|element| hypertext::paragraphs(&element.formatted_text()));
    texts.max_by_key(|text| length(text))
}

/// The text that stands densest. Where little text is dense, everything else may be taken for it; the way in which the page
/// describes its article tells.
fn found(page: &Document, lead: Option<&str>) -> Option<String> {
    let text = |policy| {
        let config = Config {
            text_mode: TextMode::Formatted,
            max_elements_to_parse: MOST_ELEMENTS,
            disable_json_ld: true,
            ..Config::default()
        };
        let mut page = Readability::with_document(page.clone(), None, Some(config)).ok()?;
        let article = match policy {
            Some(policy) => page.parse_with_policy(policy),
            None => page.parse(),
        };
        article.ok().map(|article| hypertext::paragraphs(&article.text_content))
    };
    let best = text(None);
    let Some(lead) = lead.map(letters).filter(|lead| lead.chars().count() == LEAD) else { return best };
    let has_lead =
        |text: &Option<String>| text.as_ref().is_some_and(|text| all_letters(text).contains(&lead));
    if has_lead(&best) {
        return best;
    }
    Some(text(Some(ParsePolicy::Strict))).filter(has_lead).unwrap_or(best)
}

fn length(text: &str) -> usize {
    text.chars().count()
}

fn letters(text: &str) -> String {
    all_letters(text).chars().take(LEAD).collect()
}

fn all_letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}
