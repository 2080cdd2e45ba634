use quotidian_model::{Day, EntityKind};

use crate::Authority;

/// What an archive knows of its names: which stand in which article.
#[derive(Debug, Clone, Default)]
pub struct NameEvidence {
    /// Every name, each once; an article tells of it by its place here.
    pub names: Vec<String>,
    /// The articles, in any order.
    pub articles: Vec<ArticleNames>,
}

/// The names of one article.
#[derive(Debug, Clone)]
pub struct ArticleNames {
    /// The day of publication.
    pub day: Option<Day>,
    /// The names, each once for every kind.
    pub uses: Vec<NameUse>,
}

/// A name in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameUse {
    /// The name's place among all names.
    pub name: u32,
    /// What it stands for in the text; `None` for a speaker whom the text does not name, such as a statement's author.
    pub kind: Option<EntityKind>,
    /// How many quotes the article gives to this name.
    pub quotes: u32,
}

/// Tells which names of an archive mean the same, from what the archive knows of them.
pub trait NameAuthority {
    /// The authority. It must depend on nothing but what is known, and not on the order in which it is told.
    fn resolve(&self, evidence: &NameEvidence) -> Authority;
}

/// Every name stands for itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct NamesAsTheyAre;

impl NameAuthority for NamesAsTheyAre {
    fn resolve(&self, _: &NameEvidence) -> Authority {
        Authority::default()
    }
}
