//! METS of newspapers: which parts of scanned pages (ALTO files near it) make up which article.

mod description;
mod near;
mod pages;
mod structure;

use std::{
    io::BufRead,
    path::{Path, PathBuf},
};

pub(super) use near::gives;

use self::{
    description::{Description, Descriptions},
    pages::Pages,
    structure::{Article, PageOfIssue, Structure},
};
use super::{
    alto::{Area, Writer},
    whole::{self, Found},
    xml::{self, Element, Root},
};
use crate::{Reason, Rejection, clean, file_name, raw_article::RawArticle};

const NO_TEXT: &str = "is METS without the text of its pages (ALTO)";

/// Scanners take dirt for letters; it makes no words of so many.
const SHORTEST_WORD: usize = 3;

/// Whether a file is METS.
pub(super) fn is_mets(head: &[u8]) -> bool {
    Root::read(head).is_some_and(|root| root.is(&["mets"]))
}

/// The articles of an issue, or its pages where no articles are told apart.
pub(super) fn read(
    content: impl BufRead,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    let path = PathBuf::from(&file);
    whole::articles(content, file, move |text| xml::articles(text, |root| found(root, &path)))
}

fn found(mets: &Element, path: &Path) -> Found {
    let descriptions = Descriptions::read(mets);
    let structure = Structure::read(mets);
    let issue = Issue {
        description: descriptions.of_issue(file_name::date_within(path)),
        id: mets.attribute("OBJID").map(str::to_owned),
    };
    let mut pages = Pages::new(mets, path.parent().unwrap_or(Path::new("")));
    let mut found = Found::new();
    if structure.articles.is_empty() {
        let all = structure.pages(&pages);
        found.extend(
            all.iter().zip(1..).filter_map(|(page, place)| issue.page(page, place, &mut pages)).map(Ok),
        );
    } else {
        for article in &structure.articles {
            let described = descriptions.of(article.element);
            found.extend(issue.article(article, described, &mut pages).map(Ok));
        }
    }
    found.extend(pages.missing());
    if found.is_empty() { vec![Err(Reason::Format { what: NO_TEXT }.into())] } else { found }
}

/// What is common to all articles of a file.
struct Issue {
    description: Description,
    id: Option<String>,
}

impl Issue {
    /// The article, unless there is no print where it lies.
    fn article(
        &self,
        article: &Article<'_>,
        described: Description,
        pages: &mut Pages,
    ) -> Option<RawArticle> {
        let body = text(pages, &article.areas)?;
        let heading = || text(pages, &article.heading).and_then(|heading| clean::line(&heading));
        let title = article.title.clone().or(described.title).or_else(heading);
        let body = without_title(body, title.as_deref());
        let raw = self.raw(article.element.line, article.element.attribute("ID"), body);
        Some(RawArticle {
            title,
            authors: described.authors,
            section: article.kind.clone(),
            language: described.language.or(raw.language),
            ..raw
        })
    }

    /// A page as an article that is called after the newspaper, the day and its number.
    fn page(&self, page: &PageOfIssue, place: usize, pages: &mut Pages) -> Option<RawArticle> {
        let body = text(pages, &[(page.file.clone(), Area::default())])?;
        let raw = self.raw(page.line, Some(&page.file), body);
        let number = page.number.clone().unwrap_or_else(|| place.to_string());
        let of = [raw.source.clone(), raw.date.clone(), Some(format!("page {number}"))];
        let title = of.into_iter().flatten().collect::<Vec<_>>().join(", ");
        Some(RawArticle { title: Some(title), ..raw })
    }

    fn raw(&self, line: u64, part: Option<&str>, body: String) -> RawArticle {
        let Description { title, date, language, .. } = self.description.clone();
        let id = self.id.as_ref().zip(part).map(|(issue, part)| format!("{issue}#{part}"));
        RawArticle { line, id, date, source: title, language, body, ..RawArticle::default() }
    }
}

