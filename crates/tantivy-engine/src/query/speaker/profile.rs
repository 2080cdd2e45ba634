use std::{cmp::Reverse, collections::BTreeMap};

use quotidian_model::{DateRange, Day};
use quotidian_search::{
    Counted, EngineError, FacetField, MergedBy, Shortlist, SpeakerListing, SpeakerProfile, SpeakerRequest,
    SpeakerRole, SpeakerVariant,
};

use super::{changes, naming};
use crate::{
    query::{Tally, records::Records, scan::Matches, timeline::timeline},
    read::{Collection, DocumentFacet, Snapshot},
    schema::{CUE, ROLE, SURFACE},
};

const VARIANTS: usize = 50;
const OTHERS: usize = 30;

/// The profile of the speaker that a request names, or `None` if nobody of that name is quoted.
pub(in crate::query) fn profile(
    records: &mut Records<'_>,
    request: &SpeakerRequest,
) -> Result<Option<SpeakerProfile>, EngineError> {
    let snapshot = records.snapshot;
    let Some(facet) = snapshot.quotes.facet(FacetField::Speaker) else { return Ok(None) };
    let ordinal = facet.ordinal(&request.name);
    let Some((name, quotes)) = ordinal.map(|ordinal| (facet.value(ordinal), facet.documents_with(ordinal)))
    else {
        return Ok(None);
    };
    if quotes.is_empty() {
        return Ok(None);
    }
    let said = Said { snapshot, quotes };
    let (first, last) = said.days(quotes);
    let listing = SpeakerListing { name: name.to_owned(), quotes: quotes.len() as u64, first, last };
    let matches = || Matches { documents: quotes.to_vec(), ..Matches::default() };
    let timeline = |interval| timeline(&snapshot.quotes, &matches(), None, interval, DateRange::default());
    Ok(Some(SpeakerProfile {
        listing,
        variants: said.variants(name)?,
        roles: said.roles()?,
        timeline: request.interval.map(timeline),
        cues: said.cues()?,
        quoted_with: said.quoted_with(name),
        sources: said.sources(),
        changed_statements: changes::changed_statements(records, quotes, is_person(snapshot, name))?,
    }))
}

/// Whether articles mean a person by a name rather than an organization.
fn is_person(snapshot: &Snapshot, name: &str) -> bool {
    let articles = |field| {
        let facet = snapshot.articles.facet(field)?;
        Some(facet.documents_with(facet.ordinal(name)?).len())
    };
    articles(FacetField::Person) > articles(FacetField::Organization)
}

/// The quotes of a speaker.
struct Said<'a> {
    snapshot: &'a Snapshot,
    quotes: &'a [u32],
}

