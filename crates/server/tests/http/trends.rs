use quotidian_search::{FacetField, Interval, Sort};
use serde_json::json;

use crate::support::{NOWHERE, Server, get};

#[tokio::test]
async fn queries_are_counted_on_one_axis() {
    let trends = get(&format!("/api/trends?q=levy+%22red&q={NOWHERE}")).await.json();
    assert_eq!((&trends["subject"], &trends["interval"]), (&json!("articles"), &json!("month")));
    assert_eq!(trends["buckets"], json!([{ "from": "2024-03-01", "to": "2024-03-31", "total": 1322 }]));
    let series = trends["series"].as_array().unwrap();
    assert_eq!(series.len(), 2);
    let levy = &series[0];
    assert_eq!((&levy["total"], &levy["undated"]), (&json!(142), &json!(6)));
    assert_eq!((&levy["counts"], &levy["shares"]), (&json!([41]), &json!([0.031014])));
    assert_eq!(levy["query"]["printed"], "levy \"red\"");
    assert_eq!(levy["query"]["warnings"][0]["column"], 6);
    assert_eq!(levy["query"]["clauses"][1]["text"], "\"red\"");
    assert_eq!(series[1]["total"], 0);
}

#[tokio::test]
async fn every_parameter_of_a_trend_reaches_the_engine() {
    let target = "/api/trends?q=levy&subject=quotes&interval=year&from=2024-02&to=2024&speaker=Ilse+Maravant&confidence=0.5";
    let request = Server::new().request_of(target).await;
    assert_eq!((request.query.to_string().as_str(), request.interval), ("levy", Some(Interval::Year)));
    assert_eq!((request.page.size(), request.sort), (1, Some(Sort::Newest)));
    assert_eq!(request.filters.dates.from.unwrap().to_string(), "2024-02-01");
    assert_eq!(request.filters.facets[&FacetField::Speaker].any_of, ["Ilse Maravant"]);
    assert!(request.filters.confidence.is_some() && request.deadline.is_some());
    assert!(request.facets.fields.is_empty());
}

#[tokio::test]
async fn the_axis_has_the_periods_asked_for() {
    for (range, periods) in
        [("from=2024-03-31", 1), ("from=2024-04", 0), ("to=2024-03-01", 1), ("to=2024-02", 0)]
    {
        let trends = get(&format!("/api/trends?q=levy&{range}")).await.json();
        assert_eq!(trends["buckets"].as_array().unwrap().len(), periods, "{range}");
        assert_eq!(trends["series"][0]["counts"].as_array().unwrap().len(), periods, "{range}");
    }
}

#[tokio::test]
async fn trends_are_a_table_too() {
    let table = get("/api/trends.csv?q=-levy&q=tide").await;
    assert_eq!(table.header("content-disposition"), "attachment; filename=\"quotidian-trends.csv\"");
    let expected = "from,to,total,'-levy,'-levy (share),tide,tide (share)\r\n\
        2024-03-01,2024-03-31,1322,41,0.031014,41,0.031014\r\n";
    assert_eq!(table.text(), expected);
}

#[tokio::test]
async fn a_trend_has_its_own_problems() {
    let check =
        async |target: &str, expected: &str| assert_eq!(get(target).await.problem(), expected, "{target}");
    check("/api/trends", "400 bad_value q -").await;
    check("/api/trends?q=", "400 bad_value q -").await;
    check("/api/trends.csv?q=a&q=b&q=c&q=d&q=e&q=f", "400 bad_value q -").await;
    check("/api/trends?q=a&interval=none", "400 bad_value interval -").await;
    check("/api/trends?q=a&subject=quote", "400 bad_value subject quotes").await;
    check("/api/trends?q=a&kind=direct", "400 bad_value kind -").await;
    check("/api/trends?q=a&subject=quotes&story=00000000000000ff", "400 bad_value story -").await;
    check("/api/trends?q=a&sort=newest", "400 unknown_parameter sort story").await;
    check("/api/trends?q=endless", "503 timeout - -").await;
}
