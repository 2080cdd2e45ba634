use quotidian_search::{FacetField, GroupId, HalfLife, Sort};
use quotidian_server::Limits;
use serde_json::{Value, json};

use crate::support::{Mood, Server, get};

/// What a file of the fixtures' two hits holds: one with everything, and one with what formats cannot hold as it stands.
async fn check(target: &str, expected: &str) {
    let file = get(target).await;
    assert_eq!(file.status, 200, "{target}: {}", file.text());
    assert_eq!(file.text(), expected, "{target}");
}

#[tokio::test]
async fn csv_has_a_row_for_each_hit_and_no_formulas() {
    let articles = "id,url,title,date,date_stated,source,author,section,quote_count,speakers,story,snippet\r\n\
        semaphore-1,https://semaphore.example/levy,Levy rises,2024-03-14,14 March 2024,The Semaphore,Tobin Okkerley,\
        Harbour,2,Ilse Maravant,0000000000c0ffee,the café levy\r\n\
        https://semaphore.example/a b?c#ü,javascript:alert(1),\
        \"'=1+1, \"\"<b>\"\" & 5 % of {A_B}\u{b}\r\nnext\",,'-once,,'@desk; Harbour and Tide Desk,,0,,\
        0000000000000001,\"'=1+1, \"\"<b>\"\" & 5 % of {A_B}\u{b}\r\nnext … second\"\r\n";
    check("/api/articles.csv", articles).await;
    let quotes = "id,article_id,text,speaker,speaker_surface,cue,kind,confidence,rule,start,end,context,title,date,\
        source,author,section,url,utterance,hash,permalink\r\n\
        semaphore-1.1,semaphore-1,the café levy was a tide mark,Ilse Maravant,she,said,mixed,0.94,subject-verb,34,73,\
        she ,Levy rises,2024-03-14,The Semaphore,Tobin Okkerley,Harbour,https://semaphore.example/levy,\
        0000000000c0ffee,48207fb7e714d3ab,/articles/semaphore-1?hash=48207fb7e714d3ab#quote-1\r\n\
        https://semaphore.example/a b?c#ü.2,https://semaphore.example/a b?c#ü,\"'+we <won>\n& \\ \"\"no\"\"\",,,,direct,\
        0.94,subject-verb,34,73,she ,\"'=1+1, \"\"<b>\"\" & 5 % of {A_B}\u{b}\r\nnext\",,,\
        '@desk; Harbour and Tide Desk,,javascript:alert(1),0000000000c0ffee,09d8d944abe07880,\
        /articles/https%3A%2F%2Fsemaphore.example%2Fa%20b%3Fc%23%C3%BC?hash=09d8d944abe07880#quote-2\r\n";
    check("/api/quotes.csv", quotes).await;
}

#[tokio::test]
async fn json_lines_are_the_hits_of_the_answer() {
    for subject in ["articles", "quotes"] {
        let hit = get(&format!("/api/{subject}?q=levy")).await.json()["hits"][0].take();
        let file = get(&format!("/api/{subject}.jsonl?q=levy")).await.text();
        let lines: Vec<Value> = file.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!((lines.len(), &lines[0]), (2, &hit), "{subject}");
        assert!(file.ends_with("}\n"));
    }
}

