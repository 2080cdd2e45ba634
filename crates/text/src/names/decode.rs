//! The best labels of a stretch: Viterbi's algorithm over whole numbers.

use super::{
    label::{LABELS, Label, can_follow, goes_on},
    weights::{NEVER, Transitions, best},
};

/// The transitions with those that cannot be ruled out.
pub fn legal(mut transitions: Transitions<i32>) -> Transitions<i32> {
    for label in 0..LABELS {
        if goes_on(label as Label) {
            transitions.first[label] = NEVER;
        }
        for before in 0..LABELS {
            if !can_follow(before as Label, label as Label) {
                transitions.pairs[before][label] = NEVER;
            }
        }
    }
    transitions
}

/// Writes the best labels for the scores of a stretch's tokens.
pub fn decode(
    transitions: &Transitions<i32>,
    scores: &[[i32; LABELS]],
    back: &mut Vec<[Label; LABELS]>,
    labels: &mut [Label],
) {
    back.clear();
    let mut best_until = transitions.first;
    for (at, token) in scores.iter().enumerate() {
        if at > 0 {
            let (until, from) = step(transitions, &best_until);
            best_until = until;
            back.push(from);
        }
        add(&mut best_until, token);
    }
    add(&mut best_until, &transitions.last);
    let mut label = best(&best_until);
    for (at, place) in labels.iter_mut().enumerate().rev() {
        *place = label;
        if at > 0 {
            label = back[at - 1][usize::from(label)];
        }
    }
}

fn add(sums: &mut [i32; LABELS], scores: &[i32; LABELS]) {
    for (sum, score) in sums.iter_mut().zip(scores) {
        *sum += score;
    }
}

/// For each label the best score up to it, and the label before.
fn step(transitions: &Transitions<i32>, best_until: &[i32; LABELS]) -> ([i32; LABELS], [Label; LABELS]) {
    let mut until = [i32::MIN; LABELS];
    let mut from = [0; LABELS];
    for (before, (score, pairs)) in best_until.iter().zip(&transitions.pairs).enumerate() {
        for label in 0..LABELS {
            let score = score + pairs[label];
            if score > until[label] {
                until[label] = score;
                from[label] = before as Label;
            }
        }
    }
    (until, from)
}

#[cfg(test)]
mod tests {
    use quotidian_model::EntityKind;

    use super::{
        super::label::{OUTSIDE, begin, inside},
        *,
    };

    /// The labels of tokens, each with the labels that have points.
    fn labels(tokens: &[&[(Label, i32)]]) -> Vec<Label> {
        let scores: Vec<_> = tokens
            .iter()
            .map(|points| {
                let mut scores = [0; LABELS];
                for &(label, score) in *points {
                    scores[usize::from(label)] = score;
                }
                scores
            })
            .collect();
        let mut labels = vec![OUTSIDE; tokens.len()];
        decode(&legal(Transitions::default()), &scores, &mut Vec::new(), &mut labels);
        labels
    }

    #[test]
    fn a_name_goes_on_only_where_one_of_its_kind_began() {
        let (person, place) = (EntityKind::Person, EntityKind::Place);
        assert_eq!(labels(&[&[(inside(person), 5)]]), [OUTSIDE]);
        let open = [&[(begin(person), 3)][..], &[(inside(person), 1), (inside(place), 2)]];
        assert_eq!(labels(&open), [begin(person), inside(person)]);
    }

    #[test]
    fn the_whole_counts_and_not_each_token() {
        let place = EntityKind::Place;
        let late = [&[(OUTSIDE, 1)][..], &[(inside(place), 9)]];
        assert_eq!(labels(&late), [begin(place), inside(place)]);
        assert!(labels(&[]).is_empty());
    }
}
