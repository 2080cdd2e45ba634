//! What records state, under whatever names.

mod map;
mod names;
mod seed;

pub use map::{FieldMap, FieldMapError};
pub(crate) use names::Field;
pub(crate) use seed::FieldsSeed;

use crate::{authors, hypertext, raw_article::RawArticle, stated::Stated};

/// What a record states, field by field, each under the best of its names.
#[derive(Debug)]
pub(crate) struct Fields<'map> {
    map: &'map FieldMap,
    stated: Vec<(Field, usize, Stated)>,
}

impl<'map> Fields<'map> {
    pub(crate) fn new(map: &'map FieldMap) -> Self {
        Self { map, stated: Vec::new() }
    }

    fn state_ranked(&mut self, field: Field, rank: usize, stated: Stated) {
        if stated == Stated::Nothing {
            return;
        }
        match self.stated.iter_mut().find(|(known, ..)| *known == field) {
            Some((_, known_rank, known)) if rank < *known_rank => (*known_rank, *known) = (rank, stated),
            Some(_) => {}
            None => self.stated.push((field, rank, stated)),
        }
    }

    /// Notes what stands under a name, if archives give it to a field.
    pub(crate) fn state(&mut self, name: &str, stated: Stated) {
        self.map.meet(name);
        if let Some((field, rank)) = self.map.lookup(name) {
            self.state_ranked(field, rank, stated);
        }
    }

    /// Notes the text of an article whose fields stand apart from it.
    pub(crate) fn state_body(&mut self, text: &str) {
        self.state_ranked(Field::Body, 0, Stated::text(text));
    }

    fn take(&mut self, field: Field) -> Stated {
        let place = self.stated.iter().position(|(known, ..)| *known == field);
        place.map_or(Stated::Nothing, |place| self.stated.swap_remove(place).2)
    }

    /// The article they make, or `None` when there is no body.
    pub(crate) fn into_article(mut self, line: u64) -> Option<RawArticle> {
        let body = self.take(Field::Body).into_paragraphs().filter(|body| !body.trim().is_empty())?;
        // A record that holds a piece of HTML escapes its title likewise.
        let is_hypertext = hypertext::is_hypertext(&body);
        let mut text = |field| self.take(field).into_text();
        Some(RawArticle {
            line,
            id: text(Field::Id),
            url: text(Field::Url),
            title: text(Field::Title)
                .map(|title| if is_hypertext { hypertext::unescaped(title) } else { title }),
            date: text(Field::Date),
            source: text(Field::Source),
            section: text(Field::Section),
            language: text(Field::Language),
            authors: authors::authors(self.take(Field::Authors)),
            body: hypertext::text_if_hypertext(body),
        })
    }
}

#[cfg(test)]
mod tests {
    use serde::de::DeserializeSeed;

    use super::*;

    fn read(json: &str) -> Option<RawArticle> {
        let map = FieldMap::default();
        let mut deserializer = serde_json::Deserializer::from_str(json);
        FieldsSeed::new(&map).deserialize(&mut deserializer).unwrap().into_article(1)
    }

    fn article(json: &str) -> RawArticle {
        read(json).unwrap()
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
    fn pieces_of_html_are_text() {
        let raw =
            article(r#"{"title": "Lisk &amp; Sons", "content": "<p>The port closed.</p><p>All left.</p>"}"#);
        assert_eq!(
            (raw.title.as_deref(), raw.body.as_str()),
            (Some("Lisk & Sons"), "The port closed.\n\nAll left.")
        );
        let raw = article(r#"{"title": "What &amp; means", "content": "The port closed."}"#);
        assert_eq!(raw.title.as_deref(), Some("What &amp; means"));
    }

    #[test]
    fn without_a_body_there_is_no_article() {
        for json in [r#"{"title": "Port Senna votes"}"#, r#"{"body": " \n"}"#, r#"{"body": []}"#, "{}"] {
            assert!(read(json).is_none(), "{json}");
        }
    }

    #[test]
    fn a_map_names_fields_in_objects_and_lists() {
        let map = FieldMap::of(
            "[fields]\nbody = 'story.parts.text'\ntitle = 'story.head'\nsource = ['outlet.name', 'paper']",
        );
        let json = r#"{"story": {"head": "A vote", "parts": [{"text": "One."}, {"kind": "map"}, {"text": "Two."}]},
            "outlet": "none", "paper": "The Semaphore"}"#;
        let mut deserializer = serde_json::Deserializer::from_str(json);
        let raw = FieldsSeed::new(&map).deserialize(&mut deserializer).unwrap().into_article(1).unwrap();
        assert_eq!((raw.body.as_str(), raw.title.as_deref()), ("One.\n\nTwo.", Some("A vote")));
        assert_eq!(raw.source.as_deref(), Some("The Semaphore"));
    }
}
