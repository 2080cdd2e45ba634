use std::time::{Duration, Instant};

use quotidian_search::{
    CountBy, Cursor, FacetField, FacetFilter, FacetSort, GroupId, HalfLife, Interval, Sort,
};

use crate::support::{Server, get};

async fn check(target: &str, expected: &str) {
    assert_eq!(get(target).await.problem(), expected, "{target}");
}

#[tokio::test]
async fn a_bare_search_wants_the_newest_with_every_facet() {
    let request = Server::new().request_of("/api/articles").await;
    assert_eq!(request.sort, None);
    assert_eq!((request.page.number(), request.page.size()), (1, 10));
    assert_eq!(request.facets.fields, FacetField::of_articles());
    assert_eq!(request.facets.values, 10);
    assert_eq!(request.interval, Some(Interval::Fit));
    assert!(request.filters.dates.is_open() && request.filters.facets.is_empty());
    assert_eq!((request.filters.group, request.after, request.collapse), (None, None, None));
    assert_eq!((request.recency, request.facets.sort), (Some(HalfLife::default()), FacetSort::Count));
}

#[tokio::test]
async fn a_search_has_a_deadline() {
    let deadline = Server::new().request_of("/api/quotes").await.deadline.unwrap();
    let left = deadline.duration_since(Instant::now());
    assert!(left > Duration::from_secs(3) && left <= Duration::from_secs(5), "{left:?}");
}

#[tokio::test]
async fn every_parameter_reaches_the_engine() {
    let target = "/api/quotes?q=%22red+lines%22&from=2022-02&to=2022-03-14&sort=oldest&page=3&per_page=50\
                  &confidence=0.8&facets=source,kind,source&facet_values=200&interval=decade&facet_sort=name\
                  &recency=30&collapse=utterance&utterance=00000000000000ff&year=2022&-year=1999";
    let request = Server::new().request_of(target).await;
    assert_eq!(request.query.to_string(), "\"red lines\"");
    assert_eq!(request.filters.dates.from.unwrap().to_string(), "2022-02-01");
    assert_eq!(request.filters.dates.to.unwrap().to_string(), "2022-03-14");
    assert_eq!(request.filters.confidence.unwrap().get(), 0.8);
    assert_eq!(request.sort, Some(Sort::Oldest));
    assert_eq!(request.page.offset(), 100);
    assert_eq!(request.facets.fields, [FacetField::Source, FacetField::Kind]);
    assert_eq!(request.facets.values, 200);
    assert_eq!(request.interval, Some(Interval::Decade));
    assert_eq!(request.facets.sort, FacetSort::Name);
    assert_eq!(request.recency.unwrap().days.get(), 30);
    assert_eq!(request.collapse, Some(CountBy::Group));
    assert_eq!(request.filters.group, Some(GroupId(255)));
    assert_eq!(request.filters.facets[&FacetField::Year].any_of, ["2022"]);
    assert_eq!(request.filters.facets[&FacetField::Year].none_of, ["1999"]);
}

#[tokio::test]
async fn facets_repeat_for_or_and_exclude_with_a_dash() {
    let target = "/api/quotes?person=Ilse+Maravant&person=B,+C&-person=D&-kind=indirect&org=";
    let filters = Server::new().request_of(target).await.filters;
    let texts = |texts: &[&str]| texts.iter().map(ToString::to_string).collect();
    let person = FacetFilter { any_of: texts(&["Ilse Maravant", "B, C"]), none_of: texts(&["D"]) };
    let kind = FacetFilter { any_of: vec![], none_of: texts(&["indirect"]) };
    let facets: Vec<_> = filters.facets.into_iter().collect();
    assert_eq!(facets, [(FacetField::Person, person), (FacetField::Kind, kind)]);
}

#[tokio::test]
async fn near_duplicates_are_shown_once_and_counted_as_asked() {
    let collapse = async |target: &str| Server::new().request_of(target).await.collapse;
    assert_eq!(collapse("/api/articles?collapse=none").await, None);
    assert_eq!(collapse("/api/articles?collapse=story&count=story").await, Some(CountBy::Group));
    assert_eq!(collapse("/api/articles?collapse=story&count=article").await, Some(CountBy::Document));
    assert_eq!(collapse("/api/quotes?collapse=utterance&count=quote").await, Some(CountBy::Document));
    check("/api/articles?collapse=utterance", "400 bad_value collapse -").await;
    check("/api/quotes?collapse=utterance&count=article", "400 bad_value count -").await;
    check("/api/articles?count=story", "400 bad_value count -").await;
    check("/api/articles?collapse=none&count=story", "400 bad_value count -").await;
}

#[tokio::test]
async fn a_cursor_brings_its_order() {
    let cursor = Cursor { sort: Sort::Oldest, rank: 0x1f3a, key: 0x9c01 };
    for target in
        ["/api/articles?q=levy&cursor=oldest-1f3a-9c01", "/api/quotes?sort=oldest&cursor=oldest-1f3a-9c01"]
    {
        let request = Server::new().request_of(target).await;
        assert_eq!((request.after, request.sort), (Some(cursor), Some(Sort::Oldest)), "{target}");
    }
    check("/api/articles?cursor=oldest-1f3a-9c01&sort=newest", "400 bad_value cursor -").await;
    check("/api/articles?cursor=oldest-1f3a-9c01&page=1", "400 bad_value cursor -").await;
    check("/api/articles?cursor=oldest", "400 bad_value cursor -").await;
    let refused = get("/api/articles?cursor=oldest-1f3a-9c01&sort=newest").await.text();
    assert!(refused.contains("order `oldest`, not in `sort=newest`"), "{refused}");
}

