//! What holds of the annotations of any text.

mod invariants;

use std::time::{Duration, Instant};

use proptest::prelude::*;
use quotidian_text::{first_sentence, sentences};

use crate::invariants::{check, fits};

/// Pieces of news, in any order.
fn newslike() -> impl Strategy<Value = String> {
    let pieces = [
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        "``",
        "''",
        "«",
        "»",
        "„",
        ". ",
        ", ",
        "! ",
        ": ",
        "; ",
        " (",
        ") ",
        "\n",
        "\n\n",
        " — ",
        "Ilse Maravant",
        "Mr. Okkerley",
        "Port Senna",
        "the mayor",
        " of ",
        "of",
        " and ",
        "Department",
        "President",
        "U.S.",
        "he ",
        "she ",
        "they ",
        " said",
        " told ",
        " that ",
        "according to ",
        "saying ",
        "vowed to ",
        "the pier is closed",
        "é",
        "’s",
        "was",
        "Corp.",
        "D-Ohio",
        "FRE.N",
        "\u{a0}",
        "\t",
        "5",
        "May",
        "de ",
        "Bill",
        "THE SENNA POST",
        "a.",
        "b.c.d.",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_annotated(text in "\\PC{0,200}") {
        check(&text);
    }

    #[test]
    fn any_newslike_text_is_annotated(text in newslike()) {
        check(&text);
    }

    #[test]
    fn sentences_hold_every_word_in_order(text in newslike()) {
        let spans = sentences(&text);
        prop_assert!(spans.iter().all(|span| fits(&text, *span)));
        prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
        let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).count();
        let inside: usize = spans.iter().map(|span| letters(span.of(&text))).sum();
        prop_assert_eq!(inside, letters(&text));
        prop_assert!(text.contains(first_sentence(&text)));
    }
}

#[test]
fn hostile_texts_take_linear_time() {
    let length = 1 << 17;
    for piece in [
        "\"",
        "“",
        "'",
        "‘",
        "”",
        "«",
        "A ",
        "A. ",
        "a.a",
        ", ",
        "Ilse Maravant said ",
        "he said, ",
        "“Yes,” ",
        "of ",
        "U.S. ",
        "of the ",
        "and that he said ",
        "X, ",
    ] {
        let text = piece.repeat(length / piece.len());
        let start = Instant::now();
        check(&text);
        // Far above what linear passes take unoptimized, far below what a quadratic one would.
        assert!(start.elapsed() < Duration::from_secs(20), "{piece:?} took {:?}", start.elapsed());
    }
}

#[test]
fn a_control_character_before_a_missing_mark_stays_in_the_context() {
    check("\"We shall go on as before;\u{2}");
}
