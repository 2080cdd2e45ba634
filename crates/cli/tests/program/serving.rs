use std::{
    process::Stdio,
    time::{Duration, Instant},
};

use crate::support::{Server, quotidian, run, write_articles};

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
