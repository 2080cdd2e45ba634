use quotidian_search::MergedBy;

use super::{
    printed_name::{PrintedName, Word},
    word_lists::{formal_names, is_in},
};

/// In what two names of one surname differ; `None` if they cannot be one person's.
pub(super) fn difference(left: &PrintedName, right: &PrintedName) -> Option<MergedBy> {
    // A father and his son are beside each other in many articles: what is left out of the name tells them apart.
    if left.generation != right.generation {
        return None;
    }
    let surname = surnames(left, right)?;
    let first = first_names(left.first()?, right.first()?).or_else(|| called(left, right))?;
    let middle = middle_names(&left.given[1..], &right.given[1..])?;
    // In this order: what says most.
    [MergedBy::Nickname, MergedBy::Initials]
        .into_iter()
        .find(|one| [first, middle, surname].contains(one))
        .or(Some(MergedBy::Spelling))
}

/// In what two first given names differ.
fn first_names(left: &Word, right: &Word) -> Option<MergedBy> {
    if left.sound() == right.sound() {
        Some(MergedBy::Spelling)
    } else if is_initial(left, right) || is_initial(right, left) {
        Some(MergedBy::Initials)
    } else {
        is_nickname(left, right).then_some(MergedBy::Nickname)
    }
}

/// Whether one is called by the first name of the other.
fn called(left: &PrintedName, right: &PrintedName) -> Option<MergedBy> {
    let is_called = |one: &PrintedName, other: &PrintedName| {
        let (called, first) = (one.called.as_ref(), other.first());
        called.zip(first).is_some_and(|(called, first)| called.sound() == first.sound())
    };
    (is_called(left, right) || is_called(right, left)).then_some(MergedBy::Nickname)
}

/// Whether two given names can be forms of one.
fn is_nickname(left: &str, right: &str) -> bool {
    let (formal, other) = (formal_names(left), formal_names(right));
    formal.contains(&right) || other.contains(&left) || formal.iter().any(|name| other.contains(name))
}

/// In what the names between first name and surname differ. Where one has fewer, they are those at the beginning: of
/// "Tobin K. L." and "Tobin L." the first was not left out.
fn middle_names(left: &[Word], right: &[Word]) -> Option<MergedBy> {
    let mut found = if left.len() == right.len() { MergedBy::Spelling } else { MergedBy::Initials };
    for (left, right) in std::iter::zip(left, right) {
        if is_initial(left, right) || is_initial(right, left) {
            found = MergedBy::Initials;
        } else if left.sound() != right.sound() {
            return None;
        }
    }
    Some(found)
}

/// Whether a word is the initial of a longer one.
fn is_initial(short: &str, long: &str) -> bool {
    short.len() == 1 && long.len() > 1 && long.starts_with(short)
}

/// In what two surnames differ. Particles come and go; another surname beside is like a middle name.
fn surnames(left: &PrintedName, right: &PrintedName) -> Option<MergedBy> {
    let (fewer, more) =
        (left.surname.len().min(right.surname.len()), left.surname.len().max(right.surname.len()));
    let mut ends = std::iter::zip(left.surname.iter().rev(), right.surname.iter().rev());
    if !ends.all(|(left, right)| left.sound() == right.sound()) {
        return None;
    }
    let longer = if left.surname.len() == more { left } else { right };
    let others = longer.surname.iter().rev().skip(fewer);
    let is_beside = others.into_iter().any(|word| !is_in("particle", word));
    Some(if is_beside { MergedBy::Initials } else { MergedBy::Spelling })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(left: &str, right: &str, expected: Option<MergedBy>) {
        let read = |name| PrintedName::read(name).unwrap();
        assert_eq!(difference(&read(left), &read(right)), expected, "{left}, {right}");
        assert_eq!(difference(&read(right), &read(left)), expected, "{right}, {left}");
    }

    #[test]
    fn names_of_one_person_differ_in_little() {
        check("Vasyl Zelenskyy", "Vasyl Zelenskiy", Some(MergedBy::Spelling));
        check("Aleksey Okkerley", "Alexey Okkerley", Some(MergedBy::Spelling));
        check("Tobin Okkerley", "Tobin K. Okkerley", Some(MergedBy::Initials));
        check("Tobin Kerr Okkerley", "Tobin K. Okkerley", Some(MergedBy::Initials));
        check("T. Okkerley", "Tobin Okkerley", Some(MergedBy::Initials));
        check("Tobin Okkerley Jr.", "Tobin K. Okkerley Jr", Some(MergedBy::Initials));
        check("Bill Okkerley", "William Okkerley", Some(MergedBy::Nickname));
        check("Billy K. Okkerley", "Bill Okkerley", Some(MergedBy::Nickname));
        check("Ilse de Senna", "Ilse Senna", Some(MergedBy::Spelling));
        check("Ilse Okkerley-Brandt", "Ilse Brandt", Some(MergedBy::Initials));
        check("Tobin \"Butch\" Okkerley", "Butch Okkerley", Some(MergedBy::Nickname));
    }

    #[test]
    fn names_of_two_people_are_told_apart() {
        check("Tobin Okkerley", "Ilse Okkerley", None);
        check("Tobin K. Okkerley", "Tobin L. Okkerley", None);
        check("Tobin K. L. Okkerley", "Tobin L. Okkerley", None);
        check("Tobin Okkerley Jr.", "Tobin Okkerley", None);
        check("Okkerley", "Tobin Okkerley", None);
        check("Park Su-mi", "Park Min-ji", None);
        check("Christine Okkerley", "Christopher Okkerley", None);
    }
}
