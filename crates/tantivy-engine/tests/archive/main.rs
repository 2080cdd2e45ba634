//! An archive on disk, written and searched as the program does it.

mod generations;
mod search;
mod support;
