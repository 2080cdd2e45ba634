//! One step after another, until one fails.

use std::{
    fmt,
    time::{Duration, Instant},
};

use crate::{
    steps::{Outcome, Step},
    workspace::Workspace,
};

/// How many steps did what.
#[derive(Default)]
pub(crate) struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    /// Whether nothing failed.
    pub(crate) fn is_success(&self) -> bool {
        self.failed == 0
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Runs the steps; the first failure is the last step, because later ones build on earlier ones.
pub(crate) fn run(workspace: &Workspace, steps: &[Step]) -> Tally {
    let mut tally = Tally::default();
    for (index, step) in steps.iter().enumerate() {
        println!("\n== {}/{} {}", index + 1, steps.len(), step.name);
        let start = Instant::now();
        let outcome = (step.run)(workspace);
        let time = seconds(start.elapsed());
        match outcome {
            Ok(Outcome::Passed) => {
                println!("passed: {} ({time})", step.name);
                tally.passed += 1;
            }
            Ok(Outcome::Skipped(reason)) => println!("skipped: {}, because {reason}", step.name),
            Err(error) => {
                println!("failed: {} ({time}): {error:#}", step.name);
                tally.failed += 1;
                break;
            }
        }
    }
    println!();
    tally
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    fn pass(_: &Workspace) -> anyhow::Result<Outcome> {
        Ok(Outcome::Passed)
    }

    fn skip(_: &Workspace) -> anyhow::Result<Outcome> {
        Ok(Outcome::Skipped("it is a test"))
    }

    fn fail(_: &Workspace) -> anyhow::Result<Outcome> {
        Err(anyhow!("on purpose"))
    }

    fn tally(runs: &[fn(&Workspace) -> anyhow::Result<Outcome>]) -> String {
        let steps: Vec<Step> = runs.iter().map(|&run| Step { name: "step", run }).collect();
        run(&Workspace::find().unwrap(), &steps).to_string()
    }

    #[test]
    fn the_first_failure_ends_the_run() {
        assert_eq!(tally(&[pass, pass]), "2 passed, 0 failed");
        assert_eq!(tally(&[pass, fail, pass]), "1 passed, 1 failed");
    }

    #[test]
    fn a_skipped_step_is_not_counted_as_passed() {
        assert_eq!(tally(&[skip, pass]), "1 passed, 0 failed");
    }
}
