use quotidian_model::{AnnotatedArticle, Annotations, Entity, PublicationDate, Quote, Span};
use quotidian_test_support::article;

use super::{
    dice::Dice,
    plan::Plan,
    sentence::{Sentence, shifted, words},
    vocabulary::{AUTHORS, DATELINES, LANGUAGES, NAMES, SECTIONS, SOURCES},
};

/// An article before its text is set: what copies of it change, and the sentences they keep.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) id: String,
    title: String,
    day: Option<String>,
    source: Option<&'static str>,
    section: Option<&'static str>,
    language: Option<&'static str>,
    authors: Vec<&'static str>,
    dateline: &'static str,
    sentences: Vec<Sentence>,
}

impl Draft {
    pub(super) fn roll(dice: &mut Dice, plan: &Plan, id: String) -> Self {
        let sentences = plan.least_sentences + dice.below(plan.most_sentences - plan.least_sentences + 1);
        Self {
            id,
            title: words(dice, 2, 4),
            day: plan.days.roll(dice),
            source: dice.percent(92).then(|| dice.early_of(SOURCES)),
            section: dice.percent(80).then(|| dice.one_of(SECTIONS)),
            language: dice.percent(80).then(|| dice.early_of(LANGUAGES)),
            authors: (0..dice.below(4)).map(|_| dice.one_of(AUTHORS)).collect(),
            dateline: "",
            sentences: (0..sentences).map(|_| Sentence::roll(dice, plan.quotes)).collect(),
        }
    }

    /// The same report as another outlet prints it, or as its own corrects it.
    pub(super) fn copied(&self, dice: &mut Dice, plan: &Plan, id: String) -> Self {
        let mut copy = Self { id, source: Some(dice.one_of(SOURCES)), ..self.clone() };
        if dice.percent(30) {
            copy.title = words(dice, 2, 4);
        }
        if dice.percent(40) {
            copy.dateline = dice.one_of(DATELINES);
        }
        if dice.percent(25) {
            copy.day = plan.days.roll(dice);
        }
        if dice.percent(15) {
            copy.sentences.push(Sentence::roll(dice, plan.quotes));
        }
        copy
    }

    pub(super) fn article(&self) -> AnnotatedArticle {
        let (body, quotes) = self.body();
        let mut article = article(&self.id, &self.title, self.day.as_deref(), &body);
        // A date that nobody can place keeps its words.
        if self.day.is_none() && self.sentences.len().is_multiple_of(2) {
            article.date = Some(PublicationDate { stated: "0001-11-30".to_owned(), day: None });
        }
        article.source = self.source.map(str::to_owned);
        article.section = self.section.map(str::to_owned);
        article.language = self.language.map(str::to_owned);
        article.authors = self.authors.iter().copied().map(str::to_owned).collect();
        AnnotatedArticle { annotations: Annotations { quotes, entities: entities(&body) }, article }
    }

    fn body(&self) -> (String, Vec<Quote>) {
        let mut body = self.dateline.to_owned();
        let mut quotes = Vec::new();
        for (place, sentence) in self.sentences.iter().enumerate() {
            if place > 0 {
                body.push_str(if place % 3 == 0 { "\n\n" } else { " " });
            }
            quotes.extend(sentence.quote.iter().map(|quote| shifted(quote, body.len())));
            body.push_str(&sentence.text);
        }
        (body, quotes)
    }
}

/// Everybody and everything named in a body, in the order of the first mention.
fn entities(body: &str) -> Vec<Entity> {
    let mentions = |name: &str| -> Vec<Span> {
        body.match_indices(name).map(|(start, name)| Span::new(start, start + name.len())).collect()
    };
    let named = NAMES.iter().map(|(name, kind)| Entity {
        kind: *kind,
        name: (*name).to_owned(),
        mentions: mentions(name),
    });
    let mut entities: Vec<Entity> = named.filter(|entity| !entity.mentions.is_empty()).collect();
    entities.sort_by_key(|entity| entity.mentions[0]);
    entities
}
