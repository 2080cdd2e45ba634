//! Quotation marks as events: what each can do where it stands.

/// What a mark can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    Open,
    Close,
    /// Opens where nothing is open, else closes.
    Either,
    SingleOpen,
    /// After punctuation.
    SingleClose,
    /// Perhaps the apostrophe of a plural's possessive.
    SingleWeakClose,
}

/// A mark of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Event {
    /// Byte offset in the paragraph.
    pub(super) at: usize,
    /// Length in bytes.
    pub(super) len: usize,
    pub(super) action: Action,
    /// A straight double mark.
    pub(super) straight: bool,
}

/// The marks of a paragraph in order.
pub(super) fn events(paragraph: &str, singles: bool) -> Vec<Event> {
    let mut events = Vec::new();
    let mut before = ' ';
    let mut skip_until = 0;
    for (at, mark) in paragraph.char_indices() {
        if at < skip_until {
            continue;
        }
        let len = mark.len_utf8();
        let rest = &paragraph[at + len..];
        let after = rest.chars().next().unwrap_or(' ');
        let doubled = matches!(mark, '`' | '\'' | '‘' | '’') && after == mark;
        let found = if doubled {
            skip_until = at + 2 * len;
            Some(double_tick(mark, before, rest.len() == len))
        } else {
            single_character(mark, before, after).or_else(|| {
                let looks = singles && matches!(mark, '‘' | '’' | '\'' | '`') && !is_elision(rest);
                looks.then(|| single_mark(mark, before, after)).flatten()
            })
        };
        if let Some(action) = found {
            let len = if doubled { 2 * len } else { len };
            events.push(Event { at, len, action, straight: mark == '"' });
        }
        before = mark;
    }
    events
}

/// `` `` ``, `''` and their curly forms.
fn double_tick(mark: char, before: char, last: bool) -> Action {
    match mark {
        '`' | '‘' => Action::Open,
        _ if !before.is_whitespace() || last => Action::Close,
        _ => Action::Either,
    }
}

/// A double mark of one character.
fn single_character(mark: char, before: char, after: char) -> Option<Action> {
    let spaced = before.is_whitespace();
    Some(match mark {
        '“' | '„' | '«' => {
            let ends = !spaced && !"([—–-“\"‘'".contains(before);
            let reversed = ends && (after.is_whitespace() || ".,;:".contains(after));
            if reversed { Action::Close } else { Action::Open }
        }
        '”' | '»' if spaced && after.is_alphanumeric() => Action::Open,
        '”' | '»' => Action::Close,
        '"' => {
            let opens = (spaced || "([—–-/“".contains(before)) && !after.is_whitespace();
            let closes = !spaced && (after.is_whitespace() || ".,;:!?)]—–-’”".contains(after));
            let unclear = before == '\u{a0}' || after == '\u{a0}' || opens == closes;
            match (unclear, opens) {
                (true, _) => Action::Either,
                (false, true) => Action::Open,
                (false, false) => Action::Close,
            }
        }
        _ => return None,
    })
}

/// A single mark in a text that quotes with them.
fn single_mark(mark: char, before: char, after: char) -> Option<Action> {
    let starts = (before.is_whitespace() || "([—–-\"“:".contains(before))
        && (after.is_alphanumeric() || "£$€.…[".contains(after));
    if mark != '’' && starts {
        return Some(Action::SingleOpen);
    }
    let ends = matches!(mark, '’' | '\'') && !before.is_whitespace() && !after.is_alphanumeric();
    let strong = ",.?!…".contains(before);
    ends.then_some(if strong { Action::SingleClose } else { Action::SingleWeakClose })
}

/// Whether the apostrophe before `rest` stands for missing letters: '90s, 'em, 'til.
fn is_elision(rest: &str) -> bool {
    let word: String = rest.chars().take_while(|character| character.is_alphanumeric()).take(7).collect();
    let word = word.to_lowercase();
    let decade =
        word.starts_with(|digit: char| digit.is_ascii_digit()) && (word.len() == 2 || word.ends_with('s'));
    decade || matches!(word.as_str(), "em" | "til" | "twas" | "tis" | "cause" | "n" | "round" | "bout")
}