/// The text of areas, unless nothing is printed there but specks.
fn text(pages: &mut Pages, areas: &[(String, Area)]) -> Option<String> {
    let mut writer = Writer::default();
    areas.iter().for_each(|(file, area)| pages.write(file, area, &mut writer));
    let text = writer.finish();
    let is_word = |word: &str| word.chars().filter(|letter| letter.is_alphabetic()).count() >= SHORTEST_WORD;
    text.split_whitespace().any(is_word).then_some(text)
}

/// The text without its first paragraph where that is the title.
fn without_title(body: String, title: Option<&str>) -> String {
    let letters = |text: &str| {
        text.chars()
            .filter(|letter| letter.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    match body.split_once("\n\n") {
        Some((first, rest)) if title.is_some_and(|title| letters(title) == letters(first)) => rest.to_owned(),
        _ => body,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// A page of blocks: id and words of each.
    fn alto(blocks: &[(&str, &str)]) -> String {
        let block = |(id, text): &(&str, &str)| {
            let words: String =
                text.split(' ').map(|word| format!("<String ID='{id}.{word}' CONTENT='{word}'/>")).collect();
            format!("<TextBlock ID='{id}'><TextLine>{words}</TextLine></TextBlock>")
        };
        let blocks: String = blocks.iter().map(block).collect();
        format!(
            "<alto><Layout><Page PHYSICAL_IMG_NR='1'><PrintSpace>{blocks}</PrintSpace></Page></Layout></alto>"
        )
    }

    fn mets(structure: &str) -> String {
        format!(
            "<mets:mets OBJID='hs-1'><mets:dmdSec ID='issue'><mods:mods><mods:titleInfo><mods:title>The Semaphore.</mods:title></mods:titleInfo>\
             <mods:originInfo><mods:dateIssued>1824-02-17</mods:dateIssued></mods:originInfo></mods:mods></mets:dmdSec>\
             <mets:dmdSec ID='m1'><mods:mods><mods:titleInfo><mods:nonSort>THE</mods:nonSort><mods:title>HARBOUR.</mods:title></mods:titleInfo></mods:mods></mets:dmdSec>\
             <mets:fileSec><mets:file ID='f1'><mets:FLocat xlink:href='file://./pages/p1.xml'/></mets:file>\
             <mets:file ID='f2'><mets:FLocat xlink:href='C:\\scans\\p2.xml'/></mets:file>\
             <mets:file ID='i1'><mets:FLocat xlink:href='p1.jp2'/></mets:file></mets:fileSec>{structure}</mets:mets>"
        )
    }

    fn read_folder(structure: &str) -> (Vec<String>, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("pages")).unwrap();
        fs::write(
            folder.path().join("pages/p1.xml"),
            alto(&[("b1", "The harbour."), ("b2", "It closed."), ("b3", "Boats for sale.")]),
        )
        .unwrap();
        fs::write(folder.path().join("p2.xml"), alto(&[("b1", "All left.")])).unwrap();
        let path = folder.path().join("17_mets.xml");
        fs::write(&path, mets(structure)).unwrap();
        let content = std::io::BufReader::new(fs::File::open(&path).unwrap());
        let read = read(content, path.display().to_string()).map(|one| match one {
            Ok(raw) => format!(
                "{} {} {} {:?} | {}",
                raw.id.unwrap_or_default(),
                raw.source.unwrap_or_default(),
                raw.date.unwrap_or_default(),
                raw.title.unwrap_or_default(),
                raw.body.replace("\n\n", " / ")
            ),
            Err(rejection) => rejection.reason.to_string(),
        });
        (read.collect(), folder)
    }

    #[test]
    fn articles_that_point_at_blocks() {
        let (read, _folder) = read_folder(
            "<mets:structMap TYPE='LOGICAL'><mets:div TYPE='Newspaper' DMDID='issue'><mets:div TYPE='ARTICLE' ID='a1' DMDID='m1'>\
             <mets:div TYPE='HEADING'><mets:fptr><mets:area FILEID='f1' BETYPE='IDREF' BEGIN='b1'/></mets:fptr></mets:div>\
             <mets:div TYPE='BODY'><mets:fptr><mets:area FILEID='f1' BEGIN='b2'/></mets:fptr><mets:fptr><mets:area FILEID='f2' BEGIN='b1'/></mets:fptr></mets:div></mets:div>\
             <mets:div TYPE='ADVERTISEMENT' ID='a2'><mets:fptr><mets:area FILEID='f1' BEGIN='b3.Boats' END='b3.sale.'/></mets:fptr></mets:div></mets:div></mets:structMap>",
        );
        assert_eq!(
            read,
            [
                "hs-1#a1 The Semaphore 1824-02-17 \"THE HARBOUR.\" | It closed. / All left.",
                "hs-1#a2 The Semaphore 1824-02-17 \"\" | Boats for sale.",
            ]
        );
    }

    #[test]
    fn articles_that_are_linked_to_areas_of_pages() {
        let (read, _folder) = read_folder(
            "<mets:structMap TYPE='LOGICAL'><mets:div TYPE='ISSUE' DMDID='issue'><mets:div TYPE='ARTICLE' ID='a1' DMDID='m1'/></mets:div></mets:structMap>\
             <mets:structMap TYPE='PHYSICAL'><mets:div TYPE='page' ORDER='1'><mets:fptr FILEID='f1'/><mets:div ID='pa1' TYPE='pagearea'>\
             <mets:fptr><mets:area FILEID='i1' COORDS='1,2'/></mets:fptr><mets:fptr><mets:area FILEID='f1' BEGIN='b2'/></mets:fptr></mets:div></mets:div></mets:structMap>\
             <mets:structLink><mets:smLinkGrp><mets:smLocatorLink xlink:href='#a1' xlink:label='article'/><mets:smLocatorLink xlink:href='#pa1' xlink:label='area 1'/>\
             <mets:smArcLink xlink:from='article' xlink:to='area 1'/></mets:smLinkGrp></mets:structLink>",
        );
        assert_eq!(read, ["hs-1#a1 The Semaphore 1824-02-17 \"THE HARBOUR.\" | It closed."]);
    }

    #[test]
    fn without_articles_pages_are_read() {
        let (read, folder) = read_folder(
            "<mets:structMap TYPE='PHYSICAL'><mets:div TYPE='Newspaper'><mets:div TYPE='page' ORDER='1'><mets:fptr FILEID='i1'/><mets:fptr FILEID='f1'/></mets:div>\
             <mets:div TYPE='page' ORDER='2' ORDERLABEL='ii'><mets:fptr FILEID='f2'/></mets:div></mets:div></mets:structMap>",
        );
        assert_eq!(
            read,
            [
                "hs-1#f1 The Semaphore 1824-02-17 \"The Semaphore, 1824-02-17, page 1\" | The harbour. / It closed. / Boats for sale.",
                "hs-1#f2 The Semaphore 1824-02-17 \"The Semaphore, 1824-02-17, page ii\" | All left.",
            ]
        );
        assert!(gives(&folder.path().join("p2.xml")) && gives(&folder.path().join("pages/p1.xml")));
        fs::write(folder.path().join("pages/p2.xml"), "<alto/>").unwrap();
        for other in ["pages/p2.xml", "pages/1.xml", "17_mets.xml"] {
            assert!(!gives(&folder.path().join(other)), "{other}");
        }
    }

    #[test]
    fn a_page_that_is_not_there_is_named() {
        let xml = mets(
            "<mets:structMap TYPE='LOGICAL'><mets:div TYPE='ARTICLE'><mets:fptr><mets:area FILEID='f1' BEGIN='b1'/></mets:fptr></mets:div></mets:structMap>",
        );
        let read: Vec<String> = read(xml.as_bytes(), "nowhere/mets.xml".to_owned())
            .map(|one| one.unwrap_err().reason.to_string())
            .collect();
        assert_eq!(read, ["names a page that is not there: file://./pages/p1.xml"]);
        let read: Vec<String> = super::read("<mets/>".as_bytes(), String::new())
            .map(|one| one.unwrap_err().reason.to_string())
            .collect();
        assert_eq!(read, [NO_TEXT]);
    }
}
