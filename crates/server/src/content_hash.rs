use std::{fmt, str::FromStr};

use quotidian_search::Segment;

/// The first 8 bytes of BLAKE3 over what was said, in the words of the article: printed as 16 hexadecimal digits. It
/// tells whether a quote is still the one that somebody cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ContentHash([u8; 8]);

/// A text that is no [`ContentHash`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no hash of a quote; it has 16 hexadecimal digits, as in a quote's `hash`")]
pub(crate) struct ContentHashError {
    text: String,
}

impl ContentHash {
    /// The hash of a content.
    pub(crate) fn of(content: &str) -> Self {
        Self::of_pieces([content])
    }

    /// The hash of a content that was cut into segments.
    pub(crate) fn of_segments(content: &[Segment]) -> Self {
        Self::of_pieces(content.iter().map(|segment| segment.text.as_str()))
    }

    fn of_pieces<'text>(pieces: impl IntoIterator<Item = &'text str>) -> Self {
        let mut hasher = blake3::Hasher::new();
        for piece in pieces {
            hasher.update(piece.as_bytes());
        }
        let mut first = [0; 8];
        hasher.finalize_xof().fill(&mut first);
        Self(first)
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", u64::from_be_bytes(self.0))
    }
}

impl FromStr for ContentHash {
    type Err = ContentHashError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = digits.then(|| u64::from_str_radix(text, 16).ok()).flatten();
        let number = number.ok_or_else(|| ContentHashError { text: text.to_owned() })?;
        Ok(Self(number.to_be_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_of_the_words_however_they_are_cut() {
        let segment = |text: &str, mark| Segment { text: text.to_owned(), mark, verbatim: false };
        let cut = ContentHash::of_segments(&[segment("a tide ", false), segment("mark", true)]);
        assert_eq!(cut, ContentHash::of("a tide mark"));
        assert_ne!(cut, ContentHash::of("a tidemark"));
        // The digest of no bytes, as the authors of BLAKE3 print it, begins so.
        assert_eq!(ContentHash::of("").to_string(), "af1349b9f5f9a1a6");
    }

    #[test]
    fn a_hash_round_trips() {
        let hash = ContentHash::of("a tide mark");
        assert_eq!(hash.to_string().parse(), Ok(hash));
        for text in ["", "af1349b9f5f9a1a", "+f1349b9f5f9a1a6", "af1349b9f5f9a1a67"] {
            assert_eq!(text.parse::<ContentHash>(), Err(ContentHashError { text: text.to_owned() }));
        }
    }
}
