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

/// What is `shown` beside the headline where its month stands in the address too and that of the date that is `told` does not:
/// templates tell of themselves.
pub(super) fn corrected(told: String, url: Option<&str>, shown: impl FnOnce() -> Option<String>) -> String {
    let Some(month) = url.and_then(month_in_url) else { return told };
    if dates::month(&told).is_none_or(|told| months(told).abs_diff(months(month)) <= 1) {
        return told;
    }
    shown().filter(|shown| dates::month(shown) == Some(month)).unwrap_or(told)
}

fn months((year, month): (i16, i8)) -> i32 {
    i32::from(year) * 12 + i32::from(month)
}

/// The month in a path: `/2024/03/`.
fn month_in_url(url: &str) -> Option<(i16, i8)> {
    let parts: Vec<&str> = url.split('/').skip(3).collect();
    parts.windows(2).find_map(|parts| dates::month(&format!("{}-{}-01", parts.first()?, parts.get(1)?)))
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
    fn a_date_of_the_template_gives_way_to_what_is_shown_and_stands_in_the_address() {
        let check = |told: &str, url: &str, expected: &str| {
            let shown = || Some("March 14, 2024".to_owned());
            assert_eq!(corrected(told.to_owned(), Some(url), shown), expected, "{told} {url}");
        };
        check("2009-09-02", "https://semaphore.example/2024/03/port", "March 14, 2024");
        check("2009-09-02", "https://semaphore.example/2024/05/port", "2009-09-02");
        check("2009-09-02", "https://semaphore.example/port", "2009-09-02");
        check("2024-04-01", "https://semaphore.example/2024/03/port", "2024-04-01");
    }

    #[test]
    fn a_path_holds_a_day_or_none() {
        let check = |url: &str, day: Option<&str>| assert_eq!(in_url(url).as_deref(), day, "{url}");
        check("https://semaphore.example/harbour/2024/03/14/port-closes", Some("2024-03-14"));
        check("https://semaphore.example/articles/2024-3-14/port?x=1", Some("2024-3-14"));
        check("https://semaphore.example/2024/03/port", None);
        check("https://semaphore.example/1/2/3/2024", None);
    }
}
