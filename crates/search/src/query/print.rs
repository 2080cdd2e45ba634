use std::fmt;

use super::{Clause, Matching, Query};

/// The query in the query language; parsing it again gives the same query.
impl fmt::Display for Query {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => Ok(()),
            Self::Clause(clause) => clause.fmt(formatter),
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
        match self.matching {
            Matching::Word => formatter.write_str(&self.text),
            Matching::Phrase => write!(formatter, "\"{}\"", self.text),
        }
    }
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
