//! Requests that nobody means well with. They are made by code and name no archive, so that any server can be asked.

/// Queries, before percent-encoding.
fn queries() -> Vec<String> {
    let mut queries: Vec<String> = [
        "",
        " ",
        "- *",
        "-",
        "--",
        "*",
        "~",
        "~~~",
        "a:(^",
        "a:",
        ":",
        "::",
        "title:",
        "title:title:title:",
        "OR",
        "OR OR OR",
        "NOT",
        "NOT NOT NOT a",
        "-(-(-a))",
        "()",
        ")",
        ")(",
        "a) b (c",
        "a OR",
        "OR a",
        "-a",
        "-a -b",
        "a~99",
        "a~-1",
        "a~1~2",
        "a*b*c",
        "*a",
        "\"\"",
        "\"*\"",
        "\"a\"~",
        "\"a\"~999999999999",
        "\"a b\"~-5",
        "date:",
        "date:..",
        "date:2022..",
        "date:2022-13",
        "date:none..none",
        "date:99999999999999",
        "after:before:",
        "before:0000-00-00",
        "speaker:",
        "speaker:()",
        "speaker:(a OR -b)",
        "lang:\"",
        "about:*",
        "[1 TO 2]",
        "{a}",
        "a^10",
        "/a.*b/",
        "a && b || !c",
        "\\",
        "\\\"",
        "a\\",
        "'",
        "`",
        "$(id)",
        "; DROP TABLE articles",
        "<b>&amp;",
        "%",
        "%%",
        "../../etc/passwd",
        "\u{0}",
        "a\u{0}b",
        "\u{1}\u{2}\u{1b}[31m",
        "\u{7f}\u{85}",
        "\r\n\t",
        "\u{200e}\u{200f}\u{202e}evil\u{202c}",
        "\u{2066}a\u{2069}",
        "\u{feff}",
        "\u{fffd}\u{fffe}\u{ffff}",
        "e\u{301}\u{301}\u{301}",
        "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
        "ﬁ ß İ ı",
        "שלום عالم",
        "漢字かな",
        "\u{10ffff}",
        "\u{e000}",
        "٠١٢",
        "nul\u{0}\u{0}\u{0}",
    ]
    .map(str::to_owned)
    .to_vec();
    for mark in "\"'“”„‟«»‹›‘’‚‛`´「」『』＂〝〞".chars() {
        queries.push(format!("{mark}red lines"));
        queries.push(format!("red {mark}lines"));
        queries.push(format!("said:{mark}"));
    }
    for unit in [
        "(", ")", "-", "-(", "\"", "a OR ", "title:(", "a* ", "a~2 ", "NOT ", "*", "~", ":", "\u{301}", "(a ",
    ] {
        queries.push(unit.repeat(5_000));
    }
    queries.push(format!("{}a{}", "(".repeat(5_000), ")".repeat(5_000)));
    queries.push("x".repeat(100_000));
    queries.push("word ".repeat(10_000));
    queries.push((0..2_000).map(|number| format!("w{number} ")).collect());
    queries.push((0..500).map(|number| format!("w{number}* ")).collect());
    queries
}

/// What a parameter can be given that is no number, or too much of one.
const NUMBERS: [&str; 14] = [
    "-1",
    "0",
    "-0",
    "1e9",
    "1.5",
    "NaN",
    "inf",
    "-inf",
    "0x10",
    "+1",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775809",
    "99999999999999999999999999999999999999999999",
];

const NUMERIC: [&str; 11] = [
    "/api/articles?page=",
    "/api/articles?per_page=",
    "/api/articles?facet_values=",
    "/api/articles?recency=",
    "/api/quotes?confidence=",
    "/api/suggest?q=a&limit=",
    "/api/articles/a/similar?limit=",
    "/api/facets/speaker?page=",
    "/api/speakers?per_page=",
    "/api/verify?text=levy&limit=",
    "/api/quotes/a.1?hash=",
];

