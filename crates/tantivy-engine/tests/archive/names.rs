//! What an archive shows under canonical names.

use std::{fs, path::Path};

use quotidian_model::AnnotatedArticle;
use quotidian_search::{
    Agreement, ArchiveWriter, Authority, CanonicalName, Engine, FacetField, FacetFilter, FacetSort,
    FacetValuesRequest, Fingerprint, MergedBy, NameAuthority, NameEvidence, NameVariant, Page, SearchRequest,
    SpeakerRequest, SpeakerSort, SpeakersRequest, VerificationRequest, query::Query,
};
use quotidian_tantivy_engine::{TantivyEngine, TantivyWriter, check, names};

use crate::support::{annotated, search, write};

const OKKERLEY: &str = "Tobin Okkerley";

/// Okkerley has three names: one always, one in 2024, and one in the Ledger.
struct Names;

impl NameAuthority for Names {
    fn resolve(&self, _: &NameEvidence) -> Authority {
        let day = |day: &str| Some(day.parse().unwrap());
        let surname = NameVariant {
            from: day("2024-01-01"),
            to: day("2024-12-31"),
            ..NameVariant::always("Okkerley", MergedBy::Surname)
        };
        let users =
            NameVariant { source: Some("Ledger".into()), ..NameVariant::always("Tubby", MergedBy::User) };
        let variants = vec![NameVariant::always("Tobyn Okerley", MergedBy::Spelling), surname, users];
        Authority::new(vec![CanonicalName { name: OKKERLEY.to_owned(), variants }])
    }
}

fn articles() -> Vec<AnnotatedArticle> {
    let said = |id, day, source, name: &str| {
        annotated(id, Some(day), source, &format!("“The levy of {id} is paid at last,” said {name}."), name)
    };
    vec![
        said("a", "2023-05-01", "Ledger", OKKERLEY),
        said("b", "2023-05-02", "Ledger", "Tobyn Okerley"),
        said("c", "2024-05-03", "Ledger", "Okkerley"),
        said("d", "2023-05-04", "Ledger", "Okkerley"),
        said("e", "2023-05-05", "Ledger", "Tubby"),
        said("f", "2023-05-06", "Semaphore", "Tubby"),
    ]
}

fn apply(archive: &Path) {
    TantivyWriter::open(archive, Box::new(Names)).unwrap().apply_names().unwrap();
}

fn archive() -> (tempfile::TempDir, TantivyEngine) {
    let folder = tempfile::tempdir().unwrap();
    let mut writer = TantivyWriter::open(folder.path(), Box::new(Names)).unwrap();
    for (article, number) in std::iter::zip(articles(), 1..) {
        writer.put(&article, Fingerprint(number)).unwrap();
    }
    writer.checkpoint().unwrap();
    let engine = TantivyEngine::open(folder.path()).unwrap();
    (folder, engine)
}

fn by(speaker: &str) -> SearchRequest {
    let filter = FacetFilter { any_of: vec![speaker.to_owned()], none_of: Vec::new() };
    let mut request = search("");
    request.filters.facets.insert(FacetField::Speaker, filter);
    request
}

/// The articles of the quotes that match, in order.
fn found(engine: &TantivyEngine, request: &SearchRequest) -> String {
    let mut ids: Vec<String> =
        engine.quotes(request).unwrap().hits.iter().map(|hit| hit.id.article.to_string()).collect();
    ids.sort();
    ids.concat()
}

#[test]
fn quotes_are_found_and_counted_under_the_canonical_name() {
    let (_folder, engine) = archive();
    assert_eq!(found(&engine, &by(OKKERLEY)), "abce");
    let results = engine.quotes(&search("")).unwrap();
    let speakers = results.facets.iter().find(|facet| facet.field == FacetField::Speaker).unwrap();
    let counts: Vec<_> = speakers.values.iter().map(|one| (one.value.as_str(), one.count)).collect();
    assert_eq!(counts, [(OKKERLEY, 4), ("Okkerley", 1), ("Tubby", 1)]);
    assert!(results.hits.iter().all(|hit| hit.speaker.as_deref() != Some("Tobyn Okerley")));
    assert_eq!(engine.stats().unwrap().speakers, 3);
    assert_eq!(engine.articles(&search("person:tobin")).unwrap().total, 4);
}

#[test]
fn every_variant_finds_the_canonical_name() {
    let (_folder, engine) = archive();
    assert_eq!(found(&engine, &by("Tobyn Okerley")), "abce");
    assert_eq!(found(&engine, &search("speaker:tobyn")), "abce");
    assert_eq!(found(&engine, &search("speaker:\"tobyn okerley\"")), "abce");
    assert_eq!(found(&engine, &search("-speaker:okerley")), "df");
    // Who still has the name is meant by it.
    assert_eq!(found(&engine, &by("Tubby")), "f");
    let selected = engine.quotes(&by("Tobyn Okerley")).unwrap();
    let speakers = selected.facets.iter().find(|facet| facet.field == FacetField::Speaker).unwrap();
    let chosen: Vec<_> =
        speakers.values.iter().filter(|one| one.selected).map(|one| one.value.as_str()).collect();
    assert_eq!(chosen, [OKKERLEY]);
    let listed = engine
        .speakers(&SpeakersRequest { name: "okerl".into(), sort: SpeakerSort::Count, page: Page::default() })
        .unwrap();
    assert_eq!(listed.speakers[0].name, OKKERLEY);
    let request = FacetValuesRequest {
        search: search(""),
        field: FacetField::Speaker,
        words: "tobyn".into(),
        sort: FacetSort::Count,
        page: Page::default(),
    };
    assert_eq!(engine.quote_values(&request).unwrap().values[0].value, OKKERLEY);
}

