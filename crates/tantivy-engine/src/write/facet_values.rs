use quotidian_model::{AnnotatedArticle, EntityKind, Quote};
use quotidian_search::FacetField;

/// Values longer than this are cut: a facet is a name, not a text.
const MAX_CHARACTERS: usize = 200;

/// The values that an article has in every facet of articles, each value once, in the order of the text.
pub(super) fn of_article(article: &AnnotatedArticle) -> Vec<(FacetField, Vec<String>)> {
    let AnnotatedArticle { article, annotations } = article;
    let entities = |kind: EntityKind| {
        annotations
            .entities
            .iter()
            .filter(move |entity| entity.kind == kind)
            .map(|entity| entity.name.as_str())
    };
    vec![
        (
            FacetField::Speaker,
            unique(annotations.quotes.iter().filter_map(|quote| quote.speaker.name.as_deref())),
        ),
        (FacetField::Person, unique(entities(EntityKind::Person))),
        (FacetField::Organization, unique(entities(EntityKind::Organization))),
        (FacetField::Place, unique(entities(EntityKind::Place))),
        (FacetField::Source, unique(article.source.as_deref())),
        (FacetField::Section, unique(article.section.as_deref())),
        (FacetField::Author, unique(article.authors.iter().map(String::as_str))),
        (FacetField::Language, unique(article.language.as_deref())),
    ]
}

/// The values that a quote has of its own.
pub(super) fn of_quote(quote: &Quote) -> Vec<(FacetField, Vec<String>)> {
    vec![
        (FacetField::Speaker, unique(quote.speaker.name.as_deref())),
        (FacetField::Kind, vec![quote.kind.to_string()]),
    ]
}

/// Words of a text as a value, on one line; `None` if there are none.
pub(super) fn words(text: &str) -> Option<String> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(cut(&words)).filter(|words| !words.is_empty())
}

fn unique<'a>(values: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut unique = Vec::new();
    for value in values {
        let value = cut(value.trim());
        if !value.is_empty() && !unique.contains(&value) {
            unique.push(value);
        }
    }
    unique
}

fn cut(value: &str) -> String {
    value.chars().take(MAX_CHARACTERS).collect()
}
