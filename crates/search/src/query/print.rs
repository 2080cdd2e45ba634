use std::fmt;

use quotidian_model::{DateRange, Day};

use super::{Clause, DateClause, Matching, Query};

/// The query in the query language; parsing it again gives the same query.
impl fmt::Display for Query {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => Ok(()),
            Self::Clause(clause) => clause.fmt(formatter),
            Self::Date(clause) => clause.fmt(formatter),
            Self::And(parts) => joined(formatter, parts, " ", |part| matches!(part, Self::And(_))),
            Self::Or(parts) => {
                joined(formatter, parts, " OR ", |part| matches!(part, Self::And(_) | Self::Or(_)))
            }
            Self::Not(inner) => match &**inner {
                Self::And(_) | Self::Or(_) => write!(formatter, "-({inner})"),
                _ => write!(formatter, "-{inner}"),
            },
        }
    }
}

impl fmt::Display for Clause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(field) = self.field {
            write!(formatter, "{}:", field.as_str())?;
        }
        let text = &self.text;
        match self.matching {
            Matching::Word => formatter.write_str(text),
            Matching::Phrase => write!(formatter, "\"{text}\""),
            Matching::Near(slop) => write!(formatter, "\"{text}\"~{slop}"),
            Matching::Prefix => write!(formatter, "{text}*"),
            Matching::Fuzzy(edits) => write!(formatter, "{text}~{edits}"),
        }
    }
}

/// A whole year, month or day by its name, any other range by its first and last day.
impl fmt::Display for DateClause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        match self {
            Self::Undated => formatter.write_str("date:none"),
            Self::Within(range) => match period(*range) {
                Some(period) => write!(formatter, "date:{period}"),
                None => write!(formatter, "date:{}..{}", day(range.from), day(range.to)),
            },
        }
    }
}

fn period(range: DateRange) -> Option<String> {
    let first = range.from?.to_string();
    let names = [first.get(..4)?, first.get(..7)?, &first];
    let same = |name: &&str| DateRange::parse(Some(name), Some(name)).is_ok_and(|named| named == range);
    names.into_iter().find(same).map(str::to_owned)
}

fn joined(
    formatter: &mut fmt::Formatter<'_>,
    parts: &[Query],
    separator: &str,
    needs_brackets: fn(&Query) -> bool,
) -> fmt::Result {
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            formatter.write_str(separator)?;
        }
        if needs_brackets(part) {
            write!(formatter, "({part})")?;
        } else {
            write!(formatter, "{part}")?;
        }
    }
    Ok(())
}
