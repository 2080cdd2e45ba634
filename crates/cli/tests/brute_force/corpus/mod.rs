//! Small invented archives, the same at every run, made so that words, names, days and whole texts collide.

mod dice;
mod draft;
mod plan;
mod sentence;
mod vocabulary;

pub(crate) use plan::{Corpus, PLANS, Plan};
pub(crate) use vocabulary::{NAMES, SAYINGS, SECTIONS, SOURCES, WORDS};
