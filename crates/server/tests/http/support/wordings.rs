//! Where the invented words were printed.

use quotidian_model::CodePointSpan;
use quotidian_search::{
    Agreement, Attribution, Change, ChangeOp, ContextRole, ContextSegment, Outlet, Passage, Printed,
    Printing, Provenance, Variant, VariantPrinting, Verdict, Verification, VerificationRequest,
};

use super::fixtures::quote_hit;

fn change(op: ChangeOp, given: &str, printed: &str) -> Change {
    Change { op, given: given.to_owned(), printed: printed.to_owned() }
}

/// A quote and a passage that are close to any words. Whoever is asked about conflicts.
pub(super) fn verification(request: &VerificationRequest, generation: u64) -> Verification {
    let speaker = if request.speaker.is_some() { Agreement::Conflicts } else { Agreement::Unknown };
    let context = ContextSegment { text: "a tide mark".to_owned(), role: ContextRole::Content };
    let passage = Passage { article: quote_hit().article, context: vec![context] };
    let printing = |verdict, diff, found| Printing {
        verdict,
        speaker,
        differing: 1,
        diff,
        cut_negations: vec!["not".to_owned()],
        place: CodePointSpan { start: 53, end: 64 },
        found,
    };
    let same = vec![change(ChangeOp::Same, &request.text, "a tide mark")];
    let missing = vec![change(ChangeOp::Missing, "", "tide")];
    let printings = vec![
        printing(Verdict::Verbatim, same, Printed::Quote(Box::new(quote_hit()))),
        printing(Verdict::Close, missing, Printed::Passage(passage)),
    ];
    Verification {
        verdict: Verdict::Verbatim,
        speaker,
        words: request.text.split(' ').count(),
        total: 2,
        printings: printings.into_iter().take(request.limit).collect(),
        generation,
    }
}

/// A quote, printed once more by nobody, without a name and a day.
pub(super) fn provenance() -> Provenance {
    let quote = quote_hit();
    let day = quote.article.date.as_ref().and_then(|date| date.day);
    let printing = VariantPrinting {
        quote: Some(quote.id.clone()),
        speaker: quote.speaker.clone(),
        article: quote.article.clone(),
        place: quote.place,
    };
    let mut bare = printing.clone();
    (bare.quote, bare.speaker, bare.article.date, bare.article.source) = (None, None, None, None);
    Provenance {
        first: day,
        last: day,
        total: 2,
        is_cut: false,
        outlets: vec![
            Outlet { source: quote.article.source.clone(), first: day, articles: 1 },
            Outlet { source: None, first: None, articles: 1 },
        ],
        variants: vec![
            Variant {
                text: "the café levy was a tide mark".to_owned(),
                is_shortened: false,
                diff: vec![],
                printings: vec![printing],
            },
            Variant {
                text: "a tide mark".to_owned(),
                is_shortened: true,
                diff: vec![change(ChangeOp::Missing, "", "the café levy was ")],
                printings: vec![bare],
            },
        ],
        attributions: vec![Attribution { speaker: quote.speaker, articles: 1, first: day }],
    }
}
