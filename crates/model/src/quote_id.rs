use std::{fmt, num::NonZeroU32, str::FromStr};

use crate::{ArticleId, ArticleIdError};

/// The identity of a quote: its article and its place among the article's quotes, counted from 1 and printed
/// `ARTICLE.NUMBER`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct QuoteId {
    /// The article it stands in.
    pub article: ArticleId,
    /// Its place among the article's quotes, from 1.
    pub number: NonZeroU32,
}

/// Why a text cannot be a [`QuoteId`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuoteIdError {
    /// There is no `.NUMBER` at its end, or the number is 0.
    #[error("a quote id ends in a dot and a number from 1, as in `article-id.3`")]
    Number,
    /// What stands before the number is not an article id.
    #[error(transparent)]
    Article(#[from] ArticleIdError),
}

impl FromStr for QuoteId {
    type Err = QuoteIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (article, number) = text.rsplit_once('.').ok_or(QuoteIdError::Number)?;
        let number = number.parse().map_err(|_| QuoteIdError::Number)?;
        Ok(Self { article: article.parse()?, number })
    }
}

impl fmt::Display for QuoteId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.article, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_dot_parts_article_and_number() {
        let id: QuoteId = "semaphore.2024.3".parse().unwrap();
        assert_eq!((id.article.as_str(), id.number.get()), ("semaphore.2024", 3));
        assert_eq!(id.to_string(), "semaphore.2024.3");
    }

    #[test]
    fn quotes_are_counted_from_one() {
        assert_eq!("a.0".parse::<QuoteId>(), Err(QuoteIdError::Number));
        assert_eq!("a".parse::<QuoteId>(), Err(QuoteIdError::Number));
        assert_eq!(".1".parse::<QuoteId>(), Err(QuoteIdError::Article(ArticleIdError::Empty)));
    }
}
