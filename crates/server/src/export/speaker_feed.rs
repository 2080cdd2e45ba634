use axum::{
    extract::State,
    http::{HeaderMap, Uri},
    response::Response,
};
use quotidian_search::{FacetField, FacetFilter, Filters, SearchRequest, Sort, query::Query};

use super::{atom::Atom, format::Export, routes};
use crate::{
    app::App,
    openapi::ProblemsOfOne,
    origin,
    parameters::{ExportParameters, NoParameters, Parameters, PathPart, SpeakerName, Subject},
    permalink,
    problem::Problem,
};

/// Follow a speaker
///
/// An Atom feed with the newest 100 quotes. For some of them, follow a search: `/api/quotes.atom`.
#[utoipa::path(
    get,
    path = "/api/speakers/{name}/quotes.atom",
    operation_id = "speakerFeed",
    params(("name" = String, Path, description = "The canonical name, percent-encoded", example = "Ilse Maravant")),
    responses(
        (status = 200, description = "The feed", body = String, content_type = "application/atom+xml"),
        ProblemsOfOne
    )
)]
pub(super) async fn speaker_feed(
    State(app): State<App>,
    uri: Uri,
    headers: HeaderMap,
    PathPart(SpeakerName(name)): PathPart<SpeakerName>,
    _: Parameters<NoParameters>,
) -> Result<Response, Problem> {
    let request = quotes_of(&name);
    let asked = request.clone();
    let found = app
        .pool
        .ask(move |engine, deadline| engine.quotes(&SearchRequest { deadline: Some(deadline), ..asked }));
    if found.await?.into_value().total == 0 {
        return Err(Problem::not_found(format!("nobody called `{name}` is quoted in this archive")));
    }
    let search = ExportParameters { subject: Subject::Quotes, text: String::new(), request };
    let feed = Export {
        title: format!("Quotes of {name}"),
        page: permalink::of_speaker(&name),
        ..Export::new(search, &uri, origin::or_none(&headers))
    };
    routes::start(app, &Atom, feed).await
}

fn quotes_of(name: &str) -> SearchRequest {
    let speaker = FacetFilter { any_of: vec![name.to_owned()], none_of: Vec::new() };
    let filters = Filters { facets: [(FacetField::Speaker, speaker)].into(), ..Filters::default() };
    SearchRequest { filters, sort: Some(Sort::Newest), ..SearchRequest::new(Query::All) }
}
