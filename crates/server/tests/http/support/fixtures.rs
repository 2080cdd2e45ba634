//! Two invented articles, and what a search finds in them.

use quotidian_model::{
    AnnotatedArticle, Annotations, Article, CodePointSpan, Confidence, Entity, EntityKind, PublicationDate,
    Quote, QuoteKind, Span, Speaker, Title,
};
use quotidian_search::{
    ArticleHit, ArticleSummary, Bucket, ChangedStatement, Condition, ContextRole, ContextSegment, Counted,
    CutExpansion, Difference, Facet, FacetField, FacetValue, FacetValueList, FacetValuesRequest, Group,
    GroupId, Interval, MergedBy, QueryReport, QuoteHit, Remedy, Segment, Shortlist, SpeakerCount,
    SpeakerList, SpeakerListing, SpeakerProfile, SpeakerRequest, SpeakerRole, SpeakerVariant,
    SpeakersRequest, Stats, SuggestRequest, Suggestion, Timeline,
    query::{ParsedQuery, Query},
};
use quotidian_test_support::article;

const BODY: &str = "In Port Senna, Ilse Maravant said the café levy was “a tide mark” for all.";

/// A whole one with everything in it, and a bare one whose id needs percent-encoding.
pub(super) fn articles() -> Vec<AnnotatedArticle> {
    let annotations = Annotations { quotes: vec![quote()], entities: vec![port_senna()] };
    let bare = article("https://semaphore.example/a b?c#ü", "Untold", None, "");
    vec![
        AnnotatedArticle { article: levy(), annotations },
        AnnotatedArticle { article: bare, annotations: Annotations::default() },
    ]
}

fn levy() -> Article {
    Article {
        url: Some("https://semaphore.example/levy".to_owned()),
        date: Some(PublicationDate {
            stated: "14 March 2024".to_owned(),
            day: Some("2024-03-14".parse().unwrap()),
        }),
        source: Some("The Semaphore".to_owned()),
        authors: vec!["Tobin Okkerley".to_owned()],
        section: Some("Harbour".to_owned()),
        language: Some("en".to_owned()),
        ..article("semaphore-1", "Levy rises", None, BODY)
    }
}

