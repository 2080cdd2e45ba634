//! What a page states of its article for search engines: JSON-LD in the words of schema.org.

use dom_query::Document;
use serde_json::{Map, Value};

use crate::{authors::authors, hypertext, stated::Stated};

/// How the types of articles end: `NewsArticle`, `BlogPosting`, `LiveBlogPosting`, `Report`.
const ARTICLES: &[&str] = &["Article", "Posting", "Report"];

/// How deep objects are looked for in one another.
const DEEPEST: usize = 8;

/// The particulars of the article that a page states.
#[derive(Debug, Default)]
pub(super) struct Structured {
    /// Whether any article is stated.
    pub(super) is_article: bool,
    pub(super) headline: Option<String>,
    pub(super) date: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) publisher: Option<String>,
    pub(super) section: Option<String>,
    pub(super) language: Option<String>,
    /// The whole text, which some pages show only by script.
    pub(super) body: Option<String>,
}

impl Structured {
    /// What the scripts of a page state. Of several articles the first that has a headline is the page's own.
    pub(super) fn read(page: &Document) -> Self {
        let scripts = page.select("script[type='application/ld+json']");
        let mut articles = Vec::new();
        for script in scripts.iter() {
            if let Some(value) = parsed(&script.text()) {
                collect(&value, DEEPEST, &mut articles);
            }
        }
        let own = articles.iter().find(|article| article.contains_key("headline")).or(articles.first());
        own.map(Self::of).unwrap_or_default()
    }

    fn of(article: &Map<String, Value>) -> Self {
        let text = |name: &str| article.get(name).and_then(stated).and_then(Stated::into_text);
        let line = |name: &str| text(name).map(hypertext::unescaped);
        Self {
            is_article: true,
            headline: line("headline").or_else(|| line("name")),
            date: text("datePublished").or_else(|| text("dateCreated")),
            authors: article.get("author").and_then(stated).map(authors).unwrap_or_default(),
            publisher: line("publisher"),
            section: line("articleSection"),
            language: text("inLanguage"),
            body: text("articleBody"),
        }
    }
}

/// The JSON of a script. Pages break lines within strings, and leave comments around the whole.
fn parsed(script: &str) -> Option<Value> {
    let start = script.find(['{', '['])?;
    let end = script.rfind(['}', ']'])?;
    let json: String =
        script.get(start..=end)?.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    serde_json::from_str(&json).ok()
}

/// The articles of a value, from the outside to the inside.
fn collect(value: &Value, depth: usize, articles: &mut Vec<Map<String, Value>>) {
    if depth == 0 {
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, depth - 1, articles)),
        Value::Object(object) if object.get("@type").is_some_and(is_article) => articles.push(object.clone()),
        Value::Object(object) => {
            // What else a page describes may hold its article; lists of other articles are no such thing.
            for name in ["@graph", "mainEntity", "mainEntityOfPage"] {
                object.get(name).into_iter().for_each(|inner| collect(inner, depth - 1, articles));
            }
        }
        _ => {}
    }
}

fn is_article(kind: &Value) -> bool {
    match kind {
        Value::String(kind) => ARTICLES.iter().any(|article| kind.ends_with(article)),
        Value::Array(kinds) => kinds.iter().any(is_article),
        _ => false,
    }
}

fn stated(value: &Value) -> Option<Stated> {
    serde_json::from_value(value.clone()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(script: &str) -> Structured {
        let page =
            format!("<html><head><script type=\"application/ld+json\">{script}</script></head></html>");
        Structured::read(&Document::from(page))
    }

    #[test]
    fn an_article_is_found_wherever_it_stands() {
        for script in [
            r#"{"@type": "NewsArticle", "headline": "Port closes"}"#,
            r#"[{"@type": "WebSite"}, {"@type": ["Article", "Thing"], "headline": "Port closes"}]"#,
            r#"{"@graph": [{"@type": "WebPage"}, {"@type": "BlogPosting", "headline": "Port closes"}]}"#,
            r#"{"@type": "WebPage", "mainEntity": {"@type": "Report", "headline": "Port closes"}}"#,
            "<!-- {\"@type\": \"Article\", \"headline\": \"Port\ncloses\"}; -->",
        ] {
            assert_eq!(read(script).headline.as_deref(), Some("Port closes"), "{script}");
        }
        for script in [
            "",
            "{",
            r#"{"@type": "WebSite", "name": "x"}"#,
            r#"{"@type": "ItemList", "itemListElement": []}"#,
        ] {
            assert!(!read(script).is_article, "{script}");
        }
    }

    #[test]
    fn people_and_publishers_have_names() {
        let read = read(
            r#"{"@type": "NewsArticle", "author": [{"name": "Ilse Maravant"}, {"name": "Tobin Okkerley"}],
                "publisher": {"@type": "Organization", "name": "The Semaphore"}, "articleSection": ["Harbour"]}"#,
        );
        assert_eq!(read.authors, ["Ilse Maravant", "Tobin Okkerley"]);
        assert_eq!(
            (read.publisher.as_deref(), read.section.as_deref()),
            (Some("The Semaphore"), Some("Harbour"))
        );
    }
}
