//! The program as a user runs it: its output, its exit codes, what survives a kill, what a running server sees.

mod commands;
mod crash;
mod serving;
mod support;
