use serde_json::Value;

use super::reply::text;

/// What is to say about the query of a search: what was not taken as it stands, what finds nothing, what to leave out.
pub(super) fn notes(answer: &Value, subject: &str) -> Vec<String> {
    let query = &answer["query"];
    let mut notes: Vec<String> = each(&query["warnings"]).map(warning).collect();
    notes.extend(each(&query["clauses"]).filter(|clause| clause["count"] == 0).map(idle));
    notes.extend(each(&answer["facets"]).flat_map(|facet| absent_values(facet, subject)));
    if let Some(query) = query["did_you_mean"].as_str() {
        notes.push(format!("perhaps `{query}` was meant"));
    }
    notes.extend(each(&query["remedies"]).map(|remedy| without(remedy, query, subject)));
    notes
}

fn each(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn warning(warning: &Value) -> String {
    let reason = text(&warning["reason"]);
    match &warning["column"] {
        Value::Null => reason.to_owned(),
        column => format!("at column {column} of the query: {reason}"),
    }
}

/// A clause that finds nothing wherever one looks.
fn idle(clause: &Value) -> String {
    let clause = text(&clause["text"]);
    match clause.strip_prefix('-') {
        Some(_) => format!("`{clause}` leaves out nothing: there is none of it in this archive"),
        None => format!("`{clause}` finds nothing in this archive, whatever else is asked"),
    }
}

/// The values asked for in a facet that no match has.
fn absent_values<'a>(facet: &'a Value, subject: &'a str) -> impl Iterator<Item = String> + 'a {
    let field = text(&facet["field"]);
    let how = if field == "speaker" { "; `list_speakers` tells how names are written here" } else { "" };
    each(&facet["values"]).filter(|value| value["selected"] == true && value["count"] == 0).map(move |value| {
        let value = text(&value["value"]);
        format!("no {subject} that matches the rest has the {field} `{value}`, so this value adds nothing{how}")
    })
}

/// What would be found with one condition less.
fn without(remedy: &Value, query: &Value, subject: &str) -> String {
    let clause = remedy["clause"].as_u64().and_then(|place| usize::try_from(place).ok());
    let condition = match (text(&remedy["leave_out"]), clause) {
        ("clause", Some(place)) => format!("`{}`", text(&query["clauses"][place]["text"])),
        ("dates", _) => "the dates".to_owned(),
        ("facet", _) => format!("the filter by {}", text(&remedy["field"])),
        (condition, _) => format!("the {condition}"),
    };
    format!("without {condition}, {} {subject}s would match", remedy["count"])
}
