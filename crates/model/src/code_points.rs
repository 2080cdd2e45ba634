use crate::Span;

/// A piece of a text in Unicode code points, for the wire; inside the program offsets are bytes ([`Span`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodePointSpan {
    /// The first code point inside.
    pub start: usize,
    /// The first code point after.
    pub end: usize,
}

/// Translates byte offsets of a text to code points: one pass over the text, then a short count per offset.
#[derive(Debug)]
pub struct CodePoints<'text> {
    text: &'text [u8],
    before_block: Vec<usize>,
}

/// Bytes counted anew per offset at most.
const BLOCK: usize = 256;

impl<'text> CodePoints<'text> {
    /// Prepares a text.
    pub fn new(text: &'text str) -> Self {
        let text = text.as_bytes();
        let mut before_block = vec![0];
        let mut counted = 0;
        for block in text.chunks(BLOCK) {
            counted += count(block);
            before_block.push(counted);
        }
        Self { text, before_block }
    }

    /// A span in code points. A span that leaves the text ends with it.
    pub fn of(&self, span: Span) -> CodePointSpan {
        CodePointSpan { start: self.before(span.start), end: self.before(span.end) }
    }

    fn before(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let block = offset / BLOCK;
        let before_block = self.before_block.get(block).copied().unwrap_or_default();
        before_block + count(self.text.get(block * BLOCK..offset).unwrap_or_default())
    }
}

/// How many code points begin in some bytes of UTF-8.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn offsets_count_the_characters_before_them(text in "[aé“😀]{0,600}") {
            let points = CodePoints::new(&text);
            let end = text.chars().count();
            for (start, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.of(Span::new(byte, text.len())), CodePointSpan { start, end });
            }
        }
    }

    #[test]
    fn a_span_that_leaves_the_text_ends_with_it() {
        assert_eq!(CodePoints::new("né").of(Span::new(1, 9)), CodePointSpan { start: 1, end: 2 });
        assert_eq!(CodePoints::new("").of(Span::new(0, 1)), CodePointSpan { start: 0, end: 0 });
    }
}
