//! What a search finds, counts and marks.

use std::ops::ControlFlow;

use crate::support::{articles, search, write};
use quotidian_model::DateRange;
use quotidian_search::{
    Engine, EngineError, Facet, FacetField, FacetFilter, Interval, Page, SearchRequest, Sort, SpeakerSort,
    SpeakersRequest,
};
use quotidian_tantivy_engine::TantivyEngine;
use tempfile::TempDir;

fn engine() -> (TempDir, TantivyEngine) {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &articles());
    let engine = TantivyEngine::open(folder.path()).unwrap();
    (folder, engine)
}

fn found(engine: &TantivyEngine, request: &SearchRequest) -> String {
    let results = engine.articles(request).unwrap();
    let ids: Vec<_> = results.hits.iter().map(|hit| hit.article.id.as_str()).collect();
    assert_eq!(results.total as usize, ids.len());
    ids.concat()
}

fn check(words: &str, expected: &str) {
    let (_folder, engine) = engine();
    let mut request = search(words);
    request.sort = Some(Sort::Oldest);
    assert_eq!(found(&engine, &request), expected, "{words}");
}

#[test]
fn words_are_stemmed_and_anded() {
    check("levies", "acd");
    check("levy year", "a");
    check("LEVY -chart", "ac");
    check("tide OR chart", "bd");
    check("", "eabcd");
    check("-levy", "eb");
}

#[test]
fn phrases_are_exact() {
    check("\"red lines\"", "d");
    check("red lines", "ed");
    check("\"levies\"", "c");
    check("“levy, said”", "c");
}

#[test]
fn words_can_be_near_beginnings_or_similar() {
    check("\"year levy\"~1", "a");
    check("\"year levy\"~0", "");
    check("\"levy said levy\"~2", "c");
    check("lev*", "acd");
    check("levied~", "c");
    check("tibe~ OR cart~", "bd");
    check("speaker:okk*", "cd");
    check("speaker:okerley~", "cd");
    check("speaker:\"okkerley tobin\"~2", "cd");
}

#[test]
fn dates_are_conditions_like_others() {
    check("date:2024-03", "bc");
    check("after:2024-01", "bc");
    check("before:1613", "e");
    check("-date:2024", "ed");
    check("date:none OR date:2024-01-31..2024-03-14", "abd");
}

#[test]
fn quotes_and_articles_are_found_through_each_other() {
    check("said:levies", "acd");
    check("said:\"we wait\" OR said:lines", "bd");
    let (_folder, engine) = engine();
    let ids = |words: &str| {
        let results = engine.quotes(&search(words)).unwrap();
        let mut ids: Vec<_> = results.hits.iter().map(|hit| hit.id.to_string()).collect();
        ids.sort();
        ids
    };
    assert_eq!(ids("body:wrote"), ["d.1"]);
    assert_eq!(ids("title:b -said:tide"), ["b.2"]);
    assert_eq!(ids("source:semaphore"), ["b.1", "b.2"]);
}

#[test]
fn fields_ask_for_names_by_their_words() {
    check("speaker:okkerley", "cd");
    check("speaker:Ilse", "ab");
    check("speaker:\"ilse maravant\"", "ab");
    check("speaker:\"maravant ilse\"", "");
    check("source:ledger -speaker:maravant", "ec");
    check("title:b", "b");
    check("speaker:wait", "");
}

#[test]
fn quotes_are_searched_by_what_was_said() {
    let (_folder, engine) = engine();
    let results = engine.quotes(&search("levy")).unwrap();
    let mut ids: Vec<_> = results.hits.iter().map(|hit| hit.id.to_string()).collect();
    ids.sort();
    assert_eq!(ids, ["a.1", "c.1", "d.1"]);
    let hit = results.hits.iter().find(|hit| hit.id.to_string() == "c.1").unwrap();
    let content: Vec<_> = hit.content.iter().map(|part| (part.text.as_str(), part.mark)).collect();
    assert_eq!(content, [("Pay the ", false), ("levies", true), (".", false)]);
    assert_eq!((hit.place.start, hit.place.end), (40, 55));
    assert_eq!(engine.quote(&hit.id).unwrap().unwrap().speaker.as_deref(), Some("Tobin Okkerley"));
    assert_eq!(engine.quote(&"c.2".parse().unwrap()).unwrap(), None);
}

fn counts(facet: &Facet) -> String {
    let values = facet.values.iter().map(|value| {
        let sign = if value.selected {
            "+"
        } else if value.excluded {
            "-"
        } else {
            ""
        };
        format!("{sign}{} {}", value.value, value.count)
    });
    values.collect::<Vec<_>>().join(", ")
}

fn facet<Hit>(results: &quotidian_search::SearchResults<Hit>, field: FacetField) -> Facet {
    results.facets.iter().find(|facet| facet.field == field).unwrap().clone()
}

#[test]
fn facets_are_disjunctive_and_exact() {
    let (_folder, engine) = engine();
    let mut request = search("");
    let ledger = FacetFilter { any_of: vec!["Ledger".into()], none_of: Vec::new() };
    request.filters.facets.insert(FacetField::Source, ledger);
    let results = engine.articles(&request).unwrap();
    assert_eq!(results.total, 3);
    assert_eq!(counts(&facet(&results, FacetField::Source)), "+Ledger 3, Lantern 1, Semaphore 1");
    assert_eq!(counts(&facet(&results, FacetField::Speaker)), "Ilse Maravant 1, Tobin Okkerley 1");
    assert_eq!(facet(&results, FacetField::Speaker).missing, 1);

    let not_okkerley = FacetFilter { any_of: Vec::new(), none_of: vec!["Tobin Okkerley".into()] };
    request.filters.facets.insert(FacetField::Speaker, not_okkerley);
    let results = engine.articles(&request).unwrap();
    assert_eq!(results.total, 2);
    assert_eq!(counts(&facet(&results, FacetField::Source)), "+Ledger 2, Semaphore 1");
    assert_eq!(counts(&facet(&results, FacetField::Speaker)), "Ilse Maravant 1, -Tobin Okkerley 1");
}

