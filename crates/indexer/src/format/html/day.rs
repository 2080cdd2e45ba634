//! The day of publication that a page states.

use dom_query::{Document, NodeRef};

use super::meta::Meta;
use crate::dates::{self, in_line};

/// The names under which pages state when an article was published, the most telling first. Nothing here is the time of a change.
const META: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "rnews:datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "article_date_original",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "bt:pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publication-date",
    "pubdate",
    "pub_date",
    "publishedtime",
    "published_time",
    "published",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.date",
    "dc.date",
    "ptime",
    "weibo:article:create_at",
    "displaydate",
    "date",
];

/// Elements that hold nothing but the time of publication, the most telling first.
const ELEMENTS: &[&str] = &[
    "[itemprop~=datePublished]",
    "time[pubdate]",
    "[property~='schema:datePublished']",
    "abbr.published",
    ".dt-published",
];

/// Words of classes and names that mean a change and not the publication.
const CHANGES: &[&str] = &["updated", "modified", "lastmod", "update"];

/// How far above the headline its surroundings reach, in elements.
const SURROUNDINGS: usize = 5;

/// The most elements around the headline that are looked at.
const MOST_ELEMENTS: usize = 2000;

/// What `<meta>` elements and marked elements state.
pub(super) fn marked(page: &Document, meta: &Meta) -> Option<String> {
    let stated = META.iter().filter_map(|name| meta.first(&[name])).find_map(dates::plausible);
    stated.map(str::to_owned).or_else(|| {
        ELEMENTS.iter().find_map(|selector| page.select(selector).nodes().iter().find_map(of_element))
    })
}

/// The date that stands nearest to the headline: a `<time>`, or a line that holds a date and little else.
pub(super) fn near(headline: &NodeRef) -> Option<String> {
    headline.ancestors_it(Some(SURROUNDINGS)).take_while(|above| !above.has_name("body")).find_map(|above| {
        let elements: Vec<_> =
            above.descendants_it().filter(NodeRef::is_element).take(MOST_ELEMENTS).collect();
        let time = elements.iter().filter(|element| element.has_name("time")).find_map(of_element);
        time.or_else(|| elements.iter().find_map(of_line))
    })
}

/// The first `<time>` of an article, or else of the page.
pub(super) fn first_time(page: &Document) -> Option<String> {
    let times = ["article time", "main time", "time"]
        .iter()
        .flat_map(|selector| page.select(selector).nodes().to_vec());
    times.collect::<Vec<_>>().iter().find_map(of_element)
}

/// The day in a path: `/2024/03/14/`, `/2024-03-14/`.
pub(super) fn in_url(url: &str) -> Option<String> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest).split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let of_three = parts.windows(3).map(|parts| parts.join("-"));
    of_three.chain(parts.iter().map(|part| (*part).to_owned())).find(|part| is_day(part))
}

fn is_day(part: &str) -> bool {
    let numbers: Vec<&str> = part.split('-').collect();
    let [year, month, day] = numbers.as_slice() else { return false };
    let number = |text: &str, range: std::ops::RangeInclusive<u32>| {
        text.len() <= 4 && text.parse().is_ok_and(|number| range.contains(&number))
    };
    number(year, 1900..=2999) && number(month, 1..=12) && number(day, 1..=31)
}

fn of_element(element: &NodeRef) -> Option<String> {
    if is_change(element) {
        return None;
    }
    let attributes = ["datetime", "content", "title"].iter().filter_map(|name| element.attr(name));
    let mut stated = attributes.filter_map(|stated| dates::plausible(&stated).map(str::to_owned));
    stated.next().or_else(|| in_line(&element.text()).map(str::to_owned))
}

fn of_line(element: &NodeRef) -> Option<String> {
    let is_line =
        !is_change(element) && !element.has_name("a") && element.descendants_it().take(12).count() < 12;
    if is_line { in_line(&element.text()).map(str::to_owned) } else { None }
}

fn is_change(element: &NodeRef) -> bool {
    let names = [element.class(), element.attr("itemprop")].into_iter().flatten();
    let text = names.map(|name| name.to_lowercase()).collect::<Vec<_>>().join(" ");
    CHANGES.iter().any(|change| text.contains(change))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_holds_a_day_or_none() {
        let check = |url: &str, day: Option<&str>| assert_eq!(in_url(url).as_deref(), day, "{url}");
        check("https://semaphore.example/harbour/2024/03/14/port-closes", Some("2024-03-14"));
        check("https://semaphore.example/articles/2024-3-14/port?x=1", Some("2024-3-14"));
        check("https://semaphore.example/2024/03/port", None);
        check("https://semaphore.example/1/2/3/2024", None);
    }
}
