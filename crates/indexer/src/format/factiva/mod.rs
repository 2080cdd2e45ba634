//! Exports of Factiva: pages, texts with fields of two letters, and XML.

mod coded;
mod page;
mod xml;

use std::io::BufRead;

use super::{charset, whole};
use crate::{Rejection, raw_article::RawArticle};

/// Whether a file is an export as a page.
pub(super) fn is_page(head: &[u8]) -> bool {
    let head = charset::decoded(head);
    let has_article = head.contains("class=\"article ") || head.contains("class='article ");
    let has_text = head.contains("articleParagraph")
        || head.contains("Headline") && head.to_lowercase().contains("factiva");
    head.starts_with('<') && has_article && has_text
}

/// Whether a file is an export as text.
pub(super) fn is_text(head: &[u8]) -> bool {
    coded::is_export(&charset::decoded(head))
}

/// Whether a file is an export as XML.
pub(super) fn is_xml(head: &[u8]) -> bool {
    let head = charset::decoded(&head[..head.len().min(4096)]);
    head.starts_with('<')
        && ["<PPSResponse", "<ppsArticleResponse", "<ppsarticle"].iter().any(|root| head.contains(root))
}

/// The articles of an export as a page.
pub(super) fn read_page(
    content: impl BufRead,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    whole::articles(content, file, page::articles)
}

/// The articles of an export as text.
pub(super) fn read_text(
    content: impl BufRead,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    whole::articles(content, file, coded::articles)
}

/// The articles of an export as XML.
pub(super) fn read_xml(
    content: impl BufRead,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    whole::articles(content, file, xml::articles)
}
