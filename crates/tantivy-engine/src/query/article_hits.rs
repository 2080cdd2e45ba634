use quotidian_model::Article;
use quotidian_search::{ArticleHit, ArticleSummary, EngineError, FacetField, Group, SpeakerCount};

use super::records::Records;
use crate::{
    highlight::Highlighter,
    read::{Collection, Snapshot},
};

/// The article with a number, as a hit.
pub(super) fn hit(
    records: &mut Records<'_>,
    number: u32,
    highlighter: &Highlighter,
) -> Result<ArticleHit, EngineError> {
    let record = records.get(number)?;
    let ((article, _), snapshot) = (&*record, records.snapshot);
    let quotes = snapshot.quotes_of(number);
    Ok(ArticleHit {
        article: summary(article),
        title: highlighter.title(&article.title.text),
        snippets: highlighter.snippets(&article.body),
        quote_count: quotes.len() as u64,
        speakers: speakers(snapshot, &quotes),
        story: group(&snapshot.articles, number),
    })
}

pub(super) fn summary(article: &Article) -> ArticleSummary {
    ArticleSummary {
        id: article.id.clone(),
        url: article.url.clone(),
        title: article.title.clone(),
        date: article.date.clone(),
        source: article.source.clone(),
        authors: article.authors.clone(),
        section: article.section.clone(),
    }
}

/// What the archive has of a document's story or utterance.
pub(super) fn group(collection: &Collection, document: u32) -> Group {
    let groups = &collection.groups;
    let members = groups.members(groups.of(document));
    let mut sources = Vec::new();
    if let Some(facet) = collection.facet(FacetField::Source) {
        let own = facet.of(document);
        let others = members.iter().flat_map(|member| facet.of(*member));
        let mut ordinals: Vec<u32> = others.filter(|source| !own.contains(source)).copied().collect();
        ordinals.sort_unstable();
        ordinals.dedup();
        sources.extend(ordinals.into_iter().map(|ordinal| facet.value(ordinal).to_owned()));
    }
    let others = (members.len() as u64).saturating_sub(1);
    Group { id: groups.id(groups.of(document)), others, sources }
}

/// Who is quoted, the most quoted first, then in the order of the text; the unattributed quotes last.
fn speakers(snapshot: &Snapshot, quotes: &[u32]) -> Vec<SpeakerCount> {
    let Some(facet) = snapshot.quotes.facet(FacetField::Speaker) else { return Vec::new() };
    let mut counts: Vec<(Option<u32>, u64)> = Vec::new();
    for quote in quotes {
        let speaker = facet.of(*quote).first().copied();
        match counts.iter_mut().find(|(known, _)| *known == speaker) {
            Some((_, count)) => *count += 1,
            None => counts.push((speaker, 1)),
        }
    }
    counts.sort_by_key(|(speaker, count)| (speaker.is_none(), std::cmp::Reverse(*count)));
    let name = |speaker: u32| facet.value(speaker).to_owned();
    counts.into_iter().map(|(speaker, count)| SpeakerCount { name: speaker.map(name), count }).collect()
}
