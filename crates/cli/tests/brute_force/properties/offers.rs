//! What is offered beside a search: names while somebody types, articles like another.

use std::{cmp::Reverse, collections::BTreeMap};

use proptest::prelude::*;
use quotidian_search::{Engine, FacetField, SuggestRequest};

use crate::{
    archives::{ARCHIVES, Archive},
    cases::for_cases,
    document::{Kind, has_beginnings},
};

const TYPED: &[&str] = &["il", "MAR", "lev", "Lév", "port s", "h b", "new", "okkerley tobin", "s", "zep"];

fn any_archive() -> impl Strategy<Value = &'static Archive> {
    (0..ARCHIVES.len()).prop_map(|place| &ARCHIVES[place])
}

/// How many quotes a speaker has, and how many articles any other name.
fn count(archive: &Archive, field: FacetField) -> BTreeMap<&str, u64> {
    let kind = if field == FacetField::Speaker { Kind::Quote } else { Kind::Article };
    let mut counts = BTreeMap::new();
    for name in archive.documents(kind).iter().flat_map(|document| document.values(field)) {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

#[test]
fn the_names_offered_are_the_most_frequent_that_go_on_so() {
    let typed = prop::sample::select(TYPED);
    for_cases((any_archive(), typed, 1..6_usize), |(archive, typed, limit)| {
        let request = SuggestRequest { text: (*typed).to_owned(), limit: *limit };
        let offered = archive.engine.suggest(&request)?;
        for field in FacetField::ALL {
            let of_field = offered.iter().filter(|offer| offer.field == field);
            let of_field: Vec<_> = of_field.map(|offer| (offer.value.as_str(), offer.count)).collect();
            let mut expected: Vec<_> = count(archive, field).into_iter().collect();
            expected.retain(|(name, _)| has_beginnings(name, typed));
            expected.sort_by_key(|(_, count)| Reverse(*count));
            expected.truncate(*limit);
            // Not every facet has names that are worth offering.
            prop_assert!(
                of_field.is_empty() || of_field == expected,
                "{field}: {of_field:?}, not {expected:?}"
            );
        }
        let names = count(archive, FacetField::Person).into_keys().any(|name| has_beginnings(name, typed));
        prop_assert_eq!(names, offered.iter().any(|offer| offer.field == FacetField::Person));
        Ok(())
    });
}

#[test]
fn articles_like_another_are_of_other_stories() {
    for_cases((any_archive(), any::<prop::sample::Index>(), 1..8_usize), |(archive, chosen, limit)| {
        let article = chosen.get(&archive.articles);
        let story = |id: &str| archive.document(Kind::Article, id).group;
        let own = story(article.article.id.as_str());
        let similar = archive.engine.similar(&article.article.id, *limit)?;
        let Some(similar) = similar else { return Err(TestCaseError::fail("the article is not there")) };
        let ids: Vec<&str> = similar.iter().map(|hit| hit.article.id.as_str()).collect();
        prop_assert!(ids.len() <= *limit);
        for (place, id) in ids.iter().enumerate() {
            prop_assert_ne!(story(id), own, "{} is of the story itself", id);
            prop_assert!(!ids[..place].contains(id), "{} comes twice", id);
        }
        Ok(())
    });
}

#[test]
fn what_is_not_in_the_archive_is_nothing() {
    let nowhere = "nowhere".parse().unwrap();
    for archive in ARCHIVES.iter() {
        assert!(archive.engine.article(&nowhere, &quotidian_search::query::Query::All).unwrap().is_none());
        assert!(archive.engine.similar(&nowhere, 3).unwrap().is_none());
        assert!(archive.engine.quote(&"nowhere.1".parse().unwrap()).unwrap().is_none());
        let beyond = archive.documents(Kind::Article).iter().map(|article| format!("{}.99", article.id));
        for id in beyond {
            assert!(archive.engine.quote(&id.parse().unwrap()).unwrap().is_none(), "{archive:?}: {id}");
        }
    }
}
