use serde::{Serialize, Serializer};

/// An article, or a whole input, that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rejection {
    /// The input: its path, or `standard input`.
    pub file: String,
    /// The line in the decompressed input, from 1; absent when the whole input is meant.
    pub line: Option<u64>,
    /// What is wrong.
    #[serde(serialize_with = "as_sentence")]
    pub reason: Reason,
}

/// Why an article or an input was rejected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The operating system or the decompressor reports an error.
    #[error("cannot be read: {message}")]
    Unreadable {
        /// What it says.
        message: String,
    },
    /// Not a byte but white space.
    #[error("is empty")]
    Empty,
    /// A format that holds articles in a way that cannot be read, or none at all.
    #[error("{what}")]
    Format {
        /// What it is, and what to do if anything can be done.
        what: &'static str,
    },
    /// An archive file in too many others.
    #[error("is an archive file within archive files; unpack it first")]
    Nested,
    /// A file in an archive file whose path leads out of it.
    #[error("has a path that leads out of its archive file")]
    LeadsOut,
    /// Bytes that are not UTF-8.
    #[error("is not UTF-8 at byte {offset} of the input")]
    NotUtf8 {
        /// Where in the decompressed input, in bytes from 0.
        offset: u64,
    },
    /// Longer than any article can be.
    #[error("is longer than {} MiB", limit >> 20)]
    TooLong {
        /// The most bytes that are read.
        limit: u64,
    },
    /// A line that is not JSON.
    #[error("is not valid JSON at column {column}: {message}")]
    InvalidJson {
        /// Where in the line, in bytes from 1.
        column: usize,
        /// What is wrong there.
        message: String,
    },
    /// A line of JSON that is not an object.
    #[error("is JSON but not an object")]
    NotAnObject,
    /// Markup that breaks off, or that nobody can make sense of.
    #[error("is not valid XML: {message}")]
    InvalidXml {
        /// What is wrong.
        message: String,
    },
    /// There is no text under any name that archives give to it.
    #[error("has no body")]
    NoBody,
    /// Markup whose elements lie in one another deeper than any page needs.
    #[error("has elements more than {limit} deep in one another")]
    TooDeep {
        /// The deepest that is read.
        limit: usize,
    },
    /// More markup than any page has.
    #[error("has more than {limit} tags and character references")]
    TooManyElements {
        /// The most that are read.
        limit: usize,
    },
    /// A page of a newspaper that is a file of its own and cannot be found or read.
    #[error("names a page that is not there: {address}")]
    MissingPage {
        /// The address of the page as it is stated.
        address: String,
    },
    /// A page that is a list, a form or a frame around something else.
    #[error("is a page without an article")]
    NoArticle,
    /// A file whose name says that it is about others.
    #[error("is about the files beside it, by its name, and no article")]
    Note,
    /// Particulars before a text that are neither YAML nor TOML.
    #[error("has a front matter that cannot be read: {message}")]
    FrontMatter {
        /// What is wrong with it.
        message: String,
    },
    /// A table in which no column has a name that archives give to texts.
    #[error("is a table without a column of texts, such as body, text or content")]
    NoBodyColumn,
    /// An article to be deleted that the archive does not have.
    #[error("is not in the archive")]
    NotInArchive,
    /// Neither what it states nor what can be made of it is an identity.
    #[error("has no usable id: {0}")]
    Id(#[from] quotidian_model::ArticleIdError),
}

impl Reason {
    /// The reason without its particulars, for counting.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "cannot be read",
            Self::Empty => "empty",
            Self::Format { what } => what,
            Self::Nested => "archive file within archive files",
            Self::LeadsOut => "path that leads out of an archive file",
            Self::NotUtf8 { .. } => "not UTF-8",
            Self::TooLong { .. } => "too long",
            Self::InvalidJson { .. } => "not valid JSON",
            Self::NotAnObject => "not a JSON object",
            Self::InvalidXml { .. } => "not valid XML",
            Self::NoBody => "no body",
            Self::TooDeep { .. } => "too deep",
            Self::TooManyElements { .. } => "too many elements",
            Self::MissingPage { .. } => "missing page",
            Self::NoArticle => "page without an article",
            Self::Note => "file about other files",
            Self::FrontMatter { .. } => "front matter",
            Self::NoBodyColumn => "table without texts",
            Self::NotInArchive => "not in the archive",
            Self::Id(_) => "no usable id",
        }
    }
}

impl From<std::io::Error> for Reason {
    fn from(error: std::io::Error) -> Self {
        Self::Unreadable { message: error.to_string() }
    }
}

impl std::fmt::Display for Rejection {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(formatter, "{}, line {line}: {}", self.file, self.reason),
            None => write!(formatter, "{}: {}", self.file, self.reason),
        }
    }
}

fn as_sentence<S: Serializer>(reason: &Reason, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(reason)
}
