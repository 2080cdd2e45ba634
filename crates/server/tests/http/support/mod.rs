//! A server without a socket over an engine without an archive.

mod answer;
mod archive;
mod fixtures;
mod server;
mod wordings;

pub(crate) use answer::Answer;
pub(crate) use archive::{ENDLESS, FakeArchive, Mood, NOWHERE};
pub(crate) use server::{Server, get};
