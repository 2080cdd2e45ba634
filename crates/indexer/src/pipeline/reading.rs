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
    format::{self, Articles, Format},
    input::{Consumed, Content, Input},
    raw_article::RawArticle,
};

/// What one article takes beside its text, in bytes; it bounds how many tiny ones are on the way.
const OVERHEAD: usize = 1024;

/// An article or a rejection, and how far the inputs have been read.
pub(super) struct Reading {
    pub(super) outcome: Result<Parsed, Rejection>,
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
    for input in inputs.0 {
        let (name, path) = (input.name(), input.path().map(ToOwned::to_owned));
        let (format, articles) = match open(input, options, &consumed) {
            Ok(opened) => opened,
            Err(rejection) => {
                send(Reading { outcome: Err(rejection), consumed: consumed.bytes() })?;
                continue;
            }
        };
        let file = path.as_deref().filter(|_| format.is_one_article());
        for raw in articles {
            let outcome = raw.and_then(|raw| parse(raw, &name, file, options));
            send(Reading { outcome, consumed: consumed.bytes() })?;
        }
    }
    ControlFlow::Continue(())
}

/// What a raw article of the input `name` makes; `file` is the file of which it is the only article.
fn parse(raw: RawArticle, name: &str, file: Option<&Path>, options: &Options) -> Result<Parsed, Rejection> {
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

fn open<'a>(
    input: Input,
    options: &'a Options,
    consumed: &Consumed,
) -> Result<(Format, Articles<'a>), Rejection> {
    let file = input.name();
    let Content { head, reader } = input.open(consumed)?;
    match format::recognise(&head, &options.fields) {
        Ok(format) => Ok((format, format.read(reader, file, &options.fields))),
        Err(reason) => Err(Rejection { file, line: None, reason }),
    }
}
