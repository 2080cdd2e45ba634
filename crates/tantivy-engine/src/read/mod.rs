mod collection;
mod directory;
mod engine;
mod facet_index;
mod snapshot;
mod speakers;

pub(crate) use collection::{Collection, SegmentColumns};
pub use engine::TantivyEngine;
pub(crate) use facet_index::{FacetIndex, SegmentFacet};
pub(crate) use snapshot::Snapshot;
