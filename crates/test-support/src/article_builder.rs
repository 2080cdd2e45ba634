use quotidian_model::{Article, ArticleId, PublicationDate, Title};

/// An article with an id, a title, an optional civil day (`2024-03-14`) and a body; all else is absent.
///
/// # Panics
/// If the id or the day is not valid: a fixture is part of its test.
pub fn article(id: &str, title: &str, day: Option<&str>, body: &str) -> Article {
    Article {
        id: id.parse::<ArticleId>().expect("the fixture's id is valid"),
        url: None,
        title: Title::stated(title),
        date: day.map(|day| PublicationDate {
            stated: day.to_owned(),
            day: Some(day.parse().expect("the fixture's day is valid")),
        }),
        source: None,
        authors: Vec::new(),
        section: None,
        language: None,
        body: body.to_owned(),
    }
}
