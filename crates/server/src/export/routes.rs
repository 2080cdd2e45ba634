use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse, Response},
    routing::get,
};
use utoipa::{
    IntoParams, IntoResponses,
    openapi::{
        self, ContentBuilder, HttpMethod, ObjectBuilder, PathItem, Paths, RefOr, ResponseBuilder,
        ResponsesBuilder, Type,
        path::{Operation, OperationBuilder},
    },
};
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouter};

use super::{
    FORMATS, citation_routes,
    format::{Export, Format},
};
use crate::{
    app::App,
    openapi::Problems,
    origin,
    parameters::{ArticleExport, ExportParameters, Parameters, QuoteExport, Readable, Subject},
    problem::Problem,
};

/// The paths of every format, for articles and for quotes, and of citations of one. They are put together here and not by a macro each because
/// they differ in nothing but what [`FORMATS`] says.
pub(crate) fn routes() -> OpenApiRouter<App> {
    FORMATS.into_iter().fold(citation_routes::citation_routes(), |router, format| {
        router
            .routes(route::<ArticleExport>(Subject::Articles, format))
            .routes(route::<QuoteExport>(Subject::Quotes, format))
    })
}

fn route<Given>(subject: Subject, format: &'static dyn Format) -> UtoipaMethodRouter<App>
where
    Given: Readable + Into<ExportParameters> + Send + 'static,
{
    let answer =
        move |State(app): State<App>, uri: Uri, headers: HeaderMap, Parameters(given): Parameters<Given>| {
            let target = uri.path_and_query().map_or("/", |target| target.as_str()).to_owned();
            let origin = origin::or_none(&headers);
            export(app, format, Export { search: given.into(), target, origin })
        };
    let path = format!("/api/{}.{}", subject.as_str(), format.suffix());
    let mut paths = Paths::new();
    paths.paths.insert(path, PathItem::new(HttpMethod::Get, operation::<Given>(subject, format)));
    (Vec::new(), paths, get(answer))
}

async fn export(app: App, format: &'static dyn Format, export: Export) -> Result<Response, Problem> {
    let name = format!("quotidian-{}.{}", export.search.subject.as_str(), format.suffix());
    let file = app.exports.start(move |engine, file| export.write(engine, format, file)).await?;
    let headers = [
        (header::CONTENT_TYPE, format.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, file).into_response())
}

const ABOUT: &str = "Every hit of the search, in its order. The file is sent as it is written; a transfer that breaks \
    off is not the whole of it. A few files are written at the same time; more are a `busy` problem.";

/// What the OpenAPI document says of a path.
fn operation<Given: Readable>(subject: Subject, format: &dyn Format) -> Operation {
    let (subject, name) = (subject.as_str(), format.name());
    let responses = ResponsesBuilder::new()
        .response(StatusCode::OK.as_str(), text_file(format.media_type(), &format!("The hits as {name}")))
        .responses_from_iter(Problems::responses())
        .build();
    OperationBuilder::new()
        .operation_id(Some(operation_id(subject, format.suffix())))
        .summary(Some(format!("Export {subject} as {name}")))
        .description(Some(ABOUT))
        .parameters(Some(Parameters::<Given>::into_params(|| None)))
        .responses(responses)
        .build()
}

/// The name of an operation that answers with a file; in programs made from the document it becomes a name, which has no dot.
pub(super) fn operation_id(what: &str, suffix: &str) -> String {
    format!("{what}As{}", suffix.replace('.', "_"))
}

/// An answer that is a file of text.
pub(super) fn text_file(media_type: &str, description: &str) -> RefOr<openapi::Response> {
    let schema = ObjectBuilder::new().schema_type(Type::String);
    let content = ContentBuilder::new().schema(Some(schema)).build();
    RefOr::T(ResponseBuilder::new().description(description).content(media_type, content).build())
}
