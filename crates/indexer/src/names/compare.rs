use quotidian_search::MergedBy;

use super::{
    printed_name::{PrintedName, Word},
    word_lists::formal_names,
};

/// In what two names of one surname differ; `None` if they cannot be one person's.
pub(super) fn difference(left: &PrintedName, right: &PrintedName) -> Option<MergedBy> {
    // A father and his son are beside each other in many articles: what is left out of the name tells them apart.
    if !is_same_surname(left, right) || left.generation != right.generation {
        return None;
    }
    let first = match (left.first(), right.first()) {
        (Some(left), Some(right)) => first_names(left, right)?,
        _ => return None,
    };
    let middle = middle_names(&left.given[1..], &right.given[1..])?;
    // In this order: what says most.
    [MergedBy::Nickname, MergedBy::Initials]
        .into_iter()
        .find(|one| [first, middle].contains(one))
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

fn is_same_surname(left: &PrintedName, right: &PrintedName) -> bool {
    let (left, right) = (left.surname.iter().rev(), right.surname.iter().rev());
    std::iter::zip(left, right).all(|(left, right)| left.sound() == right.sound())
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
    }

    #[test]
    fn names_of_two_people_are_told_apart() {
        check("Tobin Okkerley", "Ilse Okkerley", None);
        check("Tobin K. Okkerley", "Tobin L. Okkerley", None);
        check("Tobin K. L. Okkerley", "Tobin L. Okkerley", None);
        check("Tobin Okkerley Jr.", "Tobin Okkerley", None);
        check("Okkerley", "Tobin Okkerley", None);
        check("Christine Okkerley", "Christopher Okkerley", None);
    }
}
