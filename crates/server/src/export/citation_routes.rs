use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::{MethodRouter, get},
};
use quotidian_model::{Article, ArticleId, QuoteId};
use quotidian_search::{ArticleSummary, query::Query};
use utoipa::{
    IntoResponses,
    openapi::{
        HttpMethod, ObjectBuilder, PathItem, Paths, Required, ResponsesBuilder, Type,
        path::{Operation, OperationBuilder, ParameterBuilder, ParameterIn},
    },
};
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouter};

use super::{CITATION_FORMATS, citation::Citation, citation_format::CitationFormat, routes};
use crate::{
    app::App,
    headers::attachment,
    openapi::ProblemsOfOne,
    origin,
    parameters::{NoParameters, Parameters, PathPart, Subject},
    problem::Problem,
};

/// The paths of every format, for an article and for a quote.
pub(super) fn citation_routes() -> OpenApiRouter<App> {
    CITATION_FORMATS.into_iter().fold(OpenApiRouter::default(), |router, format| {
        let of_article = async move |State(app): State<App>,
                                     PathPart(id): PathPart<ArticleId>,
                                     headers: HeaderMap,
                                     _: Parameters<NoParameters>| {
            file(Subject::Articles, format, &article(&app, id, &origin::or_none(&headers)).await?)
        };
        let of_quote = async move |State(app): State<App>,
                                   PathPart(id): PathPart<QuoteId>,
                                   headers: HeaderMap,
                                   _: Parameters<NoParameters>| {
            file(Subject::Quotes, format, &quote(&app, id, &origin::or_none(&headers)).await?)
        };
        router.routes(route(Subject::Articles, format, get(of_article))).routes(route(
            Subject::Quotes,
            format,
            get(of_quote),
        ))
    })
}

async fn article(app: &App, id: ArticleId, origin: &str) -> Result<Citation, Problem> {
    let missing = format!("there is no article `{id}` in this archive");
    let found = app.pool.ask(move |engine, _| engine.article(&id, &Query::All)).await?;
    let found = found.or(|| Problem::not_found(missing))?.into_value();
    Ok(Citation::of_article(summary(found.article.article), origin))
}

async fn quote(app: &App, id: QuoteId, origin: &str) -> Result<Citation, Problem> {
    let missing = format!("there is no quote `{id}` in this archive");
    let found = app.pool.ask(move |engine, _| engine.quote(&id)).await?;
    Ok(Citation::of_quote(found.or(|| Problem::not_found(missing))?.into_value(), origin))
}

fn summary(article: Article) -> ArticleSummary {
    let Article { id, url, title, date, source, authors, section, .. } = article;
    ArticleSummary { id, url, title, date, source, authors, section }
}

fn file(subject: Subject, format: &dyn CitationFormat, citation: &Citation) -> Result<Response, Problem> {
    let name = format!("quotidian-{}.{}", subject.document(), format.suffix());
    let file = format.file(citation).map_err(|error| Problem::unexpected(&error))?;
    Ok((attachment(format.media_type(), &name), file).into_response())
}

fn route(
    subject: Subject,
    format: &dyn CitationFormat,
    handler: MethodRouter<App>,
) -> UtoipaMethodRouter<App> {
    let path = format!("/api/{}/{{id}}/citation.{}", subject.as_str(), format.suffix());
    let mut paths = Paths::new();
    paths.paths.insert(path, PathItem::new(HttpMethod::Get, operation(subject, format)));
    (Vec::new(), paths, handler)
}

/// What the OpenAPI document says of a path.
fn operation(subject: Subject, format: &dyn CitationFormat) -> Operation {
    let (document, name) = (subject.document(), format.name());
    let example = match subject {
        Subject::Articles => "semaphore-2024-118",
        Subject::Quotes => "semaphore-2024-118.3",
    };
    let id = ParameterBuilder::new()
        .name("id")
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .description(Some(format!("The {document}'s id, percent-encoded")))
        .schema(Some(ObjectBuilder::new().schema_type(Type::String)))
        .example(Some(example.into()))
        .build();
    let description = format!("The citation as {name}");
    let responses = ResponsesBuilder::new()
        .response(StatusCode::OK.as_str(), routes::file(format.media_type(), &description))
        .responses_from_iter(ProblemsOfOne::responses())
        .build();
    OperationBuilder::new()
        .operation_id(Some(routes::operation_id(&format!("{document}Citation"), format.suffix())))
        .summary(Some(format!("Cite one {document} as {name}")))
        .parameters(Some([id]))
        .responses(responses)
        .build()
}
