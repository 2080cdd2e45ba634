//! A client of one connection: one request at a time, over loopback, kept alive. Nothing else runs in its thread, so
//! that what it measures is the server and the parsing of its answer.

use std::{
    io::{BufReader, Write},
    net::TcpStream,
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::answer::Answer;

/// How long the server may be silent.
const PATIENCE: Duration = Duration::from_secs(60);

/// A connection to a server.
pub(super) struct Client {
    stream: BufReader<TcpStream>,
    address: String,
}

impl Client {
    /// Connects to `HOST:PORT`.
    pub(super) fn connect(address: &str) -> Result<Client> {
        let stream =
            TcpStream::connect(address).with_context(|| format!("cannot connect to http://{address}"))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Client { stream: BufReader::with_capacity(1 << 16, stream), address: address.to_owned() })
    }

    /// The parsed answer to `GET target`. Any status but 200 is an error that holds the answer's text.
    pub(super) fn get(&mut self, target: &str) -> Result<Value> {
        let answer = self.exchange(target).with_context(|| format!("no answer to GET {target}"))?;
        let text = || String::from_utf8_lossy(&answer.body);
        ensure!(answer.status == 200, "GET {target} was answered with {}: {}", answer.status, text());
        serde_json::from_slice(&answer.body).with_context(|| format!("the answer to GET {target} is no JSON"))
    }

    fn exchange(&mut self, target: &str) -> Result<Answer> {
        // In one piece, and without Accept-Encoding: the answer comes uncompressed.
        let request = format!("GET {target} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address);
        self.stream.get_mut().write_all(request.as_bytes())?;
        Answer::read(&mut self.stream)
    }
}
