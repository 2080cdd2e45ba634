//! Whom "he" or "she" means: a log-linear model over the persons named before (after Lappin and Leass 1994, with learned
//! weights).

use quotidian_model::EntityKind;

use super::{
    Antecedents, NAMES_BEFORE,
    weight::{Feature, Values},
};
use crate::part::Part;

/// The score below which nobody is meant.
const LOWEST: f32 = -1.5;
/// How far a name after the pronoun is looked for, in tokens.
const AHEAD: usize = 12;

/// A person as the one whom a pronoun means.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Choice {
    pub(crate) entry: usize,
    pub(crate) values: Values,
}

/// A person's mentions before a pronoun.
struct Mentions {
    entry: usize,
    /// The last one that the pronoun can mean.
    last: usize,
    count: f32,
    quoted: bool,
}

impl Antecedents<'_, '_> {
    /// The person whom "he" or "she" at a token means.
    pub(super) fn person(&self, at: usize, masculine: bool) -> Option<usize> {
        let scored = self.choices(at, masculine).into_iter();
        let scored = scored.map(|choice| (self.weights.score(&choice.values), choice.entry));
        let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
        best.filter(|(score, _)| *score > LOWEST).map(|(_, entry)| entry)
    }

    /// Every person named before that can be meant, the last named first.
    pub(crate) fn choices(&self, at: usize, masculine: bool) -> Vec<Choice> {
        let mentions = self.mentions(at, masculine);
        let nearest = mentions.iter().filter(|mentions| !mentions.quoted).map(|mentions| mentions.last).max();
        let choice = |mentions: &Mentions| {
            let mut values = Values::NONE;
            self.note_gender(mentions.entry, masculine, &mut values);
            self.note_place(mentions, at, &mut values);
            self.note_speech(mentions.entry, at, masculine, &mut values);
            values.note(Feature::Nearest, nearest == Some(mentions.last));
            values.note(Feature::NamedAfter, self.is_named_after(mentions.entry, at));
            Choice { entry: mentions.entry, values }
        };
        mentions.iter().map(choice).collect()
    }

    /// Whether a person can be "he" (or "she"): no title, role or given name says otherwise.
    fn fits(&self, entry: usize, masculine: bool) -> bool {
        let entry = &self.register.entries[entry];
        entry.kind == EntityKind::Person && !entry.gender.is_surely(!masculine)
    }

    fn mentions(&self, at: usize, masculine: bool) -> Vec<Mentions> {
        let before = self.names.partition_point(|name| name.tokens.start < at);
        let mut found: Vec<Mentions> = Vec::new();
        for name in (before.saturating_sub(NAMES_BEFORE)..before).rev() {
            let Some(entry) = self.register.entry_of(name) else { continue };
            let token = self.names[name].tokens.start;
            let quoted =
                self.document.tokens[token].marked.is_some() && !self.document.same_marked(token, at);
            match found.iter_mut().find(|mentions| mentions.entry == entry) {
                Some(mentions) => {
                    mentions.count += 1.0;
                    if mentions.quoted && !quoted {
                        (mentions.last, mentions.quoted) = (name, false);
                    }
                }
                None if self.fits(entry, masculine) => {
                    found.push(Mentions { entry, last: name, count: 1.0, quoted });
                }
                None => {}
            }
        }
        found
    }

    fn note_gender(&self, entry: usize, masculine: bool, values: &mut Values) {
        let gender = self.register.entries[entry].gender;
        let sure = gender.is_surely(masculine);
        values.note(Feature::GenderSure, sure);
        values.note(Feature::GenderLikely, !sure && gender.is_masculine() == Some(masculine));
        values.note(Feature::GenderUnlikely, gender.is_masculine() == Some(!masculine));
    }

