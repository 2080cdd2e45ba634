use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::super::{
    api::{Api, Refusal},
    arguments::Unknown,
    quotation,
    reply::{Reply, count, dateline, object, take_list, text},
};

/// The question for an article.
#[derive(Serialize, Deserialize, JsonSchema)]
pub(in super::super) struct GetArticle {
    /// The article's id, as searches give it.
    #[serde(skip_serializing)]
    id: String,
    /// Where the part of the text begins, in code points; 0 if absent.
    #[serde(skip_serializing, default)]
    offset: usize,
    /// How many code points of the text to answer with, at most 40000; 8000 if absent.
    #[serde(skip_serializing, default = "usual_length")]
    length: usize,
    /// A query, whose hits in this part are listed as `marks`.
    q: Option<String>,
    #[serde(flatten)]
    #[schemars(skip)]
    unknown: Unknown,
}

const LONGEST: usize = 40_000;

fn usual_length() -> usize {
    8_000
}

impl GetArticle {
    pub(in super::super) async fn reply(&self, api: &Api) -> Result<Reply, Refusal> {
        let path = format!("/api/articles/{}", utf8_percent_encode(&self.id, NON_ALPHANUMERIC));
        let mut article = object(api.get(&path, self).await?);
        let head = dateline(&Value::Object(article.clone()));
        let body: Vec<char> = article.get("body").map(text).unwrap_or_default().chars().collect();
        let start = self.offset.min(body.len());
        let end = body.len().min(start + self.length.min(LONGEST));
        let part: String = body[start..end].iter().collect();

        let all = take_list(&mut article, "quotes");
        let quotes = all.iter().filter(|quote| stands_in(quote, start, end));
        let quotes: Vec<_> = quotes.map(|quote| quotation::read(quote.clone(), &body)).collect();
        let cut = cut(start, end, body.len(), quotes.len(), all.len());
        let mut marks = take_list(&mut article, "marks");
        marks.retain(|mark| stands_in(mark, start, end));
        let names = names(&take_list(&mut article, "entities"));

        let mut parts = vec![head, format!("\n{part}\n")];
        parts.extend(cut.iter().map(|cut| format!("{cut}\n")));
        parts.extend(
            quotes.iter().zip(1..).map(|(quote, number)| format!("{number}. {}", quotation::lines(quote))),
        );

        article.remove("title_derived");
        article.insert("body".to_owned(), part.into());
        article.insert("offset".to_owned(), start.into());
        article.insert("body_length".to_owned(), body.len().into());
        article.extend(cut.map(|cut| ("cut".to_owned(), cut.into())));
        article.insert("quotes".to_owned(), quotes.into_iter().map(Value::Object).collect());
        article.extend(self.q.as_ref().map(|_| ("marks".to_owned(), marks.into())));
        article.extend(names);
        Ok(Reply { structured: article, text: parts.join("\n") })
    }
}

/// Whether a place begins in a part of the text.
fn stands_in(place: &Value, start: usize, end: usize) -> bool {
    let begin = place["start"].as_u64().and_then(|begin| usize::try_from(begin).ok());
    begin.is_some_and(|begin| (start..end).contains(&begin))
}

/// What of the text is not here, and how to get it.
fn cut(start: usize, end: usize, length: usize, quotes: usize, all: usize) -> Option<String> {
    (end - start < length).then(|| {
        let rest = if end < length { format!("; `offset`: {end} goes on") } else { String::new() };
        let quotes = format!("with {quotes} of {}", count(all as u64, "quote"));
        format!("Code points {start} to {end} of {length} are here, {quotes}{rest}.")
    })
}

/// The names in the article, by what they are.
fn names(entities: &[Value]) -> Map<String, Value> {
    let kinds = [("person", "people"), ("organization", "organizations"), ("place", "places")];
    let names = |kind| {
        entities.iter().filter(move |entity| entity["kind"] == kind).map(|entity| entity["name"].clone())
    };
    kinds.into_iter().map(|(kind, list)| (list.to_owned(), names(kind).collect())).collect()
}
