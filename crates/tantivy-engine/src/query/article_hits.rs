use quotidian_model::{AnnotatedArticle, Article, Quote};
use quotidian_search::{ArticleHit, ArticleSummary, SpeakerCount};

use crate::highlight::Highlighter;

pub(super) fn hit(annotated: &AnnotatedArticle, highlighter: &Highlighter) -> ArticleHit {
    let AnnotatedArticle { article, annotations } = annotated;
    ArticleHit {
        title: highlighter.title(&article.title.text),
        snippets: highlighter.snippets(&article.body),
        quote_count: annotations.quotes.len() as u64,
        speakers: speakers(&annotations.quotes),
        article: summary(article),
    }
}

pub(super) fn summary(article: &Article) -> ArticleSummary {
    ArticleSummary {
        id: article.id.clone(),
        url: article.url.clone(),
        title: article.title.clone(),
        date: article.date.clone(),
        source: article.source.clone(),
        authors: article.authors.clone(),
        section: article.section.clone(),
    }
}

/// Who is quoted, the most quoted first, then in the order of the text; the unattributed quotes last.
fn speakers(quotes: &[Quote]) -> Vec<SpeakerCount> {
    let mut speakers: Vec<SpeakerCount> = Vec::new();
    for quote in quotes {
        match speakers.iter_mut().find(|speaker| speaker.name == quote.speaker.name) {
            Some(speaker) => speaker.count += 1,
            None => speakers.push(SpeakerCount { name: quote.speaker.name.clone(), count: 1 }),
        }
    }
    speakers.sort_by_key(|speaker| (speaker.name.is_none(), std::cmp::Reverse(speaker.count)));
    speakers
}
