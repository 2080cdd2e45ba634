mod collection;
mod directory;
mod document_facet;
mod engine;
mod facet_index;
mod snapshot;
mod speakers;

pub(crate) use collection::Collection;
pub(crate) use document_facet::DocumentFacet;
pub use engine::TantivyEngine;
pub(crate) use facet_index::FacetIndex;
pub(crate) use snapshot::Snapshot;