#[test]
fn a_selected_value_is_listed_whatever_its_count() {
    let (_folder, engine) = engine();
    let mut request = search("tide");
    request.facets.values = 1;
    let wanted = FacetFilter { any_of: vec!["Lantern".into(), "Gazette".into()], none_of: Vec::new() };
    request.filters.facets.insert(FacetField::Source, wanted);
    let source = facet(&engine.articles(&request).unwrap(), FacetField::Source);
    assert_eq!(counts(&source), "Semaphore 1, +Lantern 0, +Gazette 0");
    assert_eq!((source.total_values, source.other), (1, 0));
}

#[test]
fn a_range_of_days_is_inclusive_and_leaves_the_timeline_whole_where_that_is_not_too_coarse() {
    let (_folder, engine) = engine();
    let mut request = SearchRequest { interval: Some(Interval::Decade), ..search("levy") };
    request.filters.dates = DateRange::parse(Some("2024-01-31"), Some("2024-03")).unwrap();
    let results = engine.articles(&request).unwrap();
    assert_eq!(results.total, 2);
    let timeline = results.timeline.unwrap();
    assert_eq!((timeline.interval, timeline.undated), (Interval::Decade, 1));
    let last = timeline.buckets.last().unwrap();
    assert_eq!((last.from.to_string(), last.count, last.total), ("2020-01-01".to_owned(), 2, 3));
    assert_eq!(timeline.buckets[0].total, 1);
    request.interval = Some(Interval::Month);
    let timeline = engine.articles(&request).unwrap().timeline.unwrap();
    let counts: Vec<u64> = timeline.buckets.iter().map(|bucket| bucket.count).collect();
    assert_eq!((timeline.interval, counts), (Interval::Month, vec![0, 1, 0, 1]));
    request.filters.dates = DateRange::parse(Some("1612"), Some("1612-05-01")).unwrap();
    request.query = quotidian_search::query::Query::All;
    assert_eq!(found(&engine, &request), "e");
}

#[test]
fn a_cursor_goes_on_where_a_page_ended() {
    let (_folder, engine) = engine();
    for sort in [Sort::Newest, Sort::Oldest] {
        let mut request = SearchRequest { sort: Some(sort), page: Page::new(1, 2).unwrap(), ..search("") };
        let whole = engine.articles(&SearchRequest { page: Page::default(), ..request.clone() }).unwrap();
        let mut ids = Vec::new();
        loop {
            let results = engine.articles(&request).unwrap();
            ids.extend(results.hits.into_iter().map(|hit| hit.article.id));
            request.after = results.next;
            if request.after.is_none() {
                break;
            }
        }
        assert_eq!(ids, whole.hits.into_iter().map(|hit| hit.article.id).collect::<Vec<_>>());
        let mut exported = Vec::new();
        engine
            .each_article(&SearchRequest { sort: Some(sort), ..search("") }, &mut |hit| {
                exported.push(hit.article.id);
                ControlFlow::Continue(())
            })
            .unwrap();
        assert_eq!(exported, ids);
    }
}

#[test]
fn pages_cut_one_list() {
    let (_folder, engine) = engine();
    for sort in [Sort::Relevance, Sort::Newest, Sort::Oldest] {
        let page = |number, size| {
            let request =
                SearchRequest { sort: Some(sort), page: Page::new(number, size).unwrap(), ..search("") };
            engine.articles(&request).unwrap().hits.into_iter().map(|hit| hit.article.id).collect::<Vec<_>>()
        };
        let pages: Vec<_> = (1..=3).flat_map(|number| page(number, 2)).collect();
        assert_eq!(pages, page(1, 10), "{sort:?}");
        assert_eq!(page(4, 2), []);
    }
}

#[test]
fn speakers_are_listed_by_count_name_and_recency() {
    let (_folder, engine) = engine();
    let list = |name: &str, sort| {
        let request = SpeakersRequest { name: name.to_owned(), sort, page: Page::default() };
        let list = engine.speakers(&request).unwrap();
        list.speakers.iter().map(|speaker| format!("{} {}", speaker.name, speaker.quotes)).collect::<Vec<_>>()
    };
    assert_eq!(list("", SpeakerSort::Count), ["Ilse Maravant 3", "Tobin Okkerley 2"]);
    assert_eq!(list("", SpeakerSort::Recent), ["Tobin Okkerley 2", "Ilse Maravant 3"]);
    assert_eq!(list("okk", SpeakerSort::Name), ["Tobin Okkerley 2"]);
    assert_eq!(list("okk ilse", SpeakerSort::Name), Vec::<String>::new());
}

#[test]
fn a_search_past_its_deadline_is_abandoned() {
    let (_folder, engine) = engine();
    let mut request = search("levy");
    request.deadline = Some(std::time::Instant::now() - std::time::Duration::from_millis(1));
    assert!(matches!(engine.articles(&request), Err(EngineError::Deadline)));
}
