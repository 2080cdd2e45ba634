//! Requests that nobody means well with.

use quotidian_test_support::hostile_targets;

use crate::support::Server;

#[tokio::test]
async fn nothing_a_client_sends_is_the_servers_failure() {
    let server = Server::new();
    let targets = hostile_targets();
    assert!(targets.len() > 300, "{}", targets.len());
    for target in targets {
        let answer = server.get(&target).await;
        let shown: String = target.chars().take(200).collect();
        match answer.status {
            200 => {}
            400..500 => drop(answer.problem()),
            status => panic!("{status} for {shown}: {}", answer.text()),
        }
    }
}

#[tokio::test]
async fn what_is_broken_is_answered_with_a_warning() {
    for broken in ["- *", "a:(^", "\"red", "(a", "a)", "OR", "date:soon", "title:"] {
        let encoded: String = form_urlencoded::byte_serialize(broken.as_bytes()).collect();
        let answer = Server::new().get(&format!("/api/articles?q={encoded}")).await.json();
        assert!(!answer["query"]["warnings"].as_array().unwrap().is_empty(), "{broken}");
    }
}
