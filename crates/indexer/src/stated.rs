use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, SeqAccess, Visitor},
};

/// What a field of a record states, as far as an article can use it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stated {
    /// Nothing: null, a truth value, an object without a name, or one of the words that stand for nothing.
    Nothing,
    /// A text or a number, as it is written; of an object its `name`.
    Text(String),
    /// What is stated in a list, nothings left out; never empty.
    List(Vec<Stated>),
}

/// The key under which the TOML library gives a date that stands without quotation marks.
const TOML_DATE: &str = "$__toml_private_datetime";

/// What exporters write when they have no value.
const NOTHINGS: &[&str] = &["", "NA", "N/A", "None", "--", "-", "null", "NULL", "nan", "NaN"];

impl Stated {
    /// What a text states, unless it is one that exporters write for nothing.
    pub(crate) fn text(text: &str) -> Self {
        if NOTHINGS.contains(&text.trim()) { Self::Nothing } else { Self::Text(text.to_owned()) }
    }

    /// The one text that a field of one value means: of a list the first.
    pub(crate) fn into_text(self) -> Option<String> {
        match self {
            Self::Nothing => None,
            Self::Text(text) => Some(text),
            Self::List(items) => items.into_iter().find_map(Self::into_text),
        }
    }

    /// All texts, in order, however deep the lists.
    pub(crate) fn into_texts(self) -> Vec<String> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Text(text) => vec![text],
            Self::List(items) => items.into_iter().flat_map(Self::into_texts).collect(),
        }
    }

    /// A body: the items of a list are paragraphs, and the items of a list within are a paragraph's sentences.
    pub(crate) fn into_paragraphs(self) -> Option<String> {
        match self {
            Self::List(items) => {
                let paragraphs: Vec<String> =
                    items.into_iter().map(|item| item.into_texts().join(" ")).collect();
                Some(paragraphs.join("\n\n"))
            }
            single => single.into_text(),
        }
    }
}

impl<'de> Deserialize<'de> for Stated {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StatedVisitor)
    }
}

struct StatedVisitor;

impl<'de> Visitor<'de> for StatedVisitor {
    type Value = Stated;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Stated, E> {
        Ok(Stated::Nothing)
    }

    fn visit_bool<E>(self, _value: bool) -> Result<Stated, E> {
        Ok(Stated::Nothing)
    }

    fn visit_i64<E>(self, value: i64) -> Result<Stated, E> {
        Ok(Stated::Text(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Stated, E> {
        Ok(Stated::Text(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Stated, E> {
        Ok(Stated::Text(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Stated, E> {
        Ok(Stated::text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Stated, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            if item != Stated::Nothing {
                items.push(item);
            }
        }
        Ok(if items.is_empty() { Stated::Nothing } else { Stated::List(items) })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Stated, A::Error> {
        let mut name = Stated::Nothing;
        while let Some(key) = object.next_key::<String>()? {
            if key == "name" || key == TOML_DATE {
                name = object.next_value()?;
            } else {
                object.next_value::<IgnoredAny>()?;
            }
        }
        Ok(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(json: &str) -> Stated {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn what_exporters_write_for_nothing_is_nothing() {
        for json in [
            "null",
            "true",
            "\"\"",
            "\" NA \"",
            "\"None\"",
            "\"--\"",
            "[]",
            "[null, \"\"]",
            "{\"url\": \"x\"}",
        ] {
            assert_eq!(stated(json), Stated::Nothing, "{json}");
        }
    }

    #[test]
    fn numbers_and_names_of_objects_are_texts() {
        assert_eq!(stated("17").into_text().as_deref(), Some("17"));
        assert_eq!(
            stated(r#"{"id": 3, "name": "The Semaphore"}"#).into_text().as_deref(),
            Some("The Semaphore")
        );
        assert_eq!(stated(r#"["", "harbour", "vote"]"#).into_text().as_deref(), Some("harbour"));
    }

    #[test]
    fn nested_lists_are_paragraphs_of_sentences() {
        let body = stated(r#"[["The port closed.", "It was noon."], "Nobody left."]"#).into_paragraphs();
        assert_eq!(body.as_deref(), Some("The port closed. It was noon.\n\nNobody left."));
    }
}
