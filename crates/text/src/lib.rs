//! Text to annotations: who said what in an article, and whom and what it names.
//!
//! [`annotate`] is the whole contract: pure, total and deterministic, in time linear in the text's length. Every span
//! that it gives is a byte span of the body, on character boundaries.
//!
//! ```
//! let body = "Mayor Ilse Maravant said the pier would stay open.";
//! let annotations = quotidian_text::annotate(body);
//! let quote = &annotations.quotes[0];
//! assert_eq!(quote.span.of(body), "the pier would stay open");
//! assert_eq!(quote.speaker.name.as_deref(), Some("Ilse Maravant"));
//! assert_eq!(quote.rule, "reported-clause");
//! ```
//!
//! The steps, one module each: hard-wrapped `lines`, `token`, `sentence`, `part` of speech, quotation `marks`, the `turn`s
//! of a transcript, `names`, `candidate` speakers with their relation to a verb of `saying`, the `register` of the
//! article's people and bodies, the `quotation` filter, reported `clause`s, the `speaker` ranker, `confidence`. The models
//! are linear over hashed `feature`s and were trained on annotated news: see `docs/models.md`. Language knowledge is data:
//! see `data/README.md`. The cargo feature `training` opens what `cargo xtask train` reads.
//!
//! A quote's `rule` says how its speaker was found:
//!
//! | rule | the speaker |
//! |---|---|
//! | `subject-after` | "...," X said |
//! | `subject-before` | X said, "..." |
//! | `inverted` | "...," said X |
//! | `second-verb` | X left, saying "..." |
//! | `according-to` | according to X, ... |
//! | `colon` | X: "...", or a turn of a transcript |
//! | `dash` | "..." — X |
//! | `reported-clause` | X said that ... |
//! | `continued` | of a quotation that the paragraph before left open |
//! | `same-speaker` | of the quote before |
//! | `subject` | the subject of the sentence, with no verb of saying |
//! | `sentence-before` | the subject of the sentence before |
//! | `sentence-after` | of the sentence after |
//! | `paragraph-before` | the subject of the paragraph before |
//! | `nearest` | the nearest person |
//! | `nobody` | none |

#![cfg_attr(
    not(feature = "training"),
    allow(
        unreachable_pub,
        dead_code,
        reason = "what the training reads is part of the crate's face with it alone"
    )
)]

mod annotate;
mod candidate;
mod clause;
mod confidence;
mod document;
mod feature;
mod hyphen;
mod lexicon;
mod lines;
mod marks;
mod names;
mod outline;
mod part;
mod path;
mod quotation;
mod register;
mod saying;
mod sentence;
mod speaker;
mod token;
#[cfg(feature = "training")]
pub mod training;
mod turn;

pub use annotate::annotate;
pub use sentence::{first_sentence, sentences};

/// The version of the rules, lists and weights: it rises whenever the same body gives other annotations.
pub const VERSION: u32 = 4;
