//! The archive as an assistant sees it, through the protocol's own client.

use std::sync::Arc;

use axum::{Json, Router, http::Method, routing::post};
use quotidian_search::EngineError;
use quotidian_server::{Limits, serve, with_mcp};
use rmcp::{
    RoleClient, ServiceExt,
    model::{CallToolRequestParams, CallToolResult},
    service::RunningService,
    transport::StreamableHttpClientTransport,
};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::support::{Answer, FakeArchive, Mood, NOWHERE, Server};

type Client = RunningService<RoleClient, ()>;

/// Serves `router` with the protocol on a port of its own, and connects to it.
async fn connect_to(router: Router, mood: Mood) -> Client {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = with_mcp(router, Arc::new(FakeArchive::new(mood)), address.ip(), &[]);
    tokio::spawn(serve(listener, router, Limits::default(), std::future::pending()));
    ().serve(StreamableHttpClientTransport::from_uri(format!("http://{address}/mcp"))).await.unwrap()
}

async fn connect() -> Client {
    connect_to(Server::new().router, Mood::Well).await
}

async fn call(client: &Client, tool: &'static str, arguments: Value) -> CallToolResult {
    let arguments = arguments.as_object().cloned().unwrap();
    client.call_tool(CallToolRequestParams::new(tool).with_arguments(arguments)).await.unwrap()
}

/// What a tool answers programs and readers.
async fn ask(tool: &'static str, arguments: Value) -> (Value, String) {
    let result = call(&connect().await, tool, arguments).await;
    assert_eq!(result.is_error, Some(false), "{result:?}");
    (result.structured_content.clone().unwrap(), text(&result))
}

/// What a tool says that it cannot answer.
async fn refusal(tool: &'static str, arguments: Value) -> String {
    let result = call(&connect().await, tool, arguments).await;
    assert_eq!(result.is_error, Some(true), "{result:?}");
    text(&result)
}

fn text(result: &CallToolResult) -> String {
    result.content[0].as_text().unwrap().text.clone()
}

#[tokio::test]
async fn the_server_says_what_the_archive_has_and_how_it_is_asked() {
    let client = connect().await;
    let told = client.peer_info().unwrap().instructions.clone().unwrap();
    for expected in
        ["2 news articles (1 undated), published from 2024-03-14", "speaker:", "not that it is true"]
    {
        assert!(told.contains(expected), "{told}");
    }
    let tools = client.list_all_tools().await.unwrap();
    let names: Vec<_> = tools.iter().map(|tool| tool.name.as_ref()).collect();
    let expected =
        ["get_article", "list_speakers", "search_articles", "search_quotes", "timeline", "verify_quote"];
    assert_eq!(names, expected);
    for tool in tools {
        let annotations = tool.annotations.unwrap();
        assert_eq!((annotations.read_only_hint, annotations.idempotent_hint), (Some(true), Some(true)));
        assert_eq!(annotations.open_world_hint, Some(false));
        for (name, argument) in tool.input_schema["properties"].as_object().unwrap() {
            assert!(argument["description"].is_string(), "{}: {name}", tool.name);
        }
    }
}

