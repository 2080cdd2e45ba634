use std::cmp::Reverse;

use quotidian_model::{CodePoints, Day, QuoteId};
use quotidian_search::{
    Attribution, Change, ChangeOp, EngineError, Outlet, Provenance, Variant, VariantPrinting,
};

use super::places::{Place, places};
use crate::{
    query::{article_hits::summary, records::Records},
    read::Snapshot,
    wording::{Alignment, Wording, diff},
};

/// A form with so many times the words is not the longest form of the same, but something that has it in it.
const MOST_LONGER: usize = 3;
/// How many quotes with exactly the same words are shown.
const MOST_EQUALS: usize = 256;

/// Everywhere that the words of a quote were printed.
pub(in crate::query) fn provenance(
    records: &mut Records<'_>,
    id: &QuoteId,
) -> Result<Option<Provenance>, EngineError> {
    let snapshot = records.snapshot;
    let Some(number) = snapshot.number_of_quote(id)? else { return Ok(None) };
    let Some(own) = place(records, number)? else { return Ok(None) };
    let (mut found, mut is_cut) = equals(records, number)?;
    let most_words = MOST_LONGER * own.words.len();
    let (nearly, nearly_is_cut) = places(records, &own)?;
    // The longest form has words that this one lacks, and by them there are others that lack those of this one.
    let longest = longest(&nearly, most_words).filter(|place| place.words.len() > own.words.len());
    let (more, more_is_cut) = longest.map_or(Ok(Default::default()), |longest| places(records, longest))?;
    found.extend(nearly.into_iter().chain(more).chain([own]));
    is_cut |= nearly_is_cut || more_is_cut;
    let days = &snapshot.articles.days;
    found.sort_by_key(|place| {
        let day = days.day(place.article);
        (day.is_none(), day, snapshot.articles.key(place.article), place.span)
    });
    found.dedup_by_key(|place| (place.article, place.span));
    Ok(Some(Provenance {
        first: found.iter().find_map(|place| day(snapshot, place)),
        last: found.iter().rev().find_map(|place| day(snapshot, place)),
        total: articles(&found.iter().collect::<Vec<_>>()),
        is_cut,
        outlets: outlets(records, &found)?,
        attributions: attributions(snapshot, &found),
        variants: variants(records, &found, most_words)?,
    }))
}

/// Where a quote stands.
fn place(records: &mut Records<'_>, quote: u32) -> Result<Option<Place>, EngineError> {
    let snapshot = records.snapshot;
    let article = snapshot.standing.article_of[quote as usize];
    let (number, record) = (snapshot.place_in_article(quote)?, records.get(article)?);
    let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    Ok(place.and_then(|place| Place::of_quote(article, place, &record)))
}

/// The quotes with exactly the words of a quote, as a rule itself among them, and whether there are more.
fn equals(records: &mut Records<'_>, quote: u32) -> Result<(Vec<Place>, bool), EngineError> {
    let groups = &records.snapshot.quotes.groups;
    let members = groups.members(groups.of(quote));
    let mut places = Vec::new();
    for member in members.iter().take(MOST_EQUALS) {
        places.extend(place(records, *member)?);
    }
    Ok((places, members.len() > MOST_EQUALS))
}

/// The first of the longest forms that have at most so many words: what is very much longer says more than this.
fn longest(places: &[Place], most_words: usize) -> Option<&Place> {
    let fitting = places.iter().rev().filter(|place| place.words.len() <= most_words);
    fitting.max_by_key(|place| place.words.len())
}

fn day(snapshot: &Snapshot, place: &Place) -> Option<Day> {
    snapshot.articles.days.day(place.article).and_then(Day::from_days_since_epoch)
}

/// How many articles places are in.
fn articles(places: &[&Place]) -> usize {
    let mut articles: Vec<u32> = places.iter().map(|place| place.article).collect();
    articles.sort_unstable();
    articles.dedup();
    articles.len()
}

