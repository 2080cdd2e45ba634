use std::{collections::BTreeMap, fmt};

use serde::Serialize;

use crate::{DateWarning, Rejection};

/// What became of every article of a run: `read` = `indexed` + `replaced` + `unchanged` + `rejected`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Articles met, and inputs that hold none that can be read.
    pub read: u64,
    /// Articles new to the archive.
    pub indexed: u64,
    /// Articles that took the place of another with the same id, in the archive or earlier in the run.
    pub replaced: u64,
    /// Articles that are in the archive just as they are.
    pub unchanged: u64,
    /// Articles that were taken out of the archive.
    pub deleted: u64,
    /// Articles of the archive that the inputs do not hold, and that were kept because some inputs could not be read.
    pub kept: u64,
    /// Articles and inputs that could not be read.
    pub rejected: u64,
    /// Quotes in the articles indexed or replaced.
    pub quotes: u64,
    /// Articles without a day, of all but the rejected.
    pub undated: u64,
    /// Stated dates that give no day; their articles are among the undated.
    pub date_warnings: u64,
    /// Titles made from first sentences.
    pub derived_titles: u64,
    /// How often each reason led to a rejection.
    pub rejected_by_reason: BTreeMap<&'static str, u64>,
    /// The first rejections, at most [`Report::MOST_DETAILS`].
    pub rejections: Vec<Rejection>,
    /// The first date warnings, at most [`Report::MOST_DETAILS`].
    pub dates_without_day: Vec<DateWarning>,
}

impl Report {
    /// How many rejections, and how many date warnings, are told one by one; the others are only counted, so that the
    /// report of a hopeless archive stays small.
    pub const MOST_DETAILS: usize = 1000;

    /// How many of each are printed.
    const MOST_PRINTED: usize = 20;

    pub(crate) fn reject(&mut self, rejection: Rejection) {
        self.read += 1;
        self.rejected += 1;
        *self.rejected_by_reason.entry(rejection.reason.kind()).or_default() += 1;
        if self.rejections.len() < Self::MOST_DETAILS {
            self.rejections.push(rejection);
        }
    }

    pub(crate) fn warn(&mut self, warning: DateWarning) {
        self.date_warnings += 1;
        if self.dates_without_day.len() < Self::MOST_DETAILS {
            self.dates_without_day.push(warning);
        }
    }
}

/// The report in sentences, for people.
impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { indexed, replaced, unchanged, rejected, .. } = self;
        writeln!(
            out,
            "{} read: {indexed} indexed, {replaced} replaced, {unchanged} unchanged, {rejected} rejected.",
            count(self.read, "article", "articles")
        )?;
        if self.deleted > 0 {
            writeln!(out, "{} deleted.", count(self.deleted, "article was", "articles were"))?;
        }
        if self.kept > 0 {
            let kept = count(self.kept, "article is", "articles are");
            writeln!(
                out,
                "{kept} not in the inputs and not deleted either, for not all inputs could be read."
            )?;
        }
        if self.quotes > 0 {
            writeln!(out, "{} found.", count(self.quotes, "quote was", "quotes were"))?;
        }
        if self.derived_titles > 0 {
            let titles = count(self.derived_titles, "article has no title", "articles have no title");
            writeln!(out, "{titles}; the first sentence stands in for it.")?;
        }
        if self.undated > 0 {
            writeln!(out, "{} no usable date.", count(self.undated, "article has", "articles have"))?;
        }
        self.write_dates(out)?;
        self.write_rejections(out)
    }
}

impl Report {
    pub(crate) fn write_dates(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.date_warnings > 0 {
            writeln!(out, "{} no day:", count(self.date_warnings, "stated date gives", "stated dates give"))?;
        }
        for DateWarning { file, line, stated, problem } in
            self.dates_without_day.iter().take(Self::MOST_PRINTED)
        {
            writeln!(out, "  {file}, line {line}: “{stated}” {problem}")?;
        }
        write_rest(out, self.date_warnings)
    }

    pub(crate) fn write_rejections(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.rejected > 0 {
            writeln!(
                out,
                "{} rejected:",
                count(self.rejected, "article or file was", "articles or files were")
            )?;
        }
        if self.rejected_by_reason.len() > 1 {
            for (reason, times) in &self.rejected_by_reason {
                writeln!(out, "  {times} × {reason}")?;
            }
        }
        for rejection in self.rejections.iter().take(Self::MOST_PRINTED) {
            writeln!(out, "  {rejection}")?;
        }
        write_rest(out, self.rejected)
    }
}

fn write_rest(out: &mut fmt::Formatter<'_>, total: u64) -> fmt::Result {
    match total.saturating_sub(Report::MOST_PRINTED as u64) {
        0 => Ok(()),
        rest => writeln!(out, "  and {rest} more"),
    }
}

/// A number and what is counted.
fn count(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DateProblem, Reason};

    fn rejection(line: u64, reason: Reason) -> Rejection {
        Rejection { file: "a.jsonl".to_owned(), line: Some(line), reason }
    }

    #[test]
    fn a_clean_run_is_one_sentence() {
        let report = Report { read: 2, indexed: 2, ..Report::default() };
        assert_eq!(report.to_string(), "2 articles read: 2 indexed, 0 replaced, 0 unchanged, 0 rejected.\n");
    }

    #[test]
    fn one_is_singular() {
        let mut report = Report { indexed: 1, quotes: 1, undated: 1, derived_titles: 1, ..Report::default() };
        report.reject(rejection(3, Reason::NoBody));
        report.warn(DateWarning {
            file: "a.jsonl".to_owned(),
            line: 2,
            stated: "2050-01-01".to_owned(),
            problem: DateProblem::Implausible,
        });
        let expected = "\
1 article read: 1 indexed, 0 replaced, 0 unchanged, 1 rejected.
1 quote was found.
1 article has no title; the first sentence stands in for it.
1 article has no usable date.
1 stated date gives no day:
  a.jsonl, line 2: “2050-01-01” is not plausible
1 article or file was rejected:
  a.jsonl, line 3: has no body
";
        assert_eq!(report.to_string(), expected);
    }

    #[test]
    fn a_hopeless_archive_is_counted_and_not_told_in_full() {
        let mut report = Report::default();
        (1..=1500).for_each(|line| report.reject(rejection(line, Reason::NoBody)));
        report.reject(rejection(1501, Reason::NotAnObject));
        assert_eq!((report.rejected, report.rejections.len()), (1501, Report::MOST_DETAILS));
        let text = report.to_string();
        assert!(text.contains("  1500 × no body\n  1 × not a JSON object\n"), "{text}");
        assert!(text.ends_with("  and 1481 more\n"), "{text}");
        assert_eq!(text.lines().count(), 25);
    }

    #[test]
    fn a_program_reads_the_same_sentences() {
        let mut report = Report::default();
        report.reject(rejection(3, Reason::NotUtf8 { offset: 17 }));
        let json = serde_json::to_value(&report).unwrap();
        assert_eq!(json["rejections"][0]["reason"], "is not UTF-8 at byte 17 of the input");
        assert_eq!(json["rejected_by_reason"]["not UTF-8"], 1);
    }
}
