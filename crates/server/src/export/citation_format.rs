use std::io::{self, Write};

use quotidian_search::Stats;

use super::{
    citation::Citation,
    format::{Export, Format, Hit},
};

/// How a citation is written down. A file of several is a file of hits.
pub(super) trait CitationFormat: Sync {
    /// What it is called.
    fn name(&self) -> &'static str;

    /// How the names of its files and its addresses end, without the dot.
    fn suffix(&self) -> &'static str;

    /// The media type of its files.
    fn media_type(&self) -> &'static str;

    /// What stands before, between and behind the citations of a file.
    fn frame(&self) -> [&'static str; 3] {
        ["", "", ""]
    }

    /// Writes a citation.
    fn citation(&self, citation: &Citation, file: &mut dyn Write) -> io::Result<()>;

    /// A file with one citation.
    fn file(&self, citation: &Citation) -> io::Result<Vec<u8>> {
        let [before, _, behind] = self.frame();
        let mut file = before.as_bytes().to_vec();
        self.citation(citation, &mut file)?;
        file.extend_from_slice(behind.as_bytes());
        Ok(file)
    }
}

impl<Cited: CitationFormat> Format for Cited {
    fn name(&self) -> &'static str {
        CitationFormat::name(self)
    }

    fn suffix(&self) -> &'static str {
        CitationFormat::suffix(self)
    }

    fn media_type(&self) -> &'static str {
        CitationFormat::media_type(self)
    }

    fn head(&self, _: &Export, _: &Stats, file: &mut dyn Write) -> io::Result<()> {
        file.write_all(self.frame()[0].as_bytes())
    }

    fn hit(&self, hit: Hit, export: &Export, file: &mut dyn Write) -> io::Result<()> {
        self.citation(&Citation::new(hit, &export.origin), file)
    }

    fn between(&self, file: &mut dyn Write) -> io::Result<()> {
        file.write_all(self.frame()[1].as_bytes())
    }

    fn foot(&self, file: &mut dyn Write) -> io::Result<()> {
        file.write_all(self.frame()[2].as_bytes())
    }
}
