//! As much of HTTP/1.1 as it takes to read the server's answers.

use std::io::{BufRead, Read};

use anyhow::{Context, Result, bail, ensure};

/// An answer as it came.
pub(super) struct Answer {
    /// The status code.
    pub(super) status: u16,
    /// The body, its chunks joined.
    pub(super) body: Vec<u8>,
}

/// How the end of a body is found.
enum Framing {
    /// After so many bytes.
    Length(usize),
    /// After a chunk of no bytes.
    Chunked,
}

impl Answer {
    /// Reads one answer and not a byte more.
    pub(super) fn read(stream: &mut impl BufRead) -> Result<Answer> {
        let first = line(stream)?;
        let status = first.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.with_context(|| format!("`{first}` is no status line"))?;
        let mut body = Vec::new();
        match Framing::read(stream)? {
            Framing::Length(length) => read_bytes(stream, length, &mut body)?,
            Framing::Chunked => read_chunks(stream, &mut body)?,
        }
        Ok(Answer { status, body })
    }
}

impl Framing {
    /// Reads the header fields up to the empty line.
    fn read(stream: &mut impl BufRead) -> Result<Framing> {
        let mut framing = None;
        loop {
            let field = line(stream)?;
            if field.is_empty() {
                return framing.context("the answer states neither its length nor chunks");
            }
            let (name, value) = field.split_once(':').with_context(|| format!("`{field}` is no header"))?;
            match name.to_ascii_lowercase().as_str() {
                "content-length" => framing = Some(Framing::Length(value.trim().parse()?)),
                "transfer-encoding" if value.trim() == "chunked" => framing = Some(Framing::Chunked),
                "transfer-encoding" | "content-encoding" => bail!("`{field}` is not understood"),
                _ => {}
            }
        }
    }
}

fn read_chunks(stream: &mut impl BufRead, body: &mut Vec<u8>) -> Result<()> {
    loop {
        let head = line(stream)?;
        let size = head.split(';').next().unwrap_or_default().trim();
        let size = usize::from_str_radix(size, 16).with_context(|| format!("`{head}` begins no chunk"))?;
        if size == 0 {
            while !line(stream)?.is_empty() {}
            return Ok(());
        }
        read_bytes(stream, size, body)?;
        let end = line(stream)?;
        ensure!(end.is_empty(), "`{end}` stands where a chunk should end");
    }
}

fn read_bytes(stream: &mut impl BufRead, length: usize, body: &mut Vec<u8>) -> Result<()> {
    let read = stream.take(length as u64).read_to_end(body)?;
    ensure!(read == length, "the server closed the connection in the middle of an answer");
    Ok(())
}

/// A line without its end.
fn line(stream: &mut impl BufRead) -> Result<String> {
    let mut line = String::new();
    stream.read_line(&mut line)?;
    ensure!(line.ends_with('\n'), "the server closed the connection");
    line.truncate(line.trim_end_matches(['\r', '\n']).len());
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two answers on one connection: the second is found where the first ends.
    fn check(text: &str, status: u16, body: &str) {
        let mut stream = format!("{text}HTTP/1.1 204 No Content\r\ncontent-length: 0\r\n\r\n");
        let mut stream = stream.as_mut_str().as_bytes();
        let answer = Answer::read(&mut stream).unwrap();
        assert_eq!((answer.status, String::from_utf8(answer.body).unwrap().as_str()), (status, body));
        assert_eq!(Answer::read(&mut stream).unwrap().status, 204);
    }

    #[test]
    fn a_body_ends_after_its_length() {
        check("HTTP/1.1 200 OK\r\nContent-Length: 7\r\nDate: now\r\n\r\n{\"a\":1}", 200, "{\"a\":1}");
    }

    #[test]
    fn chunks_are_joined() {
        let head = "HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n";
        check(
            &format!("{head}3\r\n{{\"a\r\nA;last=1\r\n\":\"\r\n 34\"}}\r\n0\r\nTrailer: 1\r\n\r\n"),
            400,
            "{\"a\":\"\r\n 34\"}",
        );
    }

    #[test]
    fn an_answer_that_is_cut_off_is_an_error() {
        for text in ["HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{", "HTTP/1.1 200 OK\r\n", ""] {
            let error = Answer::read(&mut text.as_bytes()).err().unwrap();
            assert!(error.to_string().contains("closed the connection"), "{error:#}");
        }
    }
}
