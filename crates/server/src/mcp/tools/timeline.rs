use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::{
    api::{Api, Refusal},
    arguments::{Filters, Unknown},
    notes::notes,
    reply::{Reply, head, object, take_list, text},
};

/// The question for counts over time.
#[derive(Serialize, Deserialize, JsonSchema)]
pub(in super::super) struct Timeline {
    /// The query, in the query language; absent counts everything that the filters leave.
    q: Option<String>,
    /// What is counted: articles or quotes. Absent: articles.
    #[serde(skip_serializing, default)]
    subject: Subject,
    /// The periods. Absent: the finest of which there are few.
    #[serde(skip_serializing)]
    #[schemars(extend("enum" = INTERVALS))]
    interval: Option<String>,
    #[serde(flatten)]
    filters: Filters,
    #[serde(flatten)]
    #[schemars(skip)]
    unknown: Unknown,
}

/// What is counted.
#[derive(Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Subject {
    #[default]
    Articles,
    Quotes,
}

#[derive(Serialize)]
struct Question<'a> {
    #[serde(flatten)]
    timeline: &'a Timeline,
    interval: &'a str,
    facets: String,
    per_page: u8,
}

/// From the finest on.
const INTERVALS: [&str; 6] = ["day", "week", "month", "year", "decade", "century"];
/// So many periods are few, and are read at a glance.
const FEW: usize = 60;
/// The most periods of an answer.
const MOST: usize = 200;

impl Timeline {
    pub(in super::super) async fn reply(&self, api: &Api) -> Result<Reply, Refusal> {
        let subject = match self.subject {
            Subject::Articles => "article",
            Subject::Quotes => "quote",
        };
        let answer = self.ask(api, &format!("/api/{subject}s")).await?;
        let notes = notes(&answer, subject);
        let mut answer = object(answer);
        let mut timeline = object(answer.remove("timeline").unwrap_or_default());
        let mut periods = self.within(take_list(&mut timeline, "buckets"));
        let cut = (periods.len() > MOST).then(|| {
            format!(
                "The first {MOST} of {} periods are here; narrow `from` and `to`, or widen `interval`.",
                periods.len()
            )
        });
        periods.truncate(MOST);

        let interval = timeline.get("interval").map(text).unwrap_or_default().to_owned();
        let head = head(&answer, subject);
        let mut parts =
            vec![format!("{head} Each {interval}: how many match, and how many {subject}s the archive has.")];
        parts.extend(notes.iter().map(|note| format!("Note: {note}.")));
        // Where the archive has nothing, there is nothing to read.
        parts.extend(periods.iter().filter(|period| period["total"] != 0).map(line));
        parts.extend(cut.clone());

        timeline.extend(
            ["query", "total", "generation"]
                .map(|name| (name.to_owned(), answer.remove(name).unwrap_or_default())),
        );
        timeline.insert("notes".to_owned(), notes.into());
        timeline.insert("periods".to_owned(), periods.into());
        timeline.extend(cut.map(|cut| ("cut".to_owned(), cut.into())));
        Ok(Reply { structured: timeline, text: parts.join("\n") })
    }

    /// The API's answer with the periods asked for; if none were, with the finest of which there are few.
    async fn ask(&self, api: &Api, path: &str) -> Result<Value, Refusal> {
        let facets = self.filters.facets();
        let facets = if facets.is_empty() { "none".to_owned() } else { facets.join(",") };
        let mut interval = self.interval.as_deref().unwrap_or("fit");
        loop {
            let question = Question { timeline: self, interval, facets: facets.clone(), per_page: 1 };
            let answer = api.get(path, &question).await?;
            let given = text(&answer["timeline"]["interval"]);
            let periods = answer["timeline"]["buckets"].as_array().cloned().unwrap_or_default();
            let coarser = INTERVALS.iter().skip_while(|finer| **finer != given).nth(1);
            match coarser.filter(|_| self.interval.is_none() && self.within(periods).len() > FEW) {
                Some(coarser) => interval = coarser,
                None => return Ok(answer),
            }
        }
    }

    /// The periods that have some of the days asked for; the API's timeline goes on beyond them.
    fn within(&self, mut periods: Vec<Value>) -> Vec<Value> {
        // The texts of dates are in the order of dates, and a month's is the beginning of its days'.
        let (from, to) = (self.filters.from.as_deref(), self.filters.to.as_deref());
        periods.retain(|period| {
            let (first, last) = (text(&period["from"]), text(&period["to"]));
            from.is_none_or(|from| last >= from) && to.is_none_or(|to| first <= to || first.starts_with(to))
        });
        periods
    }
}

fn line(period: &Value) -> String {
    let [first, last] = ["from", "to"].map(|name| text(&period[name]));
    let days = if first == last { first.to_owned() } else { format!("{first} to {last}") };
    format!("{days}: {} of {}", period["count"], period["total"])
}
