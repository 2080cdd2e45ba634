//! Which names of an archive mean the same: names become people.
//!
//! 1. `printed_name` reads a name: given names, surname, generation, without titles and marks. Names with the same words
//!    are one `people::Form`.
//! 2. `linking` joins full names of one surname, from what is surest to what is least: spellings, middle names and initials,
//!    nicknames (`compare` says in what two names differ, or that they cannot be one person's); `slips` joins what was
//!    mistyped. It takes more than the names to be alike: no other person can be meant, the times agree (`eras`), and the
//!    rarer name stands in the company of the other one (`company`).
//! 3. `surnames` tells whom a surname alone means: whoever has nine tenths of its full names at that time (`dominance`).
//! 4. `organizations` joins a company's name with and without its legal form.
//! 5. `assembly` makes canonical names of it, and `owner_rules` lets the archive's owner have the last word.

mod assembly;
mod company;
mod compare;
mod dominance;
mod eras;
mod known;
mod linking;
mod organizations;
mod owner;
mod owner_edits;
mod owner_rules;
mod people;
mod printed_name;
#[cfg(test)]
mod properties;
mod slips;
mod surnames;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod word_lists;

use std::path::Path;

use quotidian_search::{Authority, MergedBy, NameAuthority, NameEvidence};

use known::Known;
use linking::Linking;
use owner::Owner;
pub use owner::OwnerNamesError;
pub use owner_edits::{OwnerNames, SplitOff};
use people::People;

/// Tells which names of an archive mean the same, by rules and by what the archive's owner says.
#[derive(Debug, Clone, Default)]
pub struct Names {
    owner: Owner,
}

impl Names {
    /// Reads what the owner says from `authority.toml` in the archive's folder, if there is such a file.
    ///
    /// # Errors
    /// If the file cannot be read or is malformed; the error names line and reason.
    pub fn of_archive(archive: &Path) -> Result<Self, OwnerNamesError> {
        Ok(Self { owner: Owner::read(&OwnerNames::path(archive))? })
    }
}

impl NameAuthority for Names {
    fn resolve(&self, evidence: &NameEvidence) -> Authority {
        let known = Known::of(evidence);
        let is_left_out = |name: &str| self.owner.is_split_off(name);
        let mut linking = Linking::new(&known, People::of(&known, is_left_out));
        linking.link();
        linking.join_slips();
        self.join_merged(&known, &mut linking);
        linking.find_surnames();
        let mut names = assembly::people(&linking);
        names.extend(organizations::organizations(&known, is_left_out));
        owner_rules::apply(&self.owner, &mut names);
        Authority::new(assembly::unique(names))
    }
}

impl Names {
    /// Joins whom the owner merges, so that surnames alone are counted for one person.
    fn join_merged(&self, known: &Known<'_>, linking: &mut Linking<'_>) {
        let form = |linking: &Linking<'_>, name: &str| {
            let form = linking.people.form_of(known.number_of(name)?)?;
            Some(linking.people.leader(form))
        };
        for merge in &self.owner.merge {
            for variant in merge.variants.iter().filter(|one| !self.owner.is_split_from(one, &merge.name)) {
                if let Some((from, to)) = form(linking, variant).zip(form(linking, &merge.name)) {
                    linking.people.join(from, to, MergedBy::User);
                }
            }
        }
    }
}
