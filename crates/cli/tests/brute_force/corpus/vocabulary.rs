use quotidian_model::EntityKind;

/// The words of all texts, the frequent ones first. Many differ only by what stemming, folding, a prefix or a typo
/// bridges.
pub(crate) const WORDS: &[&str] = &[
    "the",
    "levy",
    "tide",
    "of",
    "harbour",
    "news",
    "a",
    "new",
    "levies",
    "tides",
    "U.S.",
    "harbor",
    "Lévy",
    "café",
    "don’t",
    "well-known",
    "tied",
    "organization",
    "cafe",
    "organ",
    "harbours",
    "don't",
    "2024",
    "covid19",
    "levied",
    "ferry",
    "ferries",
    "Cafés",
    "organize",
    "Élan",
    "elan",
    "1st",
    "port",
    "levee",
    "tidy",
    "known",
    "chart",
    "charts",
    "red",
    "lines",
    "news’s",
    "first-half",
    "half",
    "well",
    "not",
    "Harbour",
    "quay",
    "naïve",
    "naive",
    "sold",
    "sell",
];

/// Who and what is named in texts.
pub(crate) const NAMES: &[(&str, EntityKind)] = &[
    ("Ilse Maravant", EntityKind::Person),
    ("Port Senna", EntityKind::Place),
    ("Tobin Okkerley", EntityKind::Person),
    ("Harbour Board", EntityKind::Organization),
    ("Ana Lévy", EntityKind::Person),
    ("Ana Levy", EntityKind::Person),
    ("New Harbour", EntityKind::Place),
    ("Ilse Okkerley", EntityKind::Person),
    ("Port Senna Harbour Board", EntityKind::Organization),
    ("Old Quay", EntityKind::Place),
    ("News Council", EntityKind::Organization),
    ("Maravant", EntityKind::Place),
];

/// What is said again and again, now and then in other letters and marks. Some are too short to be known again.
pub(crate) const SAYINGS: &[&str] = &[
    "the levy will rise again this year",
    "The levy will rise, again, this year",
    "we wait",
    "THE LEVY WILL RISE AGAIN THIS YEAR!",
    "we will not pay the levy",
    "don’t sell the harbour to strangers",
    "news is not new",
    "no levy",
    "Don't sell the harbour to strangers",
    "the tide turns twice a day",
    "red lines on a chart",
    "Red lines: on a chart",
    "the levies will rise again this year",
    "café owners know the tide",
    "cafe owners know the tide",
    "no",
];

pub(crate) const SOURCES: &[&str] =
    &["Semaphore", "Port Senna Ledger", "Evening Semaphore", "Harbour News", "Lantern", "Old Quay Gazette"];

pub(crate) const SECTIONS: &[&str] = &["Politics", "Harbour", "Opinion", "Well-known"];

pub(super) const AUTHORS: &[&str] = &["Una Lisk", "Piet Lisk", "Ana Levy", "Una Tarn-Lisk"];

pub(super) const LANGUAGES: &[&str] = &["en", "fr"];

/// What a wire copy begins with in some outlets.
pub(super) const DATELINES: &[&str] = &["PORT SENNA (PSN) — ", "OLD QUAY, March 3 (PSN) – ", "Port Senna — "];
