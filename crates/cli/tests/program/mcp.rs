//! The program as an assistant starts it, or finds it at `/mcp`.

use std::{io::Write, path::Path, process::Stdio};

use rmcp::{
    RoleClient, ServiceExt,
    model::CallToolRequestParams,
    service::RunningService,
    transport::{StreamableHttpClientTransport, TokioChildProcess},
};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{Server, quotidian, run, write_articles};

type Client = RunningService<RoleClient, ()>;

fn archive() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write_articles(folder.path(), "articles.jsonl", 30);
    run(folder.path(), &["index", "articles.jsonl"]);
    folder
}

fn started(folder: &Path) -> TokioChildProcess {
    TokioChildProcess::new(tokio::process::Command::from(quotidian(folder, &["mcp"]))).unwrap()
}

async fn ask(client: &Client, tool: &'static str, arguments: Value) -> Value {
    let arguments = arguments.as_object().cloned().unwrap();
    let asked = CallToolRequestParams::new(tool).with_arguments(arguments);
    let result = client.call_tool(asked).await.unwrap();
    assert_eq!(result.is_error, Some(false), "{tool}: {result:?}");
    result.structured_content.unwrap()
}

async fn use_every_tool(client: &Client) {
    let quotes = ask(client, "search_quotes", json!({ "q": "\"number 7\"" })).await;
    assert_eq!(
        (&quotes["total"], &quotes["quotes"][0]["words"]),
        (&json!(1), &json!("Levy number 7 is paid,"))
    );
    let id = &quotes["quotes"][0]["article"]["id"];
    let article = ask(client, "get_article", json!({ "id": id })).await;
    assert_eq!(article["quotes"][0]["id"], quotes["quotes"][0]["id"]);
    assert_eq!(ask(client, "search_articles", json!({ "q": "levy" })).await["total"], 30);
    assert_eq!(ask(client, "list_speakers", json!({})).await["speakers"][0]["name"], "Tobin Okkerley");
    let timeline =
        ask(client, "timeline", json!({ "subject": "quotes", "speaker": ["Tobin Okkerley"] })).await;
    let counts =
        timeline["periods"].as_array().unwrap().iter().map(|period| period["count"].as_u64().unwrap());
    assert_eq!(counts.sum::<u64>(), 30);
}

#[tokio::test]
async fn an_assistant_that_starts_the_program_uses_every_tool() {
    let folder = archive();
    let client = ().serve(started(folder.path())).await.unwrap();
    assert!(client.peer_info().unwrap().instructions.as_ref().unwrap().contains("30 news articles"));
    use_every_tool(&client).await;
    client.cancel().await.unwrap();
}

#[tokio::test]
async fn an_assistant_that_connects_uses_every_tool() {
    let folder = archive();
    let server = Server::start(folder.path());
    let address = format!("http://{}/mcp", server.address);
    let client = ().serve(StreamableHttpClientTransport::from_uri(address)).await.unwrap();
    use_every_tool(&client).await;
    client.cancel().await.unwrap();
}

#[test]
fn standard_output_carries_the_protocol_alone_and_the_end_of_input_ends_it() {
    let folder = archive();
    let mut program = quotidian(folder.path(), &["mcp"]);
    program.stdin(Stdio::piped()).stdout(Stdio::piped()).env("RUST_LOG", "debug").stderr(Stdio::piped());
    let mut process = program.spawn().unwrap();
    let hello = json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {
        "protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": { "name": "test", "version": "1" },
    } });
    writeln!(process.stdin.take().unwrap(), "{hello}").unwrap();
    let output = process.wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let said = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((lines.len(), &lines[0]["result"]["serverInfo"]["name"]), (1, &json!("quotidian")));
}
