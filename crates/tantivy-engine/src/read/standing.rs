use std::sync::Arc;

use quotidian_search::EngineError;
use rustc_hash::FxHashMap;

use super::{Collection, Lists};
use crate::{errors::internal, schema::article_of_key};

/// Which quote stands in which article, by the numbers of both.
#[derive(Debug)]
pub(crate) struct Standing {
    pub(crate) article_of: Arc<Vec<u32>>,
    quotes_of: Lists,
}

impl Standing {
    pub(crate) fn new(quotes: &Collection, articles: &Collection) -> Result<Self, EngineError> {
        let by_key: FxHashMap<u64, u32> =
            articles.alive().map(|article| (articles.key(article), article)).collect();
        let mut article_of = vec![0; quotes.numbers() as usize];
        let mut lists = Lists::with_capacity(quotes.numbers() as usize);
        for quote in 0..quotes.numbers() {
            let article = if quotes.is_alive(quote) {
                let article = by_key.get(&article_of_key(quotes.key(quote)));
                Some(*article.ok_or_else(|| internal("a quote stands in no article"))?)
            } else {
                None
            };
            article_of[quote as usize] = article.unwrap_or_default();
            lists.push(article);
        }
        let quotes_of = lists.transposed(articles.numbers() as usize);
        Ok(Self { article_of: Arc::new(article_of), quotes_of })
    }

    /// The quotes of all these articles, in order.
    pub(crate) fn quotes_of(&self, articles: &[u32]) -> Vec<u32> {
        let mut quotes: Vec<u32> =
            articles.iter().flat_map(|article| self.quotes_of.get(*article)).copied().collect();
        quotes.sort_unstable();
        quotes
    }

    /// The articles of all these quotes, in order, each once.
    pub(crate) fn articles_of(&self, quotes: &[u32]) -> Vec<u32> {
        let mut articles: Vec<u32> = quotes.iter().map(|quote| self.article_of[*quote as usize]).collect();
        articles.sort_unstable();
        articles.dedup();
        articles
    }
}
