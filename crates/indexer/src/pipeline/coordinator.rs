use std::{
    collections::{HashMap, HashSet},
    sync::mpsc::{Receiver, Sender},
};

use quotidian_model::{AnnotatedArticle, Annotations, Article, ArticleId};
use quotidian_search::{ArchiveWriter, Fingerprint};

use super::{Event, Job, Permit, Reading, checkpoints::Checkpoints, in_order::InOrder, reading::Parsed};
use crate::{IndexError, Progress, Report};

/// The calling thread: decides what becomes of each article in the order of the input, has the new ones annotated, and
/// puts them into the archive in that order.
pub(super) struct Coordinator<'run, 'budget> {
    writer: &'run mut dyn ArchiveWriter,
    progress: &'run mut dyn Progress,
    jobs: Sender<Job<'budget>>,
    report: Report,
    /// Of each article that is with the workers the last version, which the archive cannot know yet, and its place.
    on_the_way: HashMap<ArticleId, (u64, Fingerprint)>,
    annotated: InOrder<(Box<Job<'budget>>, Annotations)>,
    checkpoints: Checkpoints,
    /// Every article of the inputs, where the others are to be deleted.
    met: Option<HashSet<ArticleId>>,
    /// Bytes on disk and articles that are done with.
    done: (u64, u64),
}

impl<'run, 'budget> Coordinator<'run, 'budget> {
    pub(super) fn new(
        writer: &'run mut dyn ArchiveWriter,
        progress: &'run mut dyn Progress,
        jobs: Sender<Job<'budget>>,
        delete_missing: bool,
    ) -> Self {
        Self {
            writer,
            progress,
            jobs,
            report: Report::default(),
            on_the_way: HashMap::new(),
            annotated: InOrder::new(),
            checkpoints: Checkpoints::new(),
            met: delete_missing.then(HashSet::new),
            done: (0, 0),
        }
    }

    /// Goes on until everything is read and put. The inbox is dropped at the end, however it comes, and with it the
    /// others' wish to go on.
    pub(super) fn run(mut self, inbox: Receiver<Event<'budget>>) -> Result<Report, IndexError> {
        let mut reading_ended = false;
        while !(reading_ended && self.annotated.is_empty()) {
            match inbox.recv() {
                Ok(Event::Read(reading, permit)) => self.decide(*reading, permit),
                Ok(Event::ReadingEnded) => reading_ended = true,
                Ok(Event::Annotated(job, annotations)) => {
                    self.annotated.fill(job.place, (job, annotations));
                    self.put_ready()?;
                }
                Ok(Event::AnnotatingFailed(id)) => return Err(IndexError::Annotating { id }),
                Ok(Event::ReadingFailed) | Err(_) => return Err(IndexError::Reading),
            }
        }
        self.delete_missing()?;
        if self.checkpoints.is_open() {
            self.writer.checkpoint()?;
        }
        Ok(self.report)
    }

    fn decide(&mut self, reading: Reading, permit: Permit<'budget>) {
        let Reading { outcome, consumed, .. } = reading;
        match outcome {
            Err(rejection) => {
                self.report.reject(rejection);
                self.advance(consumed);
            }
            Ok(Parsed { article, fingerprint, warning }) => {
                self.count(&article);
                if let Some(met) = &mut self.met {
                    met.insert(article.id.clone());
                }
                warning.into_iter().for_each(|warning| self.report.warn(warning));
                if self.is_wanted(&article.id, fingerprint) {
                    self.dispatch(article, fingerprint, consumed, permit);
                } else {
                    self.advance(consumed);
                }
            }
        }
    }

    fn count(&mut self, article: &Article) {
        self.report.read += 1;
        self.report.undated += u64::from(article.date.as_ref().is_none_or(|date| date.day.is_none()));
        self.report.derived_titles += u64::from(article.title.derived);
    }

    /// Whether the archive will lack the article or hold another in its place, which is counted.
    fn is_wanted(&mut self, id: &ArticleId, fingerprint: Fingerprint) -> bool {
        let known = self
            .on_the_way
            .get(id)
            .map(|(_, fingerprint)| *fingerprint)
            .or_else(|| self.writer.fingerprint(id));
        let outcome = match known {
            None => &mut self.report.indexed,
            Some(known) if known == fingerprint => &mut self.report.unchanged,
            Some(_) => &mut self.report.replaced,
        };
        *outcome += 1;
        known != Some(fingerprint)
    }

    fn dispatch(
        &mut self,
        article: Article,
        fingerprint: Fingerprint,
        consumed: u64,
        permit: Permit<'budget>,
    ) {
        let place = self.annotated.reserve();
        self.on_the_way.insert(article.id.clone(), (place, fingerprint));
        // The workers listen as long as this end of the channel lives.
        let _ = self.jobs.send(Job { place, article, fingerprint, consumed, _permit: permit });
    }

    /// Puts what has come back, as far as nothing before it is missing.
    fn put_ready(&mut self) -> Result<(), IndexError> {
        while let Some((job, annotations)) = self.annotated.next() {
            let Job { place, article, fingerprint, consumed, .. } = *job;
            let article = AnnotatedArticle { article, annotations };
            self.writer.put(&article, fingerprint)?;
            // A later version of the same article may be on the way as well.
            if self.on_the_way.get(&article.article.id) == Some(&(place, fingerprint)) {
                self.on_the_way.remove(&article.article.id);
            }
            self.report.quotes += article.annotations.quotes.len() as u64;
            self.advance(consumed);
            self.checkpoints.count();
            if self.checkpoints.is_due() {
                self.writer.checkpoint()?;
                self.checkpoints = Checkpoints::new();
            }
        }
        Ok(())
    }

    /// Deletes what the archive has and the inputs do not, unless something in them could not be read: it may be there.
    fn delete_missing(&mut self) -> Result<(), IndexError> {
        let Some(met) = self.met.take() else { return Ok(()) };
        let missing = self.writer.ids()?.into_iter().filter(|id| !met.contains(id));
        if self.report.rejected > 0 || met.is_empty() {
            self.report.kept = missing.count() as u64;
            return Ok(());
        }
        for id in missing {
            self.report.deleted += u64::from(self.writer.delete(&id)?);
            self.checkpoints.count();
        }
        Ok(())
    }

    /// One more article is done with.
    fn advance(&mut self, consumed: u64) {
        let (bytes, articles) = self.done;
        // A rejected article overtakes one that is being annotated.
        self.done = (bytes.max(consumed), articles + 1);
        self.progress.advanced(self.done.0, self.done.1);
    }
}
