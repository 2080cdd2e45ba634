use quotidian_model::ArticleId;
use quotidian_search::{ArticleHit, EngineError, Filters, Sort};
use rustc_hash::FxHashMap;
use tantivy::{Term, query::BooleanQuery};

use super::{
    article_hits,
    leaf::TermLeaf,
    ranking::{Ranked, Ranking},
    records::Records,
    scan::Scan,
};
use crate::{analysis::stemmed_words, errors::internal, highlight::Highlighter, read::Snapshot};

/// How many words of an article the similar ones are found by.
const WORDS: usize = 24;
/// A word in fewer articles than this tells nothing, as does one in more than this share of them.
const FEWEST_ARTICLES: u64 = 2;
const COMMON_SHARE: u64 = 10;
/// How much of a body is looked at, in words.
const WORDS_READ: usize = 2_000;

/// The articles that share most of an article's telling words (those with the largest product of frequency and inverse
/// document frequency), ranked by them; none of its story.
pub(super) fn similar(
    records: &mut Records<'_>,
    id: &ArticleId,
    limit: usize,
) -> Result<Option<Vec<ArticleHit>>, EngineError> {
    let snapshot = records.snapshot;
    let Some(number) = snapshot.number_of(id)? else { return Ok(None) };
    let record = records.get(number)?;
    let words = telling_words(snapshot, &format!("{}\n{}", record.0.title.text, record.0.body))?;
    let field = snapshot.article_fields.body.stemmed;
    let leaf = |word: String| -> Box<dyn tantivy::query::Query> {
        Box::new(TermLeaf::new(Term::from_field_text(field, &word), 1.0))
    };
    let query = BooleanQuery::union(words.into_iter().map(leaf).collect());
    let collection = &snapshot.articles;
    let scan = Scan { collection, filters: &Filters::default(), scoring: true, deadline: None };
    let matches = scan.run(&query)?;
    let ranking = Ranking::new(collection, &matches, Sort::Relevance, None);
    let story = collection.groups.of(number);
    let others =
        (0..matches.documents.len()).filter(|place| collection.groups.of(matches.documents[*place]) != story);
    let found = ranking.first(others, None, limit);
    let mut hit = |ranked: Ranked| article_hits::hit(records, ranked.document, &Highlighter::none());
    found.into_iter().map(&mut hit).collect::<Result<_, _>>().map(Some)
}

fn telling_words(snapshot: &Snapshot, text: &str) -> Result<Vec<String>, EngineError> {
    let mut frequencies: FxHashMap<String, u32> = FxHashMap::default();
    for word in stemmed_words(text).into_iter().take(WORDS_READ) {
        *frequencies.entry(word.term).or_default() += 1;
    }
    let (articles, field) = (&snapshot.articles, snapshot.article_fields.body.stemmed);
    let mut rated = Vec::with_capacity(frequencies.len());
    for (word, frequency) in frequencies {
        let term = Term::from_field_text(field, &word);
        let holders = articles.searcher.doc_freq(&term).map_err(internal)?;
        if holders >= FEWEST_ARTICLES && holders * COMMON_SHARE <= articles.documents() {
            let inverse = (articles.documents() as f64 / holders as f64).ln();
            rated.push((f64::from(frequency) * inverse, word));
        }
    }
    rated.sort_by(|left, right| right.0.total_cmp(&left.0).then_with(|| left.1.cmp(&right.1)));
    Ok(rated.into_iter().take(WORDS).map(|(_, word)| word).collect())
}
