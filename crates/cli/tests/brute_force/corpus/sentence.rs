use quotidian_model::{Confidence, Quote, QuoteKind, Span, Speaker};

use super::{
    dice::Dice,
    vocabulary::{NAMES, SAYINGS, WORDS},
};

/// A sentence, and where its parts stand within it, in bytes.
#[derive(Debug, Clone)]
pub(super) struct Sentence {
    pub(super) text: String,
    pub(super) quote: Option<Quote>,
}

/// Who is quoted: a name, and whether readers know whose it is.
struct Source {
    surface: &'static str,
    name: Option<&'static str>,
}

impl Sentence {
    pub(super) fn roll(dice: &mut Dice, quotes: bool) -> Self {
        if !quotes || dice.percent(55) {
            return Self { text: format!("{}.", words(dice, 4, 8)), quote: None };
        }
        match dice.below(4) {
            0 => Self::indirect(dice),
            1 => Self::mixed(dice),
            _ => Self::direct(dice),
        }
    }

    fn direct(dice: &mut Dice) -> Self {
        let (content, source) = (saying(dice), source(dice));
        let text = format!("“{content},” said {}.", source.surface);
        let span = Span::new("“".len(), text.find('”').unwrap_or_default());
        Self::quoting(dice, text, span, QuoteKind::Direct, &source)
    }

    fn indirect(dice: &mut Dice) -> Self {
        let source = source(dice);
        let before = format!("{} said that ", source.surface);
        let text = format!("{before}{}.", saying(dice));
        let span = Span::new(before.len(), text.len() - 1);
        Self::quoting(dice, text, span, QuoteKind::Indirect, &source)
    }

    fn mixed(dice: &mut Dice) -> Self {
        let source = source(dice);
        let before = format!("{} said ", source.surface);
        let text = format!("{before}{} “{}” again.", words(dice, 1, 3), saying(dice));
        let span = Span::new(before.len(), text.len() - 1);
        Self::quoting(dice, text, span, QuoteKind::Mixed, &source)
    }

    fn quoting(dice: &mut Dice, text: String, span: Span, kind: QuoteKind, source: &Source) -> Self {
        let place = |part: &str| text.find(part).map(|start| Span::new(start, start + part.len()));
        let inside = text.find('“').zip(text.find('”'));
        let verbatim = inside.map(|(open, close)| Span::new(open + "“".len(), close));
        let quote = Quote {
            span,
            kind,
            verbatim: verbatim.filter(|_| kind == QuoteKind::Mixed).into_iter().collect(),
            speaker: Speaker {
                surface: place(source.surface),
                name: source.name.map(str::to_owned),
                role: source.name.and_then(|_| place("said")),
            },
            cue: place("said"),
            context: Span::new(0, text.len()),
            confidence: Confidence::clamped(dice.one_of(&[0.4, 0.6, 0.8, 0.95])),
            rule: "invented".to_owned(),
        };
        Self { text, quote: Some(quote) }
    }
}

/// A quote of a sentence that begins at this byte of a body.
pub(super) fn shifted(quote: &Quote, start: usize) -> Quote {
    let shift = |span: Span| Span::new(span.start + start, span.end + start);
    Quote {
        span: shift(quote.span),
        verbatim: quote.verbatim.iter().copied().map(shift).collect(),
        speaker: Speaker {
            surface: quote.speaker.surface.map(shift),
            role: quote.speaker.role.map(shift),
            ..quote.speaker.clone()
        },
        cue: quote.cue.map(shift),
        context: shift(quote.context),
        ..quote.clone()
    }
}

fn source(dice: &mut Dice) -> Source {
    let (surface, _) = dice.early_of(NAMES);
    match dice.below(8) {
        0 => Source { surface: "an officer", name: None },
        // A name by which another is meant, as pronouns and titles are.
        1 => Source { surface: "She", name: Some(surface) },
        _ => Source { surface, name: Some(surface) },
    }
}

fn saying(dice: &mut Dice) -> String {
    if dice.percent(75) { dice.early_of(SAYINGS).to_owned() } else { words(dice, 2, 7) }
}

/// So many words, some of them names.
pub(super) fn words(dice: &mut Dice, least: usize, most: usize) -> String {
    let count = least + dice.below(most - least + 1);
    let mut words = Vec::with_capacity(count);
    while words.len() < count {
        words.push(if dice.percent(8) { dice.early_of(NAMES).0 } else { dice.early_of(WORDS) });
    }
    words.join(" ")
}
