//! Web archives: WARC and ARC, records of what servers answered. Pages are read, everything else is passed over.

mod arc;
mod http;
mod record;
mod warc;

use std::io::BufRead;

use self::record::{Blocks, Record};
use super::{charset, html};
use crate::{Reason, Rejection, raw_article::RawArticle};

const NO_PAGES: &str = "is a web archive that holds no page";

/// Whether a file is a WARC file.
pub(super) fn is_warc(head: &[u8]) -> bool {
    head.starts_with(b"WARC/")
}

/// Whether a file is an ARC file.
pub(super) fn is_arc(head: &[u8]) -> bool {
    head.starts_with(b"filedesc://")
}

/// The articles of the pages in a WARC file. The line of each is the number of its record.
pub(super) fn read_warc<R: BufRead>(
    content: R,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    Pages { blocks: Blocks::new(content), next: warc::next, file, number: 0, any: false, ended: false }
}

/// The articles of the pages in an ARC file. The line of each is the number of its record.
pub(super) fn read_arc<R: BufRead>(
    content: R,
    file: String,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    Pages { blocks: Blocks::new(content), next: arc::next, file, number: 0, any: false, ended: false }
}

/// The next record; `None` at the end.
type Next<R> = fn(&mut Blocks<R>) -> Result<Option<Record>, Reason>;

struct Pages<R> {
    blocks: Blocks<R>,
    next: Next<R>,
    file: String,
    /// The number of the record that was read last, from 1.
    number: u64,
    /// Whether there has been anything to tell of.
    any: bool,
    ended: bool,
}

impl<R: BufRead> Iterator for Pages<R> {
    type Item = Result<RawArticle, Rejection>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            self.number += 1;
            match (self.next)(&mut self.blocks) {
                Ok(Some(record)) => {
                    if let Some(read) = self.article(record) {
                        self.any = true;
                        return Some(read);
                    }
                }
                Ok(None) => {
                    self.ended = true;
                    let reason = Reason::Format { what: NO_PAGES };
                    return (!self.any)
                        .then(|| Err(Rejection { file: self.file.clone(), line: None, reason }));
                }
                // Where the bytes themselves cannot be had, nothing that follows can.
                Err(reason) => {
                    self.ended = true;
                    return Some(Err(Rejection { file: self.file.clone(), line: Some(self.number), reason }));
                }
            }
        }
        None
    }
}

impl<R> Pages<R> {
    /// The article of a record, or why there is none; `None` where the record is no page.
    fn article(&self, record: Record) -> Option<Result<RawArticle, Rejection>> {
        let url = record.url.clone();
        let page = match page(record) {
            Ok(page) => page?,
            Err(reason) => return Some(Err(self.rejection(&url, reason))),
        };
        let raw = html::page(&page, Some(&url)).map_err(|reason| self.rejection(&url, reason));
        Some(raw.map(|raw| RawArticle { line: self.number, url: Some(url), ..raw }))
    }

    fn rejection(&self, url: &str, reason: Reason) -> Rejection {
        Rejection { file: format!("{}/{url}", self.file), line: Some(self.number), reason }
    }
}

