//! Stories and utterances: what is the same, shown and counted once.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use quotidian_search::{CountBy, FacetField, Filters, GroupId, SearchRequest, query::Query};

use super::timeline;
use crate::{
    archives::{ARCHIVES, Archive},
    cases::{Case, any_case, check_list, for_cases, simple_case},
    document::{Document, Kind},
    requests::any_collapse,
};

/// Quotes of fewer words are not known again.
const LEAST_WORDS: usize = 5;

fn collapsed(case: &Case, count_by: CountBy) -> SearchRequest {
    SearchRequest { collapse: Some(count_by), ..case.request.clone() }
}

#[test]
fn the_first_of_a_group_stands_for_it() {
    for_cases((any_case(), any_collapse()), |(case, count_by)| {
        let mut expected = case.list(&case.request)?;
        let mut seen = BTreeSet::new();
        expected.retain(|found| seen.insert(found.group.id));
        check_list(&case.list(&collapsed(case, *count_by))?, &expected)
    });
}

#[test]
fn groups_and_what_they_hold_are_counted() {
    for_cases((any_case(), any_collapse()), |(case, count_by)| {
        let results = case.ask(&collapsed(case, *count_by))?;
        prop_assert_eq!(results.groups, Some(case.model().groups(&case.request)));
        prop_assert_eq!(results.total, case.model().found(&case.request).len() as u64);
        prop_assert_eq!(case.ask(&case.request)?.groups, None);
        Ok(())
    });
}

#[test]
fn facets_count_groups_where_groups_are_counted() {
    for_cases(simple_case(), |case| {
        let request = collapsed(case, CountBy::Group);
        prop_assert_eq!(case.ask(&request)?.facets, case.model().facets(&request));
        Ok(())
    });
}

#[test]
fn the_timeline_counts_groups_where_groups_are_counted() {
    for_cases(simple_case(), |case| timeline::check(case, &collapsed(case, CountBy::Group)));
}

#[test]
fn facets_and_timeline_count_documents_however_they_are_shown() {
    for_cases(any_case(), |case| {
        let (shown_once, all) = (case.ask(&collapsed(case, CountBy::Document))?, case.ask(&case.request)?);
        prop_assert_eq!((shown_once.facets, shown_once.timeline), (all.facets, all.timeline));
        Ok(())
    });
}

#[test]
fn a_group_can_be_asked_for() {
    for_cases((simple_case(), any::<prop::sample::Index>()), |(case, chosen)| {
        let documents = case.model().documents;
        if documents.is_empty() {
            return Ok(());
        }
        let group = chosen.get(documents).group;
        let request = SearchRequest {
            filters: Filters { group: Some(group), ..Filters::default() },
            ..SearchRequest::new(Query::All)
        };
        let members = documents.iter().filter(|document| document.group == group);
        let members: BTreeSet<String> = members.map(|document| document.id.clone()).collect();
        prop_assert_eq!(case.ids(&request)?.into_iter().collect::<BTreeSet<_>>(), members);
        Ok(())
    });
}

#[test]
fn a_hit_knows_the_others_of_its_group_and_their_outlets() {
    for_cases(any_case(), |case| {
        for found in case.list(&case.request)? {
            let own = case.archive.document(case.kind, &found.id);
            let is_other = |document: &&Document| document.group == own.group && document.id != own.id;
            let others: Vec<&Document> = case.model().documents.iter().filter(is_other).collect();
            let outlets = others.iter().flat_map(|document| document.values(FacetField::Source));
            let outlets: BTreeSet<&str> =
                outlets.filter(|outlet| !own.has(FacetField::Source, outlet)).collect();
            prop_assert_eq!(found.group.id, own.group, "{}", found.id);
            prop_assert_eq!(found.group.others, others.len() as u64, "{}", found.id);
            prop_assert_eq!(found.group.sources, outlets.into_iter().collect::<Vec<_>>(), "{}", found.id);
        }
        Ok(())
    });
}

/// Documents by their group.
fn groups(archive: &Archive, kind: Kind) -> BTreeMap<GroupId, Vec<&Document>> {
    let mut groups: BTreeMap<GroupId, Vec<&Document>> = BTreeMap::new();
    for document in archive.documents(kind) {
        groups.entry(document.group).or_default().push(document);
    }
    groups
}

fn folded(words: &[crate::naive::Word]) -> Vec<&str> {
    words.iter().map(|word| word.folded.as_str()).collect()
}

#[test]
fn quotes_of_the_same_words_are_one_utterance_unless_they_are_short() {
    for archive in ARCHIVES.iter() {
        let mut of_words: BTreeMap<Vec<&str>, GroupId> = BTreeMap::new();
        for (group, quotes) in groups(archive, Kind::Quote) {
            let content = folded(&quotes[0].said[0]);
            assert!(quotes.len() == 1 || content.len() >= LEAST_WORDS, "{archive:?}: {content:?}");
            for quote in &quotes {
                assert_eq!(folded(&quote.said[0]), content, "{archive:?}: {}", quote.id);
            }
            if content.len() >= LEAST_WORDS {
                let other = of_words.insert(content, group);
                assert_eq!(other, None, "{archive:?}: {} has the words of others", quotes[0].id);
            }
        }
    }
}

#[test]
fn copies_word_for_word_are_one_story() {
    const LONG_ENOUGH: usize = 16;
    for archive in ARCHIVES.iter() {
        let mut of_words: BTreeMap<Vec<&str>, &Document> = BTreeMap::new();
        for article in archive.documents(Kind::Article) {
            let words = folded(&article.article.body);
            if words.len() >= LONG_ENOUGH {
                let first = of_words.entry(words).or_insert(article);
                assert_eq!(article.group, first.group, "{archive:?}: {} and {}", article.id, first.id);
            }
        }
    }
}

#[test]
fn the_archives_have_stories_and_utterances_of_several() {
    for archive in ARCHIVES.iter().filter(|archive| archive.articles.len() >= 60) {
        for kind in Kind::ALL {
            let several = groups(archive, kind).into_values().filter(|group| group.len() > 1);
            assert!(several.count() > 1, "{archive:?}: {kind:?}");
        }
    }
}
