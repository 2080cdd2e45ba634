//! Exports of Europresse: a page with an `<article>` for every document.

use std::io::BufRead;

use dom_query::{Document, NodeRef, Selection};

use super::{
    charset, whole,
    whole::{Fault, Found},
};
use crate::{
    Reason, Rejection, authors::authors, clean, dates, hypertext, raw_article::RawArticle, stated::Stated,
};

/// Names of classes that only these pages have.
const NAMES: &[&str] = &["DocPublicationName", "DocHeader", "docOcurrContainer", "titreArticle", "DocText"];

/// The elements of the particulars, the more exact first.
const TITLE: &str = ".titreArticleVisu, .TitreArticleVisu, .rdp__articletitle, .titreArticle";
const AUTHORS: &str = ".docAuthors, .DocAuthors, .sm-margin-bottomNews";
const TEXT: &[&str] = &[".docOcurrContainer", ".DocText"];
const NUMBER: &str = ".publiC-lblNodoc, .DocNo, .docNo";

/// How far above the name of the publication the whole document is looked for, in elements.
const HIGHEST: usize = 8;

/// What stands between the particulars in a line.
const SEPARATORS: &[char] = &['\n', ',', '|', '•', '·', ';'];

/// Whether a file is an export.
pub(super) fn is_page(head: &[u8]) -> bool {
    let head = charset::decoded(head);
    head.starts_with('<') && NAMES.iter().filter(|name| head.contains(**name)).count() >= 2
}

/// The articles of an export.
pub(super) fn read(
    content: impl BufRead,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    whole::articles(content, file, articles)
}

fn articles(html: &str) -> Found {
    if let Err(reason) = hypertext::check(html) {
        return vec![Err(reason.into())];
    }
    let page = Document::from(html);
    let documents = documents(&page);
    if documents.is_empty() {
        return vec![Err(Reason::NoArticle.into())];
    }
    (1..).zip(&documents).map(|(number, document)| article(document, number)).collect()
}

/// The elements that hold a document each. The older exports have no element for them: there it is the one that holds the name of
/// one publication and a text.
fn documents(page: &Document) -> Vec<NodeRef<'_>> {
    let articles = page.select("article").nodes().to_vec();
    if !articles.is_empty() {
        return articles;
    }
    let names = page.select(".DocPublicationName").nodes().to_vec();
    let documents = names.into_iter().filter_map(|name| name.ancestors_it(Some(HIGHEST)).find(has_text));
    documents
        .filter(|document| Selection::from(*document).select(".DocPublicationName").length() == 1)
        .collect()
}

fn has_text(element: &NodeRef) -> bool {
    TEXT.iter().any(|selector| Selection::from(*element).select(selector).exists())
}

/// The article of the document with a number, from 1.
fn article(document: &NodeRef, number: u64) -> Result<RawArticle, Fault> {
    let document = Selection::from(*document);
    let line = |selector: &str| clean::line(&document.select(selector).first().text());
    let texts = TEXT.iter().map(|selector| text(&document.select(selector)));
    let body = texts
        .into_iter()
        .find(|text| !text.is_empty())
        .ok_or(Fault { line: None, reason: Reason::NoBody })?;
    let published = line(".DocPublicationName");
    let header = document.select(".DocHeader").first().formatted_text();
    Ok(RawArticle {
        line: number,
        id: line(NUMBER),
        title: line(TITLE),
        date: date(&header).or_else(|| published.as_deref().and_then(date)),
        source: published.as_deref().and_then(outlet),
        authors: line(AUTHORS).map(|byline| authors(Stated::text(&byline))).unwrap_or_default(),
        body,
        ..RawArticle::default()
    })
}

fn text(elements: &Selection) -> String {
    let texts = elements.iter().map(|element| hypertext::paragraphs(&element.formatted_text()));
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The date among other particulars: `Port; mardi 8 février 2022 843 mots, p. 3`.
fn date(header: &str) -> Option<String> {
    let parts = || header.split(SEPARATORS).filter_map(dates::in_line);
    parts().next().or_else(|| dates::in_line(header)).and_then(clean::line)
}

/// The name of the outlet, which stands before the number of the issue and the address.
fn outlet(published: &str) -> Option<String> {
    let name = published.split([',', ';', '|']).next()?.split(" no. ").next()?;
    clean::line(name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const DOCUMENT: &str = "<article><header><div class=\"rdp__DocPublicationName\"><span class=\"DocPublicationName\">Le Sémaphore, no. 12345</span></div>\
        <span class=\"DocHeader\">Port; jeudi 14 mars 2024 843 mots, p. 3</span>\
        <div class=\"titreArticle\"><p class=\"sm-margin-TopNews titreArticleVisu\">Le port\n ferme</p></div>\
        <p class=\"sm-margin-bottomNews\">Ilse Maravant</p></header><section><div class=\"DocText clearfix\"><div class=\"docOcurrContainer\">\
        <p>Le port est\n fermé.</p><p>Tous <mark>partis</mark>.</p></div></div></section><footer><div class=\"publiC-lblNodoc\">news·20240314·SE·1</div></footer></article>";

    #[test]
    fn documents_have_particulars_and_a_text() {
        assert!(is_page(DOCUMENT.as_bytes()) && !is_page(b"<html><article>"));
        let found = articles(&format!("<html><body>{DOCUMENT}<article><p>x</p></article></body></html>"));
        let raw = found[0].as_ref().unwrap();
        assert_eq!(
            (raw.title.as_deref(), raw.source.as_deref()),
            (Some("Le port ferme"), Some("Le Sémaphore"))
        );
        assert_eq!(raw.date.as_deref(), Some("jeudi 14 mars 2024 843 mots"));
        assert_eq!(
            (raw.authors.as_slice(), raw.id.as_deref()),
            (["Ilse Maravant".to_owned()].as_slice(), Some("news·20240314·SE·1"))
        );
        assert_eq!(raw.body, "Le port est fermé.\n\nTous partis.");
        assert_eq!(found[1].as_ref().unwrap_err().reason, Reason::NoBody);
    }

    #[test]
    fn older_exports_have_no_element_for_a_document() {
        let document = |title: &str| {
            format!(
                "<table><tr><td><span class=DocPublicationName>Le Sémaphore</span></td></tr><tr><td><span class=DocHeader>14 mars 2024</span>\
                <span class=TitreArticleVisu>{title}</span></td></tr><tr><td><div class=DocText><p>Fermé.</p></div></td></tr></table>"
            )
        };
        let found = articles(&format!("<body>{}{}</body>", document("Un"), document("Deux")));
        let titles: Vec<_> =
            found.iter().map(|one| one.as_ref().unwrap().title.as_deref().unwrap()).collect();
        assert_eq!(titles, ["Un", "Deux"]);
    }

    proptest! {
        #[test]
        fn no_markup_breaks_it(html in "(</?(article|p|div)>|<div class=DocText>|<span class=DocHeader>|8 mars 2021|[a-z <>&,]{0,4}){0,40}") {
            let _ = articles(&html);
        }
    }
}
