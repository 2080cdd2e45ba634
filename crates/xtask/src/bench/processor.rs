//! The processor time of another process.

use std::{fs, time::Duration};

/// A tick of the times in `/proc`: Linux counts 100 of them a second there, on every machine.
const TICK: Duration = Duration::from_millis(10);

/// What a process and all its threads have used so far, in user and system mode; nothing where there is no `/proc`.
pub(super) fn time(process_id: u32) -> Option<Duration> {
    time_in(&fs::read_to_string(format!("/proc/{process_id}/stat")).ok()?)
}

/// The sum of `utime` and `stime`, the 14th and 15th field. The 2nd is a name in parentheses that can hold anything.
fn time_in(stat: &str) -> Option<Duration> {
    let (_, from_third) = stat.rsplit_once(')')?;
    let mut times = from_third.split_whitespace().skip(11);
    let mut ticks = || times.next()?.parse::<u32>().ok();
    Some(TICK * (ticks()? + ticks()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn user_and_system_time_are_added() {
        let stat = "7 (a ) b) S 1 7 7 0 -1 4194304 100 0 0 0 250 31 0 0 20 0 3 0 1000 2000 300";
        assert_eq!(time_in(stat), Some(Duration::from_millis(2810)));
        assert_eq!(time_in("7 (a) S 1"), None);
    }
}
