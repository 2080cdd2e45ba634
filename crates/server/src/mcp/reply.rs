use rmcp::model::{CallToolResult, ContentBlock};
use serde_json::{Map, Value};

use super::api::Refusal;

/// What a tool answers: the same for programs and for readers.
pub(super) struct Reply {
    /// For programs.
    pub(super) structured: Map<String, Value>,
    /// For readers: everything that the structure says and an answer should rest on.
    pub(super) text: String,
}

/// The result of a call. A refusal is a result too, so that the assistant reads what is wrong.
pub(super) fn result(reply: Result<Reply, Refusal>) -> CallToolResult {
    match reply {
        Ok(Reply { structured, text }) => {
            let mut result = CallToolResult::success(vec![ContentBlock::text(text)]);
            result.structured_content = Some(Value::Object(structured));
            result
        }
        Err(refusal) => CallToolResult::error(vec![ContentBlock::text(refusal)]),
    }
}

/// The object that a JSON value is; empty if it is none.
pub(super) fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

/// Takes the list `name` out of an object; empty if there is none.
pub(super) fn take_list(object: &mut Map<String, Value>, name: &str) -> Vec<Value> {
    match object.remove(name) {
        Some(Value::Array(values)) => values,
        _ => Vec::new(),
    }
}

/// The words of segments without their marks.
pub(super) fn words(segments: &Value) -> String {
    let segments = segments.as_array().into_iter().flatten();
    segments.filter_map(|segment| segment["text"].as_str()).collect()
}

/// A text, `""` if there is none.
pub(super) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// How many of something there are, in words: `1 quote`, `12 quotes`.
pub(super) fn count(number: u64, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// Where and when an article was published: `2024-03-14, The Semaphore: Levy rises [semaphore-1]`.
pub(super) fn dateline(article: &Value) -> String {
    let day = article["date"].as_str().unwrap_or("undated");
    let source = article["source"].as_str().unwrap_or("no source given");
    format!("{day}, {source}: {} [{}]", text(&article["title"]), text(&article["id"]))
}

/// How many match what, in a sentence.
pub(super) fn head(answer: &Map<String, Value>, subject: &str) -> String {
    let total = answer.get("total").and_then(Value::as_u64).unwrap_or_default();
    let verb = if total == 1 { "matches" } else { "match" };
    let query = answer.get("query").map(|query| text(&query["printed"])).unwrap_or_default();
    let query = if query.is_empty() { "every word".to_owned() } else { format!("`{query}`") };
    let sort = answer.get("sort").map(text).unwrap_or_default();
    format!("{} {verb} {query} and the filters; order: {sort}.", count(total, subject))
}

/// What is not here, and how to get it.
pub(super) fn cut(answer: &Map<String, Value>, subject: &str, shown: usize) -> Option<String> {
    let number = |name: &str| answer.get(name).and_then(Value::as_u64).unwrap_or_default();
    let (total, page) = (number("total"), number("page"));
    (total > shown as u64).then(|| {
        let next = if page < number("pages") {
            format!("; `page`: {} has the next", page + 1)
        } else {
            String::new()
        };
        format!("{shown} of {} are here (page {page}){next}.", count(total, subject))
    })
}
