//! What the archive says of one speaker. Everything is counted in memory and in the fast fields of the quotes; records are
//! read for the statements that changed alone.

mod changes;
mod naming;
mod profile;

pub(super) use profile::profile;
