//! Where words were printed, the same or nearly: pieces of articles that have the rarest of the words near each other,
//! then what lies there word by word.

mod agreement;
mod finding;
mod places;
mod provenance;
mod verify;
mod weights;
mod windows;

pub(super) use provenance::provenance;
pub(super) use verify::verify;
