//! Atom feeds as their readers see them (RFC 4287).

use std::collections::BTreeSet;

use feed_rs::{
    model::{Feed, Link},
    parser,
};
use quotidian_search::Sort;
use quotidian_server::Limits;

use crate::support::{Mood, Server, get};

async fn feed(server: &Server, target: &str) -> Feed {
    let answer = server.get(target).await;
    assert_eq!((answer.status, answer.header("content-type")), (200, "application/atom+xml"), "{target}");
    let address = format!("http://archive.example{target}");
    parser::Builder::new().base_uri(Some(address)).build().parse(&answer.body[..]).unwrap()
}

/// A link of the given kind.
fn link<'a>(links: &'a [Link], kind: &str) -> Option<&'a str> {
    let link = links.iter().find(|link| link.rel.as_deref().unwrap_or("alternate") == kind);
    link.map(|link| link.href.as_str())
}

#[tokio::test]
async fn a_feed_has_what_the_standard_wants() {
    for target in
        ["/api/articles.atom?q=levy", "/api/quotes.atom", "/api/speakers/Ilse%20Maravant/quotes.atom"]
    {
        let feed = feed(&Server::new(), target).await;
        assert!(feed.id.starts_with("urn:quotidian:search:%2Fapi%2F"), "{}", feed.id);
        assert!(feed.updated.is_some() && !feed.title.unwrap().content.is_empty(), "{target}");
        let own = format!("http://archive.example{target}");
        assert_eq!(link(&feed.links, "self"), Some(own.as_str()));
        assert!(link(&feed.links, "alternate").unwrap().starts_with("http://archive.example/"));
        assert_eq!(feed.entries.len(), 2, "{target}");
        let ids: BTreeSet<_> = feed.entries.iter().map(|entry| &entry.id).collect();
        assert_eq!(ids.len(), feed.entries.len(), "{target}");
        for entry in &feed.entries {
            assert!(entry.updated.is_some() && !entry.authors.is_empty(), "{target} {}", entry.id);
            assert!(!entry.title.as_ref().unwrap().content.is_empty(), "{target} {}", entry.id);
            assert!(link(&entry.links, "alternate").unwrap().starts_with("http"), "{target} {}", entry.id);
        }
        let whole = &feed.entries[0].links;
        assert_eq!(link(whole, "alternate"), Some("https://semaphore.example/levy"), "{target}");
        assert!(link(whole, "related").unwrap().starts_with("http://archive.example/articles/semaphore-1"));
    }
}

#[tokio::test]
async fn a_feed_has_the_newest_and_not_all() {
    let server = Server::with(Mood::Exporting(5_000), Limits::default());
    assert_eq!(feed(&server, "/api/articles.atom").await.entries.len(), 100);
    let newest = server.archive.last_request().sort;
    assert_eq!(
        (newest, server.request_of("/api/articles.atom?sort=oldest").await.sort),
        (Some(Sort::Newest), Some(Sort::Oldest))
    );
    assert_eq!(server.request_of("/api/articles.csv?q=levy").await.sort, None);
}

#[tokio::test]
async fn a_speaker_can_be_followed() {
    let server = Server::new();
    let feed = feed(&server, "/api/speakers/Ilse%20Maravant/quotes.atom").await;
    assert_eq!(feed.title.unwrap().content, "Quotes of Ilse Maravant");
    assert_eq!(link(&feed.links, "alternate"), Some("http://archive.example/speakers/Ilse%20Maravant"));
    let request = server.archive.last_request();
    assert_eq!(request.sort, Some(Sort::Newest));
    assert_eq!(request.filters.facets[&quotidian_search::FacetField::Speaker].any_of, ["Ilse Maravant"]);
    server.archive.total.store(0, std::sync::atomic::Ordering::SeqCst);
    assert_eq!(server.get("/api/speakers/Nobody/quotes.atom").await.problem(), "404 not_found - -");
    assert_eq!(get("/api/speakers/%FF/quotes.atom").await.problem(), "400 bad_value name -");
}
