//! The tables: latencies in milliseconds, as Markdown.

use std::time::Duration;

use super::{mix::Query, mode::Mode};

/// The mode whose slowest query is named: its answers are computed and not remembered.
const SLOWEST_IN: Mode = Mode::FullNotCached;

/// What was measured in one mode.
pub(super) struct Measurement {
    /// How the mix was asked.
    pub(super) mode: Mode,
    /// For every query of the mix, in its order, the latency in each pass.
    pub(super) latencies: Vec<Vec<Duration>>,
    /// The server's processor time over all these requests, if the system tells.
    pub(super) processor: Option<Duration>,
}

impl Measurement {
    /// The row of the mode in the first table.
    fn row(&self) -> String {
        let all = self.latencies.concat();
        let [median, ninety, ninety_nine, highest] =
            [50, 90, 99, 100].map(|share| milliseconds(percentile(&all, share)));
        let requests = u32::try_from(all.len()).unwrap_or(u32::MAX);
        let processor = self.processor.map_or_else(|| "-".to_owned(), |time| milliseconds(time / requests));
        let name = self.mode.name();
        format!("| {name} | {median} | {ninety} | {ninety_nine} | {highest} | {processor} |\n")
    }

    /// The latencies of the queries at some places.
    fn at(&self, places: &[usize]) -> Vec<Duration> {
        places.iter().flat_map(|&place| self.latencies[place].iter().copied()).collect()
    }

    /// The place with the highest median among some, and that median.
    fn slowest(&self, places: &[usize]) -> Option<(usize, Duration)> {
        let medians = places.iter().map(|&place| (place, percentile(&self.latencies[place], 50)));
        medians.max_by_key(|(_, median)| *median)
    }
}

/// The table of modes.
pub(super) fn by_mode(measurements: &[Measurement]) -> String {
    let head =
        "| mode | median | 90 % | 99 % | max | server's processor time, mean |\n|---|--:|--:|--:|--:|--:|\n";
    measurements.iter().fold(head.to_owned(), |table, measurement| table + &measurement.row())
}

/// The table of kinds: for every mode the median and the maximum, and the query with the highest median.
pub(super) fn by_kind(mix: &[Query], measurements: &[Measurement]) -> String {
    let names = measurements.iter().map(|measurement| measurement.mode.name());
    let columns: String = names.map(|name| format!(" {name}: median | max |")).collect();
    let rule = "--:|--:|".repeat(measurements.len());
    let mut table = format!("| kind |{columns} slowest query and its median ({}) |\n", SLOWEST_IN.name());
    table += &format!("|---|{rule}---|\n");
    for (kind, places) in kinds(mix) {
        table += &format!("| {kind} |");
        for measurement in measurements {
            let latencies = measurement.at(&places);
            let [median, highest] = [50, 100].map(|share| milliseconds(percentile(&latencies, share)));
            table += &format!(" {median} | {highest} |");
        }
        table += &format!(" {} |\n", slowest(mix, measurements, &places));
    }
    table
}

fn slowest(mix: &[Query], measurements: &[Measurement], places: &[usize]) -> String {
    let measurement = measurements.iter().find(|measurement| measurement.mode == SLOWEST_IN);
    let slowest = measurement.and_then(|measurement| measurement.slowest(places));
    slowest.map_or_else(String::new, |(place, median)| {
        format!("`{}`: {}", mix[place].title().replace('|', "\\|"), milliseconds(median))
    })
}

/// The kinds in the order of the mix, and where their queries stand.
fn kinds(mix: &[Query]) -> Vec<(&str, Vec<usize>)> {
    let mut kinds: Vec<(&str, Vec<usize>)> = Vec::new();
    for (place, query) in mix.iter().enumerate() {
        match kinds.iter_mut().find(|(kind, _)| *kind == query.kind) {
            Some((_, places)) => places.push(place),
            None => kinds.push((&query.kind, vec![place])),
        }
    }
    kinds
}

/// The lowest latency that at least `share` per cent of them do not exceed; zero for none.
fn percentile(latencies: &[Duration], share: usize) -> Duration {
    let mut sorted = latencies.to_vec();
    sorted.sort_unstable();
    let rank = (sorted.len() * share).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default()
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64() * 1_000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(milliseconds: impl IntoIterator<Item = u64>) -> Vec<Duration> {
        milliseconds.into_iter().map(Duration::from_millis).collect()
    }

    fn check(latencies: &[Duration], share: usize, expected: u64) {
        assert_eq!(percentile(latencies, share), Duration::from_millis(expected), "{share} %");
    }

    #[test]
    fn a_percentile_is_one_of_the_latencies() {
        let hundred = times((1..=100).rev());
        check(&hundred, 50, 50);
        check(&hundred, 99, 99);
        check(&hundred, 100, 100);
        check(&times([3, 1, 2]), 50, 2);
        check(&times([3, 1, 2]), 99, 3);
        check(&times([7]), 50, 7);
        check(&[], 50, 0);
    }

    #[test]
    fn the_tables_tell_modes_and_kinds_apart() {
        let mix = r#"[{"kind": "term", "path": "/a", "params": {"q": "x"}},
                      {"kind": "wide", "path": "/a", "params": {}},
                      {"kind": "term", "path": "/a", "params": {"q": "y|z"}}]"#;
        let mix: Vec<Query> = serde_json::from_str(mix).unwrap();
        let latencies = vec![times([1, 2]), times([30, 40]), times([5, 6])];
        let processor = Some(Duration::from_millis(60));
        let measured = [Measurement { mode: Mode::FullNotCached, latencies, processor }];
        let row = by_mode(&measured).lines().nth(2).unwrap().to_owned();
        assert_eq!(row, "| full, not cached | 5.00 | 40.00 | 40.00 | 40.00 | 10.00 |");
        let table = by_kind(&mix, &measured);
        let rows: Vec<_> = table.lines().skip(2).collect();
        assert_eq!(
            rows,
            ["| term | 2.00 | 6.00 | `/a q=y\\|z`: 5.00 |", "| wide | 30.00 | 40.00 | `/a`: 30.00 |"]
        );
    }
}
