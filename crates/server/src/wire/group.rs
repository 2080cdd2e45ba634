use serde::Serialize;
use utoipa::ToSchema;

/// The near-duplicates of an article (its story), or the same words in other articles (a quote's utterance).
#[derive(Serialize, ToSchema)]
pub(crate) struct Group {
    /// Its identity, by which `story` or `utterance` asks for all of it.
    #[schema(example = "00c0ffee00c0ffee")]
    id: String,
    /// How many others of it the archive has.
    others: u64,
    /// The outlets of the others without the hit's own, each once, in the order of names.
    #[schema(example = json!(["Senna Courier"]))]
    sources: Vec<String>,
}

impl From<quotidian_search::Group> for Group {
    fn from(group: quotidian_search::Group) -> Self {
        Self { id: group.id.to_string(), others: group.others, sources: group.sources }
    }
}
