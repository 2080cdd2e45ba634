use std::{io::Read, process::ExitCode, sync::Arc};

use quotidian_search::{
    Agreement, Change, ChangeOp, Engine, Printed, Printing, Verdict, Verification, VerificationRequest,
};
use quotidian_tantivy_engine::TantivyEngine;

use super::{
    listing::{dateline, on_one_line, speaker},
    say,
};
use crate::arguments;

/// The run ended well, but the archive does not have the words.
const ABSENT: u8 = 3;

pub(super) fn run(arguments: &arguments::Verify) -> anyhow::Result<ExitCode> {
    let text = text(&arguments.text)?;
    let engine = Arc::new(TantivyEngine::open(&arguments.archive.path)?);
    if arguments.json {
        say(json(engine, &text, arguments)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let verification = engine.verify(&VerificationRequest {
        text,
        speaker: arguments.speaker.clone(),
        limit: arguments.limit,
        deadline: None,
    })?;
    say(verdict(&verification))?;
    verification.printings.iter().try_for_each(|printing| say(printed(printing)))?;
    Ok(if verification.verdict == Verdict::Absent { ABSENT.into() } else { ExitCode::SUCCESS })
}

/// The words, from standard input for `-`.
fn text(text: &str) -> anyhow::Result<String> {
    if text != "-" {
        return Ok(text.to_owned());
    }
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    Ok(text)
}

/// The API's answer to the same question.
fn json(engine: Arc<TantivyEngine>, text: &str, arguments: &arguments::Verify) -> anyhow::Result<String> {
    let limit = arguments.limit.to_string();
    let mut parameters = vec![("text", text), ("limit", limit.as_str())];
    parameters.extend(arguments.speaker.as_deref().map(|speaker| ("speaker", speaker)));
    Ok(quotidian_server::answer(engine, "/api/verify", &parameters)?)
}

fn verdict(verification: &Verification) -> String {
    let closest = verification.printings.first();
    let differing = closest.map(|printing| printing.differing).unwrap_or_default();
    let verdict = match verification.verdict {
        Verdict::Verbatim => "printed word for word".to_owned(),
        Verdict::Close => {
            format!("close, not the same: {differing} words differ from the closest printing")
        }
        Verdict::Absent => "not in this archive, nor anything close to it".to_owned(),
    };
    let speaker = match verification.speaker {
        Agreement::Agrees => "; the speaker agrees",
        Agreement::Conflicts => "; said by somebody else",
        Agreement::Unknown => "",
    };
    let articles = match verification.total {
        0 => String::new(),
        1 => "\nin 1 article".to_owned(),
        total => format!("\nin {total} articles"),
    };
    format!("{verdict}{speaker}{articles}\n")
}

fn printed(printing: &Printing) -> String {
    let who = match &printing.found {
        Printed::Quote(quote) => speaker(quote),
        Printed::Passage(_) => "outside of any quote".to_owned(),
    };
    let words = on_one_line(&printing.diff.iter().map(change).collect::<String>());
    let cut = match printing.cut_negations.as_slice() {
        [] => String::new(),
        cut => format!("    a negation is left out: {}\n", cut.join(", ")),
    };
    let article = printing.found.article();
    format!("{who}\n    {words}\n{cut}  {}: {}\n", dateline(article), article.title.text)
}

/// A piece of the words: as it is where it is the same, else `[-given-]` and `{+printed+}`.
fn change(change: &Change) -> String {
    let (given, printed) = (change.given.trim(), change.printed.trim());
    let gave = if given.is_empty() { String::new() } else { format!("[-{given}-]") };
    let has = if printed.is_empty() { String::new() } else { format!("{{+{printed}+}}") };
    match change.op {
        ChangeOp::Same => change.printed.clone(),
        ChangeOp::Edited => format!("({printed}) "),
        _ => format!("{gave}{has} "),
    }
}
