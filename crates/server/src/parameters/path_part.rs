use std::{fmt::Display, str::FromStr};

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use quotidian_model::{ArticleId, QuoteId};
use quotidian_search::FacetField;

use super::SpeakerName;
use crate::problem::Problem;

/// The percent-encoded part of a request's path that says about what it asks, read.
pub(crate) struct PathPart<T>(pub(crate) T);

/// What a part of a path can say.
pub(crate) trait Named {
    /// What the part is called in the documentation and in problems.
    const NAME: &'static str;
}

impl Named for ArticleId {
    const NAME: &'static str = "id";
}

impl Named for QuoteId {
    const NAME: &'static str = "id";
}

impl Named for FacetField {
    const NAME: &'static str = "field";
}

impl Named for SpeakerName {
    const NAME: &'static str = "name";
}

impl<T, State> FromRequestParts<State> for PathPart<T>
where
    T: Named + FromStr<Err: Display>,
    State: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Problem> {
        let name = T::NAME;
        let Path(text) = Path::<String>::from_request_parts(parts, state).await.map_err(|_| {
            Problem::bad_value(name, format!("the {name} in the path is not percent-encoded UTF-8"))
        })?;
        text.parse().map(Self).map_err(|error| Problem::bad_value(name, error))
    }
}