#[tokio::test]
async fn quotes_come_with_all_that_a_citation_needs() {
    let asked = json!({ "q": "levy", "speaker": ["Ilse Maravant"], "limit": 1, "facets": ["speaker"] });
    let (answer, text) = ask("search_quotes", asked).await;
    assert_eq!((&answer["total"], &answer["query"]["printed"]), (&json!(142), &json!("levy")));
    assert_eq!(answer["cut"], "1 of 142 quotes are here (page 1); `page`: 2 has the next.");
    let quote = &answer["quotes"][0];
    assert_eq!(quote["words"], "the café levy was a tide mark");
    assert_eq!(quote["speaker"], json!({ "name": "Ilse Maravant", "surface": "she" }));
    assert_eq!((&quote["id"], &quote["kind"]), (&json!("semaphore-1.1"), &json!("mixed")));
    assert_eq!((&quote["start"], &quote["end"]), (&json!(34), &json!(73)));
    assert_eq!(answer["facets"][0]["field"], "speaker");
    for expected in [
        "142 quotes match `levy` and the filters; order: relevance.",
        "1. “the café levy was a tide mark”\n   Ilse Maravant (printed as “she”); mixed speech; 94 % sure",
        "2024-03-14, The Semaphore: Levy rises [semaphore-1]",
        "quote semaphore-1.1, code points 34 to 73",
        "speaker: Ilse Maravant 100, Tobin Okkerley 9; and 12 more values",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
}

#[tokio::test]
async fn articles_come_with_snippets_and_who_is_quoted() {
    let (answer, text) = ask("search_articles", json!({ "q": "levy" })).await;
    let article = &answer["articles"][0];
    assert_eq!((&article["title"], &article["snippets"]), (&json!("Levy rises"), &json!(["the café levy"])));
    assert!(answer["facets"].is_null(), "{answer}");
    assert!(text.contains("2 quotes, of Ilse Maravant"), "{text}");
}

#[tokio::test]
async fn what_finds_nothing_is_said_with_what_to_leave_out() {
    let (answer, text) = ask("search_quotes", json!({ "q": format!("{NOWHERE} levy") })).await;
    assert_eq!((&answer["total"], &answer["quotes"]), (&json!(0), &json!([])));
    for note in [
        "perhaps `\"red lines\" levy` was meant",
        "without `levy`, 9 quotes would match",
        "without the dates, 8",
    ] {
        assert!(text.contains(note), "{note}\n{text}");
        assert!(answer["notes"].to_string().replace('\\', "").contains(note), "{answer}");
    }
    let (_, repaired) = ask("search_articles", json!({ "q": "(levy" })).await;
    assert!(repaired.contains("Note: at column 1 of the query:"), "{repaired}");
}

#[tokio::test]
async fn an_article_is_read_in_parts() {
    let (answer, text) = ask("get_article", json!({ "id": "semaphore-1", "q": "levy" })).await;
    let quote = &answer["quotes"][0];
    assert_eq!(quote["words"], "the café levy was “a tide mark” for all");
    assert_eq!((&quote["cue"], &quote["speaker"]["surface"]), (&json!("said"), &json!("Ilse Maravant")));
    assert_eq!((&answer["places"], &answer["cut"]), (&json!(["Port Senna"]), &Value::Null));
    assert_eq!(answer["marks"].as_array().unwrap().len(), 1);
    assert!(
        text.starts_with("2024-03-14, The Semaphore: Levy rises [semaphore-1]\n\nIn Port Senna"),
        "{text}"
    );

    let (part, text) = ask("get_article", json!({ "id": "semaphore-1", "offset": 3, "length": 10 })).await;
    assert_eq!((&part["body"], &part["quotes"]), (&json!("Port Senna"), &json!([])));
    let cut = "Code points 3 to 13 of 74 are here, with 0 of 1 quote; `offset`: 13 goes on.";
    assert_eq!(part["cut"], cut);
    assert!(text.contains(cut), "{text}");
    let (end, _) = ask("get_article", json!({ "id": "semaphore-1", "offset": 99 })).await;
    assert_eq!((&end["body"], &end["offset"]), (&json!(""), &json!(74)));
}

#[tokio::test]
async fn an_id_is_no_path() {
    let (answer, _) = ask("get_article", json!({ "id": "https://semaphore.example/a b?c#ü" })).await;
    assert_eq!((&answer["title"], &answer["body_length"]), (&json!("Untold"), &json!(0)));
}

#[tokio::test]
async fn speakers_are_listed() {
    let (answer, text) = ask("list_speakers", json!({ "q": "okk", "sort": "recent", "limit": 1 })).await;
    assert_eq!(answer["cut"], "1 of 2 speakers are here (page 1); `page`: 2 has the next.");
    assert!(text.contains("- Ilse Maravant: 42 quotes, 2023-01-02 to 2023-01-02"), "{text}");
}

#[tokio::test]
async fn a_timeline_counts_the_periods_asked_for() {
    let (answer, text) = ask("timeline", json!({ "q": "levy", "subject": "quotes", "from": "2024" })).await;
    let period = json!({ "from": "2024-03-01", "to": "2024-03-31", "count": 41, "total": 1322 });
    assert_eq!((&answer["interval"], &answer["periods"]), (&json!("month"), &json!([period])));
    assert!(text.contains("2024-03-01 to 2024-03-31: 41 of 1322"), "{text}");
    for outside in [json!({ "from": "2024-04" }), json!({ "to": "2024-02-29" }), json!({ "to": "2023" })] {
        assert_eq!(ask("timeline", outside).await.0["periods"], json!([]));
    }
    let inside = json!({ "from": "2024-03-31", "to": "2024-03", "interval": "month" });
    assert_eq!(ask("timeline", inside).await.0["periods"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_quotation_is_verified_by_the_api() {
    let article = json!({ "id": "semaphore-1", "title": "Levy rises", "source": "The Semaphore" });
    let found = json!({ "verdict": "close", "speaker": "agrees", "total": 3, "matches": [
        {
            "verdict": "close", "speaker": "agrees", "start": 34, "end": 45, "cut_negations": ["not"],
            "diff": [
                { "op": "same", "given": "a", "printed": "a" },
                { "op": "changed", "given": "high", "printed": "tide" },
                { "op": "missing", "printed": "mark" },
            ],
            "quote": { "id": "semaphore-1.1", "segments": [{ "text": "a tide mark" }], "hash": "c0ffee", "article": article },
        },
        {
            "verdict": "verbatim", "speaker": "unknown", "start": 1, "end": 2, "cut_negations": [], "diff": [],
            "passage": { "context": [{ "text": "A tide mark." }], "permalink": "/articles/semaphore-1", "article": article },
        },
    ] });
    let api = Router::new().route("/api/verify", post(async || Json(found)));
    let client = connect_to(api, Mood::Well).await;
    let result = call(&client, "verify_quote", json!({ "text": "a high mark" })).await;
    let matches = &result.structured_content.as_ref().unwrap()["matches"];
    assert_eq!((&matches[0]["quote"]["words"], &matches[0]["start"]), (&json!("a tide mark"), &json!(34)));
    let text = text(&result);
    for expected in [
        "In this archive: close, in 3 articles. Speaker: agrees.",
        "changed: given “high”, printed “tide”\n   missing: printed “mark”",
        "negation that was left out: not",
        "hash c0ffee",
        "outside of any quote: A tide mark.\n   undated, The Semaphore: Levy rises [semaphore-1]\n   code points 1 to 2",
        "2 of 3 articles are here",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    assert!(!text.contains("same:"), "{text}");
}

#[tokio::test]
async fn what_the_api_refuses_is_a_sentence() {
    assert_eq!(refusal("search_quotes", json!({ "from": "soon" })).await.lines().count(), 1);
    let unknown = refusal("search_quotes", json!({ "sorce": "The Semaphore" })).await;
    assert!(unknown.starts_with("there is no parameter `sorce` here"), "{unknown}");
    assert!(unknown.ends_with("did you mean `source`?"), "{unknown}");
    assert!(refusal("list_speakers", json!({ "limit": 101 })).await.contains("from 1 to 100"));
    assert_eq!(
        refusal("get_article", json!({ "id": "gone" })).await,
        "there is no article `gone` in this archive"
    );
    assert!(refusal("get_article", json!({})).await.contains("missing field `id`"));

    let failing = Server::failing(|| EngineError::Deadline).router;
    let client = connect_to(failing, Mood::Failing(|| EngineError::Deadline)).await;
    let result = call(&client, "search_quotes", json!({})).await;
    assert_eq!((result.is_error, text(&result)), (Some(true), EngineError::Deadline.to_string()));
    assert!(!client.peer_info().unwrap().instructions.as_ref().unwrap().contains("news articles"));
}

const PING: &str = r#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#;

async fn status(host: &str, origin: Option<&str>, message: &str) -> u16 {
    let archive = Arc::new(FakeArchive::new(Mood::Well));
    let address = "192.0.2.7".parse().unwrap();
    let router = with_mcp(Server::new().router, archive.clone(), address, &["news.example".to_owned()]);
    let server = Server { archive, router };
    let mut headers = vec![("host", host), ("content-type", "application/json")];
    headers.push(("accept", "application/json, text/event-stream"));
    headers.extend(origin.map(|origin| ("origin", origin)));
    let answer =
        Answer::of(server.send(Method::POST, "/mcp", &headers, message.to_owned().into()).await).await;
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    answer.status
}

#[tokio::test]
async fn only_pages_of_this_server_may_ask() {
    for host in ["localhost:7474", "127.0.0.1", "[::1]:7474", "192.0.2.7:7474", "news.example"] {
        assert_eq!(status(host, None, PING).await, 200, "{host}");
    }
    for host in ["evil.example", "localhost.evil.example", "192.0.2.8"] {
        assert_eq!(status(host, None, PING).await, 403, "{host}");
    }
    for origin in ["http://localhost:7474", "http://127.0.0.1:1", "https://news.example"] {
        assert_eq!(status("localhost", Some(origin), PING).await, 200, "{origin}");
    }
    for origin in ["http://evil.example", "null", "https://news.example.evil.example"] {
        assert_eq!(status("localhost", Some(origin), PING).await, 403, "{origin}");
    }
}

#[tokio::test]
async fn a_message_is_not_endless() {
    let message = format!("{PING}{}", " ".repeat(300_000));
    assert_eq!(status("localhost", None, &message).await, 413);
}
