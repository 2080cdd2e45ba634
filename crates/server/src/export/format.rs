use std::{
    io::{self, Write},
    ops::ControlFlow,
};

use quotidian_search::{ArticleHit, Engine, EngineError, QuoteHit, Stats};

use crate::parameters::{ExportParameters, Subject};

/// How hits become a file, one after another.
pub(super) trait Format: Sync {
    /// What it is called.
    fn name(&self) -> &'static str;

    /// How the names of its files and its addresses end, without the dot.
    fn suffix(&self) -> &'static str;

    /// The media type of its files.
    fn media_type(&self) -> &'static str;

    /// Writes what stands before the hits.
    fn head(&self, _export: &Export, _archive: &Stats, _file: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// Writes a hit.
    fn hit(&self, hit: Hit, export: &Export, file: &mut dyn Write) -> io::Result<()>;

    /// Writes what stands between two hits.
    fn between(&self, _file: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// Writes what stands behind the hits.
    fn foot(&self, _file: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// Something that was found.
pub(super) enum Hit {
    /// An article.
    Article(ArticleHit),
    /// A quote.
    Quote(QuoteHit),
}

/// What to write.
pub(super) struct Export {
    /// The search.
    pub(super) search: ExportParameters,
    /// The path and query string that asked for it.
    pub(super) target: String,
    /// The scheme and authority that it was asked at; nothing where that is not known.
    pub(super) origin: String,
}

/// Why a file was not written to its end.
#[derive(Debug, thiserror::Error)]
pub(super) enum ExportError {
    /// The archive failed.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// Nobody takes the file.
    #[error("nobody takes the file")]
    Untaken(#[from] io::Error),
}

impl Export {
    /// Writes the file from its head to its foot. Nothing of a hit is kept once it is written.
    pub(super) fn write(
        &self,
        engine: &dyn Engine,
        format: &dyn Format,
        file: &mut dyn Write,
    ) -> Result<(), ExportError> {
        format.head(self, &engine.stats()?, file)?;
        let mut written = Ok(());
        let mut is_first = true;
        let mut write_next = |hit| {
            if !std::mem::take(&mut is_first) {
                format.between(file)?;
            }
            format.hit(hit, self, file)
        };
        let mut write = |hit| match write_next(hit) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                written = Err(error);
                ControlFlow::Break(())
            }
        };
        let request = &self.search.request;
        match self.search.subject {
            Subject::Articles => engine.each_article(request, &mut |hit| write(Hit::Article(hit)))?,
            Subject::Quotes => engine.each_quote(request, &mut |hit| write(Hit::Quote(hit)))?,
        }
        written?;
        Ok(format.foot(file)?)
    }
}
