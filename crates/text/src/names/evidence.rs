//! What lists and neighbours say for each kind of name.

use std::ops::Range;

use quotidian_model::EntityKind;

use super::{capital::is_capital, run::is_particle, split::Piece};
use crate::{
    document::Document,
    lexicon::{LEXICON, Traits},
    part::Part,
    token::Shape,
};

/// Points for each kind; higher is surer.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Score {
    pub(super) person: f32,
    pub(super) organization: f32,
    pub(super) place: f32,
}

impl Score {
    /// The kind with the most points, if they reach `threshold`.
    pub(super) fn best(self, threshold: f32) -> Option<EntityKind> {
        let kinds = [
            (self.person, EntityKind::Person),
            (self.organization, EntityKind::Organization),
            (self.place, EntityKind::Place),
        ];
        let best = kinds.into_iter().max_by(|left, right| left.0.total_cmp(&right.0))?;
        (best.0 >= threshold).then_some(best.1)
    }

    pub(super) fn add(&mut self, other: Self) {
        self.person += other.person;
        self.organization += other.organization;
        self.place += other.place;
    }

    /// The same within bounds: what is said often is no surer without end.
    pub(super) fn clamped(self) -> Self {
        let within = |points: f32| points.clamp(-4.0, 4.0);
        Self {
            person: within(self.person),
            organization: within(self.organization),
            place: within(self.place),
        }
    }
}

/// What the words of a name say, wherever it stands.
pub(super) fn inner(document: &Document<'_>, tokens: Range<usize>) -> Score {
    let mut score = Score::default();
    let text = document.span(tokens.clone()).of(&document.text).to_lowercase();
    let known = LEXICON.name(text.trim_start_matches("the "));
    match known {
        Some(EntityKind::Organization) => score.organization += 5.0,
        Some(EntityKind::Place) if is_acronym_only(document, tokens.clone(), &text) => {}
        Some(EntityKind::Place) => score.place += 4.0,
        Some(EntityKind::Person) | None => {}
    }
    let words: Vec<usize> = tokens.filter(|&at| document.is_word(at)).collect();
    match words.as_slice() {
        [] => {}
        [word] => score.add(one_word(document, *word, score.place > 0.0)),
        [first, .., last] => score.add(several_words(document, &words, *first, *last, known.is_some())),
    }
    score
}

/// What the words of a name of two words or more say.
fn several_words(document: &Document<'_>, words: &[usize], first: usize, last: usize, known: bool) -> Score {
    let traits = |at: usize| document.tokens[at].facts.traits;
    let any = |test: &dyn Fn(usize) -> bool| words.iter().any(|&at| test(at));
    let count = words.len();
    let common = words.iter().filter(|&&at| traits(at).any(Traits::COMMON)).count();
    let given = traits(first).any(Traits::GIVEN);
    let of = any(&|at| matches!(document.lower(at), "of" | "for" | "&" | "and"));
    let mut score = Score::default();
    let surname = given && count == 2 && traits(last).any(Traits::COMMON);
    let head = !known && traits(last).any(Traits::ORGANIZATION_LAST);
    if head || of && any(&|at| traits(at).any(Traits::ORGANIZATION_FIRST)) {
        score.organization += if surname { 2.0 } else { 4.0 };
    }
    score.organization += when(traits(last).any(Traits::COMPANY_SUFFIX), 6.0);
    score.place += when(traits(last).any(Traits::PLACE_LAST), 3.0);
    score.place += when(traits(first).any(Traits::PLACE_FIRST) && common < count, 2.0);
    let letter = |at: usize| document.word(at).chars().count() == 1;
    let body = !given && any(&|at| is_body(document, at));
    score.person -= when(letter(first) || letter(last) || body, 4.0);
    score.person += when(given && count <= 4 && !of, 3.0);
    let initial = |at: usize| document.word(at).len() == 2 && document.word(at).ends_with('.');
    score.person += when(any(&initial) && count <= 4, 2.0);
    let particle = |at: usize| at != first && at != last && is_particle(document, at);
    let particles = words.iter().filter(|&&at| particle(at)).count();
    let plain = |at: usize| {
        document.tokens[at].shape == Shape::Capital && !traits(at).any(Traits::COMMON.or(Traits::DEMONYM))
    };
    score.person += when(count - particles <= 3 && !any(&|at| !plain(at) && !particle(at)), 1.2);
    score.person -= when(common == count, 6.0);
    score
}

/// What a name's only word says.
fn one_word(document: &Document<'_>, word: usize, place: bool) -> Score {
    let token = &document.tokens[word];
    let given = token.facts.traits.any(Traits::GIVEN);
    let acronym = token.shape == Shape::Upper && (2..=6).contains(&token.span.len());
    let mut score = Score::default();
    score.person += when(given, 0.8);
    score.person -= when(document.word(word).chars().count() == 1, 4.0);
    score.person -= when(token.facts.traits.any(Traits::COMMON) && !given, 2.0);
    score.person -= when(acronym && !place, 2.0);
    score.place -= when(acronym && !place, 1.0);
    score.organization += when(acronym, if token.span.len() > 2 { 1.5 } else { 0.8 });
    score
}

/// The points, if the condition holds.
fn when(condition: bool, points: f32) -> f32 {
    if condition { points } else { 0.0 }
}

