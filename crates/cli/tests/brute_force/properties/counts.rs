//! What an archive is said to hold.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use quotidian_model::Day;
use quotidian_search::{Engine, FacetField, Page, SpeakerSort, SpeakersRequest};

use crate::{
    archives::{ARCHIVES, Archive},
    document::{Document, Kind},
};

fn days(archive: &Archive) -> impl Iterator<Item = Day> {
    archive.documents(Kind::Article).iter().filter_map(|article| article.day)
}

fn distinct(documents: &[Document], field: FacetField) -> u64 {
    documents.iter().flat_map(|document| document.values(field)).collect::<BTreeSet<_>>().len() as u64
}

#[test]
fn an_archive_knows_what_it_holds() {
    for archive in ARCHIVES.iter() {
        let stats = archive.engine.stats().unwrap();
        let (articles, quotes) = (archive.documents(Kind::Article), archive.documents(Kind::Quote));
        assert_eq!(
            (stats.articles, stats.quotes),
            (articles.len() as u64, quotes.len() as u64),
            "{archive:?}"
        );
        assert_eq!(stats.speakers, distinct(quotes, FacetField::Speaker), "{archive:?}");
        assert_eq!(stats.sources, distinct(articles, FacetField::Source), "{archive:?}");
        assert_eq!((stats.from, stats.to), (days(archive).min(), days(archive).max()), "{archive:?}");
        assert_eq!(stats.undated, (articles.len() - days(archive).count()) as u64, "{archive:?}");
    }
}

#[test]
fn speakers_are_listed_with_their_quotes_and_days() {
    for archive in ARCHIVES.iter() {
        let mut of_speaker: BTreeMap<&str, Vec<&Document>> = BTreeMap::new();
        for quote in archive.documents(Kind::Quote) {
            for speaker in quote.values(FacetField::Speaker) {
                of_speaker.entry(speaker).or_default().push(quote);
            }
        }
        let mut expected: Vec<_> = of_speaker
            .into_iter()
            .map(|(speaker, quotes)| {
                let days = || quotes.iter().filter_map(|quote| quote.day);
                (speaker.to_owned(), quotes.len() as u64, days().min(), days().max())
            })
            .collect();
        expected.sort_by_key(|(_, quotes, ..)| Reverse(*quotes));
        let page = Page::new(1, Page::MAX_SIZE).unwrap();
        let request = SpeakersRequest { name: String::new(), sort: SpeakerSort::Count, page };
        let list = archive.engine.speakers(&request).unwrap();
        let listed = list.speakers.into_iter().map(|one| (one.name, one.quotes, one.first, one.last));
        assert_eq!(listed.collect::<Vec<_>>(), expected, "{archive:?}");
    }
}