/// The place of some words in the body.
fn place(words: &str) -> Span {
    let start = BODY.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn quote() -> Quote {
    Quote {
        span: place("the café levy was “a tide mark” for all"),
        kind: QuoteKind::Mixed,
        verbatim: vec![place("a tide mark")],
        speaker: Speaker {
            surface: Some(place("Ilse Maravant")),
            name: Some("Ilse Maravant".to_owned()),
            role: None,
        },
        cue: Some(place("said")),
        context: place(BODY),
        confidence: Confidence::clamped(0.94),
        rule: "subject-verb".to_owned(),
    }
}

fn port_senna() -> Entity {
    Entity { kind: EntityKind::Place, name: "Port Senna".to_owned(), mentions: vec![place("Port Senna")] }
}

fn summary() -> ArticleSummary {
    let article = levy();
    ArticleSummary {
        id: article.id,
        url: article.url,
        title: Title::stated("Levy rises"),
        date: article.date,
        source: article.source,
        authors: article.authors,
        section: article.section,
    }
}

fn segment(text: &str, mark: bool, verbatim: bool) -> Segment {
    Segment { text: text.to_owned(), mark, verbatim }
}

pub(super) fn article_hit() -> ArticleHit {
    ArticleHit {
        article: summary(),
        title: vec![segment("Levy", true, false), segment(" rises", false, false)],
        snippets: vec![vec![segment("the café ", false, false), segment("levy", true, false)]],
        quote_count: 2,
        speakers: vec![
            SpeakerCount { name: Some("Ilse Maravant".to_owned()), count: 1 },
            SpeakerCount { name: None, count: 1 },
        ],
        story: group(),
    }
}

/// An article whose every field has what some format cannot hold as it stands.
pub(super) fn wild_article_hit() -> ArticleHit {
    let words = "=1+1, \"<b>\" & 5 % of {A_B}\u{b}\r\nnext";
    ArticleHit {
        article: wild_summary(),
        title: vec![segment(words, false, false)],
        snippets: vec![vec![segment(words, true, false)], vec![segment("second", false, false)]],
        quote_count: 0,
        speakers: vec![],
        story: Group { id: GroupId(1), others: 0, sources: vec![] },
    }
}

fn wild_summary() -> ArticleSummary {
    ArticleSummary {
        id: "https://semaphore.example/a b?c#ü".parse().unwrap(),
        url: Some("javascript:alert(1)".to_owned()),
        title: Title::derived("=1+1, \"<b>\" & 5 % of {A_B}\u{b}\r\nnext"),
        date: Some(PublicationDate { stated: "-once".to_owned(), day: None }),
        source: None,
        authors: vec!["@desk".to_owned(), "Harbour and Tide Desk".to_owned()],
        section: None,
    }
}

/// One of many articles.
pub(super) fn numbered_article_hit(number: usize) -> ArticleHit {
    let mut hit = article_hit();
    hit.article.id = format!("semaphore-{number}").parse().unwrap();
    hit
}

/// A story or utterance with two others.
pub(super) fn group() -> Group {
    Group { id: GroupId(0x00c0_ffee), others: 2, sources: vec!["Senna Courier".to_owned()] }
}

/// Where the words of the query stand, if it is a single word.
pub(super) fn marks(body: &str, marked: &Query) -> Vec<Span> {
    let word = marked.to_string();
    let found = body.match_indices(&word).filter(|(_, found)| !found.is_empty());
    found.map(|(start, found)| Span::new(start, start + found.len())).collect()
}

/// Every clause counts a hundred times its place; a query for nothing that there is has corrections and remedies.
pub(super) fn report(query: &Query, is_found: bool) -> QueryReport {
    let counts = (1..=query.conjuncts().len() as u64).map(|place| place * 100).collect();
    if is_found {
        return QueryReport { counts, ..QueryReport::default() };
    }
    let remedy = |leave_out, count| Remedy { leave_out, count };
    QueryReport {
        counts,
        cut: vec![CutExpansion { clause: "t*".to_owned(), words: 64 }],
        did_you_mean: Some(ParsedQuery::parse("\"red lines\" levy").query),
        remedies: vec![
            remedy(Condition::Clause(1), 9),
            remedy(Condition::Dates, 8),
            remedy(Condition::Facet(FacetField::Source), 7),
            remedy(Condition::Confidence, 6),
            remedy(Condition::Group, 5),
        ],
    }
}

/// Two values, the second named after what counts, so that tests see it arrive.
pub(super) fn values(request: &FacetValuesRequest, of: &str) -> FacetValueList {
    let value = |value: &str, selected| FacetValue {
        value: value.to_owned(),
        count: 9,
        selected,
        excluded: !selected,
    };
    let second = format!("{of} {} {:?}", request.words, request.sort);
    FacetValueList { total: 21, values: vec![value("Ilse Maravant", true), value(&second, false)] }
}

pub(super) fn suggestions(request: &SuggestRequest) -> Vec<Suggestion> {
    let suggestion = |field, value: &str, count| Suggestion { field, value: value.to_owned(), count };
    let limit = request.limit as u64;
    vec![
        suggestion(FacetField::Speaker, "Ilse Maravant", 42),
        suggestion(FacetField::Place, &request.text, limit),
    ]
}

pub(super) fn quote_hit() -> QuoteHit {
    let context = |text: &str, role| ContextSegment { text: text.to_owned(), role };
    QuoteHit {
        id: "semaphore-1.1".parse().unwrap(),
        content: vec![segment("the café levy was ", false, false), segment("a tide mark", true, true)],
        speaker: Some("Ilse Maravant".to_owned()),
        speaker_surface: Some("she".to_owned()),
        cue: Some("said".to_owned()),
        kind: QuoteKind::Mixed,
        confidence: Confidence::clamped(0.94),
        rule: "subject-verb".to_owned(),
        context: vec![context("she", ContextRole::Source), context(" ", ContextRole::Text)],
        article: summary(),
        place: CodePointSpan { start: 34, end: 73 },
        utterance: group(),
    }
}

/// A quote whose every field has what some format cannot hold as it stands.
pub(super) fn wild_quote_hit() -> QuoteHit {
    QuoteHit {
        id: "https://semaphore.example/a b?c#ü.2".parse().unwrap(),
        content: vec![segment("+we <won>\n& \\ \"no\"", true, false)],
        speaker: None,
        speaker_surface: None,
        cue: None,
        kind: QuoteKind::Direct,
        article: wild_summary(),
        ..quote_hit()
    }
}

pub(super) fn speaker_facet() -> Facet {
    let value = |value: &str, count, selected| FacetValue {
        value: value.to_owned(),
        count,
        selected,
        excluded: false,
    };
    Facet {
        field: FacetField::Speaker,
        values: vec![value("Ilse Maravant", 100, true), value("Tobin Okkerley", 9, false)],
        total_values: 14,
        other: 12,
        missing: 21,
    }
}

pub(super) fn timeline() -> Timeline {
    let bucket = Bucket {
        from: "2024-03-01".parse().unwrap(),
        to: "2024-03-31".parse().unwrap(),
        count: 41,
        total: 1322,
    };
    Timeline { interval: Interval::Month, buckets: vec![bucket], undated: 6 }
}

/// Two speakers, less what the page leaves out. The second is named after the request, so that tests see it arrive.
pub(super) fn speakers(request: &SpeakersRequest) -> SpeakerList {
    let listing = |name: &str, quotes, first: Option<&str>| SpeakerListing {
        name: name.to_owned(),
        quotes,
        first: first.map(|day| day.parse().unwrap()),
        last: first.map(|day| day.parse().unwrap()),
    };
    let all = vec![
        listing("Ilse Maravant", 42, Some("2023-01-02")),
        listing(&format!("{:?} {}", request.sort, request.name), 7, None),
    ];
    SpeakerList {
        total: 2,
        speakers: all.into_iter().skip(request.page.offset()).take(request.page.size()).collect(),
    }
}

/// A speaker with something in every list. The timeline has the interval asked for.
pub(super) fn speaker(request: &SpeakerRequest) -> SpeakerProfile {
    let counted = |value: &str, count| Counted { value: value.to_owned(), count };
    let day = |day: &str| Some(day.parse().unwrap());
    let (first, last) = (day("2023-01-02"), day("2024-03-14"));
    SpeakerProfile {
        listing: SpeakerListing { name: "Ilse Maravant".to_owned(), quotes: 42, first, last },
        variants: Shortlist {
            values: vec![SpeakerVariant { words: "she".to_owned(), count: 30, merged_by: MergedBy::Pronoun }],
            total: 7,
        },
        roles: Shortlist {
            values: vec![SpeakerRole { words: "Mayor of Port Senna".to_owned(), count: 12, first, last }],
            total: 1,
        },
        timeline: request.interval.map(|interval| Timeline { interval, ..timeline() }),
        cues: Shortlist::first(1, vec![counted("said", 40), counted("warned", 2)]),
        quoted_with: Shortlist::first(1, vec![counted("Tobin Okkerley", 9)]),
        sources: Shortlist::first(1, vec![counted("The Semaphore", 42)]),
        changed_statements: Shortlist {
            values: vec![ChangedStatement {
                difference: Difference::Number,
                later: quote_hit(),
                earlier: QuoteHit { id: "semaphore-0.2".parse().unwrap(), ..quote_hit() },
            }],
            total: 3,
        },
    }
}

pub(super) fn stats(generation: u64) -> Stats {
    Stats {
        articles: 2,
        quotes: 1,
        speakers: 1,
        sources: 1,
        from: Some("2024-03-14".parse().unwrap()),
        to: Some("2024-03-14".parse().unwrap()),
        undated: 1,
        generation,
    }
}