#[tokio::test]
async fn atom_is_a_feed() {
    let articles = r#"<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:quotidian:search:%2Fapi%2Farticles.atom%3Fq%3Dlevy%2B%253Ctide%253E%26from%3D2024</id>
  <title>Articles: levy &lt;tide&gt;</title>
  <updated>2024-03-14T00:00:00Z</updated>
  <link rel="self" href="/api/articles.atom?q=levy+%3Ctide%3E&amp;from=2024"/>
  <link rel="alternate" href="/?q=levy+%3Ctide%3E&amp;from=2024"/>
  <author><name>Quotidian archive</name></author>
  <generator>Quotidian</generator>
  <entry>
    <id>urn:quotidian:article:semaphore-1</id>
    <title>Levy rises</title>
    <updated>2024-03-14T00:00:00Z</updated>
    <published>2024-03-14T00:00:00Z</published>
    <link rel="alternate" href="https://semaphore.example/levy"/>
    <link rel="related" href="/articles/semaphore-1"/>
    <author><name>Tobin Okkerley</name></author>
    <summary type="text">the café levy</summary>
  </entry>
  <entry>
    <id>urn:quotidian:article:https%3A%2F%2Fsemaphore.example%2Fa%20b%3Fc%23%C3%BC</id>
    <title>=1+1, &quot;&lt;b&gt;&quot; &amp; 5 % of {A_B} next</title>
    <updated>1970-01-01T00:00:00Z</updated>
    <link rel="alternate" href="/articles/https%3A%2F%2Fsemaphore.example%2Fa%20b%3Fc%23%C3%BC"/>
    <author><name>@desk</name></author>
    <author><name>Harbour and Tide Desk</name></author>
    <summary type="text">=1+1, &quot;&lt;b&gt;&quot; &amp; 5 % of {A_B}&#13;
next … second</summary>
  </entry>
</feed>
"#;
    check("/api/articles.atom?q=levy+%3Ctide%3E&from=2024", articles).await;
    let quotes = get("/api/quotes.atom").await.text();
    for expected in [
        "<title>Quotes of the archive</title>",
        "<id>urn:quotidian:quote:semaphore-1.1</id>",
        "<title>Ilse Maravant in “Levy rises”</title>",
        "<summary type=\"text\">the café levy was a tide mark</summary>",
        "<summary type=\"text\">“+we &lt;won&gt;\n&amp; \\ &quot;no&quot;”</summary>",
        "href=\"/articles/https%3A%2F%2Fsemaphore.example%2Fa%20b%3Fc%23%C3%BC?hash=09d8d944abe07880#quote-2\"",
    ] {
        assert!(quotes.contains(expected), "{expected} in {quotes}");
    }
}

