use std::{cmp::Reverse, collections::hash_map::Entry};

use quotidian_search::{ChangedStatement, Difference, EngineError, Shortlist};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    highlight::Highlighter,
    query::{quote_hits, records::Records},
    read::Collection,
    schema::STATEMENT,
    statements::{Digest, Statement, pairs},
};

/// Pairs that are shown.
const SHOWN: usize = 20;
/// Pairs whose words are compared, the latest.
const COMPARED: usize = 300;
/// A statement that differs from more others than this is a form of words, filled in anew each time.
const FORM: usize = 3;

/// An institution publishes new figures in the same words each week or month: a number of its has changed if it is another
/// within so many days.
const SOON: i64 = 2;

/// Two quotes that differ, the later first.
struct Change {
    later: u32,
    earlier: u32,
    difference: Difference,
}

/// Those of a speaker's quotes that say nearly the same but for a negation or a number, in different articles. The same
/// pair of utterances is shown once.
pub(super) fn changed_statements(
    records: &mut Records<'_>,
    quotes: &[u32],
    is_person: bool,
) -> Result<Shortlist<ChangedStatement>, EngineError> {
    let mut changes = compared(records, candidates(records, quotes)?)?;
    leave_forms(&mut changes);
    let Collection { groups, days, .. } = &records.snapshot.quotes;
    if !is_person {
        let day = |quote| days.day(quote).unwrap_or_default();
        let soon = |change: &Change| day(change.later) - day(change.earlier) <= SOON;
        changes.retain(|change| change.difference == Difference::Negation || soon(change));
    }
    let mut met = FxHashSet::default();
    changes.retain(|change| {
        let (later, earlier) = (groups.of(change.later), groups.of(change.earlier));
        met.insert((later.min(earlier), later.max(earlier)))
    });
    let total = changes.len() as u64;
    let highlighter = Highlighter::none();
    let mut hit = |quote| quote_hits::hit(records, quote, &highlighter);
    let mut shown = |Change { later, earlier, difference }: &Change| {
        Ok(ChangedStatement { difference: *difference, later: hit(*later)?, earlier: hit(*earlier)? })
    };
    let values = changes.iter().take(SHOWN).map(&mut shown).collect::<Result<_, EngineError>>()?;
    Ok(Shortlist { values, total })
}

/// The pairs that are worth comparing, the later quote of each first; the latest pairs first, undated quotes as the
/// earliest.
fn candidates(records: &Records<'_>, quotes: &[u32]) -> Result<Vec<(u32, u32)>, EngineError> {
    let snapshot = records.snapshot;
    let numbers = snapshot.quotes.numbers_of::<{ Digest::NUMBERS }>(STATEMENT, quotes)?;
    let known = std::iter::zip(quotes, numbers).filter_map(|(quote, numbers)| Some((*quote, numbers?)));
    let (quotes, digests): (Vec<u32>, Vec<Digest>) =
        known.map(|(quote, numbers)| (quote, Digest::from_numbers(numbers))).unzip();
    let age = |quote: u32| (snapshot.quotes.days.day(quote), snapshot.quotes.key(quote));
    let article = |quote: u32| snapshot.standing.article_of[quote as usize];
    let mut candidates: Vec<(u32, u32)> = pairs(&digests)
        .into_iter()
        .map(|(left, right)| (quotes[left], quotes[right]))
        .filter(|(left, right)| article(*left) != article(*right))
        .map(|(left, right)| if age(left) < age(right) { (right, left) } else { (left, right) })
        .collect();
    candidates.sort_by_key(|(later, earlier)| Reverse((age(*later), age(*earlier))));
    candidates.truncate(COMPARED);
    Ok(candidates)
}

/// The pairs whose words differ.
fn compared(records: &mut Records<'_>, pairs: Vec<(u32, u32)>) -> Result<Vec<Change>, EngineError> {
    let mut statements: FxHashMap<u32, Statement> = FxHashMap::default();
    for quote in pairs.iter().flat_map(|(later, earlier)| [*later, *earlier]) {
        if let Entry::Vacant(place) = statements.entry(quote) {
            place.insert(Statement::of(&quote_hits::content(records, quote)?));
        }
    }
    let change = |(later, earlier): (u32, u32)| {
        let difference = statements.get(&later)?.difference(statements.get(&earlier)?)?;
        Some(Change { later, earlier, difference })
    };
    Ok(pairs.into_iter().filter_map(change).collect())
}

fn leave_forms(changes: &mut Vec<Change>) {
    let mut partners: FxHashMap<u32, usize> = FxHashMap::default();
    for change in &*changes {
        *partners.entry(change.later).or_default() += 1;
        *partners.entry(change.earlier).or_default() += 1;
    }
    changes.retain(|change| partners[&change.later] <= FORM && partners[&change.earlier] <= FORM);
}
