use axum::{extract::FromRequestParts, http::request::Parts};
use utoipa::{
    IntoParams,
    openapi::path::{Parameter as Description, ParameterIn},
};

use super::{parameter::Parameter, reader::Reader};
use crate::problem::Problem;

/// What an endpoint reads from the query string.
pub(crate) trait Readable: Sized {
    /// Every parameter it knows.
    fn known() -> &'static [Parameter];

    /// Reads the values given at a path.
    fn read(reader: Reader, path: &str) -> Result<Self, Problem>;
}

/// The query string of a request, read.
pub(crate) struct Parameters<T>(pub(crate) T);

/// No parameters at all.
pub(crate) struct NoParameters;

impl Readable for NoParameters {
    fn known() -> &'static [Parameter] {
        &[]
    }

    fn read(_: Reader, _: &str) -> Result<Self, Problem> {
        Ok(Self)
    }
}

impl<T: Readable, State: Sync> FromRequestParts<State> for Parameters<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Problem> {
        let reader = Reader::new(parts.uri.query().unwrap_or_default(), T::known())?;
        T::read(reader, parts.uri.path()).map(Self)
    }
}

impl<T: Readable> IntoParams for Parameters<T> {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Description> {
        T::known().iter().map(Parameter::described).collect()
    }
}
