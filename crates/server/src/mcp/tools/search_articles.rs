use serde_json::{Map, Value};

use super::{
    super::reply::{count, dateline, object, take_list, text, words},
    search::Listing,
};

/// A search for articles.
pub(in super::super) const ARTICLES: Listing =
    Listing { path: "/api/articles", subject: "article", compact, lines };

fn compact(hit: Value) -> Map<String, Value> {
    let mut article = object(hit);
    if let Some(title) = article.remove("title_text") {
        article.insert("title".to_owned(), title);
    }
    article.remove("title_derived");
    let snippets = take_list(&mut article, "snippets").iter().map(words).collect();
    article.insert("snippets".to_owned(), snippets);
    article
}

/// The headline, the snippets and who is quoted.
fn lines(article: &Map<String, Value>) -> String {
    let field = |name: &str| article.get(name).unwrap_or(&Value::Null);
    let list = |name: &str| field(name).as_array().into_iter().flatten();
    let snippets = list("snippets").map(|snippet| one_line(text(snippet)));
    let speakers: Vec<_> =
        list("speakers").filter_map(|speaker| speaker["name"].as_str()).take(NAMES).collect();
    let quoted = match field("quote_count").as_u64().unwrap_or_default() {
        0 => "no quotes".to_owned(),
        quotes if speakers.is_empty() => count(quotes, "quote"),
        quotes => format!("{}, of {}", count(quotes, "quote"), speakers.join(", ")),
    };
    let parts = [dateline(&Value::Object(article.clone()))].into_iter().chain(snippets).chain([quoted]);
    parts.collect::<Vec<_>>().join("\n   ")
}

/// How many speakers a line names.
const NAMES: usize = 5;

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
