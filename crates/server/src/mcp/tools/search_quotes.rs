use super::{super::quotation, search::Listing};

/// A search for quotes.
pub(in super::super) const QUOTES: Listing =
    Listing { path: "/api/quotes", subject: "quote", compact: quotation::found, lines: quotation::lines };
