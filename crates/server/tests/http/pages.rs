use crate::support::{Server, get};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
     require-trusted-types-for 'script'; trusted-types 'none'";

#[tokio::test]
async fn every_address_for_people_is_the_page() {
    let home = get("/").await;
    assert_eq!((home.status, home.header("content-type")), (200, "text/html; charset=utf-8"));
    for target in [
        "/quotes?q=levy",
        "/articles/a%2Fb",
        "/docs",
        "/help",
        "/speakers?q=mar",
        "/trends?q=levy&q=ferry",
        "/verify?text=the+tide",
        "/speakers/Ilse%20Maravant",
        "/articles/a?hash=00c0ffee00c0ffee",
    ] {
        let page = get(target).await;
        assert_eq!((page.status, page.header("etag")), (200, home.header("etag")), "{target}");
    }
}

#[tokio::test]
async fn files_have_their_media_types() {
    for (target, expected) in [
        ("/static/main.js", "text/javascript; charset=utf-8"),
        ("/static/style/tokens.css", "text/css; charset=utf-8"),
        ("/static/icons/quotidian.svg", "image/svg+xml"),
    ] {
        let file = get(target).await;
        assert_eq!((file.status, file.header("content-type")), (200, expected), "{target}");
    }
}

#[tokio::test]
async fn browsers_learn_how_to_search() {
    let answer = get("/opensearch.xml").await;
    assert_eq!(answer.header("content-type"), "application/opensearchdescription+xml");
    let description = answer.text();
    for expected in [
        "<ShortName>Quotidian</ShortName>",
        "<Url type=\"text/html\" template=\"http://archive.example/?q={searchTerms}\"/>",
        "<Url type=\"text/html\" template=\"http://archive.example/quotes?q={searchTerms}\"/>",
    ] {
        assert!(description.contains(expected), "{expected} in {description}");
    }
    let behind = [("host", "archive.example:8443"), ("x-forwarded-proto", "https")];
    let description = Server::new().get_with("/opensearch.xml", &behind).await.text();
    assert!(description.contains("\"https://archive.example:8443/?q="), "{description}");
    for host in ["a b", "me@archive.example", "archive.example/x"] {
        let answer = Server::new().get_with("/opensearch.xml", &[("host", host)]).await;
        assert_eq!(answer.problem(), "400 bad_value Host -", "{host}");
    }
    let page = get("/").await.text();
    assert!(page.contains("rel=\"search\"") && page.contains("href=\"/opensearch.xml\""));
}

#[tokio::test]
async fn only_the_pages_are_embedded() {
    for target in
        ["/static/../index.html", "/static/..%2Fpackage.json", "/package.json", "/static/", "/index.html"]
    {
        assert_eq!(get(target).await.problem(), "404 not_found - -", "{target}");
    }
}

#[tokio::test]
async fn every_response_limits_what_a_browser_may_do() {
    let nothing = "default-src 'none'; frame-ancestors 'none'";
    for (target, policy) in [
        ("/", POLICY),
        ("/nowhere", POLICY),
        ("/static/main.js", nothing),
        ("/static/icons/quotidian.svg", nothing),
        ("/api/articles", nothing),
        ("/api/articles?sort=x", nothing),
        ("/openapi.json", nothing),
    ] {
        let answer = Server::new().get_with(target, &[("accept", "text/html")]).await;
        let of_pages = if policy == POLICY { "same-origin" } else { "" };
        assert_eq!(answer.header("content-security-policy"), policy, "{target}");
        assert_eq!(answer.header("referrer-policy"), of_pages, "{target}");
        assert_eq!(answer.header("cross-origin-opener-policy"), of_pages, "{target}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{target}");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{target}");
        assert_eq!(answer.header("access-control-allow-origin"), "", "{target}");
    }
}

#[tokio::test]
async fn pages_come_compressed_to_whoever_reads_it() {
    let plain = get("/static/main.js").await;
    for (accepted, encoding) in
        [("gzip, deflate, br", "br"), ("gzip, BR;q=0.5", "br"), ("gzip, br;q=0", "gzip"), ("gzip", "gzip")]
    {
        let file = Server::new().get_with("/static/main.js", &[("accept-encoding", accepted)]).await;
        assert_eq!((file.status, file.header("content-encoding")), (200, encoding), "{accepted}");
        assert_eq!(file.header("vary"), "accept-encoding", "{accepted}");
        assert_eq!(file.header("etag"), plain.header("etag"), "{accepted}");
        assert!(file.body.len() < plain.body.len(), "{accepted}");
    }
    assert_eq!(plain.header("content-encoding"), "");
}

#[tokio::test]
async fn a_copy_that_is_current_keeps_its_policy() {
    let server = Server::new();
    for target in ["/", "/static/main.js", "/api/articles"] {
        let first = server.get(target).await;
        let again = server.get_with(target, &[("if-none-match", first.header("etag"))]).await;
        assert_eq!((again.status, again.header("content-security-policy")), (304, ""), "{target}");
        assert_eq!(again.header("x-content-type-options"), "nosniff", "{target}");
    }
}
