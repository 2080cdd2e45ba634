//! What holds of every archive.

use proptest::prelude::*;
use quotidian_search::NameEvidence;

use super::{
    compare::difference,
    printed_name::PrintedName,
    testing::{authority, drawn, evidence},
};

/// Articles with names that have much in common.
fn articles() -> impl Strategy<Value = Vec<String>> {
    let name = prop::sample::select(vec![
        "Tobin Okkerley*1",
        "Tobin K. Okkerley*2",
        "Tobin L. Okkerley",
        "T. Okkerley*1",
        "Toby Okkerley*1",
        "Ilse Okkerley*1",
        "Okkerley*3",
        "OKKERLEY",
        "Chris Brandt*1",
        "Christine Brandt",
        "Christopher Brandt*1",
        "Brandt*1",
        "o:Brandt*1",
        "o:Harbour Board",
        "p:Ondry",
        "s:Brandt*1",
        "Okkerley Tobin OkkerleyHall*1",
        "-*1",
    ]);
    let day = prop::sample::select(vec!["1990", "2019", "2020-01", "2020-09", "undated"]);
    let article = (1_usize..6, day, prop::collection::vec(name, 1..4))
        .prop_map(|(times, day, names)| format!("{times}x {day} {}", names.join(", ")));
    prop::collection::vec(article, 1..24)
}

fn known(articles: &[String]) -> NameEvidence {
    evidence(articles.iter().map(String::as_str))
}

proptest! {
    #[test]
    fn the_order_of_what_is_known_does_not_matter(articles in articles().prop_shuffle(), seed in any::<prop::sample::Index>()) {
        let mut others = articles.clone();
        others.rotate_left(seed.index(articles.len()));
        others.reverse();
        prop_assert_eq!(drawn(&authority("", &known(&articles))), drawn(&authority("", &known(&others))));
    }

    #[test]
    fn a_canonical_name_means_itself(articles in articles()) {
        let known = known(&articles);
        let authority = authority("", &known);
        for (name, day) in known.names.iter().flat_map(|name| known.articles.iter().map(move |one| (name, one.day))) {
            let meant = |name| authority.canonical(name, day, None).map(|meaning| meaning.name);
            if let Some(canonical) = meant(name) {
                prop_assert_eq!(meant(canonical), None, "{} {}", name, canonical);
            }
        }
    }

    #[test]
    fn names_that_conflict_are_never_one(articles in articles()) {
        let authority = authority("", &known(&articles));
        for canonical in authority.names() {
            for variant in &canonical.variants {
                let read = |name: &str| PrintedName::read(name).filter(|name| !name.given.is_empty());
                if let (Some(name), Some(other)) = (read(&canonical.name), read(&variant.name)) {
                    prop_assert!(difference(&name, &other).is_some(), "{} {}", canonical.name, variant.name);
                }
            }
        }
    }

    #[test]
    fn a_name_that_is_split_off_is_on_its_own(articles in articles(), from in any::<bool>()) {
        let condition = if from { "from = \"2020\"\n" } else { "" };
        let owner = format!("[[split]]\nname = \"Tobin Okkerley\"\nvariant = \"T. Okkerley\"\n{condition}");
        let authority = authority(&owner, &known(&articles));
        let day = Some("2020-01-15".parse().unwrap());
        let meant = authority.canonical("T. Okkerley", day, None).map(|meaning| meaning.name.to_owned());
        prop_assert!(meant.is_none() || meant.as_deref() == Some("T. Okkerley"), "{:?}", meant);
    }

    #[test]
    fn no_name_breaks_the_reader(printed in ".{0,40}", words in "[A-Za-z.'\" -]{0,40}") {
        PrintedName::read(&printed);
        PrintedName::read(&words);
    }
}
