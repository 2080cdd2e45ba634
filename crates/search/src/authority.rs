use std::collections::HashMap;

use quotidian_model::{DateRange, Day};
use serde::{Deserialize, Serialize};

use crate::MergedBy;

/// Which names of an archive mean the same. A name that it does not know stands for itself.
#[derive(Debug, Clone, Default)]
pub struct Authority {
    names: Vec<CanonicalName>,
    /// Every variant with its places: that of the canonical name, and its own among the variants of that.
    by_variant: HashMap<String, Vec<(u32, u32)>>,
}

/// A canonical name with the other names that mean the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CanonicalName {
    /// The name under which all of them are shown and counted.
    pub name: String,
    /// The other names.
    pub variants: Vec<NameVariant>,
}

/// A name that stands for a canonical one, always or under conditions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameVariant {
    /// The name as articles have it.
    pub name: String,
    /// How it came to mean the canonical one.
    pub merged_by: MergedBy,
    /// The first day on which it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// The last day on which it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// Whether it does in undated articles, and in no others if no day is given.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub undated: bool,
    /// The outlet in which it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// Whom a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning<'a> {
    /// The canonical name.
    pub name: &'a str,
    /// How it is known.
    pub merged_by: MergedBy,
}

impl NameVariant {
    /// A name that always stands for the canonical one.
    pub fn always(name: impl Into<String>, merged_by: MergedBy) -> Self {
        Self { name: name.into(), merged_by, from: None, to: None, undated: false, source: None }
    }

    /// Whether the name means the canonical one in an article of this day and outlet.
    pub fn holds(&self, day: Option<Day>, source: Option<&str>) -> bool {
        let range = DateRange { from: self.from, to: self.to };
        let in_time = match day {
            Some(_) if range.is_open() => !self.undated,
            Some(day) => range.contains(day),
            None => self.undated || range.is_open(),
        };
        in_time && self.source.as_deref().is_none_or(|wanted| source == Some(wanted))
    }

    /// Whether the name means the canonical one whatever the article.
    pub fn is_unconditional(&self) -> bool {
        self.from.is_none() && self.to.is_none() && !self.undated && self.source.is_none()
    }
}

impl Authority {
    /// An authority of these names. Of the variants that say something of the same article the first in their order is
    /// believed, those of the archive's owner before all others.
    pub fn new(names: Vec<CanonicalName>) -> Self {
        let mut by_variant: HashMap<String, Vec<(u32, u32)>> = HashMap::new();
        for (canonical, place) in std::iter::zip(&names, 0..) {
            for (variant, number) in std::iter::zip(&canonical.variants, 0..) {
                by_variant.entry(variant.name.clone()).or_default().push((place, number));
            }
        }
        let is_user = |place: &(u32, u32)| variant(&names, *place).merged_by == MergedBy::User;
        for places in by_variant.values_mut() {
            // Sorting is stable; what holds under a condition is an exception from what holds always.
            places.sort_by_key(|place| (!is_user(place), variant(&names, *place).is_unconditional()));
        }
        Self { names, by_variant }
    }

    /// The canonical names that have variants.
    pub fn names(&self) -> &[CanonicalName] {
        &self.names
    }

    /// Everything that a name can mean, the first to be believed first: the canonical name, and when it is meant.
    pub fn meanings(&self, name: &str) -> impl Iterator<Item = (&str, &NameVariant)> {
        let places = self.by_variant.get(name).map(Vec::as_slice).unwrap_or_default();
        places.iter().map(|place| (self.names[place.0 as usize].name.as_str(), variant(&self.names, *place)))
    }

    /// Whom a name means in an article of this day and outlet; `None` where it stands for itself.
    pub fn canonical(&self, name: &str, day: Option<Day>, source: Option<&str>) -> Option<Meaning<'_>> {
        let (name, variant) = self.meanings(name).find(|(_, variant)| variant.holds(day, source))?;
        Some(Meaning { name, merged_by: variant.merged_by })
    }
}

fn variant(names: &[CanonicalName], (canonical, number): (u32, u32)) -> &NameVariant {
    &names[canonical as usize].variants[number as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<Day> {
        Some(text.parse().unwrap())
    }

    fn authority() -> Authority {
        let surname = |from, to| NameVariant {
            from: day(from),
            to: day(to),
            ..NameVariant::always("Okkerley", MergedBy::Surname)
        };
        let users =
            NameVariant { source: Some("Ledger".into()), ..NameVariant::always("Okkerley", MergedBy::User) };
        let canonical = |name: &str, variants: &[NameVariant]| CanonicalName {
            name: name.into(),
            variants: variants.into(),
        };
        Authority::new(vec![
            canonical(
                "Tobin Okkerley",
                &[
                    NameVariant::always("T. Okkerley", MergedBy::Initials),
                    surname("2020-01-01", "2022-12-31"),
                ],
            ),
            canonical("Ilse Okkerley", &[surname("2023-01-01", "2024-12-31"), users]),
        ])
    }

    fn check(name: &str, when: Option<Day>, source: Option<&str>, expected: Option<&str>) {
        let authority = authority();
        let meaning = authority.canonical(name, when, source);
        assert_eq!(meaning.map(|meaning| meaning.name), expected, "{name} {when:?} {source:?}");
    }

    #[test]
    fn a_name_means_somebody_at_a_time_and_in_a_place() {
        check("T. Okkerley", None, None, Some("Tobin Okkerley"));
        check("Okkerley", day("2022-12-31"), None, Some("Tobin Okkerley"));
        check("Okkerley", day("2023-01-01"), Some("Semaphore"), Some("Ilse Okkerley"));
        check("Okkerley", day("2022-12-31"), Some("Ledger"), Some("Ilse Okkerley"));
        check("Okkerley", day("1999-01-01"), None, None);
        check("Okkerley", None, None, None);
        check("Tobin Okkerley", None, None, None);
    }

    #[test]
    fn a_surname_alone_is_less_sure() {
        assert!(MergedBy::Surname.confidence() < MergedBy::Spelling.confidence());
    }
}
