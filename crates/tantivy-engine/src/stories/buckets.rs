//! Locality-sensitive hashing by bands (Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets*, chapter 3): reports
//! are compared only if all hashes of a band are equal.
//!
//! The bands are so many that no two reports of one story are missed: with fewer hashes that differ than bands, some
//! band has none.

use super::{
    rule::{Report, SIMILAR, UNDATED},
    signature::HASHES,
};
use crate::mixing::mix;

const NARROW_BANDS: usize = 20;
const WIDE_BANDS: usize = 11;
const _: () = assert!(HASHES - SIMILAR < NARROW_BANDS && HASHES - UNDATED < WIDE_BANDS);

/// Reports that share a band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Bucket {
    pub(super) number: usize,
    /// Whether it is there for the similar reports of near days, and not for closer copies of any day.
    pub(super) near_days_only: bool,
}

/// Which buckets each report is in. Bands that a report shares with no other have none.
pub(super) struct Buckets {
    /// Places of reports with their buckets, in the order of places.
    places: Vec<(usize, Bucket)>,
    pub(super) count: usize,
}

impl Buckets {
    pub(super) fn of(reports: &[Report]) -> Self {
        let mut buckets = Self { places: Vec::new(), count: 0 };
        for band in 0..NARROW_BANDS {
            buckets.add_band(reports, band, HASHES / NARROW_BANDS, true);
        }
        for band in 0..WIDE_BANDS {
            buckets.add_band(reports, band, HASHES / WIDE_BANDS, false);
        }
        buckets.places.sort_unstable();
        buckets
    }

    fn add_band(&mut self, reports: &[Report], band: usize, width: usize, near_days_only: bool) {
        let hashes = std::iter::zip(0.., reports).map(|(place, report)| {
            let hashes = report.signature.hashes().skip(band * width).take(width);
            (hashes.fold(0, |hash, next| mix(hash ^ u64::from(next))), place)
        });
        let mut places: Vec<(u64, usize)> = hashes.collect();
        places.sort_unstable();
        for alike in places.chunk_by(|(left, _), (right, _)| left == right).filter(|alike| alike.len() > 1) {
            let bucket = Bucket { number: self.count, near_days_only };
            self.places.extend(alike.iter().map(|(_, place)| (*place, bucket)));
            self.count += 1;
        }
    }

    /// The reports that share a band with another, in order, each with its buckets.
    pub(super) fn by_place(&self) -> impl Iterator<Item = &[(usize, Bucket)]> {
        self.places.chunk_by(|(left, _), (right, _)| left == right)
    }
}
