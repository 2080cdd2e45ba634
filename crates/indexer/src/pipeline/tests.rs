use std::{io::Cursor, num::NonZeroUsize, thread, time::Duration};

use quotidian_model::AnnotatedArticle;
use quotidian_search::{EngineError, Fingerprint};

use super::*;
use crate::NoProgress;

/// An archive that is full after some articles.
struct Small {
    room: usize,
    put: Vec<(ArticleId, Fingerprint)>,
}

impl ArchiveWriter for Small {
    fn fingerprint(&self, id: &ArticleId) -> Option<Fingerprint> {
        self.put.iter().rev().find(|(known, _)| known == id).map(|(_, fingerprint)| *fingerprint)
    }

    fn put(&mut self, article: &AnnotatedArticle, fingerprint: Fingerprint) -> Result<(), EngineError> {
        if self.put.len() == self.room {
            return Err(EngineError::Internal("full".into()));
        }
        self.put.push((article.article.id.clone(), fingerprint));
        Ok(())
    }

    fn delete(&mut self, id: &ArticleId) -> Result<bool, EngineError> {
        let count = self.put.len();
        self.put.retain(|(known, _)| known != id);
        Ok(self.put.len() < count)
    }

    fn ids(&self) -> Result<Vec<ArticleId>, EngineError> {
        Ok(self.put.iter().map(|(id, _)| id.clone()).collect())
    }

    fn checkpoint(&mut self) -> Result<(), EngineError> {
        Ok(())
    }
}

fn run_lines(lines: String, room: usize, annotate: Annotate) -> (Result<Report, IndexError>, Small) {
    let options =
        Options { threads: NonZeroUsize::new(4).unwrap(), ..Options::new("2026-11-22".parse().unwrap()) };
    let mut writer = Small { room, put: Vec::new() };
    let inputs = Inputs::from_reader("lines", Cursor::new(lines));
    let report = run(inputs, &options, &mut writer, &mut NoProgress, annotate);
    (report, writer)
}

fn lines(count: usize) -> String {
    (0..count).map(|number| format!("{{\"id\": \"a{number}\", \"body\": \"Body {number}.\"}}\n")).collect()
}

#[test]
fn an_annotator_that_panics_ends_the_run_with_the_article() {
    let annotate = |body: &str| {
        assert!(body != "Body 7.", "an annotator must not panic");
        Annotations::default()
    };
    let (report, _) = run_lines(lines(100), usize::MAX, &annotate);
    assert!(matches!(report, Err(IndexError::Annotating { id }) if id.as_str() == "a7"));
}

#[test]
fn an_archive_that_cannot_be_written_ends_the_run() {
    let (report, writer) = run_lines(lines(100_000), 3, &|_| Annotations::default());
    assert!(matches!(report, Err(IndexError::Archive(EngineError::Internal(_)))));
    assert_eq!(writer.put.len(), 3);
}

#[test]
fn articles_are_put_in_the_order_of_the_input() {
    let annotate = |body: &str| {
        let number: u64 = body.trim_matches(|character: char| !character.is_ascii_digit()).parse().unwrap();
        thread::sleep(Duration::from_micros(number * 7919 % 500));
        Annotations::default()
    };
    let (report, writer) = run_lines(lines(500), usize::MAX, &annotate);
    assert_eq!(report.unwrap().indexed, 500);
    let expected: Vec<String> = (0..500).map(|number| format!("a{number}")).collect();
    assert_eq!(writer.put.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), expected);
}

#[test]
fn versions_of_one_article_replace_each_other_before_they_are_put() {
    let versions =
        ["A", "B", "A", "A", "B"].map(|body| format!("{{\"id\": \"a\", \"body\": \"{body}.\"}}\n"));
    let slow = |_: &str| {
        thread::sleep(Duration::from_millis(2));
        Annotations::default()
    };
    for _ in 0..20 {
        let (report, writer) = run_lines(versions.concat(), usize::MAX, &slow);
        let report = report.unwrap();
        assert_eq!((report.indexed, report.replaced, report.unchanged), (1, 3, 1));
        assert_eq!(writer.put.len(), 4);
        assert_eq!(writer.put[0].1, writer.put[2].1);
        assert_eq!(writer.put[1].1, writer.put[3].1);
    }
}
