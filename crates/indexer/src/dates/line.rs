use super::is_date;

/// The most characters of a line that holds a date and little else.
const LONGEST: usize = 80;

/// The date in a line that holds little else, and what follows it there: `Published: 3 February 2024, 10:00`. A sentence is no
/// such line.
pub(crate) fn in_line(text: &str) -> Option<&str> {
    let text = text.trim();
    let is_sentence =
        text.ends_with(['.', '!', '?', '…', '。']) && !text.ends_with("a.m.") && !text.ends_with("p.m.");
    if text.chars().count() > LONGEST || is_sentence {
        return None;
    }
    let starts = text.char_indices().scan(true, |after_break, (place, character)| {
        let is_start = *after_break && character.is_alphanumeric();
        *after_break = !character.is_alphanumeric();
        Some((place, is_start))
    });
    let mut dates = starts.filter(|(_, is_start)| *is_start).map(|(place, _)| &text[place..]);
    dates.find(|rest| has_year(rest) && is_date(rest))
}

/// Whether there is a year of four digits: two digits among others in a line may be anything.
fn has_year(text: &str) -> bool {
    let mut numbers = text.split(|one: char| !one.is_ascii_digit());
    numbers.any(|number| {
        matches!(number.len(), 4 | 8 | 14) && ["1", "20"].iter().any(|century| number.starts_with(century))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_may_say_more_than_the_date() {
        let check = |line: &str, date: Option<&str>| assert_eq!(in_line(line), date, "{line}");
        check("Published: 3 February 2024, 10:00", Some("3 February 2024, 10:00"));
        check("By Ilse Maravant | Feb. 3, 2024", Some("Feb. 3, 2024"));
        check("3 comments", None);
        check("05.12.25 Port songs", None);
        check("In a letter of May 23, 2015, she said no.", None);
        check(
            "The port was closed on 3 February 2024 by the harbour board, which had met in the night before to vote on it.",
            None,
        );
    }
}
