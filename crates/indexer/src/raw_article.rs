/// An article as its file states it: cleaned of nothing, checked for nothing but that it has a body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct RawArticle {
    /// Where it begins in the decompressed input, from 1.
    pub(crate) line: u64,
    pub(crate) id: Option<String>,
    pub(crate) url: Option<String>,
    /// The headline; absent when the source has none.
    pub(crate) title: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) section: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) body: String,
}
