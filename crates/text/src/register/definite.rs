//! Whom "the French leader", "the minister" or "the company" mean.

use quotidian_model::EntityKind;

use super::pronoun::Antecedents;
use crate::{
    candidate::{Candidate, CandidateKind},
    lexicon::{LEXICON, Traits},
    part::Part,
};

/// Titles that make a person a leader.
const LEADERS: [&str; 9] =
    ["president", "premier", "chancellor", "prime", "king", "queen", "leader", "pope", "chairman"];
/// How many persons are compared.
const PERSONS: usize = 200;
/// How many candidates before a phrase are looked at for somebody without a name.
const NEAR: usize = 30;

impl Antecedents<'_, '_> {
    /// The entry that a noun phrase means: the name beside it, the person with that role, the organization of that kind.
    pub(super) fn definite(&self, candidates: &[Candidate], index: usize) -> Option<usize> {
        let phrase = &candidates[index];
        if let Some(entry) = self.beside(candidates, index) {
            return Some(entry);
        }
        let document = self.document;
        let first = document.lower(phrase.tokens.start);
        let definite = matches!(first, "the" | "this" | "that") || first == document.lower(phrase.head);
        let attached = phrase.tokens.end > phrase.head + 1 && self.country_of(phrase).is_none();
        if phrase.plural
            || !definite
            || attached
            || document.tokens[phrase.tokens.start].part != Part::Determiner
        {
            return None;
        }
        let possessive = (phrase.tokens.clone()).any(|at| document.tokens[at].part == Part::Possessive);
        if possessive {
            return None;
        }
        let person = self.by_age(phrase).or_else(|| self.by_role(phrase));
        person.or_else(|| self.by_description(candidates, index)).or_else(|| self.by_kind(phrase))
    }

    /// The only person before the phrase whose age it gives: "the 41-year-old".
    fn by_age(&self, phrase: &Candidate) -> Option<usize> {
        let mut ages =
            phrase.tokens.clone().filter_map(|at| self.document.lower(at).strip_suffix("-year-old"));
        let age: u8 = ages.next()?.parse().ok()?;
        let before =
            &self.names[..self.names.partition_point(|name| name.tokens.start < phrase.tokens.start)];
        let comma = |at: usize| matches!(self.document.lower(at), "," | "." | ")" | "(");
        let mut aged = before.iter().enumerate().filter(|(_, name)| {
            let end = name.tokens.end;
            comma(end) && comma(end + 2) && self.document.lower(end + 1).parse() == Ok(age)
        });
        let entry = self.register.entry_of(aged.next()?.0)?;
        let only = aged.all(|(other, _)| self.register.entry_of(other) == Some(entry));
        (only && self.register.entries[entry].kind == EntityKind::Person).then_some(entry)
    }

    /// "the minister, X," and "X, the minister,".
    fn beside(&self, candidates: &[Candidate], index: usize) -> Option<usize> {
        let phrase = &candidates[index];
        let role = self.document.tokens[phrase.head].facts.traits.any(Traits::ROLE);
        let person = |candidate: &Candidate| {
            let entry = self.register.entry_of(candidate.name?)?;
            (self.register.entries[entry].kind == EntityKind::Person).then_some(entry)
        };
        let same = |candidate: &Candidate| {
            self.document.tokens[candidate.head].sentence == self.document.tokens[phrase.head].sentence
        };
        if phrase.plural || !role {
            return None;
        }
        if let Some(next) = candidates.get(index + 1).filter(|next| same(next))
            && next.tokens.start == phrase.tokens.end + 1
            && self.document.lower(phrase.tokens.end) == ","
            && let Some(entry) = person(next)
        {
            return Some(entry);
        }
        let earlier = candidates[..index].iter().rev().take(4);
        let before =
            earlier.filter(|before| before.tokens.end <= phrase.tokens.start).find(|before| same(before))?;
        let comma =
            before.tokens.end + 1 == phrase.tokens.start && self.document.lower(before.tokens.end) == ",";
        if comma { person(before) } else { None }
    }

