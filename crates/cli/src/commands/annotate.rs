use std::{
    fs::File,
    io::{self, BufRead, BufReader, BufWriter, ErrorKind, Write},
    path::Path,
    process::ExitCode,
};

use anyhow::Context;
use quotidian_model::{Annotations, CodePoints, EntityKind, QuoteKind, Span};
use serde::{Deserialize, Serialize};

use crate::arguments;

#[derive(Deserialize)]
struct Input {
    id: serde_json::Value,
    text: String,
}

#[derive(Serialize)]
struct Output<'a> {
    id: &'a serde_json::Value,
    quotes: Vec<Quote<'a>>,
    entities: Vec<Mention<'a>>,
}

#[derive(Serialize)]
struct Quote<'a> {
    #[serde(flatten)]
    place: Place,
    text: &'a str,
    verbatim: Vec<Place>,
    speaker: &'a str,
    speaker_canonical: &'a str,
    cue: &'a str,
    kind: QuoteKind,
    confidence: f32,
    rule: &'a str,
}

#[derive(Serialize)]
struct Mention<'a> {
    #[serde(flatten)]
    place: Place,
    #[serde(rename = "type")]
    kind: &'static str,
    text: &'a str,
    name: &'a str,
}

/// A piece of the text in code points.
#[derive(Serialize)]
struct Place {
    start: usize,
    end: usize,
}

pub(super) fn run(arguments: &arguments::Annotate) -> anyhow::Result<ExitCode> {
    let name = arguments.file.display();
    let mut output = BufWriter::new(io::stdout().lock());
    for (line, number) in std::iter::zip(open(&arguments.file)?.lines(), 1_u64..) {
        let line = line.with_context(|| format!("{name}, line {number}"))?;
        if line.trim().is_empty() {
            continue;
        }
        let input: Input = serde_json::from_str(&line)
            .with_context(|| format!("{name}, line {number} is not a JSON object with `id` and `text`"))?;
        let written = write(&mut output, &input);
        if written.as_ref().is_err_and(|error| error.kind() == ErrorKind::BrokenPipe) {
            break;
        }
        written?;
    }
    output.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn open(file: &Path) -> anyhow::Result<Box<dyn BufRead>> {
    if file == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    let opened = File::open(file).with_context(|| file.display().to_string())?;
    Ok(Box::new(BufReader::new(opened)))
}

fn write(output: &mut impl Write, input: &Input) -> io::Result<()> {
    let annotations = quotidian_text::annotate(&input.text);
    serde_json::to_writer(&mut *output, &annotated(input, &annotations))?;
    writeln!(output)
}

fn annotated<'a>(input: &'a Input, annotations: &'a Annotations) -> Output<'a> {
    let points = CodePoints::new(&input.text);
    let place = |span: Span| {
        let span = points.of(span);
        Place { start: span.start, end: span.end }
    };
    let words = |span: Option<Span>| span.map_or("", |span| span.of(&input.text));
    let quotes = annotations.quotes.iter().map(|quote| Quote {
        place: place(quote.span),
        text: quote.span.of(&input.text),
        verbatim: quote.verbatim.iter().map(|span| place(*span)).collect(),
        speaker: words(quote.speaker.surface),
        speaker_canonical: quote.speaker.name.as_deref().unwrap_or_default(),
        cue: words(quote.cue),
        kind: quote.kind,
        confidence: quote.confidence.get(),
        rule: &quote.rule,
    });
    let mut mentions: Vec<(Span, Mention<'_>)> = annotations
        .entities
        .iter()
        .flat_map(|entity| entity.mentions.iter().map(move |span| (*span, entity)))
        .map(|(span, entity)| {
            let kind = label(entity.kind);
            (span, Mention { place: place(span), kind, text: span.of(&input.text), name: &entity.name })
        })
        .collect();
    mentions.sort_by_key(|(span, _)| *span);
    Output {
        id: &input.id,
        quotes: quotes.collect(),
        entities: mentions.into_iter().map(|(_, mention)| mention).collect(),
    }
}

/// The labels of the CoNLL-2003 shared task, which scorers expect.
fn label(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "PER",
        EntityKind::Organization => "ORG",
        EntityKind::Place => "LOC",
    }
}
