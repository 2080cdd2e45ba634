use super::digest::{BAND, Digest};

/// More statements than this that share a band are a form of words, filled in anew each time.
const FORM: usize = 64;

/// The pairs of statements that may say nearly the same otherwise, by their places, the smaller first; in order, each once.
pub(crate) fn pairs(digests: &[Digest]) -> Vec<(usize, usize)> {
    let mut bands: Vec<((usize, [u8; BAND]), usize)> = std::iter::zip(digests, 0..)
        .flat_map(|(digest, place)| digest.bands().map(move |band| (band, place)))
        .collect();
    bands.sort_unstable();
    let mut pairs = Vec::new();
    for run in bands.chunk_by(|(left, _), (right, _)| left == right).filter(|run| run.len() <= FORM) {
        for (index, (_, left)) in run.iter().enumerate() {
            let others = run[index + 1..].iter().map(|(_, right)| *right);
            let worth = others.filter(|right| digests[*left].may_differ(&digests[*right]));
            pairs.extend(worth.map(|right| (*left, right)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

#[cfg(test)]
mod tests {
    use super::{super::Statement, *};

    #[test]
    fn statements_are_paired_with_those_that_say_it_otherwise() {
        let texts = [
            "The harbour board will close the old ferry landing",
            "The council gave the school on the hill a new roof",
            "The harbour board will not close the old ferry landing",
            "The harbour board will close the old ferry landing",
        ];
        let digests = texts.map(|text| Digest::of(&Statement::of(text)).unwrap());
        assert_eq!(pairs(&digests), [(0, 2), (2, 3)]);
    }

    #[test]
    fn a_form_of_words_has_no_pairs() {
        let text =
            |number: usize| format!("The ferry carried {number} boats across the old harbour last night");
        let digests: Vec<Digest> =
            (2..80).map(|number| Digest::of(&Statement::of(&text(number))).unwrap()).collect();
        assert_eq!(pairs(&digests[..2]), [(0, 1)]);
        assert_eq!(pairs(&digests), []);
    }
}
