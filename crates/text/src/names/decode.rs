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
        for label in 0..LABELS {
            best_until[label] += token[label];
        }
    }
    for label in 0..LABELS {
        best_until[label] += transitions.last[label];
    }
    let mut label = best(&best_until);
    for (at, place) in labels.iter_mut().enumerate().rev() {
        *place = label;
        if at > 0 {
            label = back[at - 1][usize::from(label)];
        }
    }
}

/// For each label the best score up to it, and the label before.
fn step(transitions: &Transitions<i32>, best_until: &[i32; LABELS]) -> ([i32; LABELS], [Label; LABELS]) {
    let mut until = [i32::MIN; LABELS];
    let mut from = [0; LABELS];
    for before in 0..LABELS {
        for label in 0..LABELS {
            let score = best_until[before] + transitions.pairs[before][label];
            if score > until[label] {
                until[label] = score;
                from[label] = before as Label;
            }
        }
    }
    (until, from)
}
