use axum::{body::Body, http::Response};
use http_body_util::BodyExt;
use serde_json::Value;

/// A response, received whole.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
    headers: axum::http::HeaderMap,
}

impl Answer {
    pub(crate) async fn of(response: Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        Self { status: parts.status.as_u16(), headers: parts.headers, body }
    }

    /// The value of a header, `""` if it is absent.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// The body of a JSON answer.
    pub(crate) fn json(&self) -> Value {
        assert!(self.header("content-type").ends_with("json"), "{}", self.header("content-type"));
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The problem as `status code param suggestion`, with `-` for what is absent.
    pub(crate) fn problem(&self) -> String {
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.text());
        let problem = self.json();
        assert_eq!(problem["status"], self.status);
        assert!(!problem["detail"].as_str().unwrap().is_empty());
        let part = |name: &str| problem[name].as_str().unwrap_or("-").to_owned();
        format!("{} {} {} {}", self.status, part("code"), part("param"), part("suggestion"))
    }
}
