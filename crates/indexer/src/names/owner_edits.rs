//! Changes to `authority.toml` that leave everything else in it as it is, comments too.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, value};

use super::owner::{Owner, OwnerNamesError};

/// The file in which an archive's owner says which names mean the same.
#[derive(Debug)]
pub struct OwnerNames {
    path: PathBuf,
    document: DocumentMut,
}

/// A name that does not mean a person, always or under conditions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SplitOff {
    /// Whom it does not mean.
    pub name: String,
    /// The name.
    pub variant: String,
    /// The first day, month or year.
    pub from: Option<String>,
    /// The last day, month or year.
    pub to: Option<String>,
    /// The outlet.
    pub source: Option<String>,
    /// Whom it means instead; itself, if nothing is said.
    pub meant: Option<String>,
}

impl OwnerNames {
    /// Where the file of an archive lies.
    pub fn path(archive: &Path) -> PathBuf {
        archive.join("authority.toml")
    }

    /// Reads the file of an archive; it need not exist.
    ///
    /// # Errors
    /// If it cannot be read or is malformed.
    pub fn of_archive(archive: &Path) -> Result<Self, OwnerNamesError> {
        let path = Self::path(archive);
        Owner::read(&path)?;
        let text = match fs::read_to_string(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(cannot_be_used(&path, error));
            }
            text => text.unwrap_or_default(),
        };
        let document =
            text.parse().map_err(|error: toml_edit::TomlError| malformed(&path, error.message()))?;
        Ok(Self { path, document })
    }

    /// Says that names mean the same, whatever was said before.
    pub fn merge(&mut self, name: &str, variants: &[String]) {
        for table in tables(&mut self.document, "split") {
            let is_undone = |table: &Table| {
                let says = |key: &str| table.get(key).and_then(Item::as_str);
                let is_always = ["from", "to", "source"].iter().all(|key| !table.contains_key(key));
                is_always && says("variant").is_some_and(|variant| variants.iter().any(|one| one == variant))
            };
            table.retain(|table| !is_undone(table));
        }
        let Some(known) = self.variants_of(name) else {
            let mut table = Table::new();
            table["name"] = value(name);
            table["variants"] = value(variants.iter().map(String::as_str).collect::<Array>());
            return self.add("merge", table);
        };
        for variant in variants {
            if known.iter().all(|known| known.as_str() != Some(variant)) {
                known.push(variant.as_str());
            }
        }
    }

    /// The names that are merged into a name.
    fn variants_of(&mut self, name: &str) -> Option<&mut Array> {
        let mut merges = tables(&mut self.document, "merge").flat_map(ArrayOfTables::iter_mut);
        let merge = merges.find(|table| table.get("name").and_then(Item::as_str) == Some(name))?;
        merge.get_mut("variants")?.as_array_mut()
    }

    /// Says that a name does not mean a person.
    pub fn split(&mut self, split: &SplitOff) {
        for table in tables(&mut self.document, "merge").flat_map(ArrayOfTables::iter_mut) {
            if let Some(array) = table.get_mut("variants").and_then(Item::as_array_mut)
                && split.is_unconditional()
            {
                array.retain(|variant| variant.as_str() != Some(split.variant.as_str()));
            }
        }
        let mut table = Table::new();
        table["name"] = value(&split.name);
        table["variant"] = value(&split.variant);
        let conditions =
            [("from", &split.from), ("to", &split.to), ("source", &split.source), ("as", &split.meant)];
        for (key, said) in conditions {
            if let Some(said) = said {
                table[key] = value(said);
            }
        }
        self.add("split", table);
    }

    /// Writes the file, in one step.
    ///
    /// # Errors
    /// If it cannot be written, or would not be read again: a date that is none.
    pub fn save(&self) -> Result<(), OwnerNamesError> {
        let text = self.document.to_string();
        Owner::parse(&text).map_err(|reason| malformed(&self.path, reason))?;
        let beside = self.path.with_extension("toml.new");
        let written = fs::write(&beside, text).and_then(|()| fs::rename(&beside, &self.path));
        written.map_err(|error| cannot_be_used(&self.path, error))
    }

    fn add(&mut self, list: &str, table: Table) {
        let item = self.document.entry(list).or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
        if let Some(tables) = item.as_array_of_tables_mut() {
            tables.push(table);
        }
    }
}

impl SplitOff {
    fn is_unconditional(&self) -> bool {
        self.from.is_none() && self.to.is_none() && self.source.is_none()
    }
}

fn tables<'a>(document: &'a mut DocumentMut, list: &str) -> impl Iterator<Item = &'a mut ArrayOfTables> {
    document.get_mut(list).and_then(Item::as_array_of_tables_mut).into_iter()
}

fn malformed(path: &Path, reason: impl Into<String>) -> OwnerNamesError {
    OwnerNamesError::Malformed { path: path.display().to_string(), reason: reason.into() }
}

fn cannot_be_used(path: &Path, source: io::Error) -> OwnerNamesError {
    OwnerNamesError::Io { path: path.display().to_string(), source }
}
