//! The ranker of speakers.

use anyhow::Result;
use quotidian_text::training::{
    quotations,
    speakers::{Attribution, examples},
    weight_file,
};
use rustc_hash::FxHashMap;

use super::{
    Files,
    choice::{self, Question, Settings, choice},
};
use crate::{
    gold::{self, Bytes, GoldQuote, QuotedArticle},
    workspace::Workspace,
};

const SETTINGS: Settings = Settings { bits: 18, epochs: 10, dropout: 0.2, rate: 0.05, seen: 3 };

/// Makes `speakers.bin`.
pub(crate) fn train(workspace: &Workspace) -> Result<Files> {
    let train = questions(workspace, "train")?;
    let dev = questions(workspace, "dev")?;
    let weights = choice::learn(&train, SETTINGS);
    println!("speakers: {} quotes, right on dev {:.4}", train.len(), choice::accuracy(&weights, &dev));
    Ok(vec![("speakers.bin", weight_file(SETTINGS.bits, &weights))])
}

fn questions(workspace: &Workspace, part: &str) -> Result<Vec<Question>> {
    let all: Vec<QuotedArticle> = gold::read(workspace, &format!("gold/quotes/polnear.{part}.jsonl.gz"))?;
    let direct: Vec<QuotedArticle> =
        gold::read(workspace, &format!("gold/quotes/polnear-direct.{part}.jsonl.gz"))?;
    let direct: FxHashMap<String, Vec<GoldQuote>> =
        direct.into_iter().map(|article| (article.id, article.quotes)).collect();
    let mut questions = Vec::new();
    for article in all {
        let marked = direct.get(&article.id).map(Vec::as_slice).unwrap_or_default();
        let attributions = attributions(&article, marked);
        for example in examples(&article.text, &attributions) {
            let options = example.iter();
            questions
                .push(options.map(|(features, right)| choice(features, *right, SETTINGS.bits)).collect());
        }
    }
    Ok(questions)
}

/// The marked spans that somebody says, and the reported clauses, with their speakers, in text order.
fn attributions(article: &QuotedArticle, marked: &[GoldQuote]) -> Vec<Attribution> {
    let bytes = Bytes::of(&article.text);
    let mut attributions = Vec::new();
    for example in quotations::examples(&article.text) {
        let covers = |quote: &&GoldQuote| {
            let content = bytes.span(quote.start, quote.end);
            let both =
                content.end.min(example.outer.end).saturating_sub(content.start.max(example.outer.start));
            both * 10 > example.outer.len() * 6
        };
        if let Some(speaker) = marked.iter().rfind(covers).and_then(|quote| quote.speaker(&bytes)) {
            attributions.push(Attribution { content: example.outer, speaker, marked: true });
        }
    }
    for quote in article.quotes.iter().filter(|quote| quote.kind == "indirect") {
        let longest = quote.pieces().into_iter().max_by_key(|(start, end)| end - start);
        if let (Some((start, end)), Some(speaker)) = (longest, quote.speaker(&bytes)) {
            attributions.push(Attribution { content: bytes.span(start, end), speaker, marked: false });
        }
    }
    attributions.sort_by_key(|attribution| attribution.content.start);
    attributions
}
