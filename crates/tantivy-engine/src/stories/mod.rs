//! Near-duplicate copy, grouped into *stories*: one report as several outlets printed it, or as one outlet updated it.
//!
//! [`Signature::of`] keeps of a body what is needed to compare it, when the article is written; [`stories`] groups the
//! signatures of a whole archive. Both are pure and give the same for the same articles in any order, on any platform.
//!
//! The steps, one module each: the `dateline` is left out, `letters` are folded, runs of words become `shingles`, their
//! hashes a `signature`. The `rule` says which two articles tell one story, `buckets` finds the articles that
//! may, and `grouping` puts each article to a story.

mod buckets;
mod dateline;
mod grouping;
mod letters;
mod rule;
mod shingles;
mod signature;
#[cfg(test)]
mod testing;

pub(crate) use grouping::stories;
pub(crate) use rule::Entry;
pub(crate) use signature::Signature;

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "The old pier at Port Senna will stay open this winter, Mayor Ilse Maravant said on Monday, \
        after engineers found that its beams can be mended for a tenth of what a new one would cost. The council had \
        planned to tear it down in the spring. Fishermen, who sell their catch there before dawn, had asked for two \
        years that it be kept, and collected four thousand names. Work is to begin when the storms are over, and the \
        ferry to Old Quay will leave from the northern landing until then. Maravant thanked the engineers, and said \
        that the money saved would go to the school on the hill.";

    /// Entries with keys 1, 2 and so on, from the day and the body.
    fn check(articles: &[(Option<i64>, &str)], expected: &[u64]) {
        let entry = |(key, (day, body)): (u64, &(Option<i64>, &str))| Entry {
            key,
            day: *day,
            signature: Signature::of(body),
        };
        let entries: Vec<Entry> = std::iter::zip(1.., articles).map(entry).collect();
        assert_eq!(stories(&entries), expected);
    }

    #[test]
    fn copies_and_updates_are_one_story() {
        let dated = format!("PORT SENNA, March 3 (PSN) — {REPORT}");
        let updated = format!("{REPORT} The ferry company had no comment.");
        check(&[(Some(2), &dated), (Some(1), REPORT), (Some(3), &updated)], &[2, 2, 2]);
    }

    #[test]
    fn another_report_of_the_event_is_another_story() {
        let other = "Port Senna keeps its old pier: Mayor Ilse Maravant told the council on Monday that mending the \
            beams would cost a tenth of a new one. Fishermen, who sell their catch there before dawn, had asked for \
            two years that it be kept. The ferry to Old Quay will leave from the northern landing until the work is \
            done.";
        check(&[(Some(1), REPORT), (Some(1), other)], &[1, 2]);
    }

    #[test]
    fn far_days_and_unknown_ones_need_the_same_words() {
        let notice = REPORT.replace("four", "six").replace("Monday", "Friday");
        check(&[(Some(1), REPORT), (Some(5), &notice)], &[1, 1]);
        check(&[(Some(1), REPORT), (Some(6), &notice)], &[1, 2]);
        check(&[(Some(1), REPORT), (None, &notice), (None, REPORT)], &[1, 2, 1]);
        check(&[(Some(1), REPORT), (Some(9000), REPORT)], &[1, 1]);
    }

    #[test]
    fn short_notices_are_alike_only_if_equal() {
        let notice =
            "The lighthouse of Port Senna will be closed to visitors on Monday because of the storm.";
        let again = notice.replace("Monday", "Tuesday");
        check(&[(Some(1), notice), (Some(1), &again), (Some(2), &notice.to_uppercase())], &[1, 2, 1]);
        check(&[(Some(1), "Watch it live"), (Some(1), "Watch it live")], &[1, 2]);
    }
}
