//! A JSON object: an article, or a wrapper around articles.

use std::{
    collections::{HashMap, VecDeque},
    fmt,
};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, SeqAccess, Visitor},
};
use serde_json::{error::Category, value::RawValue};

use super::{ninjs, washington_post};
use crate::{
    Reason,
    fields::{FieldMap, FieldsSeed},
    raw_article::RawArticle,
};

/// The articles of one JSON value that begins in `line`, in its order. An object without a body may wrap articles in a list,
/// as the answers of many services do (`{"articles": […]}`).
pub(super) fn articles(text: &str, line: u64, map: &FieldMap) -> VecDeque<Result<RawArticle, Reason>> {
    ninjs::articles(text, line)
        .or_else(|| washington_post::article(text, line).map(|article| [article].into()))
        .unwrap_or_else(|| of_record(text, line, map))
}

fn of_record(text: &str, line: u64, map: &FieldMap) -> VecDeque<Result<RawArticle, Reason>> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let fields = FieldsSeed::new(map).deserialize(&mut deserializer);
    match fields.and_then(|fields| deserializer.end().map(|()| fields.into_article(line))) {
        Ok(Some(article)) => [Ok(article)].into(),
        Ok(None) => wrapped(text, line, map),
        Err(error) => [Err(invalid(&error))].into(),
    }
}

/// The articles in the lists of an object, or the reason why it is none itself.
fn wrapped(text: &str, line: u64, map: &FieldMap) -> VecDeque<Result<RawArticle, Reason>> {
    let object: HashMap<&str, &RawValue> = serde_json::from_str(text).unwrap_or_default();
    let mut lists: Vec<&str> =
        object.into_values().map(RawValue::get).filter(|value| value.starts_with('[')).collect();
    lists.sort_by_key(|list| list.as_ptr());
    let objects =
        lists.into_iter().flat_map(|list| serde_json::from_str::<Objects>(list).unwrap_or_default().0);
    let read = |object: &RawValue| {
        let fields = FieldsSeed::new(map).deserialize(object).ok();
        fields.and_then(|fields| fields.into_article(line))
    };
    let articles: VecDeque<_> = objects.map(|object| read(object).ok_or(Reason::NoBody)).collect();
    // Lists of tags or of people are no articles: then it is the object that lacks a body.
    if articles.iter().any(Result::is_ok) { articles } else { [Err(Reason::NoBody)].into() }
}

/// The objects of a list, as they are written.
#[derive(Default)]
struct Objects<'a>(Vec<&'a RawValue>);

impl<'de> Deserialize<'de> for Objects<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ObjectsVisitor)
    }
}

struct ObjectsVisitor;

impl<'de> Visitor<'de> for ObjectsVisitor {
    type Value = Objects<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut objects = Vec::new();
        while let Some(item) = list.next_element::<&RawValue>()? {
            if item.get().starts_with('{') {
                objects.push(item);
            }
        }
        Ok(Objects(objects))
    }
}

fn invalid(error: &serde_json::Error) -> Reason {
    if error.classify() == Category::Data {
        return Reason::NotAnObject;
    }
    // serde_json ends its messages with a place that is given otherwise.
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    Reason::InvalidJson { column: error.column(), message: message.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let read = articles(text, 7, &FieldMap::default()).into_iter();
        let read: Vec<String> =
            read.map(|one| one.map_or_else(|reason| reason.to_string(), |raw| raw.body)).collect();
        assert_eq!(read, expected, "{text}");
    }

    #[test]
    fn an_object_is_an_article_or_wraps_some() {
        check(r#"{"body": "One."}"#, &["One."]);
        check(
            r#"{"status": "ok", "articles": [{"body": "One."}, {"title": "x"}, {"content": "Two."}]}"#,
            &["One.", "has no body", "Two."],
        );
        check(r#"{"body": "One.", "related": [{"body": "No."}]}"#, &["One."]);
    }

    #[test]
    fn lists_of_other_things_wrap_nothing() {
        check(
            r#"{"title": "x", "people": [{"name": "Ilse Maravant"}], "tags": ["harbour"]}"#,
            &["has no body"],
        );
        check("{}", &["has no body"]);
        check("7", &["is JSON but not an object"]);
        check("{", &["is not valid JSON at column 1: EOF while parsing an object"]);
    }
}