/// Targets that are percent-encoded already, or wrong in it.
const ENCODED: [&str; 42] = [
    "/api/articles?q=%ED%A0%80",
    "/api/articles?q=%ED%BF%BF",
    "/api/articles?q=%F4%90%80%80",
    "/api/articles?q=%C0%AF",
    "/api/articles?q=%FF%FE",
    "/api/articles?q=%",
    "/api/articles?q=%2",
    "/api/articles?q=%zz",
    "/api/articles?%ED%A0%80=1",
    "/api/articles?&&&&",
    "/api/articles?=",
    "/api/articles?=x",
    "/api/articles?q",
    "/api/articles?q=a&q=b",
    "/api/articles?page=1&page=2",
    "/api/articles?cursor=a&cursor=b",
    "/api/articles?Q=a",
    "/api/articles?q[]=a",
    "/api/articles?__proto__=1",
    "/api/articles?%00=1",
    "/api/articles?cursor=newest-ffffffffffffffff-ffffffffffffffff",
    "/api/articles?cursor=oldest-0-0&collapse=story",
    "/api/articles?cursor=relevance-10000000000000000-0",
    "/api/articles?cursor=newest--1--1",
    "/api/articles?cursor=newest-+1-+1",
    "/api/articles?cursor=%00-%00-%00",
    "/api/articles?story=ffffffffffffffff",
    "/api/articles?story=-fffffffffffffff",
    "/api/articles?year=0000&-year=9999",
    "/api/articles?from=-9999-01-01&to=9999-12-31",
    "/api/articles?from=9999-12-31&to=0001-01-01",
    "/api/articles?interval=century&facets=,,,",
    "/api/quotes?kind=direct&-kind=direct",
    "/api/quotes?confidence=1e-45",
    "/api/articles/%ED%A0%80",
    "/api/articles/%00",
    "/api/articles/..%2F..%2FCURRENT",
    "/api/articles/a/similar?limit=50&limit=50",
    "/api/quotes/a.99999999999999999999",
    "/api/quotes/.",
    "/api/facets/%ED%A0%80",
    "/api/facets/year?q=%00&search=%28%28",
];

/// Paths that take a query, up to its value.
const PATHS: [&str; 8] = [
    "/api/articles?q=",
    "/api/quotes?collapse=utterance&q=",
    "/api/facets/speaker?of=quotes&search=",
    "/api/articles/semaphore-1?q=",
    "/api/suggest?q=",
    "/api/verify?speaker=a&text=",
    "/api/trends?q=levy&q=",
    "/api/trends.csv?subject=quotes&q=",
];

/// Paths and query strings that a client can send. Each has an answer, or a problem that is the client's.
pub fn hostile_targets() -> Vec<String> {
    let encode = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let queries = queries();
    let mut targets: Vec<String> = ENCODED.map(str::to_owned).to_vec();
    for (place, query) in queries.iter().enumerate() {
        let encoded = encode(query);
        // A request line has a limit of its own, before any handler.
        if encoded.len() < 60_000 {
            targets.push(format!("{}{encoded}", PATHS[0]));
            targets.push(format!("{}{encoded}", PATHS[1 + place % (PATHS.len() - 1)]));
        }
    }
    targets.extend(NUMERIC.iter().flat_map(|path| NUMBERS.map(|number| format!("{path}{}", encode(number)))));
    targets.push(format!("/api/articles?{}", "speaker=a&".repeat(1_500)));
    targets.push(format!("/api/articles?{}", "-person=b&".repeat(1_000)));
    targets.push(format!("/api/articles/{}", "x".repeat(10_000)));
    targets.push(format!("/api/facets/speaker?q={}", "y".repeat(10_000)));
    for text in ["…a", "[a] ", ". . .", "'a", "a.", "1,", "[", "]", "a "] {
        targets.push(format!("/api/verify?text={}", encode(&text.repeat(1_600 / text.chars().count()))));
    }
    targets.push(format!("/api/speakers/{}", encode("../../CURRENT\u{0}")));
    targets.push(format!("/api/speakers/{}/quotes.atom", encode("<&\u{1}>")));
    targets.push(format!("/api/articles.csv?q={}", encode(&"(".repeat(5_000))));
    targets.push(format!("/api/quotes.atom?q={}", encode("<>&\"\u{1}\u{0}]]>")));
    targets
}
