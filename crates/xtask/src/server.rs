//! The program, serving an archive for as long as a command needs it.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::{hostile, process, workspace::Workspace};

/// How long a server may take until it answers.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running server, stopped when dropped. It writes nothing, so that it can be stopped at any moment.
pub(crate) struct Server {
    process: Child,
    address: String,
}

impl Server {
    /// Starts `quotidian serve` on a free port, and returns once it answers.
    pub(crate) fn start(mut quotidian: Command, archive: &Path) -> Result<Server> {
        quotidian.arg("serve").arg("--archive").arg(archive).args(["--listen", "127.0.0.1:0"]);
        let mut process = quotidian
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .context("`quotidian serve` did not start")?;
        let stdout = process.stdout.take();
        // From here on an early return stops the process.
        let mut server = Server { process, address: String::new() };
        let announced = announcement(stdout.context("the server has no standard output")?);
        server.address = announced
            .recv_timeout(PATIENCE)
            .context("`quotidian serve` did not print the address that it listens at")?;
        server.wait_until_healthy()?;
        Ok(server)
    }

    /// Where it listens: `HOST:PORT`.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// The number of its process.
    pub(crate) fn process_id(&self) -> u32 {
        self.process.id()
    }

    /// The address of the pages: `http://127.0.0.1:PORT`.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    fn wait_until_healthy(&self) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while !is_healthy(&self.address) {
            ensure!(Instant::now() < deadline, "{}/healthz did not answer 200", self.url());
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both fail only when the server has already ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A server of an archive made for it, which lies in a temporary folder.
pub(crate) struct ArchiveServer {
    /// The server. It stops before its archive goes.
    pub(crate) server: Server,
    _folder: TempDir,
}

impl ArchiveServer {
    /// Indexes the sample and serves it.
    pub(crate) fn sample(workspace: &Workspace) -> Result<ArchiveServer> {
        let sample = ["data/sample/articles.jsonl", "data/sample/letters"].map(|path| workspace.path(path));
        Self::start(workspace, temporary()?, &sample)
    }

    /// Indexes articles made of payloads and serves them.
    pub(crate) fn hostile(workspace: &Workspace) -> Result<ArchiveServer> {
        let folder = temporary()?;
        let articles = folder.path().join("articles.jsonl");
        hostile::write(workspace, &articles)?;
        Self::start(workspace, folder, &[articles])
    }

    fn start(workspace: &Workspace, folder: TempDir, articles: &[PathBuf]) -> Result<ArchiveServer> {
        let archive = folder.path().join("archive");
        process::run(workspace.quotidian()?.arg("index").args(articles).arg("--archive").arg(&archive))?;
        let server = Server::start(workspace.quotidian()?, &archive)?;
        Ok(ArchiveServer { server, _folder: folder })
    }
}

fn temporary() -> Result<TempDir> {
    tempfile::tempdir().context("no temporary folder")
}

/// Sends the first address that a server prints. The thread reads on to the end: a full pipe would hold the server up.
fn announcement(stdout: ChildStdout) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            println!("{line}");
            if let Some(address) = address_in(&line) {
                // Nobody listens for a second address.
                let _ = sender.send(address.to_owned());
            }
        }
    });
    receiver
}

/// `HOST:PORT` of the first `http://` address in a line.
fn address_in(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once("http://")?;
    let end =
        rest.find(|character: char| character.is_whitespace() || character == '/').unwrap_or(rest.len());
    Some(&rest[..end])
}

fn is_healthy(address: &str) -> bool {
    get(address, "/healthz").is_ok_and(|answer| answer.split(' ').nth(1) == Some("200"))
}

fn get(address: &str, path: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    // In one piece: a server that answers at the first piece and closes would reset the connection.
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    /// A server of one request.
    fn answering(answer: &'static str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = [0; 1024];
            let _ = stream.read(&mut request).unwrap();
            stream.write_all(answer.as_bytes()).unwrap();
        });
        address
    }

    #[test]
    fn the_address_is_found_in_what_the_server_prints() {
        assert_eq!(address_in("http://127.0.0.1:7474"), Some("127.0.0.1:7474"));
        assert_eq!(address_in("Serving 61 articles at http://127.0.0.1:7474/ now"), Some("127.0.0.1:7474"));
        assert_eq!(address_in("Serving"), None);
    }

    #[test]
    fn healthy_is_an_answer_of_200() {
        assert!(is_healthy(&answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")));
        assert!(!is_healthy(&answering("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 3\r\n\r\n200")));
    }

    #[test]
    fn a_program_that_ends_at_once_is_an_error_and_not_a_long_wait() {
        let error = Server::start(Command::new("false"), Path::new("archive")).err().unwrap();
        assert!(error.to_string().contains("did not print the address"), "{error:#}");
    }
}
