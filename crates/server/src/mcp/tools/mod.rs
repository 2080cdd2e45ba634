//! What an assistant can ask. One file per tool: its arguments, the question to the API, and the answer to the assistant.

mod get_article;
mod list_speakers;
mod search;
mod search_articles;
mod search_quotes;
mod timeline;
mod verify_quote;

pub(super) use get_article::GetArticle;
pub(super) use list_speakers::ListSpeakers;
pub(super) use search::Search;
pub(super) use search_articles::ARTICLES;
pub(super) use search_quotes::QUOTES;
pub(super) use timeline::Timeline;
pub(super) use verify_quote::VerifyQuote;