impl Said<'_> {
    fn variants(&self, name: &str) -> Result<Shortlist<SpeakerVariant>, EngineError> {
        let variants = spelled(self.snapshot.quotes.by_text(SURFACE, self.quotes)?);
        let mut named = self.snapshot.quotes.by_text(FacetField::Speaker.as_str(), self.quotes)?;
        named.remove(name);
        let variant = |(words, quotes): (String, Vec<u32>)| SpeakerVariant {
            merged_by: self.merged_by(&words, &quotes, name, &named),
            count: quotes.len() as u64,
            words,
        };
        Ok(Shortlist::first(VARIANTS, variants.into_iter().map(variant).collect()))
    }

    /// How words came to stand for a name: by the authority, where they are the speaker's name in the articles of most of
    /// these quotes, and otherwise by what they say. `named` are the quotes by the other names of the speaker.
    fn merged_by(
        &self,
        words: &str,
        quotes: &[u32],
        name: &str,
        named: &BTreeMap<String, Vec<u32>>,
    ) -> MergedBy {
        let has_most = |having: &[u32]| {
            let having = quotes.iter().filter(|quote| having.binary_search(quote).is_ok()).count();
            2 * having > quotes.len()
        };
        let is_name = |other: &str| naming::merged_by(words, other) == MergedBy::SameName;
        let other = named.iter().find(|(other, having)| is_name(other) && has_most(having));
        let meant = other.and_then(|(other, _)| {
            let mut meanings = self.snapshot.authority.meanings(other);
            meanings.find(|(meant, _)| *meant == name).map(|(_, variant)| variant.merged_by)
        });
        meant.unwrap_or_else(|| naming::merged_by(words, name))
    }

    fn roles(&self) -> Result<Shortlist<SpeakerRole>, EngineError> {
        let roles = spelled(self.snapshot.quotes.by_text(ROLE, self.quotes)?);
        let role = |(words, quotes): (String, Vec<u32>)| {
            let (first, last) = self.days(&quotes);
            SpeakerRole { words, count: quotes.len() as u64, first, last }
        };
        Ok(Shortlist::first(OTHERS, roles.into_iter().map(role).collect()))
    }

    fn cues(&self) -> Result<Shortlist<Counted>, EngineError> {
        let cues = spelled(self.snapshot.quotes.by_text(CUE, self.quotes)?);
        let cue = |(value, quotes): (String, Vec<u32>)| Counted { value, count: quotes.len() as u64 };
        Ok(Shortlist::first(OTHERS, cues.into_iter().map(cue).collect()))
    }

    fn quoted_with(&self, name: &str) -> Shortlist<Counted> {
        let articles = self.snapshot.standing.articles_of(self.quotes);
        let mut others = counted(&self.snapshot.articles, FacetField::Speaker, &articles);
        others.retain(|other| other.value != name);
        Shortlist::first(OTHERS, others)
    }

    fn sources(&self) -> Shortlist<Counted> {
        Shortlist::first(OTHERS, counted(&self.snapshot.quotes, FacetField::Source, self.quotes))
    }

    /// The days of the first and the last dated one of some quotes.
    fn days(&self, quotes: &[u32]) -> (Option<Day>, Option<Day>) {
        let days = || quotes.iter().filter_map(|quote| self.snapshot.quotes.days.day(*quote));
        let day = |day: Option<i64>| day.and_then(Day::from_days_since_epoch);
        (day(days().min()), day(days().max()))
    }
}

/// The values of a facet among some documents, the most frequent first, ties by name.
fn counted(collection: &Collection, field: FacetField, documents: &[u32]) -> Vec<Counted> {
    let values = |facet: &DocumentFacet| {
        let tally = Tally::of(collection, facet, [documents, &[]], None);
        let value = |(ordinal, count): (u32, u32)| Counted {
            value: facet.value(ordinal).to_owned(),
            count: count.into(),
        };
        tally.counts.into_iter().map(value).collect()
    };
    let mut counted: Vec<Counted> = collection.facet(field).map(values).unwrap_or_default();
    counted.sort_by_key(|one| Reverse(one.count));
    counted
}

/// Values that only their case tells apart are one, in the spelling that most quotes have; the most frequent first, ties
/// by the value in lower case.
fn spelled(by_text: BTreeMap<String, Vec<u32>>) -> Vec<(String, Vec<u32>)> {
    let mut spellings: BTreeMap<String, Vec<(String, Vec<u32>)>> = BTreeMap::new();
    for (text, quotes) in by_text {
        spellings.entry(text.to_lowercase()).or_default().push((text, quotes));
    }
    let one = |mut same: Vec<(String, Vec<u32>)>| {
        same.sort_by_key(|(_, quotes)| Reverse(quotes.len()));
        let text = same.first().map(|(text, _)| text.clone()).unwrap_or_default();
        (text, same.into_iter().flat_map(|(_, quotes)| quotes).collect())
    };
    let mut spelled: Vec<(String, Vec<u32>)> = spellings.into_values().map(one).collect();
    spelled.sort_by_key(|(_, quotes)| Reverse(quotes.len()));
    spelled
}
