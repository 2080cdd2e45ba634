use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    http::{HeaderName, Method, Request, Response},
};
use quotidian_search::{EngineError, SearchRequest};
use quotidian_server::{Limits, router};
use tower::ServiceExt;

use super::{Answer, FakeArchive, Mood};

/// What a server with the default limits and a healthy archive answers.
pub(crate) async fn get(target: &str) -> Answer {
    Server::new().get(target).await
}

/// A server and the archive behind it.
#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) archive: Arc<FakeArchive>,
    pub(crate) router: Router,
}

impl Server {
    pub(crate) fn new() -> Self {
        Self::with(Mood::Well, Limits::default())
    }

    pub(crate) fn with(mood: Mood, limits: Limits) -> Self {
        let archive = Arc::new(FakeArchive::new(mood));
        Self { router: router(archive.clone(), limits), archive }
    }

    /// A server whose engine fails always in this way.
    pub(crate) fn failing(error: fn() -> EngineError) -> Self {
        Self::with(Mood::Failing(error), Limits::default())
    }

    pub(crate) async fn get(&self, target: &str) -> Answer {
        self.ask(Method::GET, target, &[]).await
    }

    pub(crate) async fn get_with(&self, target: &str, headers: &[(&str, &str)]) -> Answer {
        self.ask(Method::GET, target, headers).await
    }

    pub(crate) async fn ask(&self, method: Method, target: &str, headers: &[(&str, &str)]) -> Answer {
        Answer::of(self.open(method, target, headers).await).await
    }

    /// A response whose body is not received yet. The host is `archive.example`, unless a header says another.
    pub(crate) async fn open(
        &self,
        method: Method,
        target: &str,
        headers: &[(&str, &str)],
    ) -> Response<Body> {
        self.send(method, target, headers, Body::empty()).await
    }

    /// What the server answers to a text that is posted.
    pub(crate) async fn post(&self, target: &str, media_type: &str, text: impl Into<Body>) -> Answer {
        let headers = [("content-type", media_type)];
        Answer::of(self.send(Method::POST, target, &headers, text.into()).await).await
    }

    /// A response to any request.
    pub(crate) async fn send(
        &self,
        method: Method,
        target: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Response<Body> {
        let mut request = Request::builder().method(method).uri(target).body(body).unwrap();
        let fields = [("host", "archive.example")].into_iter().chain(headers.iter().copied());
        for (name, value) in fields {
            request.headers_mut().insert(HeaderName::try_from(name).unwrap(), value.parse().unwrap());
        }
        self.router.clone().oneshot(request).await.unwrap()
    }

    /// What the engine was asked for when the server answers `target`.
    pub(crate) async fn request_of(&self, target: &str) -> SearchRequest {
        let answer = self.get(target).await;
        assert_eq!(answer.status, 200, "{target}: {}", answer.text());
        self.archive.last_request()
    }
}
