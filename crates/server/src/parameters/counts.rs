use quotidian_search::{FacetField, FacetRequest, FacetSort, Interval};

use super::{
    Subject,
    parameter::{Bounds, Choices, Form, Parameter},
    reader::{Reader, choose},
};
use crate::problem::Problem;

const FACET_VALUES: Bounds = Bounds { from: 1, to: 200, default: 10 };

/// The parameters that say what is counted beside the hits.
pub(super) fn known() -> [Parameter; 4] {
    let facets = "The facets to count, by name with commas between, or none. Absent: all.";
    let sort = "The order of each facet's values: the most frequent first, or by name.";
    [
        known_interval(),
        Parameter::new("facets", facets, Form::Text, "speaker,source"),
        Parameter::new("facet_values", "How many values of each facet.", Form::Number(FACET_VALUES), "20"),
        Parameter::new("facet_sort", sort, Form::one_of(&facet_sorts(), Some("count")), "name"),
    ]
}

/// The parameter that says of what periods the timeline is.
pub(super) fn known_interval() -> Parameter {
    let about = "The periods of the timeline: as they fit, or none to leave the timeline out.";
    Parameter::new("interval", about, Form::one_of(&intervals(), Some("fit")), "month")
}

/// The facets asked for.
pub(super) fn facets(reader: &Reader, subject: Subject) -> Result<FacetRequest, Problem> {
    Ok(FacetRequest {
        fields: wanted_facets(reader, subject.fields())?,
        values: reader.number("facet_values", FACET_VALUES)?,
        sort: facet_sort(reader, "facet_sort")?,
    })
}

/// The interval of the timeline; `None` leaves it out.
pub(super) fn interval(reader: &Reader) -> Result<Option<Interval>, Problem> {
    Ok(reader.choice("interval", &intervals())?.unwrap_or(Some(Interval::Fit)))
}

/// The parameter that says in which periods to count.
pub(super) fn known_period() -> Parameter {
    let about =
        "The periods: as they fit, or of this length; where they would be more than 400, longer ones.";
    Parameter::new("interval", about, Form::one_of(&periods(), Some("fit")), "month")
}

/// The periods in which to count.
pub(super) fn period(reader: &Reader) -> Result<Interval, Problem> {
    Ok(reader.choice("interval", &periods())?.unwrap_or(Interval::Fit))
}

/// The order of a facet's values that the parameter `name` asks for.
pub(super) fn facet_sort(reader: &Reader, name: &str) -> Result<FacetSort, Problem> {
    Ok(reader.choice(name, &facet_sorts())?.unwrap_or_default())
}

/// The orders of a facet's values.
pub(super) fn facet_sorts() -> Choices<FacetSort> {
    vec![("count", FacetSort::Count), ("name", FacetSort::Name)]
}

fn intervals() -> Choices<Option<Interval>> {
    let some = periods().into_iter().map(|(word, interval)| (word, Some(interval)));
    some.chain([("none", None)]).collect()
}

fn periods() -> Choices<Interval> {
    Interval::ALL.map(|interval| (interval.as_str(), interval)).to_vec()
}

/// The facets to count: those named, each once, else all.
fn wanted_facets(reader: &Reader, fields: &[FacetField]) -> Result<Vec<FacetField>, Problem> {
    let choices: Choices<FacetField> = fields.iter().map(|field| (field.as_str(), *field)).collect();
    match reader.text("facets").map(str::trim) {
        None => Ok(fields.to_vec()),
        Some("none") => Ok(Vec::new()),
        Some(text) => {
            let mut wanted = Vec::new();
            for name in text.split(',') {
                let field = choose("facets", name.trim(), &choices)?;
                if !wanted.contains(&field) {
                    wanted.push(field);
                }
            }
            Ok(wanted)
        }
    }
}
