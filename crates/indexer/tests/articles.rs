//! What becomes of articles, good and bad.

#![expect(clippy::unwrap_used, reason = "what a test sets up works, or the test fails")]

#[expect(dead_code, reason = "the tests share their support")]
mod support;

use std::{num::NonZeroUsize, path::Path};

use quotidian_indexer::{Inputs, NoProgress, Options, index};
use support::{Folder, MemoryArchive, index_into, index_path, options};

#[test]
fn a_record_becomes_an_article_with_its_quotes() {
    let folder = Folder::new();
    let path = folder.write(
        "a.jsonl",
        r#"{"id": "semaphore:1", "url": "https://semaphore.example/1", "headline": "Port Senna\nvotes",
            "date": "Sat Jan 1, 2011 8:27am EST", "publication": {"name": "The Semaphore"}, "lang": "en-GB",
            "byline": "By Ilse Maravant and Tobin Okkerley", "topic": ["harbour", "vote"],
            "content": "\"The port is closed,\" said Tobin Okkerley.\r\nAll left.\u0000"}"#
            .replace('\n', " ")
            .replace("Senna votes", "Senna\\nvotes"),
    );
    let (report, archive) = index_path(path);
    let article = archive.article("semaphore:1");
    assert_eq!(article.url.as_deref(), Some("https://semaphore.example/1"));
    assert_eq!((article.title.text.as_str(), article.title.derived), ("Port Senna votes", false));
    assert_eq!(article.date.as_ref().unwrap().day.unwrap().to_string(), "2011-01-01");
    assert_eq!(article.date.as_ref().unwrap().stated, "Sat Jan 1, 2011 8:27am EST");
    assert_eq!((article.source.as_deref(), article.language.as_deref()), (Some("The Semaphore"), Some("en")));
    assert_eq!(article.authors, ["Ilse Maravant", "Tobin Okkerley"]);
    assert_eq!(article.section.as_deref(), Some("harbour"));
    assert_eq!(article.body, "\"The port is closed,\" said Tobin Okkerley.\nAll left.");
    assert_eq!(archive.put[0].annotations, quotidian_text::annotate(&article.body));
    assert_eq!((report.indexed, report.undated, report.derived_titles), (1, 0, 0));
}

#[test]
fn bad_lines_are_rejected_with_file_line_and_reason() {
    let folder = Folder::new();
    let path = folder.write(
        "a.jsonl",
        b"{\"id\": \"a\", \"body\": \"One.\"}\n{\"id\": \"b\", \"body\": \"Tw\n{\"id\": \"c\", \"body\": \"\"}\n[]\n{\"body\": \"\xff\"}\n{\"id\": \"f\", \"body\": \"Six.\"}\n",
    );
    let (report, archive) = index_path(&path);
    assert_eq!(archive.ids(), ["a", "f"]);
    let rejections: Vec<String> = report.rejections.iter().map(ToString::to_string).collect();
    let name = path.display();
    assert_eq!(
        rejections,
        [
            format!("{name}, line 2: is not valid JSON at column 23: EOF while parsing a string"),
            format!("{name}, line 3: has no body"),
            format!("{name}, line 4: is JSON but not an object"),
            format!("{name}, line 5: is not UTF-8 at byte 89 of the input"),
        ]
    );
    assert_eq!((report.read, report.rejected_by_reason["no body"]), (6, 1));
}

#[test]
fn files_that_hold_no_article_are_rejected_and_named() {
    let folder = Folder::new();
    folder.write("dates.csv", "title,date\nVote,2024-03-14\n");
    folder.write("empty.txt", "\n");
    folder.write("program", b"\x7fELF\x02\x01\x01\0\0\0");
    folder.write("page.html", "<html></html>");
    folder.write("pretty.json", "{\n  \"title\": \"One\"\n}\n");
    let (report, archive) = index_path(folder.path(""));
    assert_eq!((report.read, report.rejected, archive.put.len(), archive.checkpoints), (5, 5, 0, 0));
    assert_eq!(report.rejected_by_reason.len(), 5);
    let text = report.to_string();
    assert!(text.contains("dates.csv, line 1: is a table without a column of texts"), "{text}");
    assert!(text.contains("pretty.json, line 1: has no body"), "{text}");
    assert!(text.contains("program: is not text"), "{text}");
}

#[test]
fn an_impossible_date_is_a_warning_and_the_article_undated() {
    let folder = Folder::new();
    let dates = ["0001-11-30", "2050-01-01", "2022-02-30", "soon", "2022-02-08"];
    let lines =
        dates.map(|date| format!("{{\"id\": \"{date}\", \"date\": \"{date}\", \"body\": \"One.\"}}\n"));
    let path = folder
        .write("a.jsonl", lines.concat() + "{\"id\": \"none\", \"date\": \"None\", \"body\": \"One.\"}");
    let (report, archive) = index_path(path);
    assert_eq!((report.indexed, report.undated, report.date_warnings), (6, 5, 4));
    assert_eq!(report.dates_without_day[2].stated, "2022-02-30");
    assert_eq!(report.dates_without_day[2].line, 3);
    let date = archive.article("2050-01-01").date.clone().unwrap();
    assert_eq!((date.stated.as_str(), date.day), ("2050-01-01", None));
    assert_eq!(archive.article("none").date, None);
}

