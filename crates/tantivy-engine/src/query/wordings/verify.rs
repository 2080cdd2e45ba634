use std::{cmp::Reverse, time::Instant};

use quotidian_model::{CodePoints, Span};
use quotidian_search::{
    Agreement, Change, ContextRole, ContextSegment, EngineError, FacetField, Passage, Printed, Printing,
    Verdict, Verification, VerificationRequest,
};

use super::{
    agreement::agreement,
    finding::{Sought, quote_at},
};
use crate::{
    highlight::{Highlighter, sentences_around},
    query::{
        article_hits::summary,
        canonical::canonical,
        quote_hits,
        records::{Record, Records},
    },
    wording::{Alignment, Wording, diff, negation},
};

/// How many articles are looked at, word by word.
const LOOKED_AT: usize = 48;
/// What is close has so many of the words given, one part in so many of their weight, and this share of their weight more than
/// the share of their number in which it differs.
const FEWEST_SAME: usize = 4;
const LEAST_PART: u32 = 3;
const MARGIN: f64 = 0.1;

/// Whether and where words were printed.
pub(in crate::query) fn verify(
    records: &mut Records<'_>,
    request: &VerificationRequest,
) -> Result<Verification, EngineError> {
    let snapshot = records.snapshot;
    let sought = Sought::new(Wording::given(&request.text), snapshot)?;
    let (mut found, not_looked_at) = found(records, &sought, request)?;
    let collection = &snapshot.articles;
    found.sort_by_key(|one| {
        let day = collection.days.day(one.article);
        let place = (one.quote.is_none(), day.is_none(), day, collection.key(one.article));
        (one.verdict, one.differing, Reverse(one.speaker == Agreement::Agrees), place)
    });
    let verdict = found.first().map_or(Verdict::Absent, |one| one.verdict);
    Ok(Verification {
        verdict,
        speaker: all_agree(found.iter().filter(|one| one.verdict == verdict).map(|one| one.speaker)),
        words: sought.words(),
        total: found.len() + not_looked_at,
        printings: found
            .into_iter()
            .take(request.limit)
            .map(|one| one.into_printing(records))
            .collect::<Result<_, _>>()?,
        generation: snapshot.generation,
    })
}

/// Where it is printed, and how many more articles have it as a phrase than are looked at.
fn found(
    records: &mut Records<'_>,
    sought: &Sought<'_>,
    request: &VerificationRequest,
) -> Result<(Vec<Found>, usize), EngineError> {
    let snapshot = records.snapshot;
    let days = &snapshot.articles.days;
    let mut phrases = sought.articles_with_phrase(snapshot)?;
    phrases.sort_by_key(|article| {
        let day = days.day(*article);
        (day.is_none(), day, snapshot.articles.key(*article))
    });
    let looked_at = phrases.len().min(LOOKED_AT);
    let windows = sought.windows(snapshot, least_weight(sought), LOOKED_AT, request.deadline)?.into_iter();
    let windows = windows
        .filter(|window| !phrases.contains(&window.article))
        .map(|window| (window.article, Some(window)));
    // The name as it was given, and the one that the archive has for it: "Okkerley" can mean another one too.
    let speakers = snapshot.quotes.facet(FacetField::Speaker);
    let asked = request.speaker.as_deref();
    let asked = [asked, speakers.zip(asked).map(|(facet, name)| canonical(facet, name))];
    let mut found = Vec::new();
    for (article, window) in phrases[..looked_at].iter().map(|article| (*article, None)).chain(windows) {
        if request.deadline.is_some_and(|end| Instant::now() > end) {
            return Err(EngineError::Deadline);
        }
        let record = records.get(article)?;
        let body = &record.0.body;
        let piece = window.map_or(Span::new(0, body.len()), |window| sought.around(body, &window));
        found.extend(Found::of(sought, article, piece, &record, asked));
    }
    Ok((found, phrases.len() - looked_at))
}

/// Somebody who is named once is named; where only others are named, they conflict.
fn all_agree(agreements: impl Iterator<Item = Agreement>) -> Agreement {
    let agreements: Vec<Agreement> = agreements.collect();
    [Agreement::Agrees, Agreement::Conflicts]
        .into_iter()
        .find(|agreement| agreements.contains(agreement))
        .unwrap_or(Agreement::Unknown)
}

