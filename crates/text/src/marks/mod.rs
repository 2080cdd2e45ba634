//! Quotation marks: which spans of a text stand in them.
//!
//! Each paragraph is read on its own: its marks become opening, closing or ambiguous events ([`event`]), and a state
//! machine pairs them ([`pair`]). Single marks count only in texts that quote with them ([`single`]).

mod event;
mod pair;
mod single;

use quotidian_model::Span;

/// A span in quotation marks, within one paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked {
    /// With its marks.
    pub outer: Span,
    /// Without its marks.
    pub inner: Span,
    /// Whether the closing mark was found.
    pub closed: bool,
    /// Whether it goes on where the paragraph before left a quotation open.
    pub continues: bool,
}

/// The marked spans of a text, in order, none inside another.
pub(crate) fn find(text: &str) -> Vec<Marked> {
    let singles = single::is_used(text);
    let mut found = Vec::new();
    let (mut start, mut open) = (0, false);
    let mut paragraphs = text.split('\n').peekable();
    while let Some(paragraph) = paragraphs.next() {
        let mut skipped = 0;
        if !paragraph.trim().is_empty() {
            let events = event::events(paragraph, singles);
            while paragraphs.peek().is_some_and(|blank| blank.trim().is_empty()) {
                skipped += paragraphs.next().map_or(0, |blank| blank.len() + 1);
            }
            let goes_on = opens_single(paragraph) && paragraphs.peek().is_some_and(|next| opens_single(next));
            let spans = pair::pair(paragraph, &events, goes_on);
            for (index, marked) in spans.iter().enumerate() {
                let leads = index == 0 && paragraph[..marked.outer.start].trim().is_empty();
                found.push(marked.shifted(start, open && leads));
            }
            open = spans.last().is_some_and(|marked| !marked.closed);
        }
        start += paragraph.len() + 1 + skipped;
    }
    found
}

/// Whether a paragraph begins with a single opening mark.
fn opens_single(paragraph: &str) -> bool {
    let paragraph = paragraph.trim_start();
    paragraph.starts_with('‘') && !paragraph.starts_with("‘‘")
        || paragraph.starts_with('\'') && !paragraph.starts_with("''")
}

impl Marked {
    fn shifted(self, by: usize, continues: bool) -> Self {
        let shift = |span: Span| Span::new(span.start + by, span.end + by);
        Self { outer: shift(self.outer), inner: shift(self.inner), closed: self.closed, continues }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = find(text).iter().map(|marked| marked.inner.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn every_style_of_marks() {
        check("She said \"yes\" and \"no\".", &["yes", "no"]);
        check("She said “yes” and left.", &["yes"]);
        check("``Yes,'' she said.", &["Yes,"]);
        check("«Yes», she said. „No“, he said.", &["Yes", "No"]);
        check("‘Yes, that is so,’ she said.", &["Yes, that is so,"]);
        check("'Yes, that's the members' pier,' she said.", &["Yes, that's the members' pier,"]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("It's the '90s and the Tolles' dog didn't bark.", &[]);
        check("Rock 'n' roll isn't dead, he said, it's the players' game.", &[]);
    }

    #[test]
    fn mismatched_and_nested_marks() {
        check("Biddy vowed to “bring an end\" to it.", &["bring an end"]);
        check("“She said ‘no’ to me,” he said.", &["She said ‘no’ to me,"]);
        check("\"They call it 'the pit',\" he said.", &["They call it 'the pit',"]);
        check("”Yes, I do,” she said.", &["Yes, I do,"]);
        check("‘He told me, “Go,” and I went,’ she said.", &["He told me, “Go,” and I went,"]);
        check(
            "‘He told me, “It’s the boys’ pier,” twice,’ she said.",
            &["He told me, “It’s the boys’ pier,” twice,"],
        );
    }

    #[test]
    fn unclosed_marks_end_before_the_speaker_or_the_paragraph() {
        check("\"We are closing the pier, Maravant said on Monday.", &["We are closing the pier,"]);
        check("“We go on and on.\n“And on.”", &["We go on and on.", "And on."]);
        assert!(find("“We go on and on.\n“And on.”")[1].continues);
        check(
            "‘The members’ pier goes on.\n\n‘And on and on,’ she said.",
            &["The members’ pier goes on.", "And on and on,"],
        );
    }
}