#[tokio::test]
async fn age_can_count_for_nothing() {
    assert_eq!(Server::new().request_of("/api/articles?recency=0").await.recency, None);
    check("/api/articles?recency=100001", "400 bad_value recency 100000").await;
    check("/api/articles?recency=-1", "400 bad_value recency -").await;
}

#[tokio::test]
async fn the_answer_names_the_order_it_has() {
    for (query_string, order) in [("", "newest"), ("q=levy", "relevance"), ("q=levy&sort=oldest", "oldest")] {
        let answer = get(&format!("/api/articles?{query_string}")).await.json();
        assert_eq!(answer["sort"], order, "{query_string}");
    }
}

#[tokio::test]
async fn an_empty_value_counts_as_absent() {
    let target =
        "/api/articles?q=&from=&to=&sort=&page=&per_page=&facets=&interval=&speaker=&facet_values=&page=2";
    assert_eq!(Server::new().request_of(target).await.page.number(), 2);
}

#[tokio::test]
async fn an_unknown_parameter_names_the_nearest() {
    check("/api/articles?persn=x", "400 unknown_parameter persn person").await;
    check("/api/articles?-persn=x", "400 unknown_parameter -persn -person").await;
    check("/api/articles?kind=direct", "400 unknown_parameter kind -").await;
    check("/api/articles?confidence=1", "400 unknown_parameter confidence -").await;
    check("/api/quotes?perpage=", "400 unknown_parameter perpage per_page").await;
    check("/api/articles/semaphore-1?query=x", "400 unknown_parameter query q").await;
    check("/api/articles?utterance=0", "400 unknown_parameter utterance -").await;
    check("/api/quotes?story=0", "400 unknown_parameter story sort").await;
    check("/api/stats?q=x", "400 unknown_parameter q -").await;
    check("/api/speakers?from=2022", "400 unknown_parameter from -").await;
}

#[tokio::test]
async fn a_parameter_that_does_not_repeat_is_given_once() {
    check("/api/articles?q=a&q=b", "400 bad_value q -").await;
    check("/api/articles?page=1&page=1", "400 bad_value page -").await;
}

#[tokio::test]
async fn a_bad_value_names_its_parameter() {
    check("/api/articles?from=soon", "400 bad_value from -").await;
    check("/api/articles?to=2022-13", "400 bad_value to -").await;
    check("/api/articles?from=2022&to=2022-02-30", "400 bad_value to -").await;
    check("/api/articles?from=2023&to=2022", "400 bad_value to -").await;
    check("/api/articles?sort=newst", "400 bad_value sort newest").await;
    check("/api/articles?interval=months", "400 bad_value interval month").await;
    check("/api/articles?facets=speakers", "400 bad_value facets speaker").await;
    check("/api/articles?facets=kind", "400 bad_value facets -").await;
    check("/api/quotes?kind=indirekt", "400 bad_value kind indirect").await;
    check("/api/quotes?-kind=x", "400 bad_value -kind -").await;
    check("/api/quotes?confidence=2", "400 bad_value confidence -").await;
    check("/api/quotes?confidence=NaN", "400 bad_value confidence -").await;
    check("/api/speakers?sort=counts", "400 bad_value sort count").await;
    check("/api/articles?facet_sort=names", "400 bad_value facet_sort name").await;
    check("/api/articles?year=24", "400 bad_value year -").await;
    check("/api/articles?-year=20x4", "400 bad_value -year -").await;
    check("/api/articles?story=ff", "400 bad_value story -").await;
    check("/api/quotes?utterance=zz00000000000000", "400 bad_value utterance -").await;
}

#[tokio::test]
async fn numbers_have_bounds() {
    check("/api/articles?page=0", "400 bad_value page 1").await;
    check("/api/articles?page=-1", "400 bad_value page -").await;
    check("/api/articles?per_page=101", "400 bad_value per_page 100").await;
    check("/api/articles?page=1001", "400 bad_value page 1000").await;
    check("/api/articles?page=99999999999999999999", "400 bad_value page -").await;
    check("/api/articles?facet_values=201", "400 bad_value facet_values 200").await;
}

#[tokio::test]
async fn a_query_string_is_utf8_and_has_a_limit() {
    check("/api/articles?q=%FF", "400 bad_value - -").await;
    check(&format!("/api/articles?q={}", "x".repeat(16 * 1024)), "414 too_long - -").await;
    let long = get(&format!("/api/articles?q={}", "x".repeat(3_000))).await.json();
    assert_eq!(long["query"]["printed"].as_str().unwrap().len(), 2_000);
    assert_eq!(long["query"]["warnings"][0]["column"], 2_001);
}
