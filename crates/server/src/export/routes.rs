use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, Uri},
    response::{IntoResponse, Response},
    routing::get,
};
use utoipa::{
    IntoParams, IntoResponses,
    openapi::{
        self, ContentBuilder, HttpMethod, ObjectBuilder, PathItem, Paths, RefOr, ResponseBuilder,
        ResponsesBuilder, Type,
        path::{Operation, OperationBuilder},
        schema::{ArrayBuilder, Schema},
    },
};
use utoipa_axum::{
    router::{OpenApiRouter, UtoipaMethodRouter},
    routes,
};

use super::{
    FORMATS,
    citation_routes::citation_routes,
    format::{Export, Format},
    speaker_feed,
};
use crate::{
    app::App,
    headers::attachment,
    openapi::Problems,
    origin,
    parameters::{ArticleExport, ExportParameters, Parameters, QuoteExport, Readable, Subject},
    problem::Problem,
};

/// The paths of every format, for articles and for quotes, of citations of one, and of feeds. They are put together here
/// and not by a macro each because they differ in nothing but what [`FORMATS`] says.
pub(crate) fn routes() -> OpenApiRouter<App> {
    let others = citation_routes().routes(routes!(speaker_feed::speaker_feed));
    FORMATS.into_iter().fold(others, |router, format| {
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
            let export = Export::new(given.into(), &uri, origin::or_none(&headers));
            start(app, format, export)
        };
    let path = format!("/api/{}.{}", subject.as_str(), format.suffix());
    let mut paths = Paths::new();
    paths.paths.insert(path, PathItem::new(HttpMethod::Get, operation::<Given>(subject, format)));
    (Vec::new(), paths, get(answer))
}

/// The answer that is a file.
pub(super) async fn start(
    app: App,
    format: &'static dyn Format,
    export: Export,
) -> Result<Response, Problem> {
    let name = format!("quotidian-{}.{}", export.search.subject.as_str(), format.suffix());
    let file = app.exports.start(move |engine, file| export.write(engine, format, file)).await?;
    Ok((attachment(format.media_type(), &name), file).into_response())
}

/// What a file holds.
fn about(format: &dyn Format) -> String {
    let hits = match format.limit() {
        None => "Every hit of the search, in its order.".to_owned(),
        Some(most) => {
            format!("The first {most} hits of the search, the newest unless `sort` says otherwise.")
        }
    };
    format!(
        "{hits} The file is sent as it is written; a transfer that breaks off is not the whole of it. A few files are \
         written at the same time; more are a `busy` problem."
    )
}

/// What the OpenAPI document says of a path.
fn operation<Given: Readable>(subject: Subject, format: &dyn Format) -> Operation {
    let (subject, name) = (subject.as_str(), format.name());
    let responses = ResponsesBuilder::new()
        .response(StatusCode::OK.as_str(), file(format.media_type(), &format!("The hits as {name}")))
        .responses_from_iter(Problems::responses())
        .build();
    OperationBuilder::new()
        .operation_id(Some(operation_id(subject, format.suffix())))
        .summary(Some(format!("Export {subject} as {name}")))
        .description(Some(about(format)))
        .parameters(Some(Parameters::<Given>::into_params(|| None)))
        .responses(responses)
        .build()
}

/// The name of an operation that answers with a file; in programs made from the document it becomes a name, which has no dot.
pub(super) fn operation_id(what: &str, suffix: &str) -> String {
    format!("{what}As{}", suffix.replace('.', "_"))
}

/// An answer that is a file: of text, or of items in JSON.
pub(super) fn file(media_type: &str, description: &str) -> RefOr<openapi::Response> {
    let schema: Schema = if media_type.ends_with("+json") {
        ArrayBuilder::new().items(ObjectBuilder::new()).into()
    } else {
        ObjectBuilder::new().schema_type(Type::String).into()
    };
    let content = ContentBuilder::new().schema(Some(schema)).build();
    RefOr::T(ResponseBuilder::new().description(description).content(media_type, content).build())
}