#[test]
fn a_profile_says_how_its_names_were_merged() {
    let mut articles = articles();
    for article in &mut articles {
        let mention = article.annotations.entities[0].mentions[0];
        article.annotations.quotes[0].speaker.surface = Some(mention);
    }
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &articles);
    apply(folder.path());
    let engine = TantivyEngine::open(folder.path()).unwrap();
    let request = SpeakerRequest { name: "Tobyn Okerley".into(), interval: None };
    let profile = engine.speaker(&request).unwrap().unwrap();
    assert_eq!((profile.listing.name.as_str(), profile.listing.quotes), (OKKERLEY, 4));
    let mut variants: Vec<_> =
        profile.variants.values.iter().map(|one| (one.words.as_str(), one.merged_by)).collect();
    variants.sort();
    let expected = [
        ("Okkerley", MergedBy::Surname),
        (OKKERLEY, MergedBy::SameName),
        ("Tobyn Okerley", MergedBy::Spelling),
        ("Tubby", MergedBy::User),
    ];
    assert_eq!(variants, expected);
}

#[test]
fn a_surname_alone_is_less_sure_everywhere() {
    let (_folder, engine) = archive();
    let confidence = |id: &str| {
        let quotes = engine.quotes(&search("")).unwrap().hits;
        quotes.iter().find(|hit| hit.id.article.as_str() == id).unwrap().confidence
    };
    assert!(confidence("c") < confidence("a"));
    let mut request = search("");
    request.filters.confidence = Some(confidence("a"));
    assert_eq!(found(&engine, &request), "abdef");
    request.filters.confidence = Some(confidence("c"));
    assert_eq!(found(&engine, &request), "abcdef");
}

#[test]
fn an_article_is_read_with_canonical_names() {
    let (_folder, engine) = archive();
    let article = engine.article(&"c".parse().unwrap(), &Query::All).unwrap().unwrap().article.annotations;
    assert_eq!(article.quotes[0].speaker.name.as_deref(), Some(OKKERLEY));
    assert_eq!(article.entities[0].name, OKKERLEY);
}

#[test]
fn a_variant_agrees_with_the_canonical_name() {
    let (_folder, engine) = archive();
    let request = VerificationRequest {
        text: "The levy of a is paid at last".into(),
        speaker: Some("Tobyn Okerley".into()),
        limit: 5,
        deadline: None,
    };
    assert_eq!(engine.verify(&request).unwrap().speaker, Agreement::Agrees);
}

#[test]
fn names_are_applied_anew_without_the_sources() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &articles());
    let engine = TantivyEngine::open(folder.path()).unwrap();
    assert_eq!(found(&engine, &by(OKKERLEY)), "a");
    apply(folder.path());
    engine.refresh().unwrap();
    assert_eq!((engine.generation(), found(&engine, &by(OKKERLEY)).as_str()), (2, "abce"));
    assert_eq!(check(folder.path()).unwrap().faults, Vec::<String>::new());
    write(folder.path(), &articles()[..1]);
    engine.refresh().unwrap();
    assert_eq!(found(&engine, &by(OKKERLEY)), "a");
}

#[test]
fn an_archive_without_the_file_is_read_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &articles());
    fs::remove_file(folder.path().join("gen-000001/authority.jsonl")).unwrap();
    assert_eq!(found(&TantivyEngine::open(folder.path()).unwrap(), &by("Okkerley")), "cd");
    fs::write(folder.path().join("gen-000001/authority.jsonl"), "{").unwrap();
    let error = TantivyEngine::open(folder.path()).err().unwrap().to_string();
    assert!(error.contains("authority.jsonl: EOF"), "{error}");
}

#[test]
fn names_are_listed_with_their_variants() {
    let (folder, _engine) = archive();
    let listed = names(folder.path()).unwrap();
    let drawn: Vec<String> = listed
        .iter()
        .map(|listing| {
            let variants = listing.variants.iter().map(|one| {
                let days = [one.from, one.to].map(|day| day.map_or(String::new(), |day| format!(" {day}")));
                format!("{} {} {}{}", one.name, one.quotes, one.merged_by.as_str(), days.concat())
            });
            format!("{} {}: {}", listing.name, listing.quotes, variants.collect::<Vec<_>>().join(", "))
        })
        .collect();
    let expected = [
        "Tobin Okkerley 4: Okkerley 1 surname 2024-01-01 2024-12-31, Tobyn Okerley 1 spelling, Tubby 1 user",
        "Okkerley 1: ",
        "Tubby 1: ",
    ];
    assert_eq!(drawn, expected);
}
