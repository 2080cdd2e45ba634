//! Requests that nobody means well with, sent to the running program.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use quotidian_test_support::hostile_targets;

use crate::support::{Server, run, write_articles};

/// Far more than any of them takes; a request that hangs fails the test and does not hold it up.
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn nothing_that_is_asked_brings_the_server_down() {
    let folder = tempfile::tempdir().unwrap();
    write_articles(folder.path(), "some.jsonl", 300);
    run(folder.path(), &["index", "some.jsonl"]);
    let mut server = Server::start(folder.path());
    let targets = hostile_targets();
    assert!(targets.len() > 300);
    for target in targets {
        let (status, body) = ask(&server.address, &target);
        let shown: String = target.chars().take(120).collect();
        assert!((200..500).contains(&status), "{status} for {shown}: {body}");
        assert!(status == 200 || body.contains("\"detail\""), "{status} for {shown}: {body}");
    }
    assert!(server.is_alive());
    assert_eq!(server.get("/api/articles?q=levy")["total"], 300);
}

fn ask(address: &str, target: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    // A server that has read enough may close before all is sent.
    let _ = write!(stream, "GET {target} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
}
