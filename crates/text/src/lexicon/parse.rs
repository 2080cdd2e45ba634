//! Reading the lists.

use quotidian_model::EntityKind;
use rustc_hash::FxHashMap;

use super::{Class, Lexicon, Traits};
use crate::feature::word_hash;

/// The entries of a list with the section that each stands in.
fn entries(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut section = "";
    list.lines().filter(|line| !line.starts_with('#')).flat_map(move |line| {
        let header = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        section = header.unwrap_or(section);
        let words = if header.is_some() { "" } else { line };
        words.split_whitespace().map(move |word| (section, word))
    })
}

impl Lexicon {
    pub(super) fn parse() -> Self {
        let mut lexicon = Self {
            words: FxHashMap::default(),
            names: FxHashMap::default(),
            countries: FxHashMap::default(),
            organization_kinds: FxHashMap::default(),
            aliases: FxHashMap::default(),
        };
        lexicon.parse_grammar();
        lexicon.parse_sayings();
        lexicon.parse_people();
        lexicon.parse_places();
        lexicon.parse_organizations();
        for (_, word) in entries(include_str!("../../data/common_words.txt")) {
            lexicon.add(word, Traits::COMMON);
        }
        for (_, word) in entries(include_str!("../../data/months.txt")) {
            lexicon.add(word, Traits::CALENDAR);
        }
        lexicon
    }

    fn add(&mut self, word: &'static str, traits: Traits) {
        let facts = self.words.entry(word_hash(word)).or_default();
        facts.traits = facts.traits.or(traits);
    }

    fn add_phrase(&mut self, phrase: &'static str, traits: Traits) {
        self.words.entry(word_hash(&phrase.replace('_', " "))).or_default().traits = traits;
    }

    fn parse_grammar(&mut self) {
        for (section, word) in entries(include_str!("../../data/grammar.txt")) {
            let class = match section {
                "determiner" => Class::Determiner,
                "pronoun" => Class::Pronoun,
                "preposition" => Class::Preposition,
                "conjunction" => Class::Conjunction,
                "auxiliary" => Class::Auxiliary,
                "modal" => Class::Modal,
                "adverb" => Class::Adverb,
                "past" => Class::Past,
                "present" => Class::Present,
                "not past" => Class::NotPast,
                _ => {
                    self.add(word, Traits::OWNER);
                    continue;
                }
            };
            let facts = self.words.entry(word_hash(word)).or_default();
            if facts.class == Class::Open {
                facts.class = class;
            }
        }
        for (section, word) in entries(include_str!("../../data/abbreviations.txt")) {
            self.add(
                word,
                match section {
                    "before a name" => Traits::ABBREVIATION_NAME,
                    "company" => Traits::ABBREVIATION_COMPANY,
                    _ => Traits::ABBREVIATION,
                },
            );
        }
    }

    fn parse_sayings(&mut self) {
        for (section, word) in entries(include_str!("../../data/sayings.txt")) {
            let saying = match section {
                "strong" => 3,
                "clear" => 2,
                _ => 1,
            };
            let facts = self.words.entry(word_hash(word)).or_default();
            facts.saying = facts.saying.max(saying);
        }
        for (section, word) in entries(include_str!("../../data/frames.txt")) {
            self.add(
                word,
                match section {
                    "free" => Traits::FRAME_FREE,
                    "that" => Traits::FRAME_THAT,
                    "participle" => Traits::FRAME_PARTICIPLE,
                    _ => Traits::FRAME_INFINITIVE,
                },
            );
        }
    }

    fn parse_people(&mut self) {
        for (section, word) in entries(include_str!("../../data/given_names.txt")) {
            self.add(
                word,
                match section {
                    "masculine" => Traits::GIVEN_MASCULINE,
                    "feminine" => Traits::GIVEN_FEMININE,
                    _ => Traits::GIVEN_EITHER,
                },
            );
        }
        for (section, word) in entries(include_str!("../../data/titles.txt")) {
            self.add(
                word,
                match section {
                    "honorific masculine" => Traits::TITLE_MASCULINE,
                    "honorific feminine" => Traits::TITLE_FEMININE,
                    "honorific" => Traits::HONORIFIC,
                    "rank" => Traits::RANK,
                    "office" => Traits::OFFICE,
                    _ => Traits::TITLE_MODIFIER,
                },
            );
        }
        for (section, word) in entries(include_str!("../../data/roles.txt")) {
            self.add(
                word,
                match section {
                    "masculine" => Traits::ROLE.or(Traits::ROLE_MASCULINE),
                    "feminine" => Traits::ROLE.or(Traits::ROLE_FEMININE),
                    "documents" => Traits::VOICE,
                    "descriptive" => Traits::ROLE.or(Traits::DESCRIPTIVE),
                    _ => Traits::ROLE,
                },
            );
        }
    }

    fn parse_places(&mut self) {
        for (section, entry) in entries(include_str!("../../data/places.txt")) {
            let (name, country) = entry.split_once(':').unwrap_or((entry, entry));
            if section == "aliases" {
                self.aliases.insert(name.replace('_', " "), country.replace('_', " "));
            }
            let name = name.replace('_', " ");
            if section == "countries" || section == "capitals" {
                self.countries.insert(name.clone(), country.replace('_', " "));
            }
            self.names.insert(name, EntityKind::Place);
        }
        for (section, word) in entries(include_str!("../../data/place_words.txt")) {
            self.add(
                word,
                match section {
                    "last" => Traits::PLACE_LAST,
                    _ => Traits::PLACE_FIRST,
                },
            );
        }
        for (section, entry) in entries(include_str!("../../data/demonyms.txt")) {
            let (word, country) = entry.split_once(':').unwrap_or((entry, ""));
            self.add(
                word,
                if section == "plurals" { Traits::DEMONYM.or(Traits::PEOPLES) } else { Traits::DEMONYM },
            );
            if !country.is_empty() {
                self.countries.insert(word.to_owned(), country.replace('_', " "));
            }
        }
    }

    fn parse_organizations(&mut self) {
        for (section, entry) in entries(include_str!("../../data/organizations.txt")) {
            match section {
                "names" => {
                    self.names.insert(entry.replace('_', " "), EntityKind::Organization);
                }
                "no name" => self.add_phrase(entry, Traits::NO_NAME),
                "not" => self.add(entry, Traits::NO_NAME),
                "first" => self.add(entry, Traits::ORGANIZATION_FIRST),
                "last" => self.add(entry, Traits::ORGANIZATION_LAST),
                "suffix" => self.add(entry, Traits::COMPANY_SUFFIX.or(Traits::ORGANIZATION_LAST)),
                "aliases" => {
                    let (name, full) = entry.split_once(':').unwrap_or((entry, entry));
                    self.names.insert(name.to_owned(), EntityKind::Organization);
                    self.aliases.insert(name.to_owned(), full.replace('_', " "));
                }
                _ => {
                    let (word, kind) = entry.split_once(':').unwrap_or((entry, entry));
                    self.organization_kinds.insert(word, kind);
                }
            }
        }
    }
}