/// The text of the page that a record holds; `None` where it holds anything else.
fn page(record: Record) -> Result<Option<String>, Reason> {
    let answer = match record.kind {
        record::Kind::Answer => match http::Answer::read(&record.block?) {
            Some(answer) => answer,
            None => return Ok(None),
        },
        record::Kind::Resource { content_type } => http::Answer::of_resource(content_type, record.block?),
        record::Kind::Other => return Ok(None),
    };
    if !answer.is_page() {
        return Ok(None);
    }
    let charset = answer.charset().map(str::to_owned);
    Ok(Some(charset::decoded_as(&answer.body()?, charset.as_deref())))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use proptest::prelude::*;

    use super::*;

    const HEAD: &str = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nx: y\r\n\r\n";

    fn html(title: &str) -> String {
        let paragraph = "The port of Senna was closed at noon by the harbour board, and by the evening every boat had left it, some for Lisk.";
        format!(
            "<!doctype html><html><body><article itemprop=articleBody><h1>{title}</h1>{}</article></body></html>",
            format!("<p>{paragraph}</p>").repeat(8)
        )
    }

    fn response(url: &str, headers: &str, body: &[u8]) -> Vec<u8> {
        let http = [format!("HTTP/1.1 200 OK\r\n{headers}\r\n\r\n").as_bytes(), body].concat();
        let head = format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <{url}>\r\nContent-Length: {}\r\n\r\n",
            http.len()
        );
        [head.as_bytes(), &http, b"\r\n\r\n"].concat()
    }

    fn warc(records: &[Vec<u8>]) -> Vec<Result<RawArticle, Rejection>> {
        let bytes = [HEAD.as_bytes(), &records.concat()].concat();
        assert!(is_warc(&bytes));
        read_warc(bytes.as_slice(), "a.warc".to_owned()).collect()
    }

    const HTML: &str = "Content-Type: text/html; charset=utf-8";

    #[test]
    fn pages_are_articles_and_their_addresses_are_kept() {
        let url = "http://semaphore.example/port";
        let found = warc(&[
            response(url, HTML, html("Port Senna closes").as_bytes()),
            response("http://x.example/a.gif", "Content-Type: image/gif", b"GIF89a"),
        ]);
        let raw = found[0].as_ref().unwrap();
        assert_eq!(
            (raw.url.as_deref(), raw.title.as_deref(), raw.line),
            (Some(url), Some("Port Senna closes"), 2)
        );
        assert_eq!(raw.date, None, "when it was fetched is not when it was published");
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn what_servers_compress_or_cut_into_chunks_is_whole_again() {
        let page = html("Port Senna closes");
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(page.as_bytes()).unwrap();
        let gzip = gzip.finish().unwrap();
        let chunks = [
            format!("{:x}\r\n{}\r\n", 100, &page[..100]),
            format!("{:X};x=y\r\n{}\r\n0\r\n\r\n", page.len() - 100, &page[100..]),
        ]
        .concat();
        let mut brotli = Vec::new();
        brotli::CompressorWriter::new(&mut brotli, 4096, 5, 20).write_all(page.as_bytes()).unwrap();
        for (headers, body) in [
            ("Content-Encoding: gzip", gzip),
            ("Content-Encoding: br", brotli),
            ("Transfer-Encoding: chunked", chunks.into_bytes()),
            ("Transfer-Encoding: chunked", page.clone().into_bytes()),
            ("Content-Encoding: gzip", page.clone().into_bytes()),
        ] {
            let found =
                warc(&[response("http://semaphore.example/port", &format!("{HTML}\r\n{headers}"), &body)]);
            assert_eq!(found[0].as_ref().unwrap().title.as_deref(), Some("Port Senna closes"), "{headers}");
        }
    }

    #[test]
    fn a_bad_record_costs_itself_only() {
        let good = response("http://semaphore.example/port", HTML, html("Port Senna closes").as_bytes());
        let without_length =
            b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: x\r\n\r\nHTTP/1.1 200 OK\r\n\r\n".to_vec();
        let found = warc(&[
            without_length,
            b"rubbish\n\n\0\xff".to_vec(),
            b"\r\n".to_vec(),
            good.clone(),
            response("http://semaphore.example/", HTML, b"<html></html>"),
        ]);
        assert_eq!(found.iter().filter(|one| one.is_ok()).count(), 1);
        let list = found.last().unwrap().as_ref().unwrap_err();
        assert_eq!(
            (list.file.as_str(), &list.reason),
            ("a.warc/http://semaphore.example/", &Reason::NoArticle)
        );
        let cut = warc(&[good.clone(), good[..good.len() - 100].to_vec()]);
        assert!(cut[0].is_ok() && cut[1].is_err());
    }

    #[test]
    fn an_archive_of_pictures_is_one_rejection() {
        let picture = response("http://x.example/a.gif", "Content-Type: image/gif", b"GIF89a");
        let found = warc(&[picture.clone(), picture]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].as_ref().unwrap_err().reason, Reason::Format { what: NO_PAGES });
    }

    #[test]
    fn the_older_format_is_read_too() {
        let page = html("Port Senna closes");
        let http = format!("HTTP/1.0 200 OK\nContent-Type: text/html\n\n{page}");
        let version = "1 0 Example\nURL IP-address Archive-date Content-type Archive-length\n";
        let arc = format!(
            "filedesc://a.arc 0.0.0.0 20240314000000 text/plain {}\n{version}\nhttp://semaphore.example/port 10.0.0.1 20240401000000 text/html {}\n{http}\n",
            version.len(),
            http.len()
        );
        let found: Vec<_> = read_arc(arc.as_bytes(), "a.arc".to_owned()).collect();
        let raw = found[0].as_ref().unwrap();
        assert_eq!(
            (raw.url.as_deref(), raw.title.as_deref()),
            (Some("http://semaphore.example/port"), Some("Port Senna closes"))
        );
        assert_eq!((found.len(), raw.date.as_deref()), (1, None));
    }

    proptest! {
        #[test]
        fn no_bytes_break_it(bytes in "(WARC/1.0\r\n|WARC-Type: response\r\n|Content-Length: [0-9]{1,3}\r\n|\r\n|HTTP/1.1 200 OK\r\n|Transfer-Encoding: chunked\r\n|http://a.b 1 2 text/html [0-9]{1,2}\n|[a-z<> ]{0,5}){0,30}") {
            let _ = read_warc(bytes.as_bytes(), String::new()).count();
            let _ = read_arc(bytes.as_bytes(), String::new()).count();
        }
    }
}