/// Places, which are in order, by what `key` says of each, in the order of the first of each.
fn grouped<'a, Key: PartialEq>(
    places: &'a [Place],
    key: impl Fn(&'a Place) -> Key,
) -> Vec<(Key, Vec<&'a Place>)> {
    let mut groups: Vec<(Key, Vec<&Place>)> = Vec::new();
    for place in places {
        let key = key(place);
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, places)) => places.push(place),
            None => groups.push((key, vec![place])),
        }
    }
    groups
}

fn outlets(records: &mut Records<'_>, places: &[Place]) -> Result<Vec<Outlet>, EngineError> {
    let snapshot = records.snapshot;
    let mut sources = Vec::with_capacity(places.len());
    for place in places {
        sources.push((place.article, records.get(place.article)?.0.source.clone()));
    }
    let source = |place: &Place| {
        let known = sources.iter().find(|(article, _)| *article == place.article);
        known.and_then(|(_, source)| source.clone())
    };
    let outlet = |(source, places): (Option<String>, Vec<&Place>)| Outlet {
        source,
        first: places.iter().find_map(|place| day(snapshot, place)),
        articles: articles(&places),
    };
    Ok(grouped(places, source).into_iter().map(outlet).collect())
}

fn attributions(snapshot: &Snapshot, places: &[Place]) -> Vec<Attribution> {
    let quotes: Vec<Place> = places.iter().filter(|place| place.quote.is_some()).cloned().collect();
    let attribution = |(speaker, places): (&Option<String>, Vec<&Place>)| Attribution {
        speaker: speaker.clone(),
        articles: articles(&places),
        first: places.iter().find_map(|place| day(snapshot, place)),
    };
    let mut attributions: Vec<Attribution> =
        grouped(&quotes, |place| &place.speaker).into_iter().map(attribution).collect();
    attributions.sort_by_key(|one| (one.speaker.is_none(), Reverse(one.articles)));
    attributions
}

fn variants(
    records: &mut Records<'_>,
    places: &[Place],
    most_words: usize,
) -> Result<Vec<Variant>, EngineError> {
    let Some(longest) = longest(places, most_words) else { return Ok(Vec::new()) };
    let mut groups = grouped(places, |place| &place.words);
    // Sorting is stable: equals stay in the order of their days.
    groups.sort_by_key(|(words, places)| (*words != &longest.words, Reverse(places.len())));
    let variant = |(words, places): &(&Vec<String>, Vec<&Place>)| {
        let text = &places[0].text;
        let diff = if *words == &longest.words { Vec::new() } else { compared(text, &longest.text) };
        Ok(Variant {
            is_shortened: is_shortened(&diff),
            diff,
            text: text.clone(),
            printings: places.iter().map(|place| printing(records, place)).collect::<Result<_, _>>()?,
        })
    };
    groups.iter().map(variant).collect()
}

/// A wording beside the whole of the longest.
fn compared(text: &str, longest: &str) -> Vec<Change> {
    let (given, printed) = (Wording::whole(text), Wording::whole(longest));
    diff(&Alignment::of(&given, &printed).with_ends(&printed), &given, &printed)
}

fn is_shortened(diff: &[Change]) -> bool {
    let is_missing = |change: &Change| change.op == ChangeOp::Missing;
    diff.iter().any(is_missing) && diff.iter().all(|change| is_missing(change) || change.op == ChangeOp::Same)
}

fn printing(records: &mut Records<'_>, place: &Place) -> Result<VariantPrinting, EngineError> {
    let record = records.get(place.article)?;
    let article = &record.0;
    let number = place.quote.and_then(|quote| u32::try_from(quote + 1).ok()?.try_into().ok());
    Ok(VariantPrinting {
        quote: number.map(|number| QuoteId { article: article.id.clone(), number }),
        speaker: place.speaker.clone(),
        place: CodePoints::new(&article.body).of(place.span),
        article: summary(article),
    })
}
