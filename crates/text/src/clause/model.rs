//! The weights of both questions: is it a clause, does it end here.

use crate::feature::Weights;

/// The model of reported clauses, made by `cargo xtask train clauses`.
pub(super) const MODEL: Weights<'static> = Weights::new(include_bytes!("../../models/clauses.bin"));

/// The weights' number, as a power of two.
#[cfg(feature = "training")]
pub const BITS: u32 = 13;
