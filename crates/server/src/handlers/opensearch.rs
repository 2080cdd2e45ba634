use axum::{
    http::{HeaderMap, HeaderName, header},
    response::IntoResponse,
};

use crate::{origin, problem::Problem};

const MEDIA_TYPE: &str = "application/opensearchdescription+xml";

/// Describe the search to browsers
///
/// OpenSearch 1.1, with the addresses under which this request came.
#[utoipa::path(
    get,
    path = "/opensearch.xml",
    operation_id = "opensearch",
    responses(
        (status = 200, description = "The description", body = String, content_type = MEDIA_TYPE),
        (status = 400, description = "The request names no host", body = Problem, content_type = Problem::MEDIA_TYPE)
    )
)]
pub(crate) async fn opensearch(
    headers: HeaderMap,
) -> Result<([(HeaderName, &'static str); 1], impl IntoResponse), Problem> {
    let origin = origin::of(&headers).ok_or_else(|| {
        Problem::bad_value("Host", "the header `Host` names no host, such as `archive.example`")
    })?;
    Ok(([(header::CONTENT_TYPE, MEDIA_TYPE)], description(&origin)))
}

/// An origin has no character that XML would take for markup.
fn description(origin: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Quotidian</ShortName>
  <Description>Search a news archive for articles and for what was said in them</Description>
  <Url type="text/html" template="{origin}/?q={{searchTerms}}"/>
  <Url type="text/html" template="{origin}/quotes?q={{searchTerms}}"/>
  <Url type="application/atom+xml" template="{origin}/api/articles.atom?q={{searchTerms}}"/>
  <Url type="application/atom+xml" template="{origin}/api/quotes.atom?q={{searchTerms}}"/>
  <Url type="{MEDIA_TYPE}" rel="self" template="{origin}/opensearch.xml"/>
  <Image type="image/svg+xml">{origin}/static/icons/quotidian.svg</Image>
  <InputEncoding>UTF-8</InputEncoding>
</OpenSearchDescription>
"#
    )
}
