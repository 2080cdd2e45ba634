//! Grouping holds for any signatures: against brute force, and in any order.

use proptest::prelude::*;

use super::{Entry, Signature, grouping::stories, rule::Report, signature::HASHES};

/// A signature of which the hashes from `changed` on, round the end, differ from others of its family.
pub(super) fn signature(family: u8, changed: std::ops::Range<usize>) -> Option<Signature> {
    let mut bytes = [family; 2 * HASHES];
    for place in changed.clone() {
        let place = 2 * (place * 7 % HASHES);
        bytes[place] = u8::try_from(changed.len()).expect("few are changed") + 100;
    }
    Signature::from_bytes(&bytes)
}

/// The stories, with every report compared with every first report and no buckets.
fn by_all_pairs(entries: &[Entry]) -> Vec<u64> {
    let mut reports: Vec<(Report, usize)> =
        std::iter::zip(entries, 0..).filter_map(|(entry, index)| Some((Report::of(entry)?, index))).collect();
    reports.sort_unstable();
    let mut stories: Vec<u64> = entries.iter().map(|entry| entry.key).collect();
    let mut firsts: Vec<Report> = Vec::new();
    for (report, index) in reports {
        let alike = firsts.iter().rev().filter_map(|first| Some((first.likeness(&report)?, first.key)));
        match alike.max_by_key(|(equal, _)| *equal) {
            Some((_, key)) => stories[index] = key,
            None => firsts.push(report),
        }
    }
    stories
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let changed = (0..HASHES, 0_usize..26).prop_map(|(start, count)| start..start + count);
    let signed = proptest::option::weighted(0.9, (0_u8..3, changed));
    let day = proptest::option::weighted(0.8, 0_i64..12);
    let entry = (day, signed).prop_map(|(day, signed)| Entry {
        key: 0,
        day,
        signature: signed.and_then(|(family, changed)| signature(family, changed)),
    });
    proptest::collection::vec(entry, 0..40).prop_map(|mut entries| {
        std::iter::zip(&mut entries, 0..).for_each(|(entry, key)| entry.key = key);
        entries
    })
}

proptest! {
    #[test]
    fn no_pair_is_missed(entries in entries()) {
        prop_assert_eq!(stories(&entries), by_all_pairs(&entries));
    }

    #[test]
    fn the_order_of_entries_does_not_matter(
        (entries, shuffled) in entries().prop_flat_map(|entries| (Just(entries.clone()), Just(entries).prop_shuffle()))
    ) {
        let by_key = |entries: &[Entry]| {
            let mut keys: Vec<_> = std::iter::zip(entries.iter().map(|entry| entry.key), stories(entries)).collect();
            keys.sort_unstable();
            keys
        };
        prop_assert_eq!(by_key(&entries), by_key(&shuffled));
    }
}
