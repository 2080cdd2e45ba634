use super::Statement;
use crate::mixing::{FNV_OFFSET, FNV_PRIME, mix};

/// Hashes in a digest, of 8 bits each.
const HASHES: usize = 16;
/// Hashes that are looked up together.
pub(super) const BAND: usize = 2;
/// Statements that share 60 of 100 content words have at least so many equal hashes nearly always.
const EQUAL: usize = 8;

/// What is kept of a quote to tell which others say nearly the same otherwise: a MinHash of its content words in two
/// numbers, and in a third what it denies and what it counts, 32 bits each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Digest {
    hashes: [u8; HASHES],
    denied: u32,
    counted: u32,
}

impl Digest {
    /// How many numbers it is stored in.
    pub(crate) const NUMBERS: usize = 3;

    /// The digest of a statement that says enough to be compared.
    pub(crate) fn of(statement: &Statement) -> Option<Self> {
        if !statement.is_comparable() {
            return None;
        }
        let words: Vec<u64> = statement.content.iter().map(|word| hash(word)).collect();
        let least = |permutation: u64| words.iter().map(|word| mix(word ^ mix(permutation))).min();
        let mut hashes = [0; HASHES];
        for (place, permutation) in std::iter::zip(&mut hashes, 0..) {
            // The highest bits of the least are nearly always zero: these tell more.
            *place = (least(permutation).unwrap_or_default() >> 24) as u8;
        }
        let numbers =
            statement.numbers.iter().map(|(unit, value)| hash(unit).wrapping_mul(FNV_PRIME) ^ hash(value));
        let denied = statement.denied.iter().map(|word| hash(word));
        Some(Self { hashes, denied: together(denied), counted: together(numbers) })
    }

    pub(crate) fn to_numbers(self) -> [u64; Self::NUMBERS] {
        let [first, second] = self.halves();
        [first, second, u64::from(self.denied) << 32 | u64::from(self.counted)]
    }

    pub(crate) fn from_numbers([first, second, third]: [u64; Self::NUMBERS]) -> Self {
        let mut hashes = [0; HASHES];
        hashes[..HASHES / 2].copy_from_slice(&first.to_be_bytes());
        hashes[HASHES / 2..].copy_from_slice(&second.to_be_bytes());
        Self { hashes, denied: (third >> 32) as u32, counted: third as u32 }
    }

    fn halves(&self) -> [u64; 2] {
        let number = |bytes: &[u8]| bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
        [number(&self.hashes[..HASHES / 2]), number(&self.hashes[HASHES / 2..])]
    }

    /// The hashes that are looked up together, each group with its place among them.
    pub(super) fn bands(&self) -> impl Iterator<Item = (usize, [u8; BAND])> {
        self.hashes.as_chunks().0.iter().copied().enumerate()
    }

    /// Whether two statements may say nearly the same, and otherwise.
    pub(super) fn may_differ(&self, other: &Self) -> bool {
        let counts_otherwise = self.counted != other.counted && self.counted != 0 && other.counted != 0;
        let equal = std::iter::zip(&self.hashes, &other.hashes).filter(|(left, right)| left == right);
        (self.denied != other.denied || counts_otherwise) && equal.count() >= EQUAL
    }
}

fn hash(word: &str) -> u64 {
    word.bytes().fold(FNV_OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME))
}

/// One number for a set of hashes: 0 for none, hardly ever 0 for others.
fn together(hashes: impl Iterator<Item = u64>) -> u32 {
    (hashes.fold(0_u64, |all, hash| all.wrapping_add(mix(hash))) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(text: &str) -> Digest {
        Digest::of(&Statement::of(text)).unwrap()
    }

    #[test]
    fn a_digest_is_stored_in_numbers() {
        let digest = digest("The new ferry won't cost $20 million and carry 300 passengers");
        assert_eq!(Digest::from_numbers(digest.to_numbers()), digest);
    }

    #[test]
    fn what_says_the_same_otherwise_is_worth_comparing() {
        let board = digest("The harbour board will close the old ferry landing for 3 years");
        assert!(
            board.may_differ(&digest("The harbour board will not close the old ferry landing for 3 years"))
        );
        assert!(board.may_differ(&digest("The harbour board will close the old ferry landing for 4 years")));
        assert!(
            !board.may_differ(&digest("The harbour board would close that old ferry landing for 3 years"))
        );
        assert!(!board.may_differ(&digest("The harbour board will close the old ferry landing")));
        assert!(!board.may_differ(&digest("Nobody on the hill has asked for 4 schools this winter")));
    }

    #[test]
    fn a_few_words_have_none() {
        assert_eq!(Digest::of(&Statement::of("We do not wait.")), None);
    }
}
