//! What the server tells a monitoring system. Labels are few: routes are patterns such as `/api/articles/{id}`.

use std::{
    fmt,
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{
    extract::{MatchedPath, Request, State},
    http::{Method, StatusCode},
    middleware::Next,
    response::Response,
};
use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{counter::Counter, family::Family, gauge::ConstGauge, histogram::Histogram, info::Info},
    registry::{Registry, Unit},
};
use quotidian_search::Stats;

use crate::{app::App, problem::ProblemCode};

/// What has happened since the program began. Clones count together.
#[derive(Clone)]
pub(crate) struct Metrics {
    requests: Family<Answered, Counter>,
    durations: Family<Route, Histogram, fn() -> Histogram>,
    abandoned: Family<Route, Counter>,
    turned_away: Family<Route, Counter>,
}

/// What is so now.
pub(crate) struct Present {
    /// Searches that run.
    pub(crate) searches_running: usize,
    /// Searches that wait for their turn.
    pub(crate) searches_waiting: usize,
    /// Files of hits that are written.
    pub(crate) exports_running: usize,
    /// What the archive has.
    pub(crate) archive: Stats,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: Arc<str>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    route: Arc<str>,
    method: &'static str,
    status: &'static str,
}

/// In seconds: a search takes a millisecond, and has five seconds at most.
const DURATIONS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0];

impl Metrics {
    /// Nothing has happened.
    pub(crate) fn new() -> Self {
        Self {
            requests: Family::default(),
            durations: Family::new_with_constructor(|| Histogram::new(DURATIONS)),
            abandoned: Family::default(),
            turned_away: Family::default(),
        }
    }

    fn count(&self, route: Arc<str>, method: &Method, response: &Response, took: Duration) {
        let status = class(response.status());
        self.requests.get_or_create(&Answered { route: route.clone(), method: name(method), status }).inc();
        let route = Route { route };
        self.durations.get_or_create(&route).observe(took.as_secs_f64());
        match response.extensions().get() {
            Some(ProblemCode::Timeout) => _ = self.abandoned.get_or_create(&route).inc(),
            Some(ProblemCode::Busy) => _ = self.turned_away.get_or_create(&route).inc(),
            _ => {}
        }
    }

    /// Everything in the text format of OpenMetrics.
    pub(crate) fn text(&self, present: &Present) -> Result<String, fmt::Error> {
        let mut registry = Registry::with_prefix("quotidian");
        registry.register("build", "The program", Info::new([("version", env!("CARGO_PKG_VERSION"))]));
        registry.register("requests", "Requests answered", self.requests.clone());
        let duration = "How long requests took until their answer began";
        registry.register_with_unit("request_duration", duration, Unit::Seconds, self.durations.clone());
        let abandoned = "Searches given up because their time was over";
        registry.register("abandoned", abandoned, self.abandoned.clone());
        let turned_away = "Searches and exports turned away because too many ran or waited";
        registry.register("turned_away", turned_away, self.turned_away.clone());
        let Present { searches_running, searches_waiting, exports_running, archive } = present;
        for (name, about, number) in [
            ("searches_running", "Searches that run", *searches_running as u64),
            ("searches_waiting", "Searches that wait for their turn", *searches_waiting as u64),
            ("exports_running", "Files of hits that are written", *exports_running as u64),
            ("archive_generation", "The generation of the archive that answers", archive.generation),
            ("archive_articles", "Articles in the archive", archive.articles),
            ("archive_quotes", "Quotes in the archive", archive.quotes),
        ] {
            registry.register(name, about, ConstGauge::new(number));
        }
        let mut text = String::new();
        encode(&mut text, &registry).map(|()| text)
    }
}

/// Counts a request and how long it took.
pub(crate) async fn observe(
    State(app): State<App>,
    route: Option<MatchedPath>,
    request: Request,
    next: Next,
) -> Response {
    let begun = Instant::now();
    let method = request.method().clone();
    let response = next.run(request).await;
    let route = route.as_ref().map_or("none", MatchedPath::as_str).into();
    app.metrics.count(route, &method, &response, begun.elapsed());
    response
}

/// Whoever asks may make up methods, and each label is kept for ever.
fn name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

fn class(status: StatusCode) -> &'static str {
    match status.as_u16() {
        200..300 => "2xx",
        300..400 => "3xx",
        400..500 => "4xx",
        _ => "5xx",
    }
}
