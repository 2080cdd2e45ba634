//! The searches that are compared: words, phrases, fields, dates, selections and exclusions, and how they combine.

use quotidian_search::FacetField;

/// A search in short.
#[derive(Debug)]
pub(crate) struct Search {
    pub(crate) query: &'static str,
    pub(crate) from: Option<&'static str>,
    pub(crate) to: Option<&'static str>,
    pub(crate) wanted: &'static [(FacetField, &'static str)],
    pub(crate) unwanted: &'static [(FacetField, &'static str)],
}

const fn words(query: &'static str) -> Search {
    Search { query, from: None, to: None, wanted: &[], unwanted: &[] }
}

const fn dated(query: &'static str, from: &'static str, to: &'static str) -> Search {
    Search { from: Some(from), to: Some(to), ..words(query) }
}

const fn wanted(query: &'static str, wanted: &'static [(FacetField, &'static str)]) -> Search {
    Search { wanted, ..words(query) }
}

pub(crate) const SEARCHES: &[Search] = &[
    words(""),
    words("president"),
    words("oil prices"),
    words("levies"),
    words("\"prime minister\""),
    words("\"said on\" OR harbour"),
    words("government -minister"),
    words("-the"),
    words("(bank OR ferry) (rate OR tide) -\"last year\""),
    words("title:harbour OR title:oil"),
    words("speaker:maravant OR speaker:john"),
    words("place:\"port senna\" OR place:washington"),
    words("org:board -person:smith"),
    words("source:reuters OR source:semaphore"),
    words("about:\"port senna\" OR about:clinton"),
    words("well-known OR first-half"),
    dated("oil prices", "2008-01", "2008-12"),
    dated("levy", "2024-02", "2024-03-14"),
    dated("", "2010", "2010"),
    wanted("company", &[(FacetField::Source, "Reuters")]),
    wanted("", &[(FacetField::Source, "Reuters"), (FacetField::Source, "Evening Semaphore")]),
    wanted("", &[(FacetField::Source, "Port Senna Ledger"), (FacetField::Section, "Politics")]),
    Search {
        wanted: &[(FacetField::Source, "Reuters"), (FacetField::Speaker, "Ilse Maravant")],
        unwanted: &[(FacetField::Place, "New York"), (FacetField::Place, "Lisk")],
        ..dated("said", "2007-06-15", "2024")
    },
    Search { unwanted: &[(FacetField::Section, "Opinion"), (FacetField::Kind, "indirect")], ..words("will") },
    wanted("market", &[(FacetField::Speaker, "Nobody By This Name")]),
];
