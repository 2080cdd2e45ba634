//! Pairing the marks of one paragraph.

use quotidian_model::Span;

use super::{
    Marked,
    event::{Action, Event},
};
use crate::lexicon::LEXICON;

/// An unclosed quotation shorter than this is a stray mark, in bytes.
const SHORTEST_UNCLOSED: usize = 12;

/// An opening mark that waits for its closing mark.
#[derive(Clone, Copy)]
struct Open {
    event: Event,
    single: bool,
}

/// The marked spans of a paragraph. Inside a double quotation single marks are ignored; a double mark overrides an open
/// single one that does not close after it; stray closing marks are ignored. Where single marks go on in the next
/// paragraph (`goes_on`), the first one may stay open.
pub(super) fn pair(paragraph: &str, events: &[Event], goes_on: bool) -> Vec<Marked> {
    let mut spans = Vec::new();
    let mut open: Option<Open> = None;
    let mut nested = 0;
    for (index, &event) in events.iter().enumerate() {
        let single =
            matches!(event.action, Action::SingleOpen | Action::SingleClose | Action::SingleWeakClose);
        match (open, event.action) {
            (None, Action::SingleOpen) => open = Some(Open { event, single }),
            (Some(start), Action::SingleClose) if start.single && nested == 0 => {
                spans.push(closed(start.event, event));
                open = None;
            }
            (Some(start), Action::SingleWeakClose) if start.single && nested == 0 => {
                if !is_possessive(paragraph, events, index, goes_on) {
                    spans.push(closed(start.event, event));
                    open = None;
                }
            }
            (_, Action::SingleOpen | Action::SingleClose | Action::SingleWeakClose) => {}
            (None, Action::Open | Action::Either) => {
                if !paragraph[event.at + event.len..].trim().is_empty() {
                    open = Some(Open { event, single });
                }
            }
            (None, Action::Close) => {}
            (Some(_), Action::Close | Action::Either) if nested > 0 => nested -= 1,
            (Some(start), Action::Open | Action::Either) if start.single => {
                if is_inside_single(&events[index + 1..]) {
                    nested = 1;
                } else {
                    open = Some(Open { event, single });
                }
            }
            (Some(start), Action::Close) if start.single => open = None,
            (Some(start), Action::Close | Action::Either) => {
                spans.push(closed(start.event, event));
                open = None;
            }
            (Some(start), Action::Open) => {
                if event.straight && !start.event.straight {
                    continue;
                }
                if closes_twice(&events[index + 1..]) {
                    nested = 1;
                    continue;
                }
                spans.extend(unclosed(paragraph, start.event, event.at));
                open = Some(Open { event, single });
            }
        }
    }
    let leads = |start: &Open| paragraph[..start.event.at].trim().is_empty();
    if let Some(start) = open.filter(|start| !start.single || goes_on && leads(start)) {
        spans.extend(unclosed(paragraph, start.event, paragraph.trim_end().len()));
    }
    spans.retain(|marked| !marked.inner.of(paragraph).trim().is_empty());
    spans
}

fn closed(open: Event, close: Event) -> Marked {
    Marked {
        outer: Span::new(open.at, close.at + close.len),
        inner: Span::new(open.at + open.len, close.at),
        closed: true,
        continues: false,
    }
}

/// A quotation without a closing mark ends where the speaker is named, else at `limit`.
fn unclosed(paragraph: &str, open: Event, limit: usize) -> Option<Marked> {
    let start = open.at + open.len;
    let content = paragraph.get(start..limit)?.trim_end();
    let end = start + speaker_follows(content).unwrap_or(content.len());
    (end - open.at > SHORTEST_UNCLOSED).then_some(Marked {
        outer: Span::new(open.at, end),
        inner: Span::new(start, end),
        closed: false,
        continues: false,
    })
}

/// The end of the comma, question or exclamation mark after which "she said" or "said Maravant" follows.
fn speaker_follows(content: &str) -> Option<usize> {
    let strong = |word: &str| LEXICON.facts(word.trim_matches([',', '.', ':'])).saying == 3;
    content.match_indices([',', '?', '!']).map(|(at, _)| at + 1).find(|&end| {
        let rest = &content[end..];
        if !rest.starts_with(' ') {
            return false;
        }
        let mut words = rest.split(' ').skip(1).take(5);
        let Some(first) = words.next() else { return false };
        let named = |word: &str| word.starts_with(char::is_uppercase) && word != "I";
        if strong(first) {
            return words
                .next()
                .is_some_and(|next| named(next) || matches!(next, "he" | "she" | "they" | "the"));
        }
        if matches!(first, "he" | "she" | "they") {
            return words.next().is_some_and(strong);
        }
        named(first) && words.find(|word| !named(word)).is_some_and(strong)
    })
}

/// Whether the next two double marks both close: then the mark at hand opens a quotation within the quotation.
fn closes_twice(events: &[Event]) -> bool {
    let mut doubles =
        events.iter().filter(|event| matches!(event.action, Action::Open | Action::Close | Action::Either));
    let mut closes = || doubles.next().is_some_and(|event| event.action == Action::Close);
    closes() && closes()
}

/// Whether the double quotation that has just opened stands in a single one: its closing mark is followed by a single
/// closing mark.
fn is_inside_single(events: &[Event]) -> bool {
    let mut after =
        events.iter().skip_while(|event| !matches!(event.action, Action::Close | Action::Either)).skip(1);
    after.next().is_some_and(|event| matches!(event.action, Action::SingleClose | Action::SingleWeakClose))
}

/// Whether a weak closing mark is the apostrophe of "the members' pier": another closing mark comes before the next
/// opening one, or in a later paragraph.
fn is_possessive(paragraph: &str, events: &[Event], index: usize, goes_on: bool) -> bool {
    let event = events[index];
    let plural = paragraph[..event.at].ends_with('s');
    let mut rest = paragraph[event.at + event.len..].chars();
    let lower = rest.next() == Some(' ') && rest.next().is_some_and(char::is_lowercase);
    let next = events.get(index + 1).map(|event| event.action);
    let closes = matches!(next, Some(Action::SingleClose | Action::SingleWeakClose));
    plural && lower && (closes || goes_on && next.is_none())
}
