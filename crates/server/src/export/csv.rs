use std::io::{self, Write};

use quotidian_model::PublicationDate;
use quotidian_search::{ArticleHit, QuoteHit, Stats};

use super::{
    format::{Export, Format, Hit},
    text::{fragments, words},
};
use crate::{
    content_hash::ContentHash,
    parameters::Subject,
    permalink,
    spreadsheet::{self, row},
};

/// Comma-separated values (RFC 4180) for spreadsheets and data frames, with a row of names at the top.
pub(super) struct Csv;

const ARTICLE_COLUMNS: [&str; 12] = [
    "id",
    "url",
    "title",
    "date",
    "date_stated",
    "source",
    "author",
    "section",
    "quote_count",
    "speakers",
    "story",
    "snippet",
];
const QUOTE_COLUMNS: [&str; 21] = [
    "id",
    "article_id",
    "text",
    "speaker",
    "speaker_surface",
    "cue",
    "kind",
    "confidence",
    "rule",
    "start",
    "end",
    "context",
    "title",
    "date",
    "source",
    "author",
    "section",
    "url",
    "utterance",
    "hash",
    "permalink",
];

impl Format for Csv {
    fn name(&self) -> &'static str {
        "CSV"
    }

    fn suffix(&self) -> &'static str {
        "csv"
    }

    fn media_type(&self) -> &'static str {
        spreadsheet::MEDIA_TYPE
    }

    fn head(&self, export: &Export, _: &Stats, file: &mut dyn Write) -> io::Result<()> {
        match export.search.subject {
            Subject::Articles => row(ARTICLE_COLUMNS, file),
            Subject::Quotes => row(QUOTE_COLUMNS, file),
        }
    }

    fn hit(&self, hit: Hit, _: &Export, file: &mut dyn Write) -> io::Result<()> {
        match hit {
            Hit::Article(hit) => row(article(hit), file),
            Hit::Quote(hit) => row(quote(hit), file),
        }
    }
}

fn article(hit: ArticleHit) -> [String; 12] {
    let ArticleHit { article, snippets, quote_count, speakers, story, .. } = hit;
    let speakers: Vec<_> = speakers.into_iter().filter_map(|speaker| speaker.name).collect();
    let (date, date_stated) = dates(article.date);
    [
        article.id.into(),
        article.url.unwrap_or_default(),
        article.title.text,
        date,
        date_stated,
        article.source.unwrap_or_default(),
        article.authors.join("; "),
        article.section.unwrap_or_default(),
        quote_count.to_string(),
        speakers.join("; "),
        story.id.to_string(),
        fragments(&snippets),
    ]
}

fn quote(hit: QuoteHit) -> [String; 21] {
    let article = hit.article;
    let hash = ContentHash::of_segments(&hit.content);
    let permalink = permalink::of_quote(&article.id, hit.id.number.get(), hash);
    [
        hit.id.to_string(),
        article.id.into(),
        words(&hit.content),
        hit.speaker.unwrap_or_default(),
        hit.speaker_surface.unwrap_or_default(),
        hit.cue.unwrap_or_default(),
        hit.kind.to_string(),
        hit.confidence.get().to_string(),
        hit.rule,
        hit.place.start.to_string(),
        hit.place.end.to_string(),
        hit.context.into_iter().map(|segment| segment.text).collect(),
        article.title.text,
        dates(article.date).0,
        article.source.unwrap_or_default(),
        article.authors.join("; "),
        article.section.unwrap_or_default(),
        article.url.unwrap_or_default(),
        hit.utterance.id.to_string(),
        hash.to_string(),
        permalink,
    ]
}

/// The civil day, and the date in the words of the source.
fn dates(date: Option<PublicationDate>) -> (String, String) {
    let day = date.as_ref().and_then(|date| date.day).map(String::from);
    (day.unwrap_or_default(), date.map(|date| date.stated).unwrap_or_default())
}
