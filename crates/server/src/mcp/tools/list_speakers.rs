use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::{
    api::{Api, Refusal},
    arguments::Unknown,
    reply::{Reply, count, cut, object, text},
};

/// The question for speakers.
#[derive(Serialize, Deserialize, JsonSchema)]
pub(in super::super) struct ListSpeakers {
    /// Beginnings of words of the name, without regard to case and diacritics; absent lists everybody.
    q: Option<String>,
    /// The order: count (the most quoted first), name or recent (the last quoted first). Absent: count.
    #[schemars(extend("enum" = ["count", "name", "recent"]))]
    sort: Option<String>,
    /// How many to answer with, 1 to 100; 10 if absent.
    #[serde(rename(serialize = "per_page"))]
    limit: Option<u32>,
    /// The page, from 1.
    page: Option<u32>,
    #[serde(flatten)]
    #[schemars(skip)]
    unknown: Unknown,
}

impl ListSpeakers {
    pub(in super::super) async fn reply(&self, api: &Api) -> Result<Reply, Refusal> {
        let mut answer = object(api.get("/api/speakers", self).await?);
        let speakers =
            answer.get("speakers").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let total = answer.get("total").and_then(Value::as_u64).unwrap_or_default();
        let cut = cut(&answer, "speaker", speakers.len());
        let mut parts = vec![format!("{} found.", count(total, "speaker"))];
        parts.extend(speakers.iter().map(line));
        parts.extend(cut.clone());
        let text = parts.join("\n");
        for name in ["pages", "per_page"] {
            answer.remove(name);
        }
        answer.extend(cut.map(|cut| ("cut".to_owned(), cut.into())));
        Ok(Reply { structured: answer, text })
    }
}

fn line(speaker: &Value) -> String {
    let span = match (speaker["first"].as_str(), speaker["last"].as_str()) {
        (Some(first), Some(last)) => format!(", {first} to {last}"),
        _ => String::new(),
    };
    let quotes = count(speaker["quotes"].as_u64().unwrap_or_default(), "quote");
    format!("- {}: {quotes}{span}", text(&speaker["name"]))
}
