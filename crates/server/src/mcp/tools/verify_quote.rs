use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::super::{
    api::{Api, Refusal},
    arguments::Unknown,
    quotation,
    reply::{Reply, count, dateline, object, take_list, text},
};

/// The question whether a quotation is printed.
#[derive(Serialize, Deserialize, JsonSchema)]
pub(in super::super) struct VerifyQuote {
    /// The quotation, without the marks around it; at most 5,000 characters.
    #[serde(skip_serializing)]
    text: String,
    /// Who is said to have said it.
    speaker: Option<String>,
    /// How many printings to answer with, 1 to 48; 10 if absent.
    limit: Option<u32>,
    #[serde(flatten)]
    #[schemars(skip)]
    unknown: Unknown,
}

impl VerifyQuote {
    pub(in super::super) async fn reply(&self, api: &Api) -> Result<Reply, Refusal> {
        let mut answer = object(api.post("/api/verify", self, self.text.clone()).await?);
        let matches: Vec<_> = take_list(&mut answer, "matches").into_iter().map(compact).collect();
        let word = |name: &str| answer.get(name).map(text).unwrap_or_default();
        let total = answer.get("total").and_then(Value::as_u64).unwrap_or_default();
        let found = count(total, "article");
        let head = format!("In this archive: {}, in {found}. Speaker: {}.", word("verdict"), word("speaker"));
        let mut parts = vec![head];
        parts.extend(matches.iter().zip(1..).map(|(found, number)| format!("\n{number}. {}", lines(found))));
        let cut = (total > matches.len() as u64).then(|| {
            format!("{} of {found} are here, the closest first; `limit` takes up to 48.", matches.len())
        });
        parts.extend(cut.iter().map(|cut| format!("\n{cut}")));
        answer.insert("matches".to_owned(), matches.into_iter().map(Value::Object).collect());
        answer.extend(cut.map(|cut| ("cut".to_owned(), cut.into())));
        Ok(Reply { structured: answer, text: parts.join("\n") })
    }
}

/// A printing, with its quote, or the passage where it is in none.
fn compact(found: Value) -> Map<String, Value> {
    let mut found = object(found);
    for place in ["quote", "passage"] {
        if let Some(part) = found.remove(place) {
            found.insert(place.to_owned(), quotation::found(part).into());
        }
    }
    found
}

/// How close a printing is, what differs, and where it stands.
fn lines(found: &Map<String, Value>) -> String {
    let field = |name: &str| found.get(name).unwrap_or(&Value::Null);
    let head = format!("{}; speaker: {}", text(field("verdict")), text(field("speaker")));
    let list = |name: &str| field(name).as_array().into_iter().flatten();
    let changes = list("diff").filter(|change| change["op"] != "same").map(change);
    let negations: Vec<_> = list("cut_negations").map(text).collect();
    let negations = (!negations.is_empty())
        .then(|| format!("The sentence has a negation that was left out: {}", negations.join(", ")));
    let place = match (field("quote"), field("passage")) {
        (Value::Object(quote), _) => quotation::lines(quote),
        (_, passage) => format!(
            "outside of any quote: {}\n   {}\n   code points {} to {}\n   permalink {}",
            text(&passage["context"]),
            dateline(&passage["article"]),
            field("start"),
            field("end"),
            text(&passage["permalink"]),
        ),
    };
    let lines = [head].into_iter().chain(changes).chain(negations).chain([place]);
    lines.collect::<Vec<_>>().join("\n   ")
}

/// A difference between what was given and what was printed.
fn change(change: &Value) -> String {
    let side = |name: &str| change[name].as_str().map(|words| format!("{name} “{}”", words.trim()));
    let sides: Vec<_> = [side("given"), side("printed")].into_iter().flatten().collect();
    format!("{}: {}", text(&change["op"]), sides.join(", "))
}
