//! The board of quotes and speakers.

use anyhow::Result;
use serde_json::Value;

use super::{Measure, program::Program, styles};

/// The measures of quotes.
pub(super) fn measure(program: &Program<'_>) -> Result<Vec<Measure>> {
    let gold = program.gold("quotes/ggt.dev")?;
    let found = program.annotate(&gold)?;
    let direct = program.score_quotes(&gold, &found, &["direct"])?;
    let all = program.score_quotes(&gold, &found, &[])?;
    let mut measures = vec![
        Measure::new("ggt.dev direct, end-to-end F1", scores(&direct["e2e"]), "90"),
        Measure::new("ggt.dev direct, span F1", scores(&direct["iou80"]), ""),
        Measure::new(
            "ggt.dev direct, canonical speaker by surface",
            surfaces(&direct["canon_by_surface"]),
            "name 96 / pronoun 95 / none 92",
        ),
        Measure::new("ggt.dev all kinds, end-to-end F1", scores(&all["e2e"]), "75"),
    ];
    for kind in ["mixed", "indirect"] {
        let score = program.score_quotes(&gold, &found, &[kind])?;
        measures.push(Measure::new(format!("ggt.dev {kind}, end-to-end F1"), scores(&score["e2e"]), ""));
    }
    measures.push(calibration(program, &gold, &found)?);
    for style in styles::STYLES {
        let gold = styles::set(&gold, style);
        let score = program.score_quotes(&gold, &program.annotate(&gold)?, &["direct"])?;
        measures.push(Measure::new(
            format!("ggt.dev in {}, direct end-to-end", style.name),
            scores(&score["e2e"]),
            "88",
        ));
    }
    let gold = program.gold("quotes/polnear-direct.dev")?;
    let score = program.score_quotes(&gold, &program.annotate(&gold)?, &["direct"])?;
    let surface = percent(&score["speaker_acc_surface"][0]);
    measures.push(Measure::new("polnear-direct.dev, surface speaker", surface, "95"));
    Ok(measures)
}

/// Of the direct quotes that claim a confidence of 0.9, how many are right, and how many of all they are.
fn calibration(program: &Program<'_>, gold: &[Value], found: &[Value]) -> Result<Measure> {
    let sure: Vec<Value> = found
        .iter()
        .map(|record| {
            let mut record = record.clone();
            if let Some(quotes) = record["quotes"].as_array_mut() {
                quotes.retain(|quote| quote["confidence"].as_f64() >= Some(0.9));
            }
            record
        })
        .collect();
    let score = program.score_quotes(gold, &sure, &["direct"])?;
    let all = program.score_quotes(gold, found, &["direct"])?;
    let share = score["pred"].as_f64().unwrap_or(0.0) / all["pred"].as_f64().unwrap_or(1.0);
    let figure = format!("{} % right, {:.1} % of all", percent(&score["e2e"][0]), share * 100.0);
    Ok(Measure::new("ggt.dev direct with confidence >= 0.9", figure, ">= 95 % right, >= 75 % of all"))
}

/// F1 with precision and recall.
fn scores(scores: &Value) -> String {
    format!("{} (P {} R {})", percent(&scores[2]), percent(&scores[0]), percent(&scores[1]))
}

fn surfaces(scores: &Value) -> String {
    let [name, pronoun, none] = ["name", "pron", "float"].map(|surface| percent(&scores[surface][0]));
    format!("name {name} / pronoun {pronoun} / none {none}")
}

fn percent(share: &Value) -> String {
    share.as_f64().map_or_else(|| "-".to_owned(), |share| format!("{:.1}", share * 100.0))
}
