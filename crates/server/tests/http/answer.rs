use std::sync::Arc;

use quotidian_search::EngineError;
use quotidian_server::{AnswerError, answer, write_answer_to_lines};
use serde_json::Value;

use crate::support::{FakeArchive, Mood};

fn ask(mood: Mood, path: &str, parameters: &[(&str, &str)]) -> Result<Value, AnswerError> {
    let text = answer(Arc::new(FakeArchive::new(mood)), path, parameters)?;
    Ok(serde_json::from_str(&text).unwrap())
}

#[test]
fn the_program_itself_gets_what_the_network_gets() {
    let alone =
        ask(Mood::Well, "/api/quotes", &[("q", "levy & tide"), ("speaker", "Ilse Maravant")]).unwrap();
    assert_eq!(alone["query"]["text"], "levy & tide");
    assert_eq!(alone["hits"][0]["id"], "semaphore-1.1");
}

#[test]
fn lines_are_asked_about_too() {
    let ask = |path: &str, lines: &str| {
        let (engine, mut answer) = (Arc::new(FakeArchive::new(Mood::Well)), Vec::new());
        let asked = write_answer_to_lines(engine, path, &[("field", "speaker")], lines.into(), &mut answer);
        asked.map(|()| String::from_utf8(answer).unwrap())
    };
    let table = ask("/api/batch.csv", "Ilse Maravant\n").unwrap();
    assert!(
        table.contains("\r\n1,Ilse Maravant,\"speaker:\"\"Ilse Maravant\"\"\",142,6,,,41\r\n"),
        "{table}"
    );
    assert!(ask("/api/batch", "").unwrap_err().to_string().contains("no line but blank ones"));
}

#[test]
fn a_refusal_is_the_problem_document() {
    let refused = ask(Mood::Well, "/api/quotes", &[("sort", "newst")]).unwrap_err().to_string();
    let problem: Value = serde_json::from_str(&refused).unwrap();
    assert_eq!((&problem["param"], &problem["suggestion"]), (&"sort".into(), &"newest".into()));
    let failed = ask(Mood::Failing(|| EngineError::Deadline), "/api/stats", &[]).unwrap_err();
    assert!(failed.to_string().contains("timeout"), "{failed}");
}

#[test]
fn what_is_no_path_cannot_be_asked_for() {
    let error = ask(Mood::Well, "no path", &[]).unwrap_err();
    assert_eq!(error.to_string(), "this cannot be asked for");
}
