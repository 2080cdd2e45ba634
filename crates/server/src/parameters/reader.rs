use percent_encoding::percent_decode_str;

use super::{
    PageLinks,
    parameter::{Bounds, Parameter},
};
use crate::problem::{Problem, ProblemCode};

/// The values of a query string, each checked against the parameters an endpoint knows. Nothing is passed over in
/// silence: a filter that was misspelt would otherwise answer a question nobody asked.
pub(crate) struct Reader {
    values: Vec<(&'static Parameter, String)>,
}

/// Below this similarity (Jaro-Winkler, 0 to 1) a known name is no help to who typed another.
const SIMILAR: f64 = 0.7;

impl Reader {
    /// The longest query string, in bytes.
    pub(crate) const MAX_BYTES: usize = 16 * 1024;

    /// Reads a query string. A parameter with an empty value counts as absent.
    ///
    /// # Errors
    /// If it is too long, not UTF-8, names an unknown parameter, repeats one that does not repeat, or lacks one that must be
    /// given.
    pub(crate) fn new(query_string: &str, known: &'static [Parameter]) -> Result<Self, Problem> {
        if query_string.len() > Self::MAX_BYTES {
            let detail = format!("a query string has at most {} bytes", Self::MAX_BYTES);
            return Err(Problem::new(ProblemCode::TooLong, detail));
        }
        if percent_decode_str(query_string).decode_utf8().is_err() {
            return Err(Problem::new(ProblemCode::BadValue, "the query string is not percent-encoded UTF-8"));
        }
        let mut reader = Self { values: Vec::new() };
        for (name, value) in form_urlencoded::parse(query_string.as_bytes()) {
            let parameter = known.iter().find(|parameter| parameter.name == name);
            let parameter = parameter.ok_or_else(|| unknown(&name, known))?;
            if !value.trim().is_empty() {
                reader.add(parameter, value.into_owned())?;
            }
        }
        let is_missing =
            |parameter: &&Parameter| parameter.required && reader.text(&parameter.name).is_none();
        match known.iter().find(is_missing) {
            Some(Parameter { name, .. }) => {
                Err(Problem::bad_value(name, format!("`{name}` must be given, and not empty")))
            }
            None => Ok(reader),
        }
    }

    fn add(&mut self, parameter: &'static Parameter, value: String) -> Result<(), Problem> {
        if !parameter.repeats && self.text(&parameter.name).is_some() {
            let detail = format!("`{}` can be given only once", parameter.name);
            return Err(Problem::bad_value(&parameter.name, detail));
        }
        self.values.push((parameter, value));
        Ok(())
    }

    /// The value of a parameter; the first of one that repeats.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(parameter, _)| parameter.name == name).map(|(_, value)| value.as_str())
    }

    /// The values of a parameter that repeats, in the order given.
    pub(crate) fn texts(&self, name: &str) -> Vec<String> {
        let given = self.values.iter().filter(|(parameter, _)| parameter.name == name);
        given.map(|(_, value)| value.clone()).collect()
    }

    /// The whole number of a parameter within its bounds, or its default.
    ///
    /// # Errors
    /// If the value is no number or out of bounds.
    pub(crate) fn number(&self, name: &str, bounds: Bounds) -> Result<usize, Problem> {
        let Bounds { from, to, default } = bounds;
        let Some(text) = self.text(name) else { return Ok(default) };
        match text.trim().parse() {
            Ok(number) if (from..=to).contains(&number) => Ok(number),
            number => {
                let nearest = number.ok().map(|number| number.clamp(from, to));
                let detail = format!("`{name}` is a whole number from {from} to {to}, not `{text}`");
                Err(Problem::bad_value(name, detail).suggesting(nearest))
            }
        }
    }

    /// What the word of a parameter means.
    ///
    /// # Errors
    /// If the value is none of the words.
    pub(crate) fn choice<T: Copy>(&self, name: &str, choices: &[(&str, T)]) -> Result<Option<T>, Problem> {
        self.text(name).map(|text| choose(name, text.trim(), choices)).transpose()
    }

    /// Everything that was given but the place in the list, for links to other pages.
    pub(crate) fn into_links(self, path: &str) -> PageLinks {
        let is_place = |name: &str| [PageLinks::PAGE, PageLinks::CURSOR].contains(&name);
        let others = self.values.into_iter().filter(|(parameter, _)| !is_place(&parameter.name));
        PageLinks::new(path, others.map(|(parameter, value)| (parameter.name.as_str(), value)).collect())
    }
}

/// What one word of a parameter means.
///
/// # Errors
/// If it is none of the words.
pub(crate) fn choose<T: Copy>(name: &str, text: &str, choices: &[(&str, T)]) -> Result<T, Problem> {
    let chosen = choices.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
    chosen.ok_or_else(|| {
        let words: Vec<_> = choices.iter().map(|(word, _)| *word).collect();
        let detail = format!("`{name}` cannot be `{text}`; it is one of {}", words.join(", "));
        Problem::bad_value(name, detail).suggesting(most_similar(text, words))
    })
}

fn unknown(name: &str, known: &'static [Parameter]) -> Problem {
    let names: Vec<_> = known.iter().map(|parameter| parameter.name.as_str()).collect();
    let known = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    let detail = format!("there is no parameter `{name}` here; known are {known}");
    Problem::new(ProblemCode::UnknownParameter, detail).about(name).suggesting(most_similar(name, names))
}

fn most_similar<'a>(text: &str, words: Vec<&'a str>) -> Option<&'a str> {
    let similarity = |word: &str| strsim::jaro_winkler(&text.to_lowercase(), word);
    let similar =
        words.into_iter().map(|word| (similarity(word), word)).filter(|(score, _)| *score >= SIMILAR);
    similar.max_by(|(left, _), (right, _)| left.total_cmp(right)).map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let known = vec!["q", "from", "to", "per_page", "person", "-person", "org", "interval"];
        assert_eq!(most_similar(text, known), expected, "{text}");
    }

    #[test]
    fn the_most_similar_name_is_suggested() {
        check("persn", Some("person"));
        check("-persn", Some("-person"));
        check("perpage", Some("per_page"));
        check("organization", Some("org"));
        check("query", Some("q"));
        check("FROM", Some("from"));
    }

    #[test]
    fn a_name_like_no_other_has_no_suggestion() {
        check("zzz", None);
        check("", None);
    }
}
