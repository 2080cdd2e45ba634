//! Hashes that are stored: written out, so that no dependency, platform or run can change them.

/// FNV-1a (Fowler, Noll and Vo): the hash of nothing, and the factor of each step.
pub(crate) const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
pub(crate) const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// One step of SplitMix64 (Steele, Lea and Flood 2014): every bit of the input changes every bit of the result.
pub(crate) const fn mix(value: u64) -> u64 {
    let mut mixed = value.wrapping_add(GOLDEN);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    #[test]
    fn mixing_is_that_of_splitmix() {
        assert_eq!(super::mix(0), 0xe220_a839_7b1d_cdaf);
    }
}
