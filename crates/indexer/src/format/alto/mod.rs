//! ALTO: the words of scanned pages, with their places.

mod words;
mod writer;

use std::{io::BufRead, path::Path};

pub(super) use words::{Area, Words};
pub(super) use writer::Writer;

use super::{
    mets,
    whole::{self, Found},
    xml::{self, Element, Root},
};
use crate::{Reason, Rejection, file_name, raw_article::RawArticle};

/// Whether a file is ALTO.
pub(super) fn is_alto(head: &[u8]) -> bool {
    Root::read(head).is_some_and(|root| root.is(&["alto"]))
}

/// The pages of a file, each as an article. A file whose pages belong to a METS file near it gives none: that one does.
pub(super) fn read(
    content: impl BufRead,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    let path = file.clone();
    let is_elsewhere = mets::gives(Path::new(&path));
    let content = (!is_elsewhere).then_some(content);
    content.into_iter().flat_map(move |content| {
        let path = path.clone();
        whole::articles(content, file.clone(), move |text| {
            xml::articles(text, |root| found(root, Path::new(&path)))
        })
    })
}

fn found(alto: &Element, path: &Path) -> Found {
    let words = Words::read(alto);
    let date = file_name::date_within(path);
    let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    let pages = words.pages.iter().enumerate().map(|(place, page)| {
        let mut writer = Writer::default();
        page.parts.iter().for_each(|part| writer.add(&words, part.clone()));
        let body = writer.finish();
        if body.is_empty() {
            return Err(Reason::NoBody.into());
        }
        let number = page.number.clone().unwrap_or_else(|| (place + 1).to_string());
        Ok(RawArticle {
            line: page.line,
            title: Some(format!("{}, page {number}", date.as_deref().unwrap_or(name))),
            date: date.clone(),
            language: words.language.clone(),
            body,
            ..RawArticle::default()
        })
    });
    let pages: Found = pages.collect();
    if pages.is_empty() { vec![Err(Reason::NoBody.into())] } else { pages }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read_all(xml: &str, name: &str) -> Vec<Result<RawArticle, String>> {
        let read = read(xml.as_bytes(), name.to_owned());
        read.map(|one| one.map_err(|rejection| rejection.reason.to_string())).collect()
    }

    #[test]
    fn a_page_is_an_article() {
        let xml = "<alto xmlns='x'>\n<Layout><Page ID='P2' PHYSICAL_IMG_NR='2'><PrintSpace>\
            <TextBlock ID='b1' LANG='en'><TextLine><String CONTENT='The'/><SP/><String CONTENT='port'/></TextLine>\
            <TextLine><String CONTENT='closed.'/></TextLine></TextBlock><TextBlock ID='b2'><TextLine><String CONTENT='All left.'/>\
            </TextLine></TextBlock></PrintSpace></Page><Page/></Layout></alto>";
        let read = read_all(xml, "17_18240217_0002.xml");
        let raw = read[0].as_ref().unwrap();
        assert_eq!(
            (raw.title.as_deref(), raw.date.as_deref()),
            (Some("1824-02-17, page 2"), Some("1824-02-17"))
        );
        assert_eq!((raw.line, raw.language.as_deref()), (2, Some("en")));
        assert_eq!(raw.body, "The port closed.\n\nAll left.");
        assert_eq!(read[1], Err("has no body".to_owned()));
        assert_eq!(read_all(xml, "scan.xml")[0].as_ref().unwrap().title.as_deref(), Some("scan, page 2"));
        assert_eq!(read_all("<alto/>", "a.xml"), [Err("has no body".to_owned())]);
    }

    proptest! {
        #[test]
        fn no_markup_breaks_it(xml in "(<(/?(alto|Page|TextBlock|TextLine)|String CONTENT='a-'/|HYP/|String SUBS_TYPE='HypPart1' SUBS_CONTENT='b'/)>?|[a-c]{0,2}){0,40}") {
            let _ = read_all(&format!("<alto>{xml}"), "a.xml");
        }
    }
}
