use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What narrows a search. Several values of one filter are alternatives; the filters must all hold.
#[derive(Serialize, Deserialize, JsonSchema)]
pub(super) struct Filters {
    /// The first day, month or year: 2024, 2024-02 or 2024-02-08.
    pub(super) from: Option<String>,
    /// The last day, month or year, inclusive.
    pub(super) to: Option<String>,
    /// Who is quoted, by the full name as `list_speakers` gives it. The query's `speaker:` takes parts of names.
    #[serde(default)]
    pub(super) speaker: Vec<String>,
    /// People named in the article, by full name.
    #[serde(default)]
    pub(super) person: Vec<String>,
    /// Organizations named in the article.
    #[serde(default)]
    pub(super) org: Vec<String>,
    /// Places named in the article.
    #[serde(default)]
    pub(super) place: Vec<String>,
    /// The outlets that published it.
    #[serde(default)]
    pub(super) source: Vec<String>,
}

/// Arguments that a tool does not know. The API is asked with them as they are: it knows them, or says what was meant.
pub(super) type Unknown = BTreeMap<String, Value>;

impl Filters {
    /// The filters that are set, by the names of their facets.
    pub(super) fn facets(&self) -> Vec<&'static str> {
        let Self { speaker, person, org, place, source, .. } = self;
        let all =
            [("speaker", speaker), ("person", person), ("org", org), ("place", place), ("source", source)];
        all.into_iter().filter(|(_, values)| !values.is_empty()).map(|(name, _)| name).collect()
    }
}

/// The fields of a tool's arguments as parameters of the API: what is null is left out, a list is given value by value.
pub(super) fn parameters(arguments: &impl Serialize) -> Vec<(String, String)> {
    let Ok(Value::Object(arguments)) = serde_json::to_value(arguments) else { return Vec::new() };
    let parameter = |(name, value)| texts(value).into_iter().map(move |text| (String::clone(&name), text));
    arguments.into_iter().flat_map(parameter).collect()
}

fn texts(value: Value) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(values) => values.into_iter().flat_map(texts).collect(),
        Value::String(text) => vec![text],
        other => vec![other.to_string()],
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn arguments_become_parameters() {
        let arguments = json!({ "q": "levy", "from": null, "speaker": ["A", "B"], "page": 2 });
        let expected = [("page", "2"), ("q", "levy"), ("speaker", "A"), ("speaker", "B")];
        let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(parameters(&arguments), expected);
    }
}
