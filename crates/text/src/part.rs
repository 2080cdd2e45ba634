//! A rough part of speech for each token, from the lists, the endings and the neighbours.

use crate::{
    lexicon::{Class, Facts, LEXICON, Traits},
    token::Shape,
};

/// What a token does in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Determiner,
    Pronoun,
    Preposition,
    Conjunction,
    /// A form of be, have or do, or its clitic.
    Auxiliary,
    Modal,
    Adverb,
    /// A finite verb.
    Verb,
    /// A form in -ing.
    Participle,
    /// A noun or adjective in lower case.
    Noun,
    /// A capitalised word.
    Name,
    Number,
    /// The clitic of a possessive.
    Possessive,
    Mark,
}

impl Part {
    /// Whether the token makes its clause finite.
    pub(crate) fn is_finite(self) -> bool {
        matches!(self, Self::Verb | Self::Auxiliary | Self::Modal)
    }
}

/// What is known of the token before.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Before<'a> {
    pub(crate) part: Part,
    pub(crate) lower: &'a str,
    /// Whether the token at hand starts a sentence or a marked span.
    pub(crate) starts: bool,
}

/// The part of speech of a word in lower case, given how it is written and the token before it.
pub(crate) fn part(lower: &str, shape: Shape, facts: Facts, before: Before<'_>) -> Part {
    match shape {
        Shape::Mark => return Part::Mark,
        Shape::Number => return Part::Number,
        Shape::Clitic => return clitic(lower, before),
        Shape::Capital if !before.starts && lower != "i" => return Part::Name,
        Shape::Upper if !before.starts => return Part::Name,
        Shape::Capital | Shape::Upper if is_name(facts) => return Part::Name,
        // "Halvia | -based", "ex- | Halvia".
        Shape::Lower if lower.starts_with('-') || lower.ends_with('-') => return Part::Noun,
        _ => {}
    }
    match facts.class {
        Class::Determiner => Part::Determiner,
        Class::Pronoun => Part::Pronoun,
        Class::Preposition => Part::Preposition,
        Class::Conjunction => Part::Conjunction,
        Class::Auxiliary => Part::Auxiliary,
        Class::Modal => Part::Modal,
        Class::Adverb => Part::Adverb,
        Class::Open | Class::NotPast | Class::Past | Class::Present => open(lower, facts, before),
    }
}

/// Whether a capitalised word at the start of a sentence is a name and no common word.
fn is_name(facts: Facts) -> bool {
    facts.class == Class::Open && !facts.traits.any(Traits::COMMON) && facts.saying == 0
}

fn clitic(lower: &str, before: Before<'_>) -> Part {
    let tail = lower.trim_start_matches(['\'', '’']);
    match tail {
        "s" if before.part == Part::Pronoun || matches!(before.lower, "that" | "there" | "here" | "what") => {
            Part::Auxiliary
        }
        "s" => Part::Possessive,
        "ll" | "d" => Part::Modal,
        "re" | "ve" | "m" => Part::Auxiliary,
        _ => Part::Adverb,
    }
}

/// An open-class word: noun unless its form and neighbour make it a verb.
fn open(lower: &str, facts: Facts, before: Before<'_>) -> Part {
    let nominal =
        matches!(before.part, Part::Determiner | Part::Possessive | Part::Preposition | Part::Number);
    let past = facts.class == Class::Past
        || lower.ends_with("ed") && lower.len() > 4 && facts.class != Class::NotPast;
    if past {
        // "said retired General Tolle".
        let after_verb = before.part == Part::Verb && lower.ends_with("ed") && facts.saying == 0;
        return if nominal || after_verb { Part::Noun } else { Part::Verb };
    }
    if lower.ends_with("ing")
        && lower.len() > 4
        && !matches!(lower, "thing" | "king" | "nothing" | "something")
    {
        return if matches!(before.part, Part::Determiner | Part::Possessive) {
            Part::Noun
        } else {
            Part::Participle
        };
    }
    if lower.ends_with("ly") && lower.len() > 4 && !facts.traits.any(Traits::ROLE) && lower != "family" {
        return Part::Adverb;
    }
    let present = facts.class == Class::Present || facts.saying >= 2;
    if present && !nominal && before.lower != "to" {
        let subject = match before.part {
            Part::Name | Part::Pronoun | Part::Adverb | Part::Mark => true,
            // "states" and "reports" after a noun are verbs only where the noun can speak.
            Part::Noun => {
                let singular = before.lower.trim_end_matches('s');
                let speaks = Traits::ROLE.or(Traits::ORGANIZATION_LAST);
                lower.ends_with('s') != before.lower.ends_with('s')
                    && LEXICON.facts(singular).traits.any(speaks)
            }
            _ => false,
        };
        let plain = !lower.ends_with('s');
        let singular_name = before.part == Part::Name && plain && !before.lower.ends_with('s');
        if subject && !singular_name || lower == "says" || lower == "say" && before.part != Part::Modal {
            return Part::Verb;
        }
    }
    Part::Noun
}