#[tokio::test]
async fn bibtex_cites_articles_and_quotes() {
    let articles = r#"@article{semaphore-1,
  title = {{Levy rises}},
  author = {Tobin Okkerley},
  journal = {The Semaphore},
  date = {2024-03-14},
  year = {2024},
  url = {https://semaphore.example/levy},
  library = {http://archive.example/articles/semaphore-1},
}

@article{https_3a_2f_2fsemaphore.example_2fa_20b_3fc_23_c3_bc,
  title = {{=1+1, "<b>" \& 5 \% of \textbraceleft{}A\_B\textbraceright{} next}},
  author = {@desk and {Harbour and Tide Desk}},
  library = {http://archive.example/articles/https\%3A\%2F\%2Fsemaphore.example\%2Fa\%20b\%3Fc\%23\%C3\%BC},
}

"#;
    check("/api/articles.bib", articles).await;
    let quotes = get("/api/quotes.bib").await.text();
    for expected in [
        "@misc{semaphore-1.1,\n  title = {{Levy rises}},",
        "  howpublished = {The Semaphore},\n",
        "  note = {Ilse Maravant: the café levy was a tide mark (mixed quotation 1 of the article, characters 35–73)},\n",
        "  library = {http://archive.example/articles/semaphore-1?hash=48207fb7e714d3ab\\#quote-1},\n",
        "  note = {Nobody named: “+we <won> \\& \\textbackslash{} \"no\"” (direct quotation 2 of the article, ",
    ] {
        assert!(quotes.contains(expected), "{expected} in {quotes}");
    }
}

#[tokio::test]
async fn ris_cites_articles_and_quotes() {
    let quotes = "TY  - NEWS\r\nID  - semaphore-1.1\r\nAU  - Tobin Okkerley\r\nTI  - Levy rises\r\n\
        T2  - The Semaphore\r\nSE  - Harbour\r\nPY  - 2024\r\nDA  - 2024/03/14\r\n\
        UR  - https://semaphore.example/levy\r\n\
        AV  - http://archive.example/articles/semaphore-1?hash=48207fb7e714d3ab#quote-1\r\n\
        N1  - Ilse Maravant: the café levy was a tide mark (mixed quotation 1 of the article, characters 35–73)\r\nER  - \r\n\r\n\
        TY  - NEWS\r\nID  - https://semaphore.example/a b?c#ü.2\r\nAU  - @desk\r\nAU  - Harbour and Tide Desk\r\n\
        TI  - =1+1, \"<b>\" & 5 % of {A_B} next\r\n\
        AV  - http://archive.example/articles/https%3A%2F%2Fsemaphore.example%2Fa%20b%3Fc%23%C3%BC\
        ?hash=09d8d944abe07880#quote-2\r\n\
        N1  - Nobody named: “+we <won> & \\ \"no\"” (direct quotation 2 of the article, characters 35–73)\r\n\
        ER  - \r\n\r\n";
    check("/api/quotes.ris", quotes).await;
    let articles = get("/api/articles.ris").await.text();
    assert!(
        articles.starts_with("TY  - NEWS\r\nID  - semaphore-1\r\n") && !articles.contains("N1"),
        "{articles}"
    );
}

#[tokio::test]
async fn csl_json_is_an_array_of_items() {
    let quotes: Value = serde_json::from_str(&get("/api/quotes.csl.json").await.text()).unwrap();
    let expected = json!([
        {
            "id": "semaphore-1.1",
            "type": "article-newspaper",
            "title": "Levy rises",
            "author": [{ "literal": "Tobin Okkerley" }],
            "container-title": "The Semaphore",
            "section": "Harbour",
            "issued": { "date-parts": [[2024, 3, 14]] },
            "URL": "https://semaphore.example/levy",
            "note": "Ilse Maravant: the café levy was a tide mark (mixed quotation 1 of the article, characters 35–73)",
            "archive_location": "http://archive.example/articles/semaphore-1?hash=48207fb7e714d3ab#quote-1",
        },
        {
            "id": "https://semaphore.example/a b?c#ü.2",
            "type": "article-newspaper",
            "title": "=1+1, \"<b>\" & 5 % of {A_B} next",
            "author": [{ "literal": "@desk" }, { "literal": "Harbour and Tide Desk" }],
            "note": "Nobody named: “+we <won> & \\ \"no\"” (direct quotation 2 of the article, characters 35–73)",
            "archive_location": "http://archive.example/articles/https%3A%2F%2Fsemaphore.example%2Fa%20b%3Fc%23%C3%BC\
                ?hash=09d8d944abe07880#quote-2",
        },
    ]);
    assert_eq!(quotes, expected);
    let none = Server::with(Mood::Exporting(0), Limits::default()).get("/api/articles.csl.json").await;
    assert_eq!(none.text(), "[]\n");
}

#[tokio::test]
async fn plain_text_is_for_pasting() {
    let quotes = "Ilse Maravant: the café levy was a tide mark. Quoted in Tobin Okkerley, “Levy rises”, \
        The Semaphore, 14 March 2024, mixed quotation 1 of the article, characters 35–73. \
        https://semaphore.example/levy\n\
        Nobody named: “+we <won> & \\ \"no\"”. Quoted in @desk and Harbour and Tide Desk, \
        “=1+1, \"<b>\" & 5 % of {A_B} next”, dated “-once”, direct quotation 2 of the article, characters 35–73. \
        http://archive.example/articles/https%3A%2F%2Fsemaphore.example%2Fa%20b%3Fc%23%C3%BC\
        ?hash=09d8d944abe07880#quote-2\n";
    check("/api/quotes.txt", quotes).await;
}

#[tokio::test]
async fn one_thing_is_cited_as_in_a_file() {
    for suffix in ["bib", "ris", "csl.json", "txt"] {
        for (one, of_search) in [
            ("/api/articles/semaphore-1/citation", "/api/articles"),
            ("/api/quotes/semaphore-1.1/citation", "/api/quotes"),
        ] {
            let (one, all) = (format!("{one}.{suffix}"), format!("{of_search}.{suffix}"));
            let (citation, file) = (get(&one).await, get(&all).await);
            let start = citation.text();
            let start = start.trim_end_matches("]\n");
            assert!(file.text().starts_with(start) && start.len() > 50, "{one}: {start}");
            assert_eq!(citation.header("content-type"), file.header("content-type"), "{one}");
        }
    }
    let untitled =
        get("/api/articles/https%3A%2F%2Fsemaphore.example%2Fa%20b%3Fc%23%C3%BC/citation.txt").await;
    let page = "http://archive.example/articles/https%3A%2F%2Fsemaphore.example%2Fa%20b%3Fc%23%C3%BC";
    assert_eq!(untitled.text(), format!("“Untold”, undated. {page}\n"));
    assert_eq!(
        get("/api/articles/semaphore-1/citation.ris").await.header("content-disposition"),
        "attachment; filename=\"quotidian-article.ris\""
    );
    assert_eq!(get("/api/articles/semaphore-9/citation.bib").await.problem(), "404 not_found - -");
    assert_eq!(get("/api/quotes/semaphore-1.9/citation.txt").await.problem(), "404 not_found - -");
    assert_eq!(get("/api/quotes/semaphore-1/citation.txt").await.problem(), "400 bad_value id -");
    assert_eq!(get("/api/quotes/semaphore-1.1/citation.csv").await.problem(), "404 not_found - -");
}

#[tokio::test]
async fn a_file_has_a_name_and_a_type() {
    for (suffix, kind) in [
        ("csv", "text/csv; charset=utf-8; header=present"),
        ("jsonl", "application/x-ndjson"),
        ("atom", "application/atom+xml"),
        ("bib", "application/x-bibtex"),
        ("ris", "application/x-research-info-systems"),
        ("csl.json", "application/vnd.citationstyles.csl+json"),
        ("txt", "text/plain; charset=utf-8"),
    ] {
        let file = get(&format!("/api/quotes.{suffix}")).await;
        let name = format!("attachment; filename=\"quotidian-quotes.{suffix}\"");
        assert_eq!((file.header("content-type"), file.header("content-disposition")), (kind, name.as_str()));
    }
}

#[tokio::test]
async fn a_file_is_of_the_search_asked_for() {
    let target = "/api/quotes.csv?q=levy&from=2024-02&speaker=Ilse+Maravant&-year=1999&sort=oldest&recency=0\
                  &confidence=0.5&utterance=00000000000000ff";
    let request = Server::new().request_of(target).await;
    assert_eq!((request.query.to_string().as_str(), request.sort), ("levy", Some(Sort::Oldest)));
    assert_eq!(request.filters.dates.from.unwrap().to_string(), "2024-02-01");
    assert_eq!(request.filters.facets[&FacetField::Speaker].any_of, ["Ilse Maravant"]);
    assert_eq!((request.filters.group, request.recency), (Some(GroupId(255)), None));
    // It takes as long as it takes.
    assert_eq!(request.deadline, None);
    assert_eq!(Server::new().request_of("/api/articles.ris").await.recency, Some(HalfLife::default()));
}

#[tokio::test]
async fn a_file_has_no_pages_and_counts_nothing() {
    for name in [
        "page",
        "per_page",
        "cursor",
        "facets",
        "facet_values",
        "facet_sort",
        "interval",
        "collapse",
        "count",
    ] {
        let problem = get(&format!("/api/articles.csv?{name}=1")).await.problem();
        assert!(problem.starts_with(&format!("400 unknown_parameter {name} ")), "{problem}");
    }
    assert_eq!(get("/api/articles.csv?sort=newst").await.problem(), "400 bad_value sort newest");
    assert_eq!(get("/api/articles.xls").await.problem(), "404 not_found - -");
}
