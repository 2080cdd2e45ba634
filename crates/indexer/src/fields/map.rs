use std::{
    collections::{BTreeMap, HashMap},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use serde::Deserialize;

use super::Field;
use crate::dates::DateOrder;

/// The names that are known without being told.
const STANDARD: &str = include_str!("../../data/field-names.toml");

/// By how much a name of the standard ranks behind those of a map, and one that is right but for its spelling behind exact
/// ones.
const STANDARD_RANK: usize = 1_000;
const SPELLING_RANK: usize = 1_000_000;

/// How many different names are remembered.
const MOST_REMEMBERED: usize = 1_000;

/// What stands between the names of an object and of a field in it.
const WITHIN: char = '.';

/// Under which names records state the fields of articles, and how they write dates.
#[derive(Debug, Clone)]
pub struct FieldMap(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    /// The field of every name, and its rank among the field's names: lower is better.
    exact: HashMap<String, (Field, usize)>,
    /// The same names without regard to capitals, blanks, hyphens and underscores.
    folded: HashMap<String, (Field, usize)>,
    /// The names of fields that stand in objects, by the name of the outermost object.
    within: HashMap<String, Vec<String>>,
    date_order: DateOrder,
    /// The names met in records and how often, where somebody wants to know.
    met: Option<Mutex<BTreeMap<String, u64>>>,
}

/// A file that is no field map.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{}: {message}", path.display(), line.map(|line| format!(", line {line}")).unwrap_or_default())]
pub struct FieldMapError {
    /// The file.
    pub path: PathBuf,
    /// The line, from 1, if the fault is in one.
    pub line: Option<usize>,
    /// What is wrong.
    pub message: String,
}

/// What a file says.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stated {
    #[serde(default)]
    fields: BTreeMap<Field, Names>,
    #[serde(default)]
    dates: Dates,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dates {
    #[serde(default)]
    order: DateOrder,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Names {
    One(String),
    Several(Vec<String>),
}

impl Default for FieldMap {
    fn default() -> Self {
        Self::from(&Stated::default())
    }
}

impl FieldMap {
    /// Reads a map (TOML): under `[fields]` a name or a list of names, the best first, for `title`, `body`, `date` and so on,
    /// where `story.text` is the field `text` of the object `story`; under `[dates]` the `order` of dates in numbers, which
    /// is `month-first` unless it says `day-first`. Names that are known without a map come after those of the map.
    ///
    /// # Errors
    /// What is wrong with the file, and in which line.
    pub fn read(path: &Path) -> Result<Self, FieldMapError> {
        let error = |line, message| FieldMapError { path: path.to_owned(), line, message };
        let text = std::fs::read_to_string(path).map_err(|cause| error(None, cause.to_string()))?;
        let stated = toml::from_str::<Stated>(&text).map_err(|cause| {
            let line = cause.span().map(|span| 1 + text[..span.start].matches('\n').count());
            error(line, cause.message().to_owned())
        })?;
        Ok(Self::from(&stated))
    }

    /// The same map, which remembers the names that it meets.
    pub(crate) fn remembering(&self) -> Self {
        let Inner { exact, folded, within, date_order, .. } = &*self.0;
        let (exact, folded, within) = (exact.clone(), folded.clone(), within.clone());
        let met = Some(Mutex::default());
        Self(Arc::new(Inner { exact, folded, within, date_order: *date_order, met }))
    }

    /// The names met in records with the fields they stand for, and how often.
    pub(crate) fn met(&self) -> Vec<(String, Option<Field>, u64)> {
        let Some(met) = &self.0.met else { return Vec::new() };
        let met = met.lock().unwrap_or_else(PoisonError::into_inner);
        met.iter()
            .map(|(name, times)| (name.clone(), self.lookup(name).map(|(field, _)| field), *times))
            .collect()
    }

    /// Remembers a name, if it is to be remembered. Of a hopeless file, not every name.
    pub(super) fn meet(&self, name: &str) {
        let Some(met) = &self.0.met else { return };
        let mut met = met.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(times) = met.get_mut(name) {
            *times += 1;
        } else if met.len() < MOST_REMEMBERED {
            met.insert(name.to_owned(), 1);
        }
    }

    fn from(stated: &Stated) -> Self {
        let mut inner = Inner { date_order: stated.dates.order, ..Inner::default() };
        inner.add(stated, 0);
        // That it is well-formed is tested.
        inner.add(&toml::from_str(STANDARD).unwrap_or_default(), STANDARD_RANK);
        Self(Arc::new(inner))
    }

    /// The field that a name stands for, and the name's rank among the field's names: lower is better.
    pub(super) fn lookup(&self, name: &str) -> Option<(Field, usize)> {
        let exact = self.0.exact.get(name).copied();
        exact.or_else(|| self.0.folded.get(&folded(name)).map(|(field, rank)| (*field, rank + SPELLING_RANK)))
    }

    /// The names of the fields that stand in an object of this name, such as `story.text` in `story`.
    pub(super) fn within(&self, name: &str) -> Option<&[String]> {
        self.0.within.get(name).map(Vec::as_slice)
    }

    /// The order of day and month in dates of numbers alone.
    pub(crate) fn date_order(&self) -> DateOrder {
        self.0.date_order
    }

    /// The field that has this name.
    pub(crate) fn field(&self, name: &str) -> Option<Field> {
        self.lookup(name).map(|(field, _)| field)
    }

    /// Whether a field has this name.
    pub(crate) fn is_name(&self, name: &str) -> bool {
        self.lookup(name).is_some()
    }

    /// Whether an article's text has this name.
    pub(crate) fn is_body(&self, name: &str) -> bool {
        self.lookup(name).is_some_and(|(field, _)| field == Field::Body)
    }
}

impl Inner {
    fn add(&mut self, stated: &Stated, first_rank: usize) {
        for (field, names) in &stated.fields {
            let names = match names {
                Names::One(name) => std::slice::from_ref(name),
                Names::Several(names) => names,
            };
            for (name, rank) in names.iter().zip(first_rank..) {
                self.exact.entry(name.clone()).or_insert((*field, rank));
                self.folded.entry(folded(name)).or_insert((*field, rank));
                if let Some((object, _)) = name.split_once(WITHIN) {
                    self.within.entry(object.to_owned()).or_default().push(name.clone());
                }
            }
        }
    }
}

/// The letters and digits of a name, in small letters.
fn folded(name: &str) -> String {
    name.chars().filter(|letter| !matches!(letter, ' ' | '-' | '_')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
impl FieldMap {
    /// The map that a text is.
    pub(crate) fn of(text: &str) -> Self {
        Self::from(&toml::from_str(text).unwrap())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<FieldMap, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.toml");
        std::fs::write(&path, text).unwrap();
        let without_folder =
            |error: FieldMapError| FieldMapError { path: "map.toml".into(), ..error }.to_string();
        FieldMap::read(&path).map_err(without_folder)
    }

    #[test]
    fn the_standard_names_are_well_formed_and_belong_to_one_field_each() {
        let standard: Stated = toml::from_str(STANDARD).unwrap();
        assert_eq!(standard.fields.len(), Field::ALL.len());
        let mut names: HashMap<String, Field> = HashMap::new();
        for (field, list) in &standard.fields {
            let Names::Several(list) = list else { panic!("{field:?} has one name") };
            assert!(list.len() < STANDARD_RANK);
            for name in list {
                assert_eq!(*names.entry(folded(name)).or_insert(*field), *field, "{name}");
            }
        }
    }

    #[test]
    fn a_map_comes_before_the_standard_and_leaves_the_rest_of_it() {
        let map = read("[fields]\nbody = \"inhalt\"\ntitle = [\"titel\", \"kopf.zeile\"]\n").unwrap();
        assert_eq!(map.lookup("inhalt"), Some((Field::Body, 0)));
        assert_eq!(map.lookup("kopf.zeile"), Some((Field::Title, 1)));
        assert!(map.lookup("body").unwrap().1 >= STANDARD_RANK);
        assert_eq!((map.within("kopf"), map.within("titel")), (Some(&["kopf.zeile".to_owned()][..]), None));
    }

    #[test]
    fn spelling_matters_only_against_an_exact_name() {
        let map = FieldMap::default();
        for name in ["Published At", "publishedAt", "published-at", "PUBLISHED_AT"] {
            assert_eq!(map.lookup(name).map(|(field, _)| field), Some(Field::Date), "{name}");
        }
        assert!(map.lookup("Body").unwrap().1 > map.lookup("content").unwrap().1);
    }

    #[test]
    fn what_is_wrong_with_a_map_is_said_with_its_line() {
        let message = read("[fields]\nboddy = \"x\"\n").unwrap_err();
        assert!(
            message.starts_with("map.toml, line 2: unknown variant `boddy`, expected one of `id`"),
            "{message}"
        );
        let message = read("[fields]\nbody = \"x\n").unwrap_err();
        assert!(message.starts_with("map.toml, line 2: "), "{message}");
        let message = read("[dates]\norder = \"year-first\"\n").unwrap_err();
        assert!(message.contains("`month-first`") && message.contains("line 2"), "{message}");
    }
}