    /// The person whose roles hold the phrase's head, and whose country its nationality word names.
    fn by_role(&self, phrase: &Candidate) -> Option<usize> {
        let document = self.document;
        let head = document.lower(phrase.head);
        if !document.tokens[phrase.head].facts.traits.any(Traits::ROLE.or(Traits::TITLE)) {
            return None;
        }
        let modifiers: Vec<&str> =
            (phrase.tokens.start + 1..phrase.head).map(|at| document.lower(at)).collect();
        let country =
            modifiers.iter().find_map(|word| LEXICON.country(word)).or_else(|| self.country_of(phrase));
        let sayers = &self.sayers[..self.sayers.partition_point(|sayer| sayer.token < phrase.tokens.start)];
        let last_sayer = sayers.last().map(|sayer| sayer.entry);
        let mut best: Option<(i32, usize, usize)> = None;
        let mut unknown_country = 0;
        for (index, entry) in self.register.entries.iter().enumerate().take(PERSONS) {
            let leads = head == "leader" && LEADERS.iter().any(|title| entry.roles.contains(*title));
            if entry.kind != EntityKind::Person || !(leads || entry.roles.contains(head)) {
                continue;
            }
            let before =
                entry.mentions.partition_point(|&name| self.names[name].tokens.start < phrase.tokens.start);
            let Some(last) = before.checked_sub(1) else { continue };
            let last = self.names[entry.mentions[last]].tokens.start;
            let mut points = modifiers.iter().filter(|word| entry.roles.contains(**word)).count() as i32;
            match (country, entry.country.as_deref()) {
                (Some(wanted), Some(known)) if wanted == known => points += 4,
                (Some(_), Some(_)) => continue,
                (Some(_), None) => unknown_country += 1,
                (None, _) => {}
            }
            points += i32::from(last_sayer == Some(index));
            if head == "minister" && modifiers.contains(&"prime") != entry.roles.contains("prime") {
                continue;
            }
            if best.is_none_or(|(most, latest, _)| (points, last) > (most, latest)) {
                best = Some((points, last, index));
            }
        }
        let (points, _, entry) = best?;
        // A nationality that no person is known to have points to the only one whose country is unknown.
        (points >= 4 || unknown_country <= 1 || country.is_none()).then_some(entry)
    }

    /// The only person, and a subject, of the last sentence outside marks that names one, if it stands in this paragraph or
    /// the one before: "Okkerley missed the ferry. | “I ran,” the rookie pilot said."
    fn by_description(&self, candidates: &[Candidate], index: usize) -> Option<usize> {
        let (document, phrase) = (self.document, &candidates[index]);
        let head = &document.tokens[phrase.head];
        if !head.facts.traits.any(Traits::DESCRIPTIVE) || !phrase.relation.says() {
            return None;
        }
        // "One Republican said ... The Republican added ...": somebody without a name.
        let near = candidates[..index].iter().rev().take(NEAR);
        let mut unnamed = near.filter(|other| other.kind == CandidateKind::Indefinite);
        if unnamed.any(|other| document.tokens[other.head].hash == head.hash) {
            return None;
        }
        let before = self.names.partition_point(|name| name.tokens.start < phrase.tokens.start);
        let token = |name: usize| &document.tokens[self.names[name].tokens.start];
        let mut persons = (0..before)
            .rev()
            .filter(|&name| self.names[name].kind == EntityKind::Person && token(name).marked.is_none());
        let last = persons.next().filter(|&name| token(name).paragraph + 1 >= head.paragraph)?;
        let sentence = token(last).sentence;
        let entry = self.register.entry_of(last)?;
        let mut others = persons.take_while(|&name| token(name).sentence == sentence);
        let alone = others.all(|name| self.register.entry_of(name) == Some(entry));
        let after = document.tokens.get(self.names[last].tokens.end);
        let subject = after.is_some_and(|after| after.part.is_finite() || after.part == Part::Adverb);
        (alone && subject && sentence < head.sentence).then_some(entry)
    }

    /// The country in "the president of Germany".
    fn country_of(&self, phrase: &Candidate) -> Option<&str> {
        let of = phrase.head + 1;
        let named = of + 1 < phrase.tokens.end && self.document.lower(of) == "of";
        let name = self.document.lower_span(of + 1..phrase.tokens.end.max(of + 1));
        if named { LEXICON.country(name) } else { None }
    }

    /// "the company", "the ministry": the last organization of that kind.
    fn by_kind(&self, phrase: &Candidate) -> Option<usize> {
        let kind = LEXICON.organization_kind(self.document.lower(phrase.head))?;
        let before = self.names.partition_point(|name| name.tokens.start < phrase.tokens.start);
        let organizations =
            (0..before).rev().take(PERSONS).filter(|&name| self.names[name].kind == EntityKind::Organization);
        let kinds = |entry: usize| -> Vec<&str> {
            let full = &self.register.entries[entry].full;
            let words = full.split(' ').map(|word| word.trim_end_matches(',').to_lowercase());
            words.filter_map(|word| LEXICON.organization_kind(&word)).collect()
        };
        let organizations: Vec<usize> =
            organizations.filter_map(|name| self.register.entry_of(name)).collect();
        let of_kind = organizations.iter().find(|&&entry| kinds(entry).contains(&kind));
        of_kind.copied().or_else(|| {
            // Most companies go by a name that says no kind.
            let company =
                |entry: usize| kind == "company" && self.is_salient(entry) && kinds(entry).is_empty();
            organizations.iter().copied().find(|&entry| company(entry))
        })
    }

    /// Whether an organization is named more than once or has spoken.
    fn is_salient(&self, entry: usize) -> bool {
        self.register.entries[entry].mentions.len() > 1
            || self.sayers.iter().any(|sayer| sayer.entry == entry)
    }
}
