//! The elements that stand in and around an article without being part of it.

use dom_query::NodeRef;

use super::words::{self, LEADS, NAMES};

/// Elements that are no part of an article whatever they are called.
const ELEMENTS: &[&str] =
    &["nav", "figcaption", "form", "button", "iframe", "dialog", "noscript", "svg", "select", "textarea"];

/// Elements whose content nobody sees.
const UNSEEN: &[&str] = &["script", "style", "template"];

/// Elements that may be one line.
const BLOCKS: &[&str] = &["p", "li", "h2", "h3", "h4", "h5", "h6", "strong", "em", "b", "div", "aside"];

/// Of the text of a page, the part above which an element is the page and no furniture, whatever it is called.
const PART: usize = 4;

/// The longest line that leads to another article, in characters.
const LONGEST_LINE: usize = 300;

/// The shortest headline of another article, in characters; shorter links are words of a text.
const SHORTEST_HEADLINE: usize = 20;

/// How many nodes a line has at most.
const MOST_NODES: usize = 20;

/// Takes out of a page what is no part of an article.
pub(super) fn remove(page: &NodeRef) {
    // Before anything is counted: scripts are longer than texts.
    let is_unseen = |node: &NodeRef| UNSEEN.iter().any(|name| node.has_name(name));
    page.descendants().iter().filter(|node| is_unseen(node)).for_each(NodeRef::remove_from_parent);
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
    let is_element = ELEMENTS.iter().any(|name| node.has_name(name));
    // What somebody said on a social network is quoted, whatever the frame around it is called.
    let by_name = || is_named_so(node) && node.find(&["blockquote"]).is_empty();
    (is_element || by_name()) && node.normalized_char_count() <= most || leads_away(node)
}

fn is_named_so(node: &NodeRef) -> bool {
    let names = [node.class(), node.id_attr()];
    names.into_iter().flatten().any(|name| {
        let name = name.to_lowercase();
        name.split(|letter: char| !letter.is_alphanumeric()).any(|word| NAMES.contains(&word))
    })
}

/// Whether a line is a link to another article: `Read more: Port Senna closes`.
fn leads_away(node: &NodeRef) -> bool {
    let is_block = BLOCKS.iter().any(|name| node.has_name(name));
    if !is_block || node.descendants_it().take(MOST_NODES).count() == MOST_NODES {
        return false;
    }
    let text = node.text().trim().to_lowercase();
    let length = node.normalized_char_count();
    if length > LONGEST_LINE {
        return false;
    }
    let linked: usize = node.find(&["a"]).iter().map(NodeRef::normalized_char_count).sum();
    let is_link = linked > 0 && linked >= length;
    match words::behind(&text, &LEADS) {
        Some(rest) if rest.starts_with([':', '|', '>', '»']) => linked * 2 > length,
        Some(_) => is_link,
        None => {
            is_link
                && node.has_name("p")
                && length >= SHORTEST_HEADLINE
                && !text.ends_with(['.', '!', '”', '"'])
        }
    }
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

    #[test]
    fn links_to_other_articles_are_taken_out_and_sentences_stay() {
        let check = |html: &str, expected: &str| {
            let page = Document::from(format!("{html}<p>{}</p>", "The port was closed at noon. ".repeat(10)));
            remove(&page.root());
            assert_eq!(page.text().split("The port").next().unwrap().trim(), expected, "{html}");
        };
        check("<p>Read more: <a href=/a>Port Senna votes again on the matter</a></p>", "");
        check("<p><a href=/a>PORT SENNA VOTES AGAIN</a></p>", "");
        check("<div class='box related-posts'><a href=/a>Port Senna votes</a></div>", "");
        check("<figure><figcaption>The port. Photo: X</figcaption></figure>", "");
        check("<div class=social-embed><blockquote>We closed it.</blockquote></div>", "We closed it.");
        check("<p>Read more books, says <a href=/a>Okkerley</a>.</p>", "Read more books, says Okkerley.");
        check("<p><a href=/a>The board</a> met.</p><p class=unrelated>One.</p>", "The board met.One.");
    }
}
