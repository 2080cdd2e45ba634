use std::collections::HashMap;

use crate::{clean, dates, file_name, format::xml::Element};

/// What divisions are whole issues, in small letters.
const ISSUES: &[&str] = &["issue", "newspaper", "volume", "periodical", "fascicle"];

/// How many divisions that are issues are looked at.
const MOST_ISSUES: usize = 10;

/// What MODS or Dublin Core say of an issue or an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Description {
    pub(super) title: Option<String>,
    pub(super) date: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) language: Option<String>,
}

/// The sections of a METS file that describe its parts.
pub(super) struct Descriptions<'mets> {
    mets: &'mets Element,
    /// By their ids.
    sections: HashMap<&'mets str, &'mets Element>,
}

impl<'mets> Descriptions<'mets> {
    /// The sections of a file.
    pub(super) fn read(mets: &'mets Element) -> Self {
        let sections = mets.children().filter(|child| child.name() == "dmdSec");
        let sections = sections.filter_map(|section| Some((section.attribute("ID")?, section))).collect();
        Self { mets, sections }
    }

    /// The newspaper and the day: as described, else as the structure is labelled, else as the file is `named`.
    pub(super) fn of_issue(&self, named: Option<String>) -> Description {
        let is_issue = |division: &&Element| {
            division.attribute("TYPE").is_some_and(|kind| ISSUES.contains(&kind.to_lowercase().as_str()))
        };
        let issues = || self.mets.all("div").filter(is_issue).take(MOST_ISSUES);
        let described = issues().map(|issue| self.of(issue)).fold(Description::default(), Description::or);
        let dated = || self.mets.all("dmdSec").find(|section| date(section).is_some()).map(Description::read);
        let described =
            if described.date.is_some() { described } else { described.or(dated().unwrap_or_default()) };
        let label =
            self.mets.attribute("LABEL").or_else(|| issues().find_map(|issue| issue.attribute("LABEL")));
        let mut items = self.mets.all("relatedItem");
        let host = items.find(|item| item.attribute("type") == Some("host") && title(item).is_some());
        let title = host.and_then(title).or(described.title).or_else(|| label.map(before_date));
        Description {
            title: title.map(|title| without_stop(&title)).filter(|title| !title.is_empty()),
            date: described.date.or_else(|| label.and_then(file_name::date_in)).or(named),
            ..described
        }
    }

    /// What the sections to which an element refers say of it.
    pub(super) fn of(&self, element: &Element) -> Description {
        let ids = element.attribute("DMDID").unwrap_or_default().split_whitespace();
        let sections = ids.filter_map(|id| self.sections.get(id));
        sections.map(|section| Description::read(section)).fold(Description::default(), Description::or)
    }
}

impl Description {
    fn read(section: &Element) -> Self {
        let mods = section.first("mods");
        let simple = |name| section.first(name).filter(|_| mods.is_none()).and_then(Element::line_of_text);
        let names = mods.into_iter().flat_map(Element::children).filter(|child| child.name() == "name");
        let language = section.first("languageTerm").and_then(Element::line_of_text);
        Self {
            title: mods.and_then(title).or_else(|| simple("title")),
            date: date(section),
            authors: names.filter_map(name).chain(simple("creator")).collect(),
            language: language.or_else(|| simple("language")),
        }
    }

    fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            date: self.date.or(other.date),
            authors: if self.authors.is_empty() { other.authors } else { self.authors },
            language: self.language.or(other.language),
        }
    }
}

/// The title that stands right in a description of MODS, with its article.
fn title(described: &Element) -> Option<String> {
    let info = described.child("titleInfo")?;
    let part = |name| info.child(name).and_then(Element::line_of_text);
    let title = [part("nonSort"), Some(part("title")?)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Some(match part("subTitle") {
        Some(below) => format!("{title}: {below}"),
        None => title,
    })
}

fn name(person: &Element) -> Option<String> {
    let parts: Vec<String> = person
        .children()
        .filter(|child| child.name() == "namePart")
        .filter_map(Element::line_of_text)
        .collect();
    person.child("displayForm").and_then(Element::line_of_text).or_else(|| clean::line(&parts.join(" ")))
}

fn date(section: &Element) -> Option<String> {
    let named =
        section.descendants().filter(|element| matches!(element.name(), "dateIssued" | "issued" | "date"));
    named.filter_map(Element::line_of_text).find(|date| dates::is_date(date))
}

/// A label up to the first number in it.
fn before_date(label: &str) -> String {
    let end = label.find(|letter: char| letter.is_ascii_digit()).unwrap_or(label.len());
    label[..end].trim_end_matches(|letter: char| !letter.is_alphanumeric()).to_owned()
}

/// A title without the stop that librarians put at its end.
fn without_stop(title: &str) -> String {
    title.trim_end_matches(['.', '/', ':', ',', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::xml::tree;

    fn check(mets: &str, title: Option<&str>, date: Option<&str>) {
        let description = Descriptions::read(&tree(mets)).of_issue(None);
        assert_eq!((description.title.as_deref(), description.date.as_deref()), (title, date), "{mets}");
    }

    #[test]
    fn the_newspaper_and_the_day_are_described_or_labelled() {
        check(
            "<mets><dmdSec ID='d'><mods><titleInfo><title>The Semaphore.</title></titleInfo><originInfo><dateIssued>1824</dateIssued>\
             <dateIssued>1824-02-17</dateIssued></originInfo></mods></dmdSec><structMap><div TYPE='Issue' DMDID='x d'/></structMap></mets>",
            Some("The Semaphore"),
            Some("1824-02-17"),
        );
        check(
            "<mets><dmdSec ID='d'><mods><titleInfo><title>No. 17</title></titleInfo><relatedItem type='host'><titleInfo><title>The Semaphore</title>\
             </titleInfo></relatedItem><originInfo><dateIssued>17.02.1824</dateIssued></originInfo></mods></dmdSec></mets>",
            Some("The Semaphore"),
            Some("17.02.1824"),
        );
        check("<mets LABEL='The Semaphore, 1824-02-17'/>", Some("The Semaphore"), Some("1824-02-17"));
        check(
            "<mets><dmdSec ID='d'><mdWrap><xmlData><dc:title>The Semaphore</dc:title><dc:date>1824-02-17</dc:date></xmlData></mdWrap></dmdSec></mets>",
            Some("The Semaphore"),
            Some("1824-02-17"),
        );
        check("<mets/>", None, None);
    }

    #[test]
    fn an_article_has_a_title_and_people() {
        let mets = tree(
            "<mets><dmdSec ID='m'><mods><titleInfo><nonSort>THE</nonSort><title>HARBOUR</title><subTitle>A LETTER</subTitle></titleInfo>\
             <name><namePart>Ilse</namePart><namePart>Maravant</namePart></name><language><languageTerm>en</languageTerm></language></mods></dmdSec><div DMDID='m'/></mets>",
        );
        let description = Descriptions::read(&mets).of(mets.child("div").unwrap());
        assert_eq!(description.title.as_deref(), Some("THE HARBOUR: A LETTER"));
        assert_eq!(
            (description.authors, description.language.as_deref()),
            (vec!["Ilse Maravant".to_owned()], Some("en"))
        );
    }
}
