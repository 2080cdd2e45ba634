//! The same articles make an archive that answers the same, whatever the order in which they are read and the number of
//! threads that read them.

use std::{
    fs,
    num::NonZeroUsize,
    path::{Path, PathBuf},
};

use quotidian_indexer::{Inputs, Names, NoProgress, Options};
use quotidian_search::{
    CountBy, Engine, FacetField, FacetRequest, FacetSort, Interval, SearchRequest, Sort, query::ParsedQuery,
};
use quotidian_tantivy_engine::{TantivyEngine, TantivyWriter};

use crate::sample::{lines, repository, shared_corpus};

const SEARCHES: usize = 200;

#[test]
fn the_sample_makes_the_same_archive_in_any_order() {
    answers_the_same(&repository().join("data/sample/articles.jsonl"));
}

#[test]
fn real_news_makes_the_same_archive_in_any_order() {
    match shared_corpus() {
        Some(corpus) => answers_the_same(&corpus),
        None => println!("skipped: there is no shared corpus"),
    }
}

fn answers_the_same(corpus: &Path) {
    let folder = tempfile::tempdir().unwrap();
    let lines = lines(corpus);
    let mut shuffled = lines.clone();
    // By the digests of the lines: in no order that they had.
    shuffled.sort_by_key(|line| *blake3::hash(line.as_bytes()).as_bytes());
    let one = archive(folder.path(), "in-order", &lines, 1);
    let other = archive(folder.path(), "shuffled", &shuffled, 2);
    for request in (0..SEARCHES).map(|number| request(&lines, number)) {
        let (left, right) = (one.articles(&request).unwrap(), other.articles(&request).unwrap());
        assert_eq!(left, right, "{}", request.query);
        let (left, right) = (one.quotes(&request).unwrap(), other.quotes(&request).unwrap());
        assert_eq!(left, right, "{}", request.query);
    }
}

fn archive(folder: &Path, name: &str, lines: &[String], threads: usize) -> TantivyEngine {
    let file = folder.join(format!("{name}.jsonl"));
    fs::write(&file, lines.join("\n")).unwrap();
    let archive: PathBuf = folder.join(name);
    let mut writer = TantivyWriter::open(&archive, Box::new(Names::default())).unwrap();
    let mut options = Options::new("2026-11-01".parse().unwrap());
    options.threads = NonZeroUsize::new(threads).unwrap();
    let inputs = Inputs::expand(&[file], None).unwrap();
    quotidian_indexer::index(inputs, &options, &mut writer, &mut NoProgress).unwrap();
    TantivyEngine::open(&archive).unwrap()
}

/// A search for words that stand in some article, in one of the ways in which words can be searched for.
fn request(lines: &[String], number: usize) -> SearchRequest {
    let article: serde_json::Value = serde_json::from_str(&lines[number * 31 % lines.len()]).unwrap();
    let body = article["body"].as_str().unwrap_or_default();
    let words: Vec<&str> = body.split(|letter: char| !letter.is_alphanumeric()).collect();
    let word = |place: usize| words[(number * 17 + place) % words.len()];
    let (first, second) = (word(0), word(1));
    let query = match number % 6 {
        0 => first.to_owned(),
        1 => format!("{first} OR {second}"),
        2 => format!("\"{first} {second}\""),
        3 => format!("{first}* -{second}"),
        4 => format!("\"{first} {second}\"~3 OR {second}~"),
        _ => format!("{first} {second} OR title:{first}"),
    };
    let sorts = [Sort::Relevance, Sort::Newest, Sort::Oldest];
    SearchRequest {
        sort: Some(sorts[number % sorts.len()]),
        collapse: [None, Some(CountBy::Group), Some(CountBy::Document)][number / 3 % 3],
        facets: FacetRequest { fields: FacetField::ALL.to_vec(), values: 20, sort: FacetSort::Count },
        interval: Some(Interval::Fit),
        ..SearchRequest::new(ParsedQuery::parse(&query).query)
    }
}
