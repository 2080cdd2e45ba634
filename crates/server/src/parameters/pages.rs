use quotidian_search::{Cursor, Page, PageError};

use super::{
    parameter::{Bounds, Form, Parameter},
    reader::Reader,
};
use crate::problem::Problem;

const NUMBER: Bounds = Bounds { from: 1, to: Page::MAX_REACH, default: 1 };
const SIZE: Bounds = Bounds { from: 1, to: Page::MAX_SIZE, default: 10 };

/// Links to the pages of one search.
pub(crate) struct PageLinks {
    path: String,
    others: Vec<(&'static str, String)>,
}

impl PageLinks {
    /// The parameter that says which page.
    pub(crate) const PAGE: &'static str = "page";
    /// The parameter that says behind which hit.
    pub(crate) const CURSOR: &'static str = "cursor";

    /// Links to a path with the parameters that stay the same.
    pub(crate) fn new(path: &str, others: Vec<(&'static str, String)>) -> Self {
        Self { path: path.to_owned(), others }
    }

    /// The link to page `number`, from 1.
    pub(crate) fn to(&self, number: usize) -> String {
        self.with(Self::PAGE, &number.to_string())
    }

    /// The link to what comes behind a hit.
    pub(crate) fn behind(&self, cursor: Cursor) -> String {
        self.with(Self::CURSOR, &cursor.to_string())
    }

    fn with(&self, name: &str, value: &str) -> String {
        let mut query_string = form_urlencoded::Serializer::new(String::new());
        query_string.extend_pairs(&self.others).append_pair(name, value);
        format!("{}?{}", self.path, query_string.finish())
    }
}

/// The parameters that say which page.
pub(super) fn known() -> [Parameter; 2] {
    let reach = format!("The page, from 1. Pages reach up to number {}.", Page::MAX_REACH);
    [
        Parameter::new(PageLinks::PAGE, reach, Form::Number(NUMBER), "2"),
        Parameter::new("per_page", "How many a page holds.", Form::Number(SIZE), "20"),
    ]
}

/// The page asked for.
pub(super) fn read(reader: &Reader) -> Result<Page, Problem> {
    let number = reader.number(PageLinks::PAGE, NUMBER)?;
    let size = reader.number("per_page", SIZE)?;
    Page::new(number, size).map_err(|error| match error {
        PageError::Size => Problem::bad_value("per_page", error),
        PageError::Number | PageError::Reach => {
            let last = Page::MAX_REACH / size;
            Problem::bad_value(PageLinks::PAGE, error).suggesting(Some(last))
        }
    })
}

/// How many pages of `page`'s size can be turned to in a list of `total`.
pub(crate) fn page_count(total: u64, page: Page) -> u64 {
    let size = page.size() as u64;
    total.div_ceil(size).min(Page::MAX_REACH as u64 / size)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(total: u64, size: usize, expected: u64) {
        assert_eq!(page_count(total, Page::new(1, size).unwrap()), expected, "{total} by {size}");
    }

    #[test]
    fn pages_hold_every_hit_in_reach() {
        check(0, 10, 0);
        check(10, 10, 1);
        check(11, 10, 2);
        check(1_000_000, 10, 1_000);
        check(10_000, 30, 333);
    }

    #[test]
    fn a_link_encodes_its_values() {
        let links =
            PageLinks::new("/api/quotes", vec![("q", "a&b=ü".to_owned()), ("-org", "x y".to_owned())]);
        assert_eq!(links.to(3), "/api/quotes?q=a%26b%3D%C3%BC&-org=x+y&page=3");
        let cursor = Cursor { sort: quotidian_search::Sort::Newest, rank: 16, key: 1 };
        assert_eq!(links.behind(cursor), "/api/quotes?q=a%26b%3D%C3%BC&-org=x+y&cursor=newest-10-1");
    }
}
