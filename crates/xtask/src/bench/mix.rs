//! The mix of queries, and the targets at which the server is asked for them.

use std::{fs::File, io::BufReader, path::Path};

use anyhow::{Context, Result, bail, ensure};
use form_urlencoded::Serializer;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::mode::Mode;

/// How many values of a facet an answer lists unless the request says otherwise.
const FACET_VALUES: usize = 10;

/// A query of the mix.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Query {
    /// What sort of query it is: `term`, `phrase`, ...
    pub(super) kind: String,
    path: String,
    params: Map<String, Value>,
}

/// Reads a mix.
pub(super) fn read(path: &Path) -> Result<Vec<Query>> {
    let file = File::open(path).with_context(|| {
        format!("the mix of queries is not at {}; name another file with --queries", path.display())
    })?;
    let mix: Vec<Query> = serde_json::from_reader(BufReader::new(file))
        .with_context(|| format!("{} is no list of {{kind, path, params}}", path.display()))?;
    ensure!(!mix.is_empty(), "{} holds no query", path.display());
    Ok(mix)
}

/// The targets of every pass over a mix, in its order: of one that warms up, and of `passes` more.
pub(super) fn targets(mix: &[Query], mode: Mode, passes: usize) -> Result<Vec<Vec<String>>> {
    let target = |pass: usize, place: usize| match mode {
        Mode::Full => mix[place].target(&[]),
        Mode::Plain => mix[place].target(&[("facets", "none"), ("interval", "none")]),
        Mode::FullNotCached => {
            let values = FACET_VALUES + pass + (1 + passes) * repeats(mix, place);
            mix[place].target(&[("facet_values", &values.to_string())])
        }
    };
    (0..=passes).map(|pass| (0..mix.len()).map(|place| target(pass, place)).collect()).collect()
}

/// How often the query at a place stands in the mix before it.
fn repeats(mix: &[Query], place: usize) -> usize {
    mix[..place].iter().filter(|earlier| earlier.counts_as(&mix[place])).count()
}

impl Query {
    /// What is asked for, as a person reads it.
    pub(super) fn title(&self) -> String {
        let parameters = self.params.iter().map(|(name, value)| match value {
            Value::String(text) => format!("{name}={text}"),
            other => format!("{name}={other}"),
        });
        format!("{} {}", self.path, parameters.collect::<Vec<_>>().join(" ")).trim_end().to_owned()
    }

    /// The path and query string, with parameters added.
    fn target(&self, added: &[(&str, &str)]) -> Result<String> {
        let mut query_string = Serializer::new(String::new());
        for (name, value) in &self.params {
            let alone = std::slice::from_ref(value);
            for value in value.as_array().map_or(alone, Vec::as_slice) {
                match value {
                    Value::String(text) => query_string.append_pair(name, text),
                    Value::Number(number) => query_string.append_pair(name, &number.to_string()),
                    _ => bail!("`{name}` of the query {} is no text and no number: {value}", self.title()),
                };
            }
        }
        let query_string = query_string.extend_pairs(added).finish();
        Ok(if query_string.is_empty() { self.path.clone() } else { format!("{}?{query_string}", self.path) })
    }

    /// Whether the same documents are counted for both: the page and the order of hits change no count.
    fn counts_as(&self, other: &Query) -> bool {
        let counting = |query: &Query| {
            let mut params = query.params.clone();
            params.retain(|name, _| name != "page" && name != "sort");
            params
        };
        self.path == other.path && counting(self) == counting(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mix(text: &str) -> Vec<Query> {
        serde_json::from_str(text).unwrap()
    }

    const MIX: &str = r#"[
        {"kind": "browse", "path": "/api/articles", "params": {}},
        {"kind": "date", "path": "/api/articles", "params": {"q": "\"a b\"~3 &c*", "source": ["X (Y)", "Ü"]}},
        {"kind": "browse", "path": "/api/articles", "params": {"page": 50, "sort": "newest"}}
    ]"#;

    #[test]
    fn parameters_are_encoded_and_lists_repeat_theirs() {
        let expected = [
            "/api/articles",
            "/api/articles?q=%22a+b%22%7E3+%26c*&source=X+%28Y%29&source=%C3%9C",
            "/api/articles?page=50&sort=newest",
        ];
        assert_eq!(targets(&mix(MIX), Mode::Full, 1).unwrap(), [expected, expected]);
    }

    #[test]
    fn plain_asks_for_no_counts() {
        let targets = targets(&mix(MIX), Mode::Plain, 1).unwrap();
        assert_eq!(targets[1][0], "/api/articles?facets=none&interval=none");
    }

    #[test]
    fn no_counts_are_asked_for_twice() {
        let targets = targets(&mix(MIX), Mode::FullNotCached, 2).unwrap();
        let values = |pass: &Vec<String>| {
            let values = pass.iter().map(|target| target.rsplit('=').next().unwrap().to_owned());
            values.collect::<Vec<_>>()
        };
        let values: Vec<_> = targets.iter().map(values).collect();
        assert_eq!(values, [["10", "10", "13"], ["11", "11", "14"], ["12", "12", "15"]]);
    }

    #[test]
    fn a_value_that_is_no_text_and_no_number_is_an_error() {
        let mix = mix(r#"[{"kind": "term", "path": "/api/articles", "params": {"q": null}}]"#);
        let error = targets(&mix, Mode::Full, 0).unwrap_err();
        assert_eq!(error.to_string(), "`q` of the query /api/articles q=null is no text and no number: null");
    }
}
