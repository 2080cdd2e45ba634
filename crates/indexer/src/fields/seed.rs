use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, IgnoredAny, MapAccess, Visitor},
};
use serde_json::Value;

use super::{FieldMap, Fields};
use crate::stated::Stated;

/// Reads the fields of an object by the names of a map, and nothing else of it.
pub(crate) struct FieldsSeed<'map>(&'map FieldMap);

impl<'map> FieldsSeed<'map> {
    pub(crate) fn new(map: &'map FieldMap) -> Self {
        Self(map)
    }
}

impl<'de, 'map> DeserializeSeed<'de> for FieldsSeed<'map> {
    type Value = Fields<'map>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, 'map> Visitor<'de> for FieldsSeed<'map> {
    type Value = Fields<'map>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Fields<'map>, A::Error> {
        let map = self.0;
        let mut fields = Fields::new(map);
        while let Some(name) = object.next_key::<String>()? {
            if let Some(paths) = map.within(&name) {
                state_within(&mut fields, &name, paths, &object.next_value()?);
            } else if map.is_name(&name) {
                fields.state(&name, object.next_value()?);
            } else {
                map.meet(&name);
                object.next_value::<IgnoredAny>()?;
            }
        }
        Ok(fields)
    }
}

/// Notes the fields that stand in an object, and the object itself where it has a field's name.
fn state_within(fields: &mut Fields<'_>, name: &str, paths: &[String], value: &Value) {
    for path in paths {
        fields.state(path, stated_at(value, path[name.len()..].split('.').skip(1)));
    }
    fields.state(name, stated_at(value, std::iter::empty()));
}

/// What stands at a path in a value; of a list, what stands there in each of its items.
fn stated_at<'path>(value: &Value, mut path: impl Iterator<Item = &'path str> + Clone) -> Stated {
    if let Value::Array(items) = value {
        let items: Vec<Stated> = items.iter().map(|item| stated_at(item, path.clone())).collect();
        let items: Vec<Stated> = items.into_iter().filter(|item| *item != Stated::Nothing).collect();
        return if items.is_empty() { Stated::Nothing } else { Stated::List(items) };
    }
    match path.next() {
        Some(key) => value.get(key).map_or(Stated::Nothing, |value| stated_at(value, path)),
        None => Stated::deserialize(value).unwrap_or(Stated::Nothing),
    }
}
