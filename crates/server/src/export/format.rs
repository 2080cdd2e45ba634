use std::{
    io::{self, Write},
    ops::ControlFlow,
};

use axum::http::Uri;
use quotidian_search::{ArticleHit, Engine, EngineError, QuoteHit, Sort, Stats};

use crate::parameters::{ExportParameters, Subject};

/// How hits become a file, one after another.
pub(super) trait Format: Sync {
    /// What it is called.
    fn name(&self) -> &'static str;

    /// How the names of its files and its addresses end, without the dot.
    fn suffix(&self) -> &'static str;

    /// The media type of its files.
    fn media_type(&self) -> &'static str;

    /// The most hits of a file, the newest unless another order is asked for; `None` writes every one.
    fn limit(&self) -> Option<usize> {
        None
    }

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
    /// What it is, for people.
    pub(super) title: String,
    /// The path and query string of the page that shows the same.
    pub(super) page: String,
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
    /// The file of a search that was asked for at `target` of the server that is known as `origin`.
    pub(super) fn new(search: ExportParameters, target: &Uri, origin: String) -> Self {
        let (what, page) = match search.subject {
            Subject::Articles => ("Articles", "/"),
            Subject::Quotes => ("Quotes", "/quotes"),
        };
        let title = match search.text.trim() {
            "" => format!("{what} of the archive"),
            text => format!("{what}: {text}"),
        };
        // Without a query the first page is the beginning and not a list.
        let page = format!("{page}?{}", target.query().filter(|query| !query.is_empty()).unwrap_or("q="));
        Self { search, title, page, target: target.to_string(), origin }
    }

    /// Writes the file from its head to its foot, with as many hits as the format takes. Nothing of a hit is kept once
    /// it is written.
    pub(super) fn write(
        &self,
        engine: &dyn Engine,
        format: &dyn Format,
        file: &mut dyn Write,
    ) -> Result<(), ExportError> {
        format.head(self, &engine.stats()?, file)?;
        let mut request = self.search.request.clone();
        if format.limit().is_some() {
            request.sort = request.sort.or(Some(Sort::Newest));
        }
        let (mut written, mut hits) = (Ok(()), 0);
        let mut write_next = |hit| -> io::Result<bool> {
            if hits > 0 {
                format.between(file)?;
            }
            hits += 1;
            format.hit(hit, self, file)?;
            Ok(format.limit() == Some(hits))
        };
        let mut write = |hit| match write_next(hit) {
            Ok(false) => ControlFlow::Continue(()),
            Ok(true) => ControlFlow::Break(()),
            Err(error) => {
                written = Err(error);
                ControlFlow::Break(())
            }
        };
        match self.search.subject {
            Subject::Articles => engine.each_article(&request, &mut |hit| write(Hit::Article(hit)))?,
            Subject::Quotes => engine.each_quote(&request, &mut |hit| write(Hit::Quote(hit)))?,
        }
        written?;
        Ok(format.foot(file)?)
    }
}