#[test]
fn a_second_run_changes_only_what_has_changed() {
    let folder = Folder::new();
    let text = "{\"id\": \"a\", \"body\": \"One.\"}\n{\"id\": \"b\", \"body\": \"Two.\"}\n";
    let path = folder.write("a.jsonl", text);
    let mut archive = MemoryArchive::default();
    assert_eq!(index_into(&mut archive, &[&path]).indexed, 2);
    let report = index_into(&mut archive, &[&path]);
    assert_eq!((report.unchanged, archive.put.len(), archive.checkpoints), (2, 2, 1));
    folder.write("a.jsonl", text.replace("Two", "Three") + "{\"id\": \"c\", \"body\": \"Four.\"}\n");
    let report = index_into(&mut archive, &[&path]);
    assert_eq!((report.indexed, report.replaced, report.unchanged), (1, 1, 1));
    assert_eq!(archive.article("b").body, "Three.");
}

#[test]
fn the_later_of_two_articles_with_one_id_wins() {
    let folder = Folder::new();
    let bodies = ["One.", "One.", "Two."];
    let path =
        folder.write("a.jsonl", bodies.map(|body| format!("{{\"id\": 7, \"body\": \"{body}\"}}\n")).concat());
    let (report, archive) = index_path(path);
    assert_eq!((report.indexed, report.unchanged, report.replaced), (1, 1, 1));
    assert_eq!(archive.article("7").body, "Two.");
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let folder = Folder::new();
    let line = |number: usize| {
        let body = format!("\\\"It is {number},\\\" said Ilse Maravant. ").repeat(1 + number * 31 % 12);
        format!("{{\"id\": \"a{}\", \"body\": \"{body}\"}}\n", number % 900)
    };
    let path = folder.write("a.jsonl", (0..1000).map(line).collect::<String>());
    let run = |threads: usize| {
        let options = Options { threads: NonZeroUsize::new(threads).unwrap(), ..options() };
        let mut archive = MemoryArchive::default();
        let inputs = Inputs::expand(std::slice::from_ref(&path), None).unwrap();
        let report = index(inputs, &options, &mut archive, &mut NoProgress).unwrap();
        (report, archive.put)
    };
    let (one, four) = (run(1), run(4));
    assert_eq!((one.0.indexed, one.0.replaced), (900, 100));
    assert!(one == four, "the archive depends on the threads");
}

#[test]
fn a_text_file_is_one_article_named_after_the_file() {
    let folder = Folder::new();
    let path = folder.write("port-senna.txt", "Port Senna votes\n\nAll left.\n");
    let mut archive = MemoryArchive::default();
    let options = Options { source: Some("The Semaphore".to_owned()), ..options() };
    index(Inputs::expand(&[path], None).unwrap(), &options, &mut archive, &mut NoProgress).unwrap();
    let article = &archive.put[0].article;
    assert!(article.id.as_str().starts_with("port-senna-"), "{}", article.id);
    assert_eq!((article.title.text.as_str(), article.body.as_str()), ("Port Senna votes", "All left."));
    assert_eq!(article.source.as_deref(), Some("The Semaphore"));
}

#[test]
fn records_without_id_and_url_are_known_by_their_content() {
    let folder = Folder::new();
    let path = folder.write("a.jsonl", "{\"body\": \"One.\"}\n{\"body\": \"Two.\"}\n{\"body\": \"One.\"}\n");
    let (report, archive) = index_path(path);
    assert_eq!((report.indexed, report.unchanged), (2, 1));
    assert!(archive.ids().iter().all(|id| id.len() == 16));
}

#[test]
#[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
fn the_seed_article_is_dated_and_its_title_derived() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/seed/article.txt");
    if !path.exists() {
        println!("skipped: there is no {}", path.display());
        return;
    }
    let text = std::fs::read_to_string(&path).unwrap();
    let (report, archive) = index_path(path);
    let article = &archive.put[0].article;
    let date = article.date.as_ref().unwrap();
    assert_eq!((date.stated.as_str(), date.day.unwrap().to_string().as_str()), ("2022-02-08", "2022-02-08"));
    assert_eq!(article.body, text.strip_prefix(" date 2022-02-08 ").unwrap().trim());
    assert!(article.title.derived);
    assert!(article.body.starts_with(article.title.text.trim_end_matches('…')), "{}", article.title.text);
    assert_eq!((report.indexed, report.undated, report.derived_titles), (1, 0, 1));
}

#[test]
fn arrays_objects_wrappers_and_tables_are_read() {
    let folder = Folder::new();
    folder.write("array.json", "[{\"id\": \"a\", \"body\": \"One.\"},\n{\"id\": \"b\", \"body\": \"Two.\"}]");
    folder
        .write("pretty.json", "{\n  \"id\": \"c\",\n  \"body\": [[\"Three.\", \"Four.\"], [\"Five.\"]]\n}\n");
    folder.write(
        "wrapped.json",
        "{\"status\": \"ok\", \"articles\": [{\"id\": \"d\", \"content\": \"Six.\"}]}",
    );
    folder.write("table.csv", "id,headline,date,text\ne,Vote,2024-03-14,\"Seven\nand eight.\"\n");
    folder.write("table.tsv", "id\theadline\tcontent\nf\tVote\tNine.\n");
    let (report, archive) = index_path(folder.path(""));
    assert_eq!((report.read, report.rejected), (6, 0), "{report}");
    let bodies = archive.put.iter().map(|entry| (entry.article.id.as_str(), entry.article.body.as_str()));
    assert_eq!(
        bodies.collect::<Vec<_>>(),
        [
            ("a", "One."),
            ("b", "Two."),
            ("c", "Three. Four.\n\nFive."),
            ("e", "Seven\nand eight."),
            ("f", "Nine."),
            ("d", "Six."),
        ]
    );
}
