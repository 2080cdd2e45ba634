//! Whether, where and in which wordings words were printed.

use quotidian_search::{
    Agreement, Change, ChangeOp, Engine, Printed, Provenance, Verdict, Verification, VerificationRequest,
};
use quotidian_tantivy_engine::TantivyEngine;
use tempfile::TempDir;

use crate::support::{annotated, write};

const SAID: &str =
    "“We will not tax the tide, and nobody shall tax the people who live by it,” said Ilse Maravant.";

fn archive() -> (TempDir, TantivyEngine) {
    let article = |id, day, source, body: &str, speaker| annotated(id, Some(day), source, body, speaker);
    let maravant = "Ilse Maravant";
    let interrupted = "“We will not tax the tide,” she told the assembly, “and nobody shall tax the people who live by it.”";
    let denied = "The minister denied that we will tax the harbour pilots of Port Senna this winter.";
    let folder = tempfile::tempdir().unwrap();
    let articles = [
        article("first", "2024-03-14", "Semaphore", SAID, maravant),
        article("later", "2024-03-15", "Ledger", interrupted, maravant),
        article(
            "short",
            "2024-03-16",
            "Lantern",
            "“Nobody shall tax the people who live by it,” she said.",
            maravant,
        ),
        article(
            "other",
            "2024-03-17",
            "Courier",
            "“We won’t tax the tide, and nobody shall tax the people who live by it.”",
            "Tobin Okkerley",
        ),
        article("bare", "2024-03-18", "Ledger", denied, "Nobody Special"),
    ];
    write(folder.path(), &articles);
    let engine = TantivyEngine::open(folder.path()).unwrap();
    (folder, engine)
}

fn verify(engine: &TantivyEngine, text: &str, speaker: Option<&str>) -> Verification {
    let (text, speaker) = (text.to_owned(), speaker.map(str::to_owned));
    engine.verify(&VerificationRequest { text, speaker, limit: 10, deadline: None }).unwrap()
}

/// What differs, as `given|printed`.
fn drawn(diff: &[Change]) -> String {
    let differing = diff.iter().filter(|change| change.op != ChangeOp::Same);
    let parts = differing
        .map(|Change { op, given, printed }| format!("{} {}|{}", op.as_str(), given.trim(), printed.trim()));
    parts.collect::<Vec<_>>().join(", ")
}

#[test]
fn the_same_words_are_verbatim_whatever_their_marks() {
    let (_folder, engine) = archive();
    for text in [
        "We will not tax the tide, and nobody shall tax the people who live by it.",
        "WE WILL NOT TAX THE TIDE -- AND NOBODY SHALL TAX THE PEOPLE",
        "We will not tax the tide […] the people who live by it",
        "not tax the tide, … nobody shall tax [them] who live",
    ] {
        let found = verify(&engine, text, None);
        assert_eq!(found.verdict, Verdict::Verbatim, "{text}");
        assert_eq!(found.printings[0].found.article().id.as_str(), "first", "{text}");
    }
}

#[test]
fn an_attribution_amid_the_words_is_no_difference() {
    let (_folder, engine) = archive();
    let found = verify(&engine, "We will not tax the tide, and nobody shall tax the people", None);
    let later = found.printings.iter().find(|one| one.found.article().id.as_str() == "later").unwrap();
    assert_eq!((later.verdict, later.differing), (Verdict::Verbatim, 0));
    assert_eq!(drawn(&later.diff), "edited |she told the assembly,");
}

#[test]
fn close_words_are_shown_with_what_differs() {
    let (_folder, engine) = archive();
    let text = "We will never tax the tide, and nobody can tax the people who live by it";
    let found = verify(&engine, text, Some("Maravant"));
    assert_eq!((found.verdict, found.speaker, found.words), (Verdict::Close, Agreement::Agrees, 16));
    let first = &found.printings[0];
    assert_eq!((first.differing, drawn(&first.diff)), (2, "changed never|not, changed can|shall".to_owned()));
    assert_eq!(verify(&engine, "The ferry to the islands was late again on Monday", None).total, 0);
    assert_eq!(verify(&engine, "", None).verdict, Verdict::Absent);
    assert_eq!(verify(&engine, "… [he] …", None).verdict, Verdict::Absent);
}

#[test]
fn the_speaker_agrees_or_conflicts() {
    let (_folder, engine) = archive();
    let text = "We won’t tax the tide";
    assert_eq!(verify(&engine, text, Some("Tobin Okkerley")).speaker, Agreement::Agrees);
    assert_eq!(verify(&engine, text, Some("Ilse Maravant")).speaker, Agreement::Conflicts);
    assert_eq!(verify(&engine, text, None).speaker, Agreement::Unknown);
}

#[test]
fn a_passage_outside_of_quotes_is_found_with_the_negation_that_was_cut() {
    let (_folder, engine) = archive();
    let found = verify(&engine, "we will tax the harbour pilots", Some("Ilse Maravant"));
    assert_eq!((found.verdict, found.speaker), (Verdict::Verbatim, Agreement::Unknown));
    let printing = &found.printings[0];
    assert!(matches!(printing.found, Printed::Passage(_)));
    assert_eq!((printing.place.start, printing.place.end), (25, 55));
    assert_eq!(printing.cut_negations, ["denied"]);
    let cut = verify(&engine, "will tax the tide", None);
    assert_eq!(cut.printings[0].cut_negations, ["not"]);
}

fn provenance(engine: &TantivyEngine, id: &str) -> Provenance {
    engine.provenance(&id.parse().unwrap()).unwrap().unwrap()
}

#[test]
fn an_utterance_is_followed_through_outlets_and_wordings() {
    let (_folder, engine) = archive();
    let found = provenance(&engine, "first.1");
    assert_eq!(found.first.unwrap().to_string(), "2024-03-14");
    assert_eq!((found.total, found.is_cut), (4, false));
    let outlets: Vec<_> = found.outlets.iter().map(|outlet| outlet.source.as_deref().unwrap()).collect();
    assert_eq!(outlets, ["Semaphore", "Ledger", "Lantern", "Courier"]);
    let attributions: Vec<_> =
        found.attributions.iter().map(|one| (one.speaker.as_deref().unwrap(), one.articles)).collect();
    assert_eq!(attributions, [("Ilse Maravant", 3), ("Tobin Okkerley", 1)]);
    let variants: Vec<_> = found
        .variants
        .iter()
        .map(|variant| {
            let first = variant.printings[0].quote.as_ref().unwrap().to_string();
            (first, variant.is_shortened, drawn(&variant.diff))
        })
        .collect();
    assert_eq!(variants[0], ("first.1".to_owned(), false, String::new()));
    assert!(variants.contains(&(
        "short.1".to_owned(),
        true,
        "missing |We will not tax the tide, and".to_owned()
    )));
    assert!(variants.contains(&("other.1".to_owned(), false, "changed won’t|will not".to_owned())));
}

#[test]
fn a_few_words_are_at_least_where_they_are() {
    let (_folder, engine) = archive();
    let found = provenance(&engine, "later.1");
    assert!(
        found
            .variants
            .iter()
            .flat_map(|variant| &variant.printings)
            .any(|printing| { printing.quote.as_ref().is_some_and(|quote| quote.to_string() == "later.1") })
    );
    assert_eq!(engine.provenance(&"later.9".parse().unwrap()).unwrap(), None);
}
