use serde::{Deserialize, Serialize};

use crate::Day;

/// When an article was published: the words of the source, and the civil day they name in the source's own offset.
///
/// A date that no reader can place (`0001-11-30`, `None`) keeps its words and has no day; the article is then undated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicationDate {
    /// The date as the source states it.
    pub stated: String,
    /// The civil day, if the words name a plausible one.
    pub day: Option<Day>,
}
