use std::{net::SocketAddr, num::NonZeroUsize, path::PathBuf};

use clap::{Args, Parser, Subcommand};
use quotidian_indexer::Format;
use quotidian_model::ArticleId;

/// Find, attribute, date and check what people said, in your own news archive.
#[derive(Debug, Parser)]
#[command(name = "quotidian", version, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Index the sample articles and serve them: a look around without an archive of one's own.
    Demo(Demo),
    /// Read articles into an archive. Unchanged ones are skipped, changed ones replaced.
    ///
    /// The exit code is 0 if everything was read, 3 if something was rejected, 1 if the run failed.
    Index(Index),
    /// Serve an archive to browsers and programs.
    Serve(Serve),
    /// Serve an archive to an assistant, by the Model Context Protocol on standard input and output.
    #[cfg(feature = "mcp")]
    Mcp(Archive),
    /// Search an archive from the command line.
    Search(Search),
    /// Write every hit of a search to standard output, as a file for other programs.
    Export(Export),
    /// Count many names or queries over time: one a line in, a table out.
    Batch(Batch),
    /// Annotate texts: JSON Lines `{id, text}` in, `{id, quotes, entities}` out, offsets in code points.
    Annotate(Annotate),
    /// Read every file of an archive and compare it with the manifest.
    ///
    /// The exit code is 0 if the archive is sound, 1 if it is not.
    Check(Archive),
    /// List whose names mean the same, and say otherwise.
    Names(Names),
    /// Say what is in an archive.
    Stats(Stats),
    /// Tell whether words were printed, by whom they are said to be, and what differs.
    ///
    /// The exit code is 0 if they were, the same or close, 3 if they were not, 1 if the run failed.
    Verify(Verify),
}

#[derive(Debug, Clone, Args)]
pub(crate) struct Archive {
    /// The archive's folder.
    #[arg(
        long = "archive",
        value_name = "DIR",
        env = "QUOTIDIAN_ARCHIVE",
        default_value = "quotidian-archive"
    )]
    pub(crate) path: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Listen {
    /// The address to listen on; port 0 takes any free one.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:7474")]
    pub(crate) listen: SocketAddr,
    /// A name under which assistants may reach /mcp, beside this machine's own; may be given several times.
    #[cfg(feature = "mcp")]
    #[arg(long, value_name = "NAME")]
    pub(crate) host: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    #[command(flatten)]
    pub(crate) listen: Listen,
}

#[derive(Debug, Args)]
pub(crate) struct Index {
    /// Files, folders, glob patterns, or - for standard input; .gz, .zst, .zip and .tar are unpacked.
    #[arg(required_unless_present = "delete", value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) archive: Archive,
    /// Take the article with this id out of the archive; may be given several times.
    #[arg(long, value_name = "ID")]
    pub(crate) delete: Vec<ArticleId>,
    /// Take out of the archive what the given files do not hold, unless some of them could not be read.
    #[arg(long)]
    pub(crate) delete_missing: bool,
    /// Go on and index files as they are added or changed, until interrupted.
    #[arg(long, conflicts_with = "dry_run")]
    pub(crate) watch: bool,
    /// The source of articles that state none.
    #[arg(long, value_name = "NAME")]
    pub(crate) source: Option<String>,
    /// Names of fields that are not known by themselves, and the order of dates: a TOML file.
    #[arg(long, value_name = "FILE.toml")]
    pub(crate) map: Option<PathBuf>,
    /// The format of all files, where their content does not tell.
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<Format>,
    /// Only show what would be read: formats, fields, ten articles, what is missing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// How many threads annotate; all processors by default.
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<NonZeroUsize>,
    /// Print the report as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) archive: Archive,
    #[command(flatten)]
    pub(crate) listen: Listen,
}

/// What to search for.
#[derive(Debug, Args)]
pub(crate) struct Sought {
    /// Words, "exact phrases", prefix*, fuzzy~, -not, OR, field:word, date:2022-02.
    #[arg(value_name = "QUERY", default_value = "")]
    pub(crate) query: String,
    #[command(flatten)]
    pub(crate) archive: Archive,
    /// Search quotes and not articles.
    #[arg(long)]
    pub(crate) quotes: bool,
    /// Only what this person says, by canonical name; may be given several times.
    #[arg(long, value_name = "NAME")]
    pub(crate) speaker: Vec<String>,
    /// The first day, month or year.
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<String>,
    /// The last day, month or year.
    #[arg(long, value_name = "DATE")]
    pub(crate) to: Option<String>,
}

impl Sought {
    /// The list of the HTTP API that is searched.
    pub(crate) fn list(&self) -> &'static str {
        if self.quotes { "quotes" } else { "articles" }
    }

    /// The parameters that the HTTP API takes.
    pub(crate) fn parameters(&self) -> Vec<(&str, &str)> {
        let mut parameters = vec![("q", self.query.as_str())];
        parameters.extend(self.speaker.iter().map(|name| ("speaker", name.as_str())));
        parameters.extend(self.from.iter().map(|date| ("from", date.as_str())));
        parameters.extend(self.to.iter().map(|date| ("to", date.as_str())));
        parameters
    }
}

