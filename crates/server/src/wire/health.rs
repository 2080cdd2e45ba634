use serde::Serialize;
use utoipa::ToSchema;

/// A sign of life.
#[derive(Serialize, ToSchema)]
pub(crate) struct Health {
    /// Always `ok`; what is not well does not answer, or answers with a problem.
    #[schema(example = "ok")]
    status: &'static str,
}

impl Health {
    /// All is well.
    pub(crate) const OK: Self = Self { status: "ok" };
}
