use axum::extract::State;
use quotidian_search::FacetField;

use crate::{
    app::App,
    openapi::Problems,
    parameters::{FacetValueSearch, Parameters, PathPart, Subject},
    pool::Timed,
    problem::Problem,
    wire::FacetValues,
};

/// List the values of a facet
#[utoipa::path(
    get,
    path = "/api/facets/{field}",
    operation_id = "facetValues",
    params(
        ("field" = String, Path, description = "The facet's name", example = "speaker"),
        Parameters<FacetValueSearch>,
    ),
    responses((status = 200, description = "The values that match", body = FacetValues), Problems)
)]
pub(crate) async fn facet(
    State(app): State<App>,
    PathPart(field): PathPart<FacetField>,
    Parameters(search): Parameters<FacetValueSearch>,
) -> Result<Timed<FacetValues>, Problem> {
    let (subject, page) = (search.subject, search.page);
    let mut request = search.about(field)?;
    let found = app.pool.ask(move |engine, deadline| {
        request.search.deadline = Some(deadline);
        match subject {
            Subject::Articles => engine.article_values(&request),
            Subject::Quotes => engine.quote_values(&request),
        }
    });
    Ok(found.await?.map(|list, _| FacetValues::new(field, page, list)))
}
