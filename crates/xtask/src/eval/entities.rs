//! The board of entities.

use anyhow::Result;

use super::{Measure, program::Program};

/// The measures of entities, one for each data set.
pub(super) fn measure(program: &Program<'_>) -> Result<Vec<Measure>> {
    let sets = [("worldwide.dev", "F1 83.5, PER 90"), ("conll03.dev", "F1 94.5"), ("wikigold", "")];
    let mut measures = Vec::new();
    for (set, reach) in sets {
        let gold = program.gold(&format!("ner/{set}"))?;
        let answer = program.score_entities(&gold, &program.annotate(&gold)?)?;
        let f1 = |name: &str| {
            let line = answer.lines().find(|line| line.starts_with(name)).unwrap_or_default();
            line.split("F1").nth(1).and_then(|rest| rest.split_whitespace().next()).unwrap_or("-").to_owned()
        };
        let [micro, person, organization, place] = ["micro", "PER", "ORG", "LOC"].map(f1);
        let figure = format!("F1 {micro} (PER {person} ORG {organization} LOC {place})");
        measures.push(Measure::new(format!("{set}, entities"), figure, reach));
    }
    Ok(measures)
}
