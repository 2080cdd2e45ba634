use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Stdio},
    time::{Duration, Instant},
};

use crate::support::{quotidian, run, write_articles};

/// A running server, which ends with the test.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(folder: &Path) -> Self {
        let mut process =
            quotidian(folder, &["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().rsplit("http://").next().unwrap().to_owned();
        Self { process, address }
    }

    fn get(&self, path: &str) -> serde_json::Value {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        serde_json::from_str(body).unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn a_new_generation_is_served_without_a_dropped_request() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write_articles(folder, "some.jsonl", 10);
    run(folder, &["index", "some.jsonl"]);
    let server = Server::start(folder);
    assert_eq!(server.get("/api/articles?q=levy")["total"], 10);

    write_articles(folder, "more.jsonl", 400);
    let mut indexing = quotidian(folder, &["index", "more.jsonl"]).stdout(Stdio::null()).spawn().unwrap();
    let began = Instant::now();
    let mut seen = vec![10];
    while seen.last() != Some(&400) {
        assert!(began.elapsed() < Duration::from_secs(60), "the new generation is not served: {seen:?}");
        let total = server.get("/api/articles?q=levy&facets=none&interval=none")["total"].as_u64().unwrap();
        if seen.last() != Some(&total) {
            seen.push(total);
        }
    }
    assert_eq!(seen, [10, 400]);
    assert!(indexing.wait().unwrap().success());
    assert_eq!(server.get("/api/stats")["generation"], 2);
}
