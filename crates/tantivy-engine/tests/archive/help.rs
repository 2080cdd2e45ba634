//! What the archive says of a query, and what it offers.

use quotidian_model::DateRange;
use quotidian_search::{
    Condition, Engine, FacetField, FacetFilter, FacetSort, FacetValuesRequest, Page, SearchRequest,
    SuggestRequest,
};
use quotidian_tantivy_engine::TantivyEngine;
use tempfile::TempDir;

use crate::support::{annotated, articles, search, write};

fn engine() -> (TempDir, TantivyEngine) {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &articles());
    let engine = TantivyEngine::open(folder.path()).unwrap();
    (folder, engine)
}

#[test]
fn every_part_of_a_query_has_its_count() {
    let (_folder, engine) = engine();
    let mut request = search("levy -chart (tide OR year) speaker:okkerley date:2024");
    request.filters.dates = DateRange::parse(Some("1999"), Some("1999")).unwrap();
    assert_eq!(engine.articles(&request).unwrap().query.counts, [3, 1, 2, 2, 3]);
}

#[test]
fn a_word_that_the_archive_has_not_is_corrected() {
    let (_folder, engine) = engine();
    let corrected = |words: &str| {
        engine.articles(&search(words)).unwrap().query.did_you_mean.map(|query| query.to_string())
    };
    assert_eq!(corrected("levvy"), Some("levy".to_owned()));
    assert_eq!(corrected("tide speaker:okerley"), Some("tide speaker:okkerley".to_owned()));
    assert_eq!(corrected("\"levy saidd\" -levvy"), Some("\"levy said\" -levvy".to_owned()));
    assert_eq!(corrected("levy tide"), None);
    assert_eq!(corrected("zzzzzz lev* 2o24"), None);
}

#[test]
fn where_nothing_is_found_it_says_what_to_leave_out() {
    let (_folder, engine) = engine();
    let mut request = search("levy wait");
    request.filters.dates = DateRange::parse(Some("2024-03-14"), None).unwrap();
    let ledger = FacetFilter { any_of: vec!["Ledger".into()], none_of: Vec::new() };
    request.filters.facets.insert(FacetField::Source, ledger);
    let leave_out = |request: &SearchRequest| {
        let remedies = engine.articles(request).unwrap().query.remedies;
        remedies.into_iter().map(|remedy| (remedy.leave_out, remedy.count)).collect::<Vec<_>>()
    };
    assert_eq!(leave_out(&request), [(Condition::Clause(1), 1)]);
    request.query = search("wait").query;
    assert_eq!(leave_out(&request), [(Condition::Clause(0), 1), (Condition::Facet(FacetField::Source), 1)]);
    assert_eq!(leave_out(&search("levy")), []);
}

#[test]
fn values_are_found_by_the_beginning_of_any_word() {
    let (_folder, engine) = engine();
    let values = |words: &str, search: SearchRequest, sort| {
        let request = FacetValuesRequest {
            search,
            field: FacetField::Speaker,
            words: words.to_owned(),
            sort,
            page: Page::new(1, 10).unwrap(),
        };
        let list = engine.article_values(&request).unwrap();
        assert_eq!(list.total as usize, list.values.len());
        list.values.iter().map(|value| format!("{} {}", value.value, value.count)).collect::<Vec<_>>()
    };
    assert_eq!(values("", search(""), FacetSort::Name), ["Ilse Maravant 2", "Tobin Okkerley 2"]);
    assert_eq!(values("mar", search("levy"), FacetSort::Count), ["Ilse Maravant 1"]);
    assert_eq!(values("OKK tob", search(""), FacetSort::Count), ["Tobin Okkerley 2"]);
    assert_eq!(values("kerley", search(""), FacetSort::Count), Vec::<String>::new());
}

#[test]
fn names_are_suggested_in_every_way_of_writing_them() {
    let folder = tempfile::tempdir().unwrap();
    let said = |id, source, name: &str| {
        let body = format!("“The levy,” said {name}.");
        annotated(id, None, source, &body, name)
    };
    let said = [said("a", "Ledger", "Vasyl Zelenskyy"), said("b", "Zelena Gazette", "Vasyl Zelenskyy")];
    write(folder.path(), &said);
    let engine = TantivyEngine::open(folder.path()).unwrap();
    for typed in ["zelen", "Zelensky", "zelenskiy", "vas ZELENSKII"] {
        let request = SuggestRequest { text: typed.to_owned(), limit: 5 };
        let found = engine.suggest(&request).unwrap();
        let found: Vec<_> = found.iter().map(|one| (one.field, &*one.value, one.count)).collect();
        assert_eq!(found[0], (FacetField::Speaker, "Vasyl Zelenskyy", 2), "{typed}");
        assert_eq!(found[1], (FacetField::Person, "Vasyl Zelenskyy", 2), "{typed}");
        assert_eq!(found.len(), if typed == "zelen" { 3 } else { 2 }, "{typed}");
    }
}

#[test]
fn a_prefix_of_too_many_words_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let words = (0..1_001).map(|number| format!("word{number} ")).collect::<String>();
    write(folder.path(), &[annotated("a", None, "Ledger", &words, "Nobody Special")]);
    let engine = TantivyEngine::open(folder.path()).unwrap();
    let report = |words: &str| engine.articles(&search(words)).unwrap().query;
    assert_eq!(report("wor*").cut[0].clause, "wor*");
    assert_eq!(report("word1*").cut, []);
}
