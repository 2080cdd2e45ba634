use quotidian_model::{Day, EntityKind};
use quotidian_search::{ArticleNames, EngineError, FacetField, NameAuthority, NameEvidence, NameUse};

use crate::{
    archive::Generation,
    read::{Collection, RawFacet, Standing, places},
};

/// The facets of articles that hold names, and what those stand for.
const NAMED: [(FacetField, Option<EntityKind>); 4] = [
    (FacetField::Speaker, None),
    (FacetField::Person, Some(EntityKind::Person)),
    (FacetField::Organization, Some(EntityKind::Organization)),
    (FacetField::Place, Some(EntityKind::Place)),
];

/// Finds which names of a generation mean the same, and writes it down.
///
/// All of them, at every checkpoint: a new article can tell who was meant in an old one, and what is found must not depend
/// on the order in which articles came.
pub(super) fn write(generation: &Generation, authority: &dyn NameAuthority) -> Result<(), EngineError> {
    generation.write_authority(&authority.resolve(&evidence(generation)?))
}

fn evidence(generation: &Generation) -> Result<NameEvidence, EngineError> {
    let articles = Collection::open(&generation.articles())?;
    let quotes = Collection::open(&generation.quotes())?;
    let facet = |(field, kind)| Ok((articles.raw_facet(field)?, kind));
    let facets: Vec<(RawFacet, Option<EntityKind>)> =
        NAMED.into_iter().map(facet).collect::<Result<_, EngineError>>()?;
    let mut names: Vec<Box<str>> =
        facets.iter().flat_map(|(facet, _)| facet.values.iter().cloned()).collect();
    names.sort_unstable();
    names.dedup();
    let name_of: Vec<Vec<u32>> = facets.iter().map(|(facet, _)| places(&facet.values, &names)).collect();
    let said = said(&articles, &quotes, &names)?;
    let mut known = Vec::with_capacity(articles.numbers() as usize);
    for article in articles.alive() {
        let day = articles.days.day(article).and_then(Day::from_days_since_epoch);
        let quotes = |name: u32| said_by(&said, article, name);
        let mut uses: Vec<NameUse> = Vec::new();
        for ((facet, kind), name_of) in std::iter::zip(&facets, &name_of).rev() {
            for value in facet.by_document.get(article) {
                let name = name_of[*value as usize];
                // Who says something is named in the text, as a rule, and counted there.
                if kind.is_some() || uses.iter().all(|known| known.name != name) {
                    uses.push(NameUse { name, kind: *kind, quotes: quotes(name) });
                }
            }
        }
        known.push(ArticleNames { day, uses });
    }
    Ok(NameEvidence { names: names.into_iter().map(String::from).collect(), articles: known })
}

/// The article and the speaker's name of every quote that has one, in order.
fn said(
    articles: &Collection,
    quotes: &Collection,
    names: &[Box<str>],
) -> Result<Vec<(u32, u32)>, EngineError> {
    let standing = Standing::new(quotes, articles)?;
    let speakers = quotes.raw_facet(FacetField::Speaker)?;
    let name_of = places(&speakers.values, names);
    let mut said = Vec::new();
    for quote in quotes.alive() {
        let article = standing.article_of[quote as usize];
        let speakers = speakers.by_document.get(quote).iter();
        said.extend(speakers.map(|speaker| (article, name_of[*speaker as usize])));
    }
    said.sort_unstable();
    Ok(said)
}

fn said_by(said: &[(u32, u32)], article: u32, name: u32) -> u32 {
    let count = |wanted: (u32, u32)| said.partition_point(|one| *one < wanted);
    (count((article, name + 1)) - count((article, name))) as u32
}
