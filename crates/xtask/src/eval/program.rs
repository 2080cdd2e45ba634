//! The programs that an evaluation runs.

use std::{
    io::Write,
    process::{Command, Stdio},
    thread,
};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{gold, process, workspace::Workspace};

/// The annotator and the shared scorers.
pub(super) struct Program<'a> {
    workspace: &'a Workspace,
    folder: TempDir,
}

impl<'a> Program<'a> {
    /// Builds the annotator as users run it.
    pub(super) fn build(workspace: &'a Workspace) -> Result<Self> {
        process::run(&mut workspace.cargo(&["build", "--release", "--package", "quotidian-cli"]))?;
        let example = ["build", "--release", "--package", "quotidian-text", "--example", "throughput"];
        process::run(&mut workspace.cargo(&example))?;
        Ok(Self { workspace, folder: TempDir::new()? })
    }

    fn released(&self, name: &str) -> Command {
        Command::new(self.workspace.released(name))
    }

    /// The records of a gold file.
    pub(super) fn gold(&self, name: &str) -> Result<Vec<Value>> {
        gold::read(self.workspace, &format!("gold/{name}.jsonl.gz"))
    }

    /// What the annotator finds in the texts of some records.
    pub(super) fn annotate(&self, records: &[Value]) -> Result<Vec<Value>> {
        let input = lines(records.iter().map(|record| json!({"id": record["id"], "text": record["text"]})));
        let output = pipe(self.released("quotidian").arg("annotate"), input)?;
        output.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
    }

    /// The scorer's answer for some predictions.
    pub(super) fn score_quotes(&self, gold: &[Value], found: &[Value], kinds: &[&str]) -> Result<Value> {
        let mut command = self.scorer("score_quotes.py", gold, found)?;
        command.arg("--json");
        if !kinds.is_empty() {
            command.arg("--kinds").arg(kinds.join(","));
        }
        Ok(serde_json::from_str(&pipe(&mut command, String::new())?)?)
    }

    /// The scorer's answer for some entities, a line for each type.
    pub(super) fn score_entities(&self, gold: &[Value], found: &[Value]) -> Result<String> {
        pipe(&mut self.scorer("score_ner.py", gold, found)?, String::new())
    }

    fn scorer(&self, name: &str, gold: &[Value], found: &[Value]) -> Result<Command> {
        let mut command = Command::new("python3");
        command.arg(self.workspace.path("../shared/tools").join(name));
        for (file, records) in [("gold.jsonl", gold), ("found.jsonl", found)] {
            let path = self.folder.path().join(file);
            std::fs::write(&path, lines(records.iter().cloned()))?;
            command.arg(path);
        }
        Ok(command)
    }

    /// How fast one core annotates the articles of a corpus.
    pub(super) fn throughput(&self, corpus: &str) -> Result<String> {
        let lines: std::io::Result<Vec<String>> = gold::lines(self.workspace, corpus)?.collect();
        Ok(pipe(&mut self.released("examples/throughput"), lines?.join("\n"))?.trim().to_owned())
    }
}

fn lines(records: impl Iterator<Item = Value>) -> String {
    records.map(|record| format!("{record}\n")).collect()
}

/// What a program prints when it reads `input`.
fn pipe(command: &mut Command, input: String) -> Result<String> {
    let line = process::command_line(command);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{line}` did not start"))?;
    let mut stdin = child.stdin.take().context("no standard input")?;
    // Written aside: a program that prints while it reads would wait for its reader for ever.
    let writer = thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "`{line}` ended with {}", output.status);
    let _ = writer.join();
    Ok(String::from_utf8(output.stdout)?)
}
