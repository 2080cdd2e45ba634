//! The annotated news beside the repository.

use std::{
    fs::File,
    io::{BufRead, BufReader, Read},
    path::PathBuf,
};

use anyhow::{Context, Result};
use flate2::read::MultiGzDecoder;
use quotidian_model::Span;
use serde::{Deserialize, de::DeserializeOwned};

use crate::workspace::Workspace;

/// An article with its quotes, of `quotes/`.
#[derive(Debug, Deserialize)]
pub(crate) struct QuotedArticle {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) quotes: Vec<GoldQuote>,
}

/// A quote; offsets in code points.
#[derive(Debug, Deserialize)]
pub(crate) struct GoldQuote {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The pieces of a content that is not in one place.
    pub(crate) fragments: Option<Vec<(usize, usize)>>,
    /// `direct`, `mixed` or `indirect`.
    pub(crate) kind: String,
    /// Where the words stand that name the speaker.
    pub(crate) speaker_start: Option<usize>,
    pub(crate) speaker_end: Option<usize>,
    pub(crate) cue_start: Option<usize>,
    pub(crate) cue_end: Option<usize>,
    pub(crate) speaker_canonical: Option<String>,
}

impl GoldQuote {
    /// Its content, piece by piece.
    pub(crate) fn pieces(&self) -> Vec<(usize, usize)> {
        self.fragments.clone().unwrap_or_else(|| vec![(self.start, self.end)])
    }

    /// The words that name the speaker.
    pub(crate) fn speaker(&self, bytes: &Bytes) -> Option<Span> {
        Some(bytes.span(self.speaker_start?, self.speaker_end?))
    }
}

/// An article with its names, of `ner/`.
#[derive(Debug, Deserialize)]
pub(crate) struct NamedArticle {
    pub(crate) text: String,
    pub(crate) entities: Vec<GoldEntity>,
}

/// A name; offsets in code points.
#[derive(Debug, Deserialize)]
pub(crate) struct GoldEntity {
    pub(crate) start: usize,
    pub(crate) end: usize,
    #[serde(rename = "type")]
    pub(crate) kind: String,
}

/// A news text without annotations, of `corpora/`.
#[derive(Debug, Deserialize)]
pub(crate) struct RawArticle {
    #[serde(default)]
    pub(crate) title: String,
    #[serde(default, alias = "text")]
    pub(crate) body: String,
}

/// The records of a file under `../shared/data`, gzip or Zstandard by its name.
pub(crate) fn read<T: DeserializeOwned>(workspace: &Workspace, name: &str) -> Result<Vec<T>> {
    let lines = lines(workspace, name)?;
    lines.map(|line| serde_json::from_str(&line?).with_context(|| format!("a line of {name}"))).collect()
}

/// The lines of a file under `../shared/data`.
pub(crate) fn lines(
    workspace: &Workspace,
    name: &str,
) -> Result<impl Iterator<Item = std::io::Result<String>> + use<>> {
    let path = path(workspace, name);
    let file = File::open(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let reader: Box<dyn Read> = if name.ends_with(".zst") {
        Box::new(zstd::Decoder::new(file)?)
    } else {
        Box::new(MultiGzDecoder::new(file))
    };
    Ok(BufReader::with_capacity(1 << 20, reader).lines())
}

fn path(workspace: &Workspace, name: &str) -> PathBuf {
    workspace.path("../shared/data").join(name)
}

/// Byte offsets from code points.
pub(crate) struct Bytes(Vec<usize>);

impl Bytes {
    /// The table of a text.
    pub(crate) fn of(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).chain([text.len()]).collect())
    }

    /// The span between two code points.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let last = self.0.len() - 1;
        Span::new(self.0[start.min(last)], self.0[end.min(last)])
    }
}
