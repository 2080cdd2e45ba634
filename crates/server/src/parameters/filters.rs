use quotidian_model::{Confidence, DateRange, DateRangeError, QuoteKind};
use quotidian_search::{FacetField, FacetFilter, Filters, GroupId};

use super::{
    Subject,
    parameter::{Choices, Form, Parameter},
    reader::{Reader, choose},
};
use crate::problem::Problem;

/// The parameters that narrow a search beside its words.
pub(super) fn known(subject: Subject) -> Vec<Parameter> {
    let group = subject.group();
    let all_of_it = format!("The id of a {group}: finds every {} of it.", subject.document());
    let mut known = Vec::from(known_dates());
    known.push(Parameter::new(group, all_of_it, Form::Text, "00c0ffee00c0ffee"));
    if subject == Subject::Quotes {
        known.push(Parameter::new("confidence", "The lowest confidence of a quote.", Form::Share, "0.8"));
    }
    for field in subject.fields() {
        let wanted = format!("A value of the facet `{field}`; of several, one is enough.");
        let unwanted = format!("A value that the facet `{field}` must not have.");
        known.push(facet_parameter(*field, field.as_str().to_owned(), wanted));
        known.push(facet_parameter(*field, excluding(*field), unwanted));
    }
    known
}

/// The parameters that narrow a search to days.
pub(super) fn known_dates() -> [Parameter; 2] {
    [
        Parameter::new("from", "The first day, or a month's or year's first.", Form::Text, "2024-02"),
        Parameter::new("to", "The last day, or a month's or year's last.", Form::Text, "2024-03-14"),
    ]
}

/// Those of both subjects, for a path that asks for either.
pub(super) fn known_of_either() -> Vec<Parameter> {
    let mut known = known(Subject::Quotes);
    let of_articles = self::known(Subject::Articles).into_iter();
    let others: Vec<_> = of_articles.filter(|parameter| !has(&known, parameter)).collect();
    known.extend(others);
    known
}

/// Refuses a filter that the subject does not have: it would otherwise be passed over in silence. `chooses` is the
/// parameter that says which subject.
pub(super) fn refuse_those_of_the_other(
    reader: &Reader,
    subject: Subject,
    chooses: &str,
) -> Result<(), Problem> {
    let own = known(subject);
    for other in Subject::ALL.into_iter().filter(|other| *other != subject) {
        let is_given = |parameter: &Parameter| reader.text(&parameter.name).is_some();
        let given = known(other).into_iter().find(|parameter| is_given(parameter) && !has(&own, parameter));
        if let Some(Parameter { name, .. }) = given {
            let detail = format!("`{name}` is of {0} alone; ask with `{chooses}={0}`", other.as_str());
            return Err(Problem::bad_value(&name, detail));
        }
    }
    Ok(())
}

fn has(known: &[Parameter], parameter: &Parameter) -> bool {
    known.iter().any(|other| other.name == parameter.name)
}

/// The filters asked for.
pub(super) fn read(reader: &Reader, subject: Subject) -> Result<Filters, Problem> {
    let mut filters = Filters {
        dates: dates(reader)?,
        confidence: confidence(reader)?,
        group: group(reader, subject)?,
        ..Filters::default()
    };
    for field in subject.fields() {
        let any_of = values(reader, *field, field.as_str())?;
        let none_of = values(reader, *field, &excluding(*field))?;
        if !any_of.is_empty() || !none_of.is_empty() {
            filters.facets.insert(*field, FacetFilter { any_of, none_of });
        }
    }
    Ok(filters)
}

fn facet_parameter(field: FacetField, name: String, about: String) -> Parameter {
    let (form, example) = match field {
        FacetField::Kind => (Form::one_of(&kinds(), None), "direct"),
        FacetField::Language => (Form::Text, "en"),
        FacetField::Year => (Form::Text, "2024"),
        _ => (Form::Text, "Port Senna"),
    };
    Parameter::new(name, about, form, example).repeating()
}

fn excluding(field: FacetField) -> String {
    format!("-{field}")
}

fn kinds() -> Choices<QuoteKind> {
    QuoteKind::ALL.map(|kind| (kind.as_str(), kind)).to_vec()
}

/// The values given for a facet. Those of kinds and years are checked; what others there are, only the archive knows.
fn values(reader: &Reader, field: FacetField, name: &str) -> Result<Vec<String>, Problem> {
    let values = reader.texts(name);
    for value in &values {
        match field {
            FacetField::Kind => drop(choose(name, value, &kinds())?),
            FacetField::Year => check_year(name, value)?,
            _ => {}
        }
    }
    Ok(values)
}

fn check_year(name: &str, value: &str) -> Result<(), Problem> {
    if value.len() == 4 && value.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(())
    } else {
        Err(Problem::bad_value(name, format!("`{name}` is a year of four digits, not `{value}`")))
    }
}

/// The days asked for.
pub(super) fn dates(reader: &Reader) -> Result<DateRange, Problem> {
    let (from, to) = (reader.text("from"), reader.text("to"));
    DateRange::parse(from, to).map_err(|error| {
        // Of two texts, the one that is no date by itself is at fault.
        let from_is_date = DateRange::parse(from, None).is_ok();
        let name = match error {
            DateRangeError::Date { .. } if !from_is_date => "from",
            _ => "to",
        };
        Problem::bad_value(name, error)
    })
}

fn confidence(reader: &Reader) -> Result<Option<Confidence>, Problem> {
    let Some(text) = reader.text("confidence") else { return Ok(None) };
    let confidence = text.trim().parse::<f32>().ok().and_then(|share| Confidence::try_from(share).ok());
    confidence.map(Some).ok_or_else(|| {
        Problem::bad_value("confidence", format!("`confidence` is a number from 0 to 1, not `{text}`"))
    })
}

fn group(reader: &Reader, subject: Subject) -> Result<Option<GroupId>, Problem> {
    let name = subject.group();
    let id = reader.text(name).map(|text| text.trim().parse());
    id.transpose().map_err(|error| Problem::bad_value(name, error))
}
