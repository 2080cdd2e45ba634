use quotidian_search::Difference;

/// Statements of fewer content words are made by many on many occasions.
const FEWEST_WORDS: usize = 4;
/// Two statements say nearly the same if they share so many hundredths of the content words of both.
const NEAR: usize = 60;

/// What a quote says, in the terms in which statements are compared. Every list is in order and has nothing twice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Statement {
    /// The stems of its content words, days of a month and years among them.
    pub(super) content: Vec<String>,
    /// Those that a negation stands before.
    pub(super) denied: Vec<String>,
    /// Those in sentences without a negation and without a condition.
    pub(super) affirmed: Vec<String>,
    /// Those that are written with a capital within a sentence, days and years.
    pub(super) names: Vec<String>,
    /// The numbers, each behind its unit.
    pub(super) numbers: Vec<(String, String)>,
    /// All its words, each with a space before and behind it.
    pub(super) words: String,
}

impl Statement {
    /// Whether it says enough to be compared.
    pub(super) fn is_comparable(&self) -> bool {
        self.content.len() >= FEWEST_WORDS
    }

    /// In what two statements differ that otherwise say nearly the same; `None` if they do not, or one is a piece of the
    /// other.
    pub(crate) fn difference(&self, other: &Self) -> Option<Difference> {
        let is_piece = self.words.contains(&other.words) || other.words.contains(&self.words);
        if !self.is_comparable() || is_piece || !self.is_near(other) {
            None
        } else if self.denies(other) || other.denies(self) {
            Some(Difference::Negation)
        } else {
            (self.is_about_same(other) && self.counts_otherwise(other)).then_some(Difference::Number)
        }
    }

    fn is_near(&self, other: &Self) -> bool {
        let shared = self.content.iter().filter(|word| has(&other.content, word)).count();
        let all = self.content.len() + other.content.len() - shared;
        shared >= FEWEST_WORDS && 100 * shared >= NEAR * all
    }

    /// Whether it denies what the other only affirms.
    fn denies(&self, other: &Self) -> bool {
        let only_denied = self.denied.iter().filter(|word| !has(&self.affirmed, word));
        only_denied.into_iter().any(|word| has(&other.affirmed, word) && !has(&other.denied, word))
    }

    /// Whether both have the same names, days and years: another town has another number.
    fn is_about_same(&self, other: &Self) -> bool {
        self.names.iter().all(|name| has(&other.content, name))
            && other.names.iter().all(|name| has(&self.content, name))
    }

    /// Whether some unit has numbers in each of the two that the other has not.
    fn counts_otherwise(&self, other: &Self) -> bool {
        let new_units = |one: &Self, other: &Self| -> Vec<String> {
            let new = one.numbers.iter().filter(|number| other.numbers.binary_search(number).is_err());
            new.map(|(unit, _)| unit.clone()).collect()
        };
        let others = new_units(other, self);
        new_units(self, other).iter().any(|unit| others.contains(unit))
    }
}

fn has(words: &[String], word: &String) -> bool {
    words.binary_search(word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(left: &str, right: &str, expected: Option<Difference>) {
        let (left, right) = (Statement::of(left), Statement::of(right));
        assert_eq!(left.difference(&right), expected, "{left:?}\n{right:?}");
        assert_eq!(right.difference(&left), expected);
    }

    #[test]
    fn what_one_says_the_other_denies() {
        let negation = Some(Difference::Negation);
        check(
            "The harbour board will close the old ferry landing",
            "The harbour board won’t close the old ferry landing.",
            negation,
        );
        check("We never sold the lighthouse lens to Ondry", "We sold the lighthouse lens to Ondry", negation);
        check(
            "The harbour was recovering but was still too shallow for big boats",
            "The harbour was not recovering fast enough for big boats, and still shallow",
            negation,
        );
    }

    #[test]
    fn a_negation_elsewhere_is_no_denial() {
        check(
            "Not only the fishermen asked that the old pier stay open",
            "Fishermen asked that the old pier stay open, and others too",
            None,
        );
        check(
            "If the council does not raise the harbour levy, the ferry stops",
            "The council must raise the harbour levy or the ferry stops",
            None,
        );
        check(
            "The ferry company was good to us, but not Okkerley",
            "The ferry company was good to us. Okkerley really is the exception.",
            None,
        );
        check(
            "It was almost impossible to moor at the old pier in that storm",
            "I did not moor at the old pier in that storm",
            None,
        );
        check(
            "The old pier stays open all winter. That is no small thing.",
            "Well, the old pier stays open all winter, I think",
            None,
        );
        check(
            "No. 1 on the list is the harbour levy and the pier",
            "One: list the harbour levy, the pier",
            None,
        );
    }

    #[test]
    fn the_same_thing_has_another_number() {
        let number = Some(Difference::Number);
        check(
            "The new ferry will cost $20 million and carry 300 passengers",
            "The new ferry will cost 25 million dollars and carry 300 passengers",
            number,
        );
        check(
            "Boat owners would pay three percent more levy",
            "boat owners would pay 4 pct more levy",
            number,
        );
        check("Boat owners would pay three percent more levy", "Boat owners will pay 3% more levy", None);
        check(
            "It costs 1,200 crowns to moor a boat here",
            "It costs 1200 crowns to moor your boat here",
            None,
        );
    }

    #[test]
    fn another_town_or_day_has_another_number() {
        check(
            "The harbour of Ondry will get 3 million crowns for its pier",
            "The harbour of Senna will get 4 million crowns for its pier",
            None,
        );
        check("In 2023 the ferry carried 300 boats a day", "In 2024 the ferry carried 400 boats a day", None);
        check(
            "the ferry carried 300 boats in the week that ended May 3",
            "the ferry carried 400 boats in the week that ended May 17",
            None,
        );
    }

    #[test]
    fn a_piece_and_another_thing_are_no_pair() {
        check("We will not close the old ferry landing", "close the old ferry landing", None);
        check("The old pier is closed for the winter", "The school on the hill is not closed", None);
        check("We do not wait", "We wait", None);
    }
}
