use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// The program with its archive in `folder`.
pub(crate) fn quotidian(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_quotidian"));
    command.args(arguments).env("QUOTIDIAN_ARCHIVE", folder.join("archive")).current_dir(folder);
    command
}

/// What the program prints to standard output, and its exit code.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> (String, i32) {
    let Output { stdout, stderr, status } = quotidian(folder, arguments).output().unwrap();
    let printed = String::from_utf8(stdout).unwrap();
    (if printed.is_empty() { String::from_utf8(stderr).unwrap() } else { printed }, status.code().unwrap())
}

/// Writes `count` short articles, one quote in each, dated day after day.
pub(crate) fn write_articles(folder: &Path, name: &str, count: usize) -> PathBuf {
    let mut lines = String::new();
    for number in 1..=count {
        let day = format!("20{:02}-{:02}-{:02}", number / 300 % 20, number / 25 % 12 + 1, number % 25 + 1);
        let body = format!("“Levy number {number} is paid,” said Tobin Okkerley on the quay of Port Senna.");
        let article =
            serde_json::json!({ "id": format!("a{number}"), "title": "Paid", "date": day, "body": body });
        writeln!(lines, "{article}").unwrap();
    }
    let path = folder.join(name);
    fs::write(&path, lines).unwrap();
    path
}
