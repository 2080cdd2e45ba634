use std::sync::LazyLock;

use quotidian_model::{Confidence, DateRange, DateRangeError, QuoteKind};
use quotidian_search::{
    FacetField, FacetFilter, FacetRequest, Filters, Interval, SearchRequest, Sort,
    query::{ParsedQuery, Warning},
};

use super::{
    PageLinks,
    extract::Readable,
    pages,
    parameter::{Bounds, Choices, Form, Parameter},
    reader::{Reader, choose},
};
use crate::problem::Problem;

/// A search as it was asked for.
pub(crate) struct SearchParameters {
    /// The query as it was given.
    pub(crate) text: String,
    /// What could not be read as it stands.
    pub(crate) warnings: Vec<Warning>,
    /// What to ask the engine. It has no deadline yet.
    pub(crate) request: SearchRequest,
    /// The way to the other pages.
    pub(crate) links: PageLinks,
}

/// A search for articles.
pub(crate) struct ArticleSearch(pub(crate) SearchParameters);

/// A search for quotes.
pub(crate) struct QuoteSearch(pub(crate) SearchParameters);

const FACET_VALUES: Bounds = Bounds { from: 1, to: 200, default: 10 };

static KNOWN_OF_ARTICLES: LazyLock<Vec<Parameter>> = LazyLock::new(|| known(FacetField::of_articles()));
static KNOWN_OF_QUOTES: LazyLock<Vec<Parameter>> = LazyLock::new(|| {
    let mut known = known(FacetField::of_quotes());
    known.push(Parameter::new("confidence", "The lowest confidence of a quote.", Form::Share, "0.8"));
    known
});

impl Readable for ArticleSearch {
    fn known() -> &'static [Parameter] {
        &KNOWN_OF_ARTICLES
    }

    fn read(reader: Reader, path: &str) -> Result<Self, Problem> {
        SearchParameters::read(reader, path, FacetField::of_articles()).map(Self)
    }
}

impl Readable for QuoteSearch {
    fn known() -> &'static [Parameter] {
        &KNOWN_OF_QUOTES
    }

    fn read(reader: Reader, path: &str) -> Result<Self, Problem> {
        SearchParameters::read(reader, path, FacetField::of_quotes()).map(Self)
    }
}

impl SearchParameters {
    fn read(reader: Reader, path: &str, fields: &[FacetField]) -> Result<Self, Problem> {
        let text = reader.text("q").unwrap_or_default().to_owned();
        let ParsedQuery { query, warnings } = ParsedQuery::parse(&text);
        let request = SearchRequest {
            filters: filters(&reader, fields)?,
            sort: reader.choice("sort", &sorts())?,
            page: pages::read(&reader)?,
            facets: FacetRequest {
                fields: wanted_facets(&reader, fields)?,
                values: reader.number("facet_values", FACET_VALUES)?,
            },
            interval: reader.choice("interval", &intervals())?.unwrap_or(Some(Interval::Fit)),
            deadline: None,
            query,
        };
        Ok(Self { text, warnings, request, links: reader.into_links(path) })
    }
}

fn known(fields: &[FacetField]) -> Vec<Parameter> {
    let sort = "The order. Absent: relevance where words are asked for, else newest.";
    let interval = "The periods of the timeline: as they fit, or none to leave the timeline out.";
    let facets = "The facets to count, by name with commas between, or none. Absent: all.";
    let mut known = vec![
        Parameter::new("q", "The query, in the query language.", Form::Text, "levy OR tide -harbour"),
        Parameter::new("from", "The first day, or a month's or year's first.", Form::Text, "2024-02"),
        Parameter::new("to", "The last day, or a month's or year's last.", Form::Text, "2024-03-14"),
        Parameter::new("sort", sort, Form::one_of(&sorts(), None), "newest"),
        Parameter::new("interval", interval, Form::one_of(&intervals(), Some("fit")), "month"),
        Parameter::new("facets", facets, Form::Text, "speaker,source"),
        Parameter::new("facet_values", "How many values of each facet.", Form::Number(FACET_VALUES), "20"),
    ];
    known.extend(pages::known());
    for field in fields {
        let wanted = format!("A value of the facet `{field}`; of several, one is enough.");
        let unwanted = format!("A value that the facet `{field}` must not have.");
        known.push(facet_parameter(*field, field.as_str().to_owned(), wanted));
        known.push(facet_parameter(*field, excluding(*field), unwanted));
    }
    known
}

fn facet_parameter(field: FacetField, name: String, about: String) -> Parameter {
    let (form, example) = match field {
        FacetField::Kind => (Form::one_of(&kinds(), None), "direct"),
        FacetField::Language => (Form::Text, "en"),
        _ => (Form::Text, "Port Senna"),
    };
    Parameter::new(name, about, form, example).repeating()
}

fn excluding(field: FacetField) -> String {
    format!("-{field}")
}

fn sorts() -> Choices<Sort> {
    [Sort::Relevance, Sort::Newest, Sort::Oldest].map(|sort| (sort.as_str(), sort)).to_vec()
}

fn kinds() -> Choices<QuoteKind> {
    QuoteKind::ALL.map(|kind| (kind.as_str(), kind)).to_vec()
}

fn intervals() -> Choices<Option<Interval>> {
    let intervals = [Interval::Fit, Interval::Day, Interval::Week, Interval::Month, Interval::Year];
    let mut choices = intervals.map(|interval| (interval.as_str(), Some(interval))).to_vec();
    choices.push(("none", None));
    choices
}

fn filters(reader: &Reader, fields: &[FacetField]) -> Result<Filters, Problem> {
    let mut filters =
        Filters { dates: dates(reader)?, confidence: confidence(reader)?, ..Filters::default() };
    for field in fields {
        let any_of = reader.texts(field.as_str());
        let none_of = reader.texts(&excluding(*field));
        if *field == FacetField::Kind {
            check_kinds(field.as_str(), &any_of)?;
            check_kinds(&excluding(*field), &none_of)?;
        }
        if !any_of.is_empty() || !none_of.is_empty() {
            filters.facets.insert(*field, FacetFilter { any_of, none_of });
        }
    }
    Ok(filters)
}

fn check_kinds(name: &str, values: &[String]) -> Result<(), Problem> {
    values.iter().try_for_each(|value| choose(name, value, &kinds()).map(|_| ()))
}

fn dates(reader: &Reader) -> Result<DateRange, Problem> {
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
