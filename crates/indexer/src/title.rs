use quotidian_model::Title;

use crate::clean;

/// The stated headline, or one made from the body's first sentence.
pub(crate) fn title(stated: Option<&str>, body: &str) -> Title {
    match stated.and_then(clean::line) {
        Some(text) => Title::stated(clean::mended(text)),
        None => Title::derived(clean::line(quotidian_text::first_sentence(body)).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stated_headline_is_never_replaced() {
        assert_eq!(title(Some(" Port Senna\nvotes "), "The port closed."), Title::stated("Port Senna votes"));
    }

    #[test]
    fn a_missing_headline_is_derived_from_the_first_sentence() {
        let derived = Title::derived("The port closed at noon.");
        assert_eq!(title(None, "The port closed at noon. All left."), derived);
        assert_eq!(title(Some(" "), "The port closed at noon. All left."), derived);
    }
}
