use std::{fmt::Display, str::FromStr};

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};

use crate::problem::Problem;

/// The percent-encoded identity at the end of a request's path, read.
pub(crate) struct Identity<T>(pub(crate) T);

impl<T, State> FromRequestParts<State> for Identity<T>
where
    T: FromStr<Err: Display>,
    State: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Problem> {
        let Path(text) = Path::<String>::from_request_parts(parts, state)
            .await
            .map_err(|_| Problem::bad_value("id", "the id in the path is not percent-encoded UTF-8"))?;
        text.parse().map(Self).map_err(|error| Problem::bad_value("id", error))
    }
}
