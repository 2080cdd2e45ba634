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
    DateWarning, Inputs, Options, Reason, Rejection,
    article::article,
    file_name::is_note,
    fingerprint::fingerprint,
    format::{self, Format},
    input::{Consumed, Container, Content, Origin},
    raw_article::RawArticle,
};

/// What one article takes beside its text, in bytes; it bounds how many tiny ones are on the way.
const OVERHEAD: usize = 1024;

/// An article or a rejection, and how far the inputs have been read.
pub(crate) struct Reading {
    pub(crate) outcome: Outcome,
    /// Bytes of the inputs on disk.
    pub(crate) consumed: u64,
    /// The format of the file, if it has one.
    pub(crate) format: Option<Format>,
    /// Whether it is the first of a file.
    pub(crate) begins_file: bool,
}

/// An article as the archive will know it, but for its annotations.
pub(crate) struct Parsed {
    pub(crate) article: Article,
    pub(crate) fingerprint: Fingerprint,
    pub(crate) warning: Option<DateWarning>,
}

impl Reading {
    /// A file that cannot be read.
    fn rejected(rejection: Rejection, consumed: &Consumed) -> Self {
        Self { outcome: Err(rejection), consumed: consumed.bytes(), format: None, begins_file: true }
    }

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

/// Hands everything that the inputs hold to `send`, until it breaks off.
pub(crate) fn read_all(inputs: Inputs, options: &Options, send: &mut Send<'_>) -> ControlFlow<()> {
    let consumed = Consumed::default();
    for input in inputs.0 {
        let origin = Origin::of(&input);
        match input.open(&consumed) {
            Ok(content) => read_content(content, &origin, options, &consumed, send)?,
            Err(rejection) => {
                send(Reading::rejected(rejection, &consumed))?;
            }
        }
    }
    ControlFlow::Continue(())
}

/// What takes what was read.
type Send<'a> = dyn FnMut(Reading) -> ControlFlow<()> + 'a;

/// What becomes of one article, or of a file that cannot be read.
type Outcome = Result<Parsed, Rejection>;

/// Sends the articles of a file, or those of all files in an archive file.
fn read_content(
    content: Content<'_>,
    origin: &Origin,
    options: &Options,
    consumed: &Consumed,
    send: &mut Send<'_>,
) -> ControlFlow<()> {
    if let Some(container) = Container::recognise(&content.head) {
        return container.visit(content, origin, &mut |member| match member {
            Ok((content, origin)) => read_content(content, &origin, options, consumed, send),
            Err(rejection) => send(Reading::rejected(rejection, consumed)),
        });
    }
    let recognised = options.format.map_or_else(|| format::recognise(&content.head, &options.fields), Ok);
    match recognised {
        Ok(format) => {
            let file = origin.path().filter(|_| format.is_one_article());
            if file.is_some_and(is_note) {
                return send(Reading::rejected(origin.rejection(Reason::Note), consumed));
            }
            let mut begins_file = true;
            for raw in format.read(content.reader, origin.name().to_owned(), &options.fields) {
                let outcome = raw.and_then(|raw| parse(raw, origin.name(), file, options));
                send(Reading { outcome, consumed: consumed.bytes(), format: Some(format), begins_file })?;
                begins_file = false;
            }
            ControlFlow::Continue(())
        }
        Err(reason) => send(Reading::rejected(origin.rejection(reason), consumed)),
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