    /// Notes how far the last mention is, and what stands around it.
    fn note_place(&self, mentions: &Mentions, at: usize, values: &mut Values) {
        use Feature::{
            Paragraph0, Paragraph1, Paragraph2, Paragraph3, Paragraph4, Sentence0, Sentence1, Sentence2,
            Sentence3, Sentence4,
        };
        let name = &self.names[mentions.last];
        let (mention, pronoun) = (&self.document.tokens[name.tokens.start], &self.document.tokens[at]);
        let sentences = [Sentence0, Sentence1, Sentence2, Sentence3, Sentence4];
        let paragraphs = [Paragraph0, Paragraph1, Paragraph2, Paragraph3, Paragraph4];
        values.note(sentences[(pronoun.sentence - mention.sentence).min(4)], true);
        values.note(paragraphs[(pronoun.paragraph - mention.paragraph).min(4)], true);
        values.note(Feature::OnlyQuoted, mentions.quoted);
        values.set(Feature::Mentions, mentions.count.sqrt() - 1.0);

        let start = name.titles.start.min(name.tokens.start);
        let before = self.document.lower_in(mention.sentence, start.checked_sub(1));
        // "For Maravant, the day was long.": what begins a sentence is its topic.
        let topic = start > 0 && self.document.sentences[mention.sentence].start == start - 1;
        let after = self.document.tokens.get(name.tokens.end).map(|token| token.part);
        let preposition = !topic
            && matches!(before, "of" | "with" | "to" | "for" | "by" | "against" | "about" | "from" | "in");
        let verb = after.is_some_and(Part::is_finite) || self.document.lower(name.tokens.end) == ",";
        values.note(Feature::Preposition, preposition);
        values.note(Feature::Possessive, after == Some(Part::Possessive));
        values.note(Feature::Subject, verb && !preposition && before != "and");
        let earlier = (0..mentions.last).rev();
        let mut earlier = earlier
            .take_while(|&name| {
                self.document.tokens[self.names[name].tokens.start].paragraph == mention.paragraph
            })
            .filter(|&name| self.names[name].kind == EntityKind::Person);
        values.note(Feature::FirstInParagraph, earlier.next().is_none());
    }

    /// Notes whether the person has spoken, and whom the last pronoun means.
    fn note_speech(&self, entry: usize, at: usize, masculine: bool, values: &mut Values) {
        let here = |token: usize| self.document.tokens[token].paragraph == self.document.tokens[at].paragraph;
        let sayers = &self.sayers[..self.sayers.partition_point(|sayer| sayer.token < at)];
        let recent = &sayers[sayers.len().saturating_sub(NAMES_BEFORE)..];
        let last = recent.last().filter(|sayer| sayer.entry == entry);
        values.note(Feature::LastSayer, last.is_some());
        values.note(Feature::LastSayerHere, last.is_some_and(|sayer| here(sayer.token)));
        let mut fitting = recent.iter().rev().filter(|sayer| self.fits(sayer.entry, masculine));
        values.note(Feature::LastFittingSayer, fitting.next().is_some_and(|sayer| sayer.entry == entry));
        values.note(Feature::HasSpoken, recent.iter().any(|sayer| sayer.entry == entry));

        let pronouns = &self.pronouns[..self.pronouns.partition_point(|pronoun| pronoun.token < at)];
        let word = if masculine { "he" } else { "she" };
        let mut same = pronouns.iter().rev().filter(|pronoun| self.document.lower(pronoun.token) == word);
        let last = same.next().filter(|pronoun| pronoun.entry == entry);
        values.note(Feature::LastPronoun, last.is_some());
        values.note(Feature::LastPronounHere, last.is_some_and(|pronoun| here(pronoun.token)));
    }

    /// "he told Maravant": somebody else.
    fn is_named_after(&self, entry: usize, at: usize) -> bool {
        let after = self.names.partition_point(|name| name.tokens.start <= at);
        let sentence = self.document.tokens[at].sentence;
        let near = self.names[after..].iter().take_while(|name| {
            name.tokens.start < at + AHEAD && self.document.tokens[name.tokens.start].sentence == sentence
        });
        near.enumerate().any(|(offset, _)| self.register.entry_of(after + offset) == Some(entry))
    }
}
