//! How a candidate stands to a verb of saying.

mod relation;
mod verb;

pub(crate) use relation::{Relation, RelationKind, relation};
pub(crate) use verb::{saying, strongest_around};
