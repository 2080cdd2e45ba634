use quotidian_model::{Article, Confidence, Entity, EntityKind, Quote};
use quotidian_search::Meaning;

use super::Snapshot;

/// Records are stored with the names that their articles have.
impl Snapshot {
    /// Gives the quotes of an article their canonical speakers.
    pub(crate) fn rename_speakers(&self, article: &Article, quotes: &mut [Quote]) {
        for quote in quotes {
            let meaning = quote.speaker.name.as_deref().and_then(|name| self.meaning(article, name));
            let Some(Meaning { name, merged_by }) = meaning else { continue };
            quote.speaker.name = Some(name.to_owned());
            quote.confidence = Confidence::clamped(quote.confidence.get() * merged_by.confidence());
        }
    }

    /// Gives the people of an article their canonical names; those who get the same become one.
    pub(crate) fn rename_people(&self, article: &Article, entities: &mut Vec<Entity>) {
        let mut renamed: Vec<Entity> = Vec::with_capacity(entities.len());
        for mut entity in entities.drain(..) {
            let is_person = entity.kind == EntityKind::Person;
            let meaning = self.meaning(article, &entity.name).filter(|_| is_person);
            if let Some(Meaning { name, .. }) = meaning {
                entity.name = name.to_owned();
            }
            let is_same = |known: &&mut Entity| known.kind == entity.kind && known.name == entity.name;
            match renamed.iter_mut().find(is_same).filter(|_| is_person) {
                Some(known) => {
                    known.mentions.extend(entity.mentions);
                    known.mentions.sort_unstable();
                }
                None => renamed.push(entity),
            }
        }
        *entities = renamed;
    }

    fn meaning(&self, article: &Article, name: &str) -> Option<Meaning<'_>> {
        let day = article.date.as_ref().and_then(|date| date.day);
        self.authority.canonical(name, day, article.source.as_deref().map(str::trim))
    }
}
