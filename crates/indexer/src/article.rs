use std::path::Path;

use quotidian_model::{Article, PublicationDate};

use crate::{
    Options, Reason, clean, dates, dates::DateProblem, file_name::FileName, identity,
    raw_article::RawArticle, title,
};

/// The article that a raw one makes, and what is wrong with its date. `file` is the file of which it is the only article.
pub(crate) fn article(
    mut raw: RawArticle,
    file: Option<&Path>,
    options: &Options,
) -> Result<(Article, Option<DateProblem>), Reason> {
    let id = identity::identity(&raw, file)?;
    let body = clean::text(&std::mem::take(&mut raw.body));
    if body.is_empty() {
        return Err(Reason::NoBody);
    }
    // What the text states of itself comes first.
    let named = file.map(FileName::read).unwrap_or_default();
    let (date, problem) = date(raw.date.as_deref().or(named.date.as_deref()), options);
    let article = Article {
        id,
        url: raw.url.as_deref().and_then(clean::line),
        title: title::title(raw.title.as_deref(), &body),
        date,
        source: raw.source.as_deref().and_then(clean::line).or_else(|| options.source.clone()),
        authors: raw.authors,
        section: raw.section.as_deref().and_then(clean::line),
        language: raw.language.as_deref().and_then(language).or(named.language),
        body,
    };
    Ok((article, problem))
}

fn date(stated: Option<&str>, options: &Options) -> (Option<PublicationDate>, Option<DateProblem>) {
    let stated = stated.and_then(clean::line);
    let order = options.fields.date_order();
    let read = stated.map(|stated| dates::publication_date(&stated, order, options.today));
    read.map_or((None, None), |(date, problem)| (Some(date), problem))
}

/// The ISO 639-1 code of a language tag (`en`, `en-GB`, `EN_us`), or `None` for anything else.
fn language(tag: &str) -> Option<String> {
    let code = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase())).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> Options {
        Options::new("2026-11-22".parse().unwrap())
    }

    fn raw() -> RawArticle {
        RawArticle { body: "The port closed.".to_owned(), ..RawArticle::default() }
    }

    #[test]
    fn absent_fields_stay_absent() {
        let (article, problem) = article(raw(), None, &options()).unwrap();
        assert_eq!((article.url, article.date, article.source, article.section), (None, None, None, None));
        assert_eq!((article.authors, article.language, problem), (Vec::new(), None, None));
    }

    #[test]
    fn a_source_is_supplied_only_where_none_is_stated() {
        let options = Options { source: Some("The Semaphore".to_owned()), ..options() };
        let source = |stated: Option<&str>| {
            let raw = RawArticle { source: stated.map(str::to_owned), ..raw() };
            article(raw, None, &options).unwrap().0.source
        };
        assert_eq!(source(None).as_deref(), Some("The Semaphore"));
        assert_eq!(source(Some(" ")).as_deref(), Some("The Semaphore"));
        assert_eq!(source(Some("Lighthouse")).as_deref(), Some("Lighthouse"));
    }

    #[test]
    fn an_implausible_date_keeps_its_words() {
        let raw = RawArticle { date: Some("0001-11-30".to_owned()), ..raw() };
        let (article, problem) = article(raw, None, &options()).unwrap();
        let date = article.date.unwrap();
        assert_eq!((date.stated.as_str(), date.day), ("0001-11-30", None));
        assert_eq!(problem, Some(DateProblem::Implausible));
    }

    #[test]
    fn the_name_of_a_file_says_what_its_text_does_not() {
        let path = Path::new("20220216T074500Z_PL_en_x.txt");
        let (named, _) = article(raw(), Some(path), &options()).unwrap();
        let date = named.date.unwrap();
        assert_eq!(
            (date.day.unwrap().to_string().as_str(), named.language.as_deref()),
            ("2022-02-16", Some("en"))
        );
        let dated = RawArticle { date: Some("2024-03-14".to_owned()), ..raw() };
        let (stated, _) = article(dated, Some(path), &options()).unwrap();
        assert_eq!(stated.date.unwrap().stated, "2024-03-14");
    }

    #[test]
    fn a_body_of_control_characters_is_none() {
        let raw = RawArticle { body: "\u{0} \u{1}".to_owned(), ..RawArticle::default() };
        assert_eq!(article(raw, None, &options()).unwrap_err(), Reason::NoBody);
    }

    #[test]
    fn a_language_is_a_code() {
        let check = |tag: &str, code: Option<&str>| assert_eq!(language(tag).as_deref(), code, "{tag}");
        check("en", Some("en"));
        check("EN-us", Some("en"));
        check("en_GB", Some("en"));
        check("English", None);
        check("", None);
    }
}
