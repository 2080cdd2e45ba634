use std::{
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::mpsc::Sender,
};

use quotidian_model::Article;
use quotidian_search::Fingerprint;

use super::{Budget, Event};
use crate::{
    DateWarning, Inputs, Options, Rejection,
    article::article,
    fingerprint::fingerprint,
    format,
    input::{Consumed, Container, Content, Origin},
    raw_article::RawArticle,
};

/// What one article takes beside its text, in bytes; it bounds how many tiny ones are on the way.
const OVERHEAD: usize = 1024;

/// An article or a rejection, and how far the inputs have been read.
pub(super) struct Reading {
    pub(super) outcome: Outcome,
    /// Bytes of the inputs on disk.
    pub(super) consumed: u64,
}

/// An article as the archive will know it, but for its annotations.
pub(super) struct Parsed {
    pub(super) article: Article,
    pub(super) fingerprint: Fingerprint,
    pub(super) warning: Option<DateWarning>,
}

impl Reading {
    /// The memory it takes while it is on the way.
    fn bytes(&self) -> u64 {
        let text = self.outcome.as_ref().map_or(0, |parsed| parsed.article.body.len());
        (text + OVERHEAD) as u64
    }
}

/// The reading thread: sends what the inputs hold until there is no more, or nobody wants it.
pub(super) fn read<'budget>(
    inputs: Inputs,
    options: &Options,
    budget: &'budget Budget,
    events: &Sender<Event<'budget>>,
) {
    let mut send = |reading: Reading| {
        let sent = budget
            .take(reading.bytes())
            .map(|permit| events.send(Event::Read(Box::new(reading), permit)).is_ok());
        if sent == Some(true) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    let ended = catch_unwind(AssertUnwindSafe(|| read_all(inputs, options, &mut send)));
    // When nobody hears it, the run has ended already.
    let _ = events.send(if ended.is_ok() { Event::ReadingEnded } else { Event::ReadingFailed });
}

fn read_all(
    inputs: Inputs,
    options: &Options,
    send: &mut dyn FnMut(Reading) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let consumed = Consumed::default();
    let mut send = |outcome| send(Reading { outcome, consumed: consumed.bytes() });
    for input in inputs.0 {
        let origin = Origin::of(&input);
        match input.open(&consumed) {
            Ok(content) => read_content(content, &origin, options, &mut send)?,
            Err(rejection) => send(Err(rejection))?,
        }
    }
    ControlFlow::Continue(())
}

/// What becomes of one article, or of a file that cannot be read.
type Outcome = Result<Parsed, Rejection>;

/// Sends the articles of a file, or those of all files in an archive file.
fn read_content(
    content: Content<'_>,
    origin: &Origin,
    options: &Options,
    send: &mut dyn FnMut(Outcome) -> ControlFlow<()>,
) -> ControlFlow<()> {
    if let Some(container) = Container::recognise(&content.head) {
        return container.visit(content, origin, &mut |member| match member {
            Ok((content, origin)) => read_content(content, &origin, options, send),
            Err(rejection) => send(Err(rejection)),
        });
    }
    match format::recognise(&content.head, &options.fields) {
        Ok(format) => {
            let file = origin.path().filter(|_| format.is_one_article());
            let articles = format.read(content.reader, origin.name().to_owned(), &options.fields);
            for raw in articles {
                send(raw.and_then(|raw| parse(raw, origin.name(), file, options)))?;
            }
            ControlFlow::Continue(())
        }
        Err(reason) => send(Err(origin.rejection(reason))),
    }
}

/// What a raw article of the input `name` makes; `file` is the file of which it is the only article.
fn parse(raw: RawArticle, name: &str, file: Option<&Path>, options: &Options) -> Outcome {
    let line = raw.line;
    let (article, problem) = article(raw, file, options).map_err(|reason| Rejection {
        file: name.to_owned(),
        line: Some(line),
        reason,
    })?;
    let stated = article.date.as_ref().map(|date| date.stated.as_str()).unwrap_or_default();
    let warning = problem.map(|problem| DateWarning {
        file: name.to_owned(),
        line,
        stated: stated.to_owned(),
        problem,
    });
    Ok(Parsed { fingerprint: fingerprint(&article), article, warning })
}
