use serde::Serialize;
use utoipa::ToSchema;

/// A piece of two wordings side by side: what was given, and what was printed. Put together, the pieces given are the whole
/// text given, and the pieces printed what stands at the place.
#[derive(Serialize, ToSchema)]
pub(crate) struct Change {
    /// How they lie to each other: the same words; `missing` in what was given; `added` in it; `changed` for others; or
    /// `edited`, what an ellipsis, brackets or an attribution amid the words stand for.
    #[schema(pattern = "^(same|missing|added|changed|edited)$", example = "changed")]
    op: &'static str,
    /// The words given; absent where none were.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schema(required = false)]
    given: String,
    /// The words printed; absent where none were.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schema(required = false)]
    printed: String,
}

impl From<quotidian_search::Change> for Change {
    fn from(change: quotidian_search::Change) -> Self {
        Self { op: change.op.as_str(), given: change.given, printed: change.printed }
    }
}
