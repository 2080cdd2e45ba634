use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::super::{
    api::{Api, Refusal},
    arguments::{Filters, Unknown},
    notes::notes,
    reply::{Reply, cut, head, object, take_list, text},
};

/// A search, for articles or for quotes.
#[derive(Serialize, Deserialize, JsonSchema)]
pub(in super::super) struct Search {
    /// The query, in the query language; absent finds everything that the filters leave.
    q: Option<String>,
    #[serde(flatten)]
    filters: Filters,
    /// The order: relevance, newest or oldest. Absent: relevance where words are asked for, else newest.
    #[schemars(extend("enum" = ["relevance", "newest", "oldest"]))]
    sort: Option<String>,
    /// How many to answer with, 1 to 100; 10 if absent.
    #[serde(rename(serialize = "per_page"))]
    limit: Option<u32>,
    /// The page, from 1.
    page: Option<u32>,
    /// Facets to count, of speaker, person, org, place, source, section, author, language, year; of quotes also kind. None
    /// if absent.
    #[serde(default, skip_serializing)]
    facets: Vec<String>,
    #[serde(flatten)]
    #[schemars(skip)]
    unknown: Unknown,
}

#[derive(Serialize)]
struct Question<'a> {
    #[serde(flatten)]
    search: &'a Search,
    facets: String,
    interval: &'static str,
}

/// What a search is for.
pub(in super::super) struct Listing {
    /// Where the API lists it.
    pub(super) path: &'static str,
    /// One of it.
    pub(super) subject: &'static str,
    /// A hit of the API without what an assistant has no use for.
    pub(super) compact: fn(Value) -> Map<String, Value>,
    /// Such a hit for readers.
    pub(super) lines: fn(&Map<String, Value>) -> String,
}

impl Search {
    /// What the API finds.
    pub(in super::super) async fn reply(&self, api: &Api, listing: &Listing) -> Result<Reply, Refusal> {
        let Listing { path, subject, compact, lines } = listing;
        let question = Question { search: self, facets: self.counted(), interval: "none" };
        let answer = api.get(path, &question).await?;
        let notes = notes(&answer, subject);
        let mut answer = object(answer);
        let hits: Vec<_> = take_list(&mut answer, "hits").into_iter().map(compact).collect();
        let mut facets = take_list(&mut answer, "facets");
        facets.retain(|facet| self.facets.iter().any(|wanted| facet["field"] == wanted.as_str()));
        let cut = cut(&answer, subject, hits.len());

        let mut parts = vec![head(&answer, subject)];
        parts.extend(notes.iter().map(|note| format!("Note: {note}.")));
        parts.extend(hits.iter().zip(1..).map(|(hit, number)| format!("\n{number}. {}", lines(hit))));
        parts.extend(facets.iter().map(|facet| format!("\n{}", counts(facet))));
        parts.extend(cut.iter().map(|cut| format!("\n{cut}")));

        for name in ["pages", "per_page", "next", "took_us"] {
            answer.remove(name);
        }
        answer.insert("notes".to_owned(), notes.into());
        answer.insert(format!("{subject}s"), hits.into_iter().map(Value::Object).collect());
        answer.extend(cut.map(|cut| ("cut".to_owned(), cut.into())));
        if !facets.is_empty() {
            answer.insert("facets".to_owned(), facets.into());
        }
        Ok(Reply { structured: answer, text: parts.join("\n") })
    }

    /// The facets asked for, and those that are filtered by: their counts show a value that finds nothing.
    fn counted(&self) -> String {
        let asked = self.facets.iter().map(String::as_str);
        let fields: Vec<&str> = asked.chain(self.filters.facets()).collect();
        if fields.is_empty() { "none".to_owned() } else { fields.join(",") }
    }
}

/// The values of a facet on one line.
fn counts(facet: &Value) -> String {
    let values = facet["values"].as_array().into_iter().flatten();
    let values: Vec<_> =
        values.map(|value| format!("{} {}", text(&value["value"]), value["count"])).collect();
    let others = facet["total_values"].as_u64().unwrap_or_default().saturating_sub(values.len() as u64);
    let others = if others > 0 { format!("; and {others} more values") } else { String::new() };
    format!("{}: {}{others}", text(&facet["field"]), values.join(", "))
}