/// Where an article prints what was sought.
struct Found {
    article: u32,
    /// The place of the quote among the article's, if it is one.
    quote: Option<usize>,
    span: Span,
    verdict: Verdict,
    speaker: Agreement,
    differing: usize,
    diff: Vec<Change>,
    cut_negations: Vec<String>,
}

impl Found {
    /// What a piece of an article prints; `None` if it is not even close.
    fn of(
        sought: &Sought<'_>,
        article: u32,
        piece: Span,
        record: &Record,
        asked: [Option<&str>; 2],
    ) -> Option<Self> {
        let (_, quotes) = record;
        let (printed, alignment) = sought.laid_along(record, piece);
        let span = alignment.printed_span(&printed)?;
        let verdict = match alignment.distance {
            0 => Verdict::Verbatim,
            _ if is_close(sought, &alignment) => Verdict::Close,
            _ => return None,
        };
        let quote = quote_at(quotes, span);
        let named = quote.and_then(|quote| quotes[quote].speaker.name.as_deref());
        Some(Self {
            article,
            quote,
            span,
            verdict,
            speaker: all_agree(asked.into_iter().flatten().map(|speaker| agreement(speaker, named))),
            differing: alignment.distance,
            diff: diff(&alignment, &sought.wording, &printed),
            cut_negations: negation::cut(&alignment, &sought.wording, &printed),
        })
    }

    fn into_printing(self, records: &mut Records<'_>) -> Result<Printing, EngineError> {
        let record = records.get(self.article)?;
        let found = match self.quote {
            Some(place) => {
                let number = records.snapshot.quotes_of(self.article)[place];
                Printed::Quote(Box::new(quote_hits::hit(records, number, &Highlighter::none())?))
            }
            None => Printed::Passage(passage(&record, self.span)),
        };
        Ok(Printing {
            verdict: self.verdict,
            speaker: self.speaker,
            differing: self.differing,
            diff: self.diff,
            cut_negations: self.cut_negations,
            place: CodePoints::new(&record.0.body).of(self.span),
            found,
        })
    }
}

fn is_close(sought: &Sought<'_>, alignment: &Alignment) -> bool {
    alignment.same().count() >= FEWEST_SAME
        && is_enough(sought, sought.weight_found(alignment), alignment.distance)
}

/// Whether words of this weight are enough where so many differ.
fn is_enough(sought: &Sought<'_>, weight: u32, differing: usize) -> bool {
    let share = f64::from(weight) / f64::from(sought.weight().max(1));
    let share_differing = differing as f64 / sought.words().max(1) as f64;
    weight >= sought.weight() / LEAST_PART && share >= share_differing + MARGIN
}

/// What words must weigh to be enough, if it is the heaviest that differ.
fn least_weight(sought: &Sought<'_>) -> u32 {
    let mut weight = sought.weight();
    for ((_, heaviest), differing) in std::iter::zip(&sought.weights.terms, 1..) {
        let without = weight.saturating_sub(*heaviest);
        if !is_enough(sought, without, differing) {
            break;
        }
        weight = without;
    }
    weight
}

/// The sentences that words of an article stand in.
fn passage((article, _): &Record, words: Span) -> Passage {
    let body = &article.body;
    let sentences = sentences_around(body, std::iter::once(words));
    let mut around = sentences.iter().filter(|sentence| sentence.overlaps(words));
    let first = around.next().copied().unwrap_or(words);
    let last = around.next_back().copied().unwrap_or(first);
    let segment = |start, end, role| {
        let text = Span::new(start, end).of(body).to_owned();
        (!text.is_empty()).then_some(ContextSegment { text, role })
    };
    let context = [
        segment(first.start.min(words.start), words.start, ContextRole::Text),
        segment(words.start, words.end, ContextRole::Content),
        segment(words.end, last.end.max(words.end), ContextRole::Text),
    ];
    Passage { article: summary(article), context: context.into_iter().flatten().collect() }
}
