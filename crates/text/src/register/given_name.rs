//! Given names by gender as raw news uses them: rarer names than those of the hand-made list.
//!
//! The file, made by `cargo xtask train given-names`, is sorted numbers of four bytes, little endian: 31 bits of the hash
//! of a name in lower case, and a last bit that is set for a masculine one.

use crate::feature::word_hash;

static NAMES: &[[u8; 4]] = include_bytes!("../../models/given_names.bin").as_chunks().0;

/// Whether a given name in lower case is masculine; `None` if nothing is known.
pub(super) fn is_masculine(name: &str) -> Option<bool> {
    let key = key(name);
    let at = NAMES.partition_point(|entry| u32::from_le_bytes(*entry) < key);
    let found = u32::from_le_bytes(*NAMES.get(at)?);
    (found & !1 == key).then_some(found & 1 == 1)
}

fn key(name: &str) -> u32 {
    (word_hash(name) >> 32) as u32 & !1
}

/// The bytes of a file of names in lower case, each with whether it is masculine.
#[cfg(feature = "training")]
pub fn given_name_file(names: &[(String, bool)]) -> Vec<u8> {
    let mut entries: Vec<u32> =
        names.iter().map(|(name, masculine)| key(name) | u32::from(*masculine)).collect();
    entries.sort_unstable();
    entries.into_iter().flat_map(u32::to_le_bytes).collect()
}