/// Whether a place's name is an acronym here: "GAO" inside a sentence is no town.
fn is_acronym_only(document: &Document<'_>, tokens: Range<usize>, text: &str) -> bool {
    let token = &document.tokens[tokens.start];
    let starts = document.paragraphs[token.paragraph].tokens.start == tokens.start;
    tokens.len() == 1
        && token.shape == Shape::Upper
        && text.len() <= 4
        && !starts
        && !text.contains('.')
        && LEXICON.alias(text).is_none()
}

/// Whether a word of a longer name is well known as an organization or place of its own: "London Brent".
fn is_body(document: &Document<'_>, at: usize) -> bool {
    let traits = document.tokens[at].facts.traits;
    LEXICON.name(document.lower(at)).is_some() && !traits.any(Traits::GIVEN)
}

/// What the neighbours of a name say, where it stands.
pub(super) fn outer(document: &Document<'_>, piece: &Piece) -> Score {
    let mut score = Score::default();
    let sentence = document.tokens[piece.tokens.start].sentence;
    let before = piece.titles.start.min(piece.tokens.start).checked_sub(1);
    let (before_word, after) = (document.lower_in(sentence, before), piece.tokens.end);
    let after_word = document.lower_in(sentence, Some(after));
    if !piece.titles.is_empty() {
        score.person += 4.0;
    }
    let role_before = before.is_some_and(|at| {
        let token = &document.tokens[at];
        token.sentence == sentence && token.shape == Shape::Lower && token.facts.traits.any(Traits::ROLE)
    });
    score.person += when(role_before, 2.5);
    if let Some(turn) = document.turn_of(after - 1).filter(|turn| turn.label.end == after) {
        let points = if turn.outlet { &mut score.organization } else { &mut score.person };
        *points += 4.0;
    }
    score.person += when(is_role_apposition(document, before, sentence, piece), 2.0);
    let single = piece.tokens.len() == 1 && document.tokens[piece.tokens.start].shape != Shape::Upper;
    match before_word {
        // "the Maravant plan" says nothing of Maravant.
        "the"
            if document.tokens.get(after).is_some_and(|token| {
                token.sentence == sentence && token.shape == Shape::Lower && token.part.is_noun()
            }) => {}
        "the" => {
            score.person -= 3.0;
            score.organization += 0.7;
        }
        "said" | "says" | "added" | "adds" | "wrote" | "replied" => score.person += 1.5,
        "in" => score.place += 1.5,
        "at" => {
            score.person -= 1.5;
            score.organization += 0.6;
            score.place += when(single, 1.5);
        }
        "of" if single && before.is_some_and(|of| is_before_place(document, sentence, of)) => {
            score.person -= 1.0;
            score.place += 1.5;
        }
        "near" | "across" | "outside" => score.place += 0.6,
        "from" | "to" => score.place += 0.3,
        _ => {}
    }
    score.person += person_after(document, sentence, after, after_word);
    score
}

/// Whether what stands before "of" says that a place follows: "the port | of X", "Fabian Corsellis | of X".
fn is_before_place(document: &Document<'_>, sentence: usize, of: usize) -> bool {
    let Some(site) = of.checked_sub(1).filter(|&site| document.tokens[site].sentence == sentence) else {
        return false;
    };
    let token = &document.tokens[site];
    // "Corsellis | of X".
    let person = site > 0 && is_capital(document, site) && is_capital(document, site - 1);
    person || token.shape == Shape::Lower && token.facts.traits.any(Traits::PLACE_OF)
}

/// "the finance minister, | X": a role and a comma before a name of two words or more.
fn is_role_apposition(
    document: &Document<'_>,
    before: Option<usize>,
    sentence: usize,
    piece: &Piece,
) -> bool {
    let role = before.filter(|&comma| document.lower(comma) == ",").and_then(|comma| comma.checked_sub(1));
    piece.tokens.len() > 1
        && role.is_some_and(|at| {
            let token = &document.tokens[at];
            token.sentence == sentence && token.shape == Shape::Lower && token.facts.traits.any(Traits::ROLE)
        })
}

/// What follows a person's name: an age, "who", a saying verb, an apposition with a role.
fn person_after(document: &Document<'_>, sentence: usize, after: usize, after_word: &str) -> f32 {
    let Some(token) = document.tokens.get(after).filter(|token| token.sentence == sentence) else {
        return 0.0;
    };
    if token.facts.saying == 3 && token.part == Part::Verb {
        return 1.5;
    }
    if after_word == "who" {
        return 2.0;
    }
    if after_word != "," {
        return 0.0;
    }
    let next = document.lower_in(sentence, Some(after + 1));
    let age = next.len() <= 3 && next.parse::<u8>().is_ok_and(|age| (10..=110).contains(&age));
    if age && document.lower_in(sentence, Some(after + 2)) == "," {
        return 3.0;
    }
    if next == "who" {
        return 2.0;
    }
    if !matches!(next, "a" | "an" | "the")
        && !document.tokens.get(after + 1).is_some_and(|token| token.facts.traits.any(Traits::ROLE))
    {
        return 0.0;
    }
    let role = (after + 1..after + 7)
        .take_while(|&at| !matches!(document.lower_in(sentence, Some(at)), "," | ""))
        .any(|at| {
            document.tokens[at].shape == Shape::Lower && document.tokens[at].facts.traits.any(Traits::ROLE)
        });
    if role { 2.0 } else { 0.0 }
}
