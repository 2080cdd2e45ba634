use std::{
    fmt::Write as _,
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
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

/// A running server, which ends with the test.
pub(crate) struct Server {
    process: Child,
    pub(crate) address: String,
}

impl Server {
    pub(crate) fn start(folder: &Path) -> Self {
        let mut process =
            quotidian(folder, &["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().rsplit("http://").next().unwrap().to_owned();
        Self { process, address }
    }

    pub(crate) fn get(&self, path: &str) -> serde_json::Value {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        serde_json::from_str(body).unwrap()
    }
}

impl Server {
    /// Whether it still runs.
    pub(crate) fn is_alive(&mut self) -> bool {
        self.process.try_wait().unwrap().is_none()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