#[derive(Debug, Args)]
pub(crate) struct Search {
    #[command(flatten)]
    pub(crate) sought: Sought,
    /// How many hits to print, 1 to 100.
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(crate) limit: usize,
    /// Print the answer of the HTTP API.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) sought: Sought,
    /// csv, jsonl (JSON Lines), atom (the newest 100), bib (BibTeX), ris, csl.json (CSL-JSON) or txt (citations to paste).
    #[arg(long, value_name = "FORMAT", default_value = "csv", value_parser = ["csv", "jsonl", "atom", "bib", "ris", "csl.json", "txt"])]
    pub(crate) format: String,
}

#[derive(Debug, Args)]
pub(crate) struct Batch {
    /// A file of names or queries, up to 500, one a line, or - for standard input.
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) archive: Archive,
    /// Count quotes and not articles.
    #[arg(long)]
    pub(crate) quotes: bool,
    /// Read each line as a name of this kind, and not as a query.
    #[arg(long, value_name = "FIELD", value_parser = ["speaker", "person", "org", "place", "source", "section", "author"])]
    pub(crate) field: Option<String>,
    /// Count by day, week, month, year, decade or century, and not as it fits.
    #[arg(long, value_name = "INTERVAL", value_parser = ["day", "week", "month", "year", "decade", "century"])]
    pub(crate) interval: Option<String>,
    /// The first day, month or year.
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<String>,
    /// The last day, month or year.
    #[arg(long, value_name = "DATE")]
    pub(crate) to: Option<String>,
    /// Print the answer of the HTTP API, and not CSV.
    #[arg(long)]
    pub(crate) json: bool,
}

impl Batch {
    /// The parameters that the HTTP API takes.
    pub(crate) fn parameters(&self) -> Vec<(&str, &str)> {
        let given =
            [("field", &self.field), ("interval", &self.interval), ("from", &self.from), ("to", &self.to)];
        let given = given.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?)));
        [("subject", if self.quotes { "quotes" } else { "articles" })].into_iter().chain(given).collect()
    }
}

#[derive(Debug, Args)]
pub(crate) struct Annotate {
    /// A file of JSON Lines, or - for standard input.
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Names {
    #[command(subcommand)]
    pub(crate) command: NamesCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum NamesCommand {
    /// List who is quoted, the most quoted first, with every name that is merged into theirs, and how.
    List(ListNames),
    /// Say that names mean the same: it is written to authority.toml in the archive and applied.
    Merge(MergeNames),
    /// Say that a name does not mean somebody, always or under conditions: it is written to authority.toml in the archive
    /// and applied.
    Split(SplitNames),
    /// Merge the archive's names anew, without reading the sources again: after authority.toml was edited.
    Apply(Archive),
}

#[derive(Debug, Args)]
pub(crate) struct ListNames {
    #[command(flatten)]
    pub(crate) archive: Archive,
    /// Only names with a variant that holds this text, in small or capital letters.
    #[arg(long, value_name = "TEXT")]
    pub(crate) like: Option<String>,
    /// How many names to list.
    #[arg(long, value_name = "N", default_value_t = 100)]
    pub(crate) limit: usize,
    /// Print JSON Lines.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct MergeNames {
    /// The name under which all of them are shown.
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
    /// The other names, as they are listed.
    #[arg(required = true, value_name = "VARIANT")]
    pub(crate) variants: Vec<String>,
    #[command(flatten)]
    pub(crate) archive: Archive,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct SplitNames {
    /// Whom the name does not mean.
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
    /// The name, as it is listed.
    #[arg(value_name = "VARIANT")]
    pub(crate) variant: String,
    #[command(flatten)]
    pub(crate) archive: Archive,
    /// Only from this day, month or year on.
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<String>,
    /// Only through this day, month or year.
    #[arg(long, value_name = "DATE")]
    pub(crate) to: Option<String>,
    /// Only in this outlet.
    #[arg(long, value_name = "NAME")]
    pub(crate) source: Option<String>,
    /// Whom it means instead.
    #[arg(long = "as", value_name = "NAME")]
    pub(crate) meant: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Stats {
    #[command(flatten)]
    pub(crate) archive: Archive,
    /// Print them as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// The words, or - for standard input. An ellipsis stands for words left out, brackets for an editor's own.
    #[arg(value_name = "TEXT")]
    pub(crate) text: String,
    #[command(flatten)]
    pub(crate) archive: Archive,
    /// Who is said to have said them.
    #[arg(long, value_name = "NAME")]
    pub(crate) speaker: Option<String>,
    /// How many printings to show, 1 to 48.
    #[arg(long, value_name = "N", default_value_t = 5)]
    pub(crate) limit: usize,
    /// Print the answer of the HTTP API.
    #[arg(long)]
    pub(crate) json: bool,
}
