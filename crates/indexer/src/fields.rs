use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, Visitor},
};

use crate::{authors, raw_article::RawArticle, stated::Stated};

/// A part of an article that a record can state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Id,
    Url,
    Title,
    Date,
    Source,
    Authors,
    Section,
    Language,
    Body,
}

/// The names under which archives state each field, the most telling first: when a record has several, the first one
/// that states something wins. Names of dates on which a page was fetched or changed are absent on purpose, and
/// `content`, which may be tokenised, comes after `content_original`.
const NAMES: &[(Field, &[&str])] = &[
    (Field::Id, &["id", "_id", "guid", "uuid"]),
    (Field::Url, &["url", "link", "news_url", "web_url", "canonical"]),
    (Field::Title, &["title", "headline", "HEAD", "name"]),
    (
        Field::Date,
        &[
            "date",
            "date_publish",
            "publish_date",
            "publication_date",
            "published",
            "published_at",
            "datePublished",
            "pubdate",
            "DATE_TIME",
        ],
    ),
    (Field::Source, &["source", "publisher", "publication", "outlet", "domain", "source_domain", "site"]),
    (Field::Authors, &["authors", "author", "byline", "creator"]),
    (Field::Section, &["section", "topic", "category", "type", "TOPICS"]),
    (Field::Language, &["language", "lang"]),
    (
        Field::Body,
        &["body", "text", "content_original", "content", "articleBody", "maintext", "body-paragraphs"],
    ),
];

/// Where a name stands: its field and its rank among the field's names, lower being better. A name that is right but
/// for upper and lower case ranks after every exact one.
fn lookup(name: &str) -> Option<(Field, usize)> {
    let find = |penalty: usize, matches: &dyn Fn(&str) -> bool| {
        NAMES.iter().find_map(|(field, names)| {
            names.iter().position(|known| matches(known)).map(|rank| (*field, rank + penalty))
        })
    };
    find(0, &|known| known == name).or_else(|| find(100, &|known| known.eq_ignore_ascii_case(name)))
}

/// Whether archives give this name to a field.
pub(crate) fn is_name(name: &str) -> bool {
    lookup(name).is_some()
}

/// Whether archives give this name to an article's text.
pub(crate) fn is_body(name: &str) -> bool {
    lookup(name).is_some_and(|(field, _)| field == Field::Body)
}

/// What a record states, field by field, each under the best of its names.
#[derive(Debug, Default)]
pub(crate) struct Fields(Vec<(Field, usize, Stated)>);

impl Fields {
    fn state(&mut self, field: Field, rank: usize, stated: Stated) {
        if stated == Stated::Nothing {
            return;
        }
        match self.0.iter_mut().find(|(known, ..)| *known == field) {
            Some((_, known_rank, known)) if rank < *known_rank => (*known_rank, *known) = (rank, stated),
            Some(_) => {}
            None => self.0.push((field, rank, stated)),
        }
    }

    /// Notes what stands under a name, if archives give it to a field.
    pub(crate) fn state_text(&mut self, name: &str, text: &str) {
        if let Some((field, rank)) = lookup(name) {
            self.state(field, rank, Stated::text(text));
        }
    }

    fn take(&mut self, field: Field) -> Stated {
        let place = self.0.iter().position(|(known, ..)| *known == field);
        place.map_or(Stated::Nothing, |place| self.0.swap_remove(place).2)
    }

    /// Notes the text of an article whose fields stand apart from it.
    pub(crate) fn state_body(&mut self, text: &str) {
        self.state(Field::Body, 0, Stated::text(text));
    }

    /// The article they make, or `None` when there is no body.
    pub(crate) fn into_article(mut self, line: u64) -> Option<RawArticle> {
        let body = self.take(Field::Body).into_paragraphs().filter(|body| !body.trim().is_empty())?;
        let mut text = |field| self.take(field).into_text();
        Some(RawArticle {
            line,
            id: text(Field::Id),
            url: text(Field::Url),
            title: text(Field::Title),
            date: text(Field::Date),
            source: text(Field::Source),
            section: text(Field::Section),
            language: text(Field::Language),
            authors: authors::authors(self.take(Field::Authors)),
            body,
        })
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Fields, A::Error> {
        let mut fields = Fields::default();
        while let Some(name) = object.next_key::<String>()? {
            match lookup(&name) {
                Some((field, rank)) => fields.state(field, rank, object.next_value()?),
                None => drop(object.next_value::<IgnoredAny>()?),
            }
        }
        Ok(fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(json: &str) -> RawArticle {
        serde_json::from_str::<Fields>(json).unwrap().into_article(1).unwrap()
    }

    #[test]
    fn every_name_of_a_body_is_known() {
        for name in NAMES.iter().find(|(field, _)| *field == Field::Body).unwrap().1 {
            assert_eq!(
                article(&format!("{{\"{name}\": \"The port closed.\"}}")).body,
                "The port closed.",
                "{name}"
            );
        }
    }

    #[test]
    fn no_name_belongs_to_two_fields() {
        let mut names: Vec<String> =
            NAMES.iter().flat_map(|(_, names)| names.iter()).map(|name| name.to_lowercase()).collect();
        names.sort();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn the_original_wins_over_the_tokenised_text_in_either_order() {
        let one = r#"{"content": "the port closed .", "content_original": "The port closed."}"#;
        let two = r#"{"content_original": "The port closed.", "content": "the port closed ."}"#;
        assert_eq!(article(one).body, "The port closed.");
        assert_eq!(article(two).body, "The port closed.");
    }

    #[test]
    fn a_name_that_states_nothing_gives_way_to_the_next() {
        let raw = article(
            r#"{"body": "The port closed.", "date": "None", "pubdate": "2022-02-08", "title": "--"}"#,
        );
        assert_eq!((raw.date.as_deref(), raw.title), (Some("2022-02-08"), None));
    }

    #[test]
    fn a_date_of_fetching_is_no_publication_date() {
        let raw = article(
            r#"{"body": "The port closed.", "date_download": "2022-02-08", "date_modify": "2022-02-08", "date_extracted": "2022-02-08"}"#,
        );
        assert_eq!(raw.date, None);
    }

    #[test]
    fn upper_and_lower_case_matter_only_against_an_exact_name() {
        assert_eq!(article(r#"{"Body": "The port closed."}"#).body, "The port closed.");
        assert_eq!(article(r#"{"BODY": "no", "text": "The port closed."}"#).body, "The port closed.");
    }

    #[test]
    fn the_names_of_a_real_crawler_and_of_a_wire_are_read() {
        let raw = article(
            r#"{"maintext": "The port closed.", "source_domain": "semaphore.example", "authors": ["Ilse Maravant"],
                "url": "https://semaphore.example/1", "language": "en", "date_publish": "2022-02-08 10:00:00"}"#,
        );
        assert_eq!(raw.source.as_deref(), Some("semaphore.example"));
        assert_eq!(raw.authors, ["Ilse Maravant"]);
        let raw = article(
            r#"{"HEAD": "Port Senna votes", "BYLINE": "By TOBIN OKKERLEY", "body": "The port closed."}"#,
        );
        assert_eq!(raw.title.as_deref(), Some("Port Senna votes"));
        assert_eq!(raw.authors, ["TOBIN OKKERLEY"]);
    }

    #[test]
    fn without_a_body_there_is_no_article() {
        for json in [r#"{"title": "Port Senna votes"}"#, r#"{"body": " \n"}"#, r#"{"body": []}"#, "{}"] {
            assert!(serde_json::from_str::<Fields>(json).unwrap().into_article(1).is_none(), "{json}");
        }
    }
}
