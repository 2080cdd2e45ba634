/// A run of digits or of letters in a stated date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// What stands between it and the run before.
    pub(super) gap: &'a str,
    /// Digits only, or letters only.
    pub(super) text: &'a str,
}

impl Token<'_> {
    /// The value of a run of at least `fewest` and at most `most` digits.
    pub(super) fn number(&self, fewest: usize, most: usize) -> Option<i16> {
        let digits = self.text.bytes().all(|byte| byte.is_ascii_digit());
        if digits && (fewest..=most).contains(&self.text.len()) { self.text.parse().ok() } else { None }
    }
}

/// The runs of digits and of letters, in order.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let (gap, run) = rest.split_at(start);
        let digits = run.starts_with(|first: char| first.is_ascii_digit());
        let ends = |character: char| !character.is_alphanumeric() || character.is_ascii_digit() != digits;
        let (text, after) = run.split_at(run.find(ends).unwrap_or(run.len()));
        tokens.push(Token { gap, text });
        rest = after;
    }
    tokens
}
