use std::collections::HashMap;

use super::pages::Pages;
use crate::format::{alto::Area, xml::Element};

/// What parts of an issue are articles, in small letters.
const ARTICLES: &[&str] = &[
    "article",
    "news",
    "story",
    "editorial",
    "letter",
    "review",
    "obituary",
    "interview",
    "poem",
    "notice",
    "death_notice",
    "birth_notice",
    "weather",
    "chronicle",
    "feuilleton",
    "advert",
    "advertisement",
    "advertising",
    "classified",
];

/// What parts of an article are its headline.
const HEADINGS: &[&str] = &["heading", "headline", "title", "title_section", "main_title"];

/// What exporters write where an article has no title.
const UNTITLED: &[&str] =
    &["untitled", "[untitled]", "no title", "[no title]", "unbekannt", "article", "advert", "advertisement"];

/// A place on a page: the id of the file and the area in it.
type Place = (String, Area);

/// An article as parts of pages.
pub(super) struct Article<'mets> {
    pub(super) element: &'mets Element,
    /// The headline that the structure states.
    pub(super) title: Option<String>,
    /// What it is, unless it is simply an article.
    pub(super) kind: Option<String>,
    pub(super) areas: Vec<Place>,
    pub(super) heading: Vec<Place>,
}

/// A page as the physical structure states it.
pub(super) struct PageOfIssue {
    pub(super) file: String,
    pub(super) number: Option<String>,
    pub(super) line: u64,
}

/// How an issue is made up.
pub(super) struct Structure<'mets> {
    mets: &'mets Element,
    pub(super) articles: Vec<Article<'mets>>,
}

impl<'mets> Structure<'mets> {
    /// The structure of an issue.
    pub(super) fn read(mets: &'mets Element) -> Self {
        let links = Links::read(mets);
        let mut articles = Vec::new();
        for map in mets.all("structMap") {
            add_articles(map, &links, &mut articles);
        }
        Self { mets, articles }
    }

    /// The pages with words in their order.
    pub(super) fn pages(&self, pages: &Pages) -> Vec<PageOfIssue> {
        let divisions = self.mets.all("div").filter(|division| {
            division.attribute("TYPE").is_some_and(|kind| kind.to_lowercase().contains("page"))
        });
        let page = |division: &Element| {
            let files = division.children().filter_map(|pointer| pointer.attribute("FILEID"));
            let file = files.into_iter().find(|file| pages.has(file))?.to_owned();
            let number = division.attribute("ORDERLABEL").or_else(|| division.attribute("ORDER"));
            Some(PageOfIssue { file, number: number.map(str::to_owned), line: division.line })
        };
        let found: Vec<PageOfIssue> = divisions.filter_map(page).collect();
        if !found.is_empty() {
            return found;
        }
        pages.ids.iter().map(|file| PageOfIssue { file: file.clone(), number: None, line: 1 }).collect()
    }
}

fn kind(division: &Element) -> String {
    division.attribute("TYPE").unwrap_or_default().to_lowercase()
}

fn add_articles<'mets>(element: &'mets Element, links: &Links, articles: &mut Vec<Article<'mets>>) {
    for division in element.children().filter(|child| child.name() == "div") {
        let kind = kind(division);
        if !ARTICLES.contains(&kind.as_str()) {
            add_articles(division, links, articles);
            continue;
        }
        let areas = areas(division, links);
        if areas.is_empty() {
            continue;
        }
        let heading = division
            .descendants()
            .filter(|part| part.name() == "div" && HEADINGS.contains(&self::kind(part).as_str()));
        let label =
            division.attribute("LABEL").filter(|label| !UNTITLED.contains(&label.to_lowercase().as_str()));
        articles.push(Article {
            element: division,
            title: label.map(str::to_owned),
            kind: (kind != "article").then(|| capitalised(&kind)),
            areas,
            heading: heading.take(1).flat_map(|heading| self::areas(heading, links)).collect(),
        });
    }
}

/// The areas of a division, and of what it is linked to.
fn areas(division: &Element, links: &Links) -> Vec<Place> {
    let mut areas = Vec::new();
    for element in std::iter::once(division).chain(division.descendants()) {
        areas.extend(place(element));
        let linked = element.attribute("ID").and_then(|id| links.0.get(id)).into_iter().flatten();
        areas.extend(linked.cloned());
    }
    areas
}

/// The place that an element `area` states; places on images have no beginning.
fn place(element: &Element) -> Option<Place> {
    let file = element.attribute("FILEID").filter(|_| element.name() == "area")?;
    let begin = Some(element.attribute("BEGIN")?.to_owned());
    let end = element.attribute("END").map(str::to_owned);
    Some((file.to_owned(), Area { begin, end }))
}

fn capitalised(kind: &str) -> String {
    let kind = kind.replace('_', " ");
    let mut letters = kind.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The areas to which parts of the logical structure are linked, by their ids.
struct Links(HashMap<String, Vec<Place>>);

impl Links {
    fn read(mets: &Element) -> Self {
        let mut areas: HashMap<&str, Vec<Place>> = HashMap::new();
        for division in mets.all("div") {
            let pointers = division.children().filter(|child| child.name() == "fptr");
            let places =
                pointers.flat_map(|pointer| pointer.descendants().filter_map(place)).collect::<Vec<_>>();
            if let Some(id) = division.attribute("ID").filter(|_| !places.is_empty()) {
                areas.insert(id, places);
            }
        }
        let mut links = Self(HashMap::new());
        for group in mets.all("smLinkGrp") {
            let locators = group.children().filter(|child| child.name() == "smLocatorLink");
            let labels: HashMap<&str, &str> = locators
                .filter_map(|locator| Some((locator.attribute("label")?, locator.attribute("href")?)))
                .collect();
            for arc in group.children().filter(|child| child.name() == "smArcLink") {
                let end = |name| arc.attribute(name).and_then(|label| labels.get(label)).copied();
                links.add(end("from"), end("to"), &areas);
            }
        }
        for link in mets.all("smLink") {
            links.add(link.attribute("from"), link.attribute("to"), &areas);
        }
        links
    }

    fn add(&mut self, from: Option<&str>, to: Option<&str>, areas: &HashMap<&str, Vec<Place>>) {
        let (Some(from), Some(to)) = (from, to) else { return };
        if let Some(places) = areas.get(to.trim_start_matches('#')) {
            self.0.entry(from.trim_start_matches('#').to_owned()).or_default().extend(places.iter().cloned());
        }
    }
}
