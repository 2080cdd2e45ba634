//! Features of the trained models: hashes of what is seen, and the weights that they look up.
//!
//! No string is built for a feature: a template number and the hashes of words, or small numbers, are mixed into 64 bits.
//! The functions are fixed here, and not borrowed from a library that may change them: the weight files depend on them.

/// A fact that a model has seen while it was trained, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Feature(pub u64);

const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

impl Feature {
    /// The feature of a template whose slots hold `values`.
    pub fn new<const N: usize>(template: u32, values: [u64; N]) -> Self {
        values.into_iter().fold(Self(u64::from(template)), Self::with)
    }

    /// The same with one more value.
    #[must_use]
    pub fn with(self, value: u64) -> Self {
        let mixed = (self.0.rotate_left(23) ^ value).wrapping_mul(MULTIPLIER);
        Self(mixed ^ (mixed >> 32))
    }

    /// Its place in a table of `1 << bits` weights.
    pub fn slot(self, bits: u32) -> usize {
        (self.0.wrapping_mul(MULTIPLIER) >> (64 - bits)) as usize
    }
}

/// A number of words or tokens as one of nine, the small ones apart.
pub(crate) fn bucket(count: usize) -> u64 {
    match count {
        0..4 => count as u64,
        4..6 => 4,
        6..9 => 6,
        9..15 => 9,
        15..30 => 15,
        _ => 30,
    }
}

/// The hash of a word's bytes: FNV-1a (Fowler, Noll, Vo), 64 bits.
pub const fn word_hash(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let mut hash = 0xcbf2_9ce4_8422_2325;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        at += 1;
    }
    hash
}

/// A linear model's weights by feature hashing (Weinberger et al. 2009): a table of `1 << bits` signed bytes.
///
/// The file is one byte for the bits, four for the weight of one step (`f32`, little endian), then the table.
#[derive(Debug, Clone, Copy)]
pub struct Weights<'a> {
    table: &'a [u8],
    bits: u32,
    step: f32,
}

/// The bytes before the table.
const HEADER: usize = 5;

impl<'a> Weights<'a> {
    /// Reads a weight file; a file that is none gives a model that knows nothing.
    pub const fn new(file: &'a [u8]) -> Self {
        if let Some(([bits, first, second, third, fourth], table)) = file.split_first_chunk::<HEADER>()
            && *bits < 32
            && table.len() == 1 << *bits
        {
            let step = f32::from_le_bytes([*first, *second, *third, *fourth]);
            return Self { table, bits: *bits as u32, step };
        }
        Self { table: &[0], bits: 0, step: 0.0 }
    }

    /// The sum of the features' weights.
    pub fn score(&self, features: &[Feature]) -> f32 {
        let sum: i32 = features.iter().map(|feature| i32::from(self.weight(*feature))).sum();
        sum as f32 * self.step
    }

    fn weight(&self, feature: Feature) -> i8 {
        let slot = if self.bits == 0 { 0 } else { feature.slot(self.bits) };
        self.table[slot].cast_signed()
    }
}

/// The bytes of a weight file for `1 << bits` weights, each rounded to one of 255 steps.
#[cfg(feature = "training")]
pub fn weight_file(bits: u32, weights: &[f32]) -> Vec<u8> {
    let largest = weights.iter().fold(0.0_f32, |largest, weight| largest.max(weight.abs())).max(1e-6);
    let step = largest / 127.0;
    let mut file = vec![bits as u8];
    file.extend(step.to_le_bytes());
    file.extend(weights.iter().map(|weight| ((weight / step).round() as i8).cast_unsigned()));
    file
}
