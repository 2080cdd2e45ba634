//! The filters of marked spans: what somebody says, and what is a statement of its own.

use anyhow::Result;
use quotidian_model::Span;
use quotidian_text::training::{
    quotations::{Example, examples},
    weight_file,
};
use rustc_hash::FxHashMap;

use super::{
    Files,
    choice::{self, Question, Settings, yes_or_no},
};
use crate::{
    agreement::{same_content, trimmed},
    gold::{self, Bytes, GoldQuote, QuotedArticle},
    workspace::Workspace,
};

const SETTINGS: Settings = Settings { bits: 17, epochs: 12, dropout: 0.3, rate: 0.05, seen: 3 };

/// Both filters' questions.
#[derive(Default)]
struct Questions {
    said: Vec<Question>,
    standalone: Vec<Question>,
}

/// Makes `said.bin` and `standalone.bin`.
pub(crate) fn train(workspace: &Workspace) -> Result<Files> {
    let train = questions(workspace, "train")?;
    let dev = questions(workspace, "dev")?;
    let mut files = Vec::new();
    for (name, train, dev) in
        [("said.bin", train.said, dev.said), ("standalone.bin", train.standalone, dev.standalone)]
    {
        let weights = choice::learn(&train, SETTINGS);
        println!("{name}: {} spans, right on dev {:.4}", train.len(), choice::accuracy(&weights, &dev));
        files.push((name, weight_file(SETTINGS.bits, &weights)));
    }
    Ok(files)
}

fn questions(workspace: &Workspace, part: &str) -> Result<Questions> {
    let all: Vec<QuotedArticle> = gold::read(workspace, &format!("gold/quotes/polnear.{part}.jsonl.gz"))?;
    let direct: Vec<QuotedArticle> =
        gold::read(workspace, &format!("gold/quotes/polnear-direct.{part}.jsonl.gz"))?;
    let direct: FxHashMap<String, Vec<GoldQuote>> =
        direct.into_iter().map(|article| (article.id, article.quotes)).collect();
    let mut questions = Questions::default();
    for article in all {
        let bytes = Bytes::of(&article.text);
        let attributed = direct.get(&article.id).map(|quotes| spans(&bytes, quotes)).unwrap_or_default();
        let contents = spans(&bytes, &article.quotes);
        for example in examples(&article.text) {
            let standalone = is_standalone(&article.text, &example, &contents);
            // The scan for attributed marked spans read double marks only.
            let said =
                if example.double { covered(example.outer, &attributed) } else { standalone.is_some() };
            questions.said.push(yes_or_no(&example.features, said, SETTINGS.bits));
            if let Some(standalone) = standalone {
                questions.standalone.push(yes_or_no(&example.features, standalone, SETTINGS.bits));
            }
        }
    }
    Ok(questions)
}

/// The contents of quotes, each piece for itself.
fn spans(bytes: &Bytes, quotes: &[GoldQuote]) -> Vec<Span> {
    quotes.iter().flat_map(|quote| quote.pieces()).map(|(start, end)| bytes.span(start, end)).collect()
}

fn common(left: Span, right: Span) -> usize {
    left.end.min(right.end).saturating_sub(left.start.max(right.start))
}

/// Whether most of a span stands in one of the contents.
fn covered(span: Span, contents: &[Span]) -> bool {
    contents.iter().any(|content| common(span, *content) * 10 > span.len() * 6)
}

/// Whether a marked span is the whole content of a quote, or begins one; nothing where no content covers it.
fn is_standalone(text: &str, example: &Example, contents: &[Span]) -> Option<bool> {
    let outer = trimmed(text, example.outer);
    let covering = contents.iter().filter(|content| common(outer, **content) * 10 > outer.len() * 6);
    let shortest = covering.min_by_key(|content| content.len())?;
    let same = same_content(text, *shortest, outer);
    let marks = ['"', '“', '\'', '‘'];
    let begins = shortest.of(text).starts_with(marks) && shortest.start.abs_diff(example.outer.start) < 2;
    Some(same || begins)
}
