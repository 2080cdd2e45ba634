use std::borrow::Cow;

use quotidian_model::{Day, QuoteKind};
use quotidian_search::Segment;

/// The words of segments, without their marks.
pub(super) fn words(segments: &[Segment]) -> String {
    segments.iter().map(|segment| segment.text.as_str()).collect()
}

/// The words of fragments, with an ellipsis between two.
pub(super) fn fragments(fragments: &[Vec<Segment>]) -> String {
    fragments.iter().map(|fragment| words(fragment)).collect::<Vec<_>>().join(" … ")
}

/// The words of a quote in marks where all of them were printed in marks. Those of the others bring theirs along, or
/// have none.
pub(super) fn quoted(content: &[Segment], kind: QuoteKind) -> String {
    let words = words(content);
    if kind == QuoteKind::Direct { format!("“{words}”") } else { words }
}

/// The text on one line, with one space for any number of spaces and breaks, and without control characters.
pub(super) fn on_one_line(text: &str) -> String {
    let visible: String =
        text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An address that a browser opens: others could run programs (`javascript:`) or read files.
pub(super) fn web_address(url: Option<&str>) -> Option<&str> {
    let url = url?.trim();
    let scheme = url.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase())?;
    let is_one_word = !url.contains(|character: char| character.is_whitespace() || character.is_control());
    (matches!(&*scheme, "http" | "https") && is_one_word).then_some(url)
}

/// Year, month and day of the month in digits; `None` for years that have not four, which no format here can say.
pub(super) fn digits(day: Day) -> Option<[String; 3]> {
    let date = day.date();
    let is_four_digits = (0..=9_999).contains(&date.year());
    is_four_digits.then(|| {
        [format!("{:04}", date.year()), format!("{:02}", date.month()), format!("{:02}", date.day())]
    })
}

/// A copy of the text in which `escape` has replaced the characters that it gives something for.
pub(super) fn escaped(text: &str, escape: impl Fn(char) -> Option<Cow<'static, str>>) -> String {
    let mut copy = String::with_capacity(text.len());
    for character in text.chars() {
        match escape(character) {
            Some(replacement) => copy.push_str(&replacement),
            None => copy.push(character),
        }
    }
    copy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_is_linked_to() {
        let check = |url, expected| assert_eq!(web_address(Some(url)), expected, "{url}");
        check("https://semaphore.example/levy?a=1&b", Some("https://semaphore.example/levy?a=1&b"));
        check(" HTTP://semaphore.example ", Some("HTTP://semaphore.example"));
        check("javascript:alert(1)", None);
        check("javascript://x/%0aalert(1)", None);
        check("file:///etc/passwd", None);
        check("https://semaphore.example/a b", None);
        check("semaphore.example", None);
    }

    #[test]
    fn a_text_fits_on_a_line() {
        assert_eq!(on_one_line(" the\r\n tide\u{2028}mark\u{0} \t"), "the tide mark");
    }

    #[test]
    fn a_day_has_digits_in_our_era() {
        assert_eq!(digits("0987-03-04".parse().unwrap()).unwrap(), ["0987", "03", "04"]);
        assert_eq!(Day::from_days_since_epoch(-800_000).and_then(digits), None);
    }
}
