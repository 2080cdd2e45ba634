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
    for target in
        ["/", "/static/main.js", "/api/articles", "/api/articles?sort=x", "/nowhere", "/openapi.json"]
    {
        let answer = Server::new().get_with(target, &[("accept", "text/html")]).await;
        assert_eq!(answer.header("content-security-policy"), POLICY, "{target}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{target}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{target}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{target}");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{target}");
        assert_eq!(answer.header("access-control-allow-origin"), "", "{target}");
    }
}
