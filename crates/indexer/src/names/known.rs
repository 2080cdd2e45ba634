use quotidian_model::EntityKind;
use quotidian_search::NameEvidence;

/// What an archive knows of its names, name by name.
pub(super) struct Known<'a> {
    pub(super) evidence: &'a NameEvidence,
    pub(super) uses: Vec<Uses>,
    /// The quarter of every article, counted from the year 0; `None` of undated ones.
    pub(super) quarters: Vec<Option<i32>>,
}

/// How a name is used.
#[derive(Debug, Clone, Default)]
pub(super) struct Uses {
    /// The articles that have it, in order.
    pub(super) articles: Vec<u32>,
    /// In how many articles it is a person, an organization, a place.
    person: u32,
    organization: u32,
    place: u32,
    pub(super) quotes: u32,
}

/// What a name stands for in most articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Person,
    Organization,
    Place,
    /// Somebody who speaks and is not named in the text.
    Speaker,
}

impl<'a> Known<'a> {
    pub(super) fn of(evidence: &'a NameEvidence) -> Self {
        let mut uses = vec![Uses::default(); evidence.names.len()];
        for (article, number) in std::iter::zip(&evidence.articles, 0..) {
            for one in &article.uses {
                let Some(uses) = uses.get_mut(one.name as usize) else { continue };
                if uses.articles.last() != Some(&number) {
                    uses.articles.push(number);
                    uses.quotes += one.quotes;
                }
                match one.kind {
                    Some(EntityKind::Person) => uses.person += 1,
                    Some(EntityKind::Organization) => uses.organization += 1,
                    Some(EntityKind::Place) => uses.place += 1,
                    None => {}
                }
            }
        }
        let quarter = |article: &quotidian_search::ArticleNames| {
            let date = article.day?.date();
            Some(i32::from(date.year()) * 4 + i32::from(date.month() - 1) / 3)
        };
        Self { evidence, uses, quarters: evidence.articles.iter().map(quarter).collect() }
    }

    pub(super) fn name(&self, name: u32) -> &'a str {
        &self.evidence.names[name as usize]
    }

    pub(super) fn uses_of(&self, name: u32) -> &Uses {
        &self.uses[name as usize]
    }

    /// Every name by its number.
    pub(super) fn names(&self) -> impl Iterator<Item = (u32, &'a str)> + use<'a> {
        std::iter::zip(0.., self.evidence.names.iter().map(String::as_str))
    }

    /// The names of an article.
    pub(super) fn names_in(&self, article: u32) -> impl Iterator<Item = u32> {
        self.evidence.articles[article as usize].uses.iter().map(|one| one.name)
    }

    pub(super) fn quarter(&self, article: u32) -> Option<i32> {
        self.quarters[article as usize]
    }
}

impl Uses {
    pub(super) fn kind(&self) -> Kind {
        let Self { person, organization, place, .. } = *self;
        match person.max(organization).max(place) {
            0 => Kind::Speaker,
            most if most == person => Kind::Person,
            most if most == organization => Kind::Organization,
            _ => Kind::Place,
        }
    }

    /// In how many articles it is a person, and in how many it is anything.
    pub(super) fn persons(&self) -> (u32, u32) {
        (self.person, self.person + self.organization + self.place)
    }
}
