use std::cmp::Reverse;

use quotidian_model::Day;
use quotidian_search::{EngineError, FacetField, SpeakerList, SpeakerListing, SpeakerSort, SpeakersRequest};

use super::Snapshot;

#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    quotes: u64,
    days: Option<(i64, i64)>,
}

impl Tally {
    fn add(&mut self, day: Option<i64>) {
        self.quotes += 1;
        let widened = day.map(|day| self.days.map_or((day, day), |(from, to)| (from.min(day), to.max(day))));
        self.days = widened.or(self.days);
    }
}

/// Every named speaker with the number of quotes and the days of the first and last, by ordinal of the speaker facet.
pub(super) struct SpeakerTallies(Vec<Tally>);

impl SpeakerTallies {
    pub(super) fn of(snapshot: &Snapshot) -> Self {
        let Some(facet) = snapshot.quotes.facet(FacetField::Speaker) else { return Self(Vec::new()) };
        let mut tallies = vec![Tally::default(); facet.len()];
        for quote in snapshot.quotes.alive() {
            let day = snapshot.quotes.days.day(quote);
            facet.of(quote).iter().for_each(|ordinal| tallies[*ordinal as usize].add(day));
        }
        Self(tallies)
    }

    pub(super) fn list(
        &self,
        snapshot: &Snapshot,
        request: &SpeakersRequest,
    ) -> Result<SpeakerList, EngineError> {
        let Some(facet) = snapshot.quotes.facet(FacetField::Speaker) else {
            return Ok(SpeakerList { total: 0, speakers: Vec::new() });
        };
        let mut matching = facet.with_word_beginnings(&request.name);
        matching.retain(|ordinal| self.0[*ordinal as usize].quotes > 0);
        // Ordinals are in the order of names, and sorting is stable: ties stay by name.
        match request.sort {
            SpeakerSort::Name => {}
            SpeakerSort::Count => matching.sort_by_key(|ordinal| Reverse(self.0[*ordinal as usize].quotes)),
            SpeakerSort::Recent => {
                matching.sort_by_key(|ordinal| Reverse(self.0[*ordinal as usize].days.map(|(_, last)| last)));
            }
        }
        let listing = |ordinal: &u32| {
            let tally = self.0[*ordinal as usize];
            SpeakerListing {
                name: facet.value(*ordinal).to_owned(),
                quotes: tally.quotes,
                first: tally.days.and_then(|(first, _)| Day::from_days_since_epoch(first)),
                last: tally.days.and_then(|(_, last)| Day::from_days_since_epoch(last)),
            }
        };
        let page = matching.iter().skip(request.page.offset()).take(request.page.size());
        Ok(SpeakerList { total: matching.len() as u64, speakers: page.map(listing).collect() })
    }
}
