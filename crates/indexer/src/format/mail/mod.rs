//! Mails: one in a file (`.eml`), or many after one another (mbox).

mod mime;

use std::io::{self, BufRead, Read};

use mail_parser::{HeaderName, Message};

use self::mime::Part;
use super::{LONGEST_RECORD, html, record};
use crate::{Reason, Rejection, clean, fields::FieldMap, raw_article::RawArticle};

/// What begins the line above a mail in an mbox, and what stands before a line of a text that begins so.
const ENVELOPE: &[u8] = b"From ";
const QUOTED: u8 = b'>';

/// Fields of which every mail has one beside its sender.
const FIELDS: &[&str] =
    &["date", "subject", "to", "message-id", "received", "return-path", "delivered-to", "newsgroups"];

const HEADER_TOO_LONG: Reason = Reason::Format { what: "is a mail with a header longer than any" };

/// Whether a file begins with a mail, by its header.
pub(super) fn is_mail(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head);
    let first = head.lines().next().unwrap_or_default();
    let is_mailbox = is_envelope(first.as_bytes());
    let mut names = Vec::new();
    for line in head.lines().skip(usize::from(is_mailbox)).take_while(|line| !line.trim().is_empty()) {
        match line.split_once(':') {
            _ if line.starts_with([' ', '\t']) => {}
            Some((name, _)) if name.bytes().all(|byte| byte.is_ascii_graphic()) => {
                names.push(name.to_ascii_lowercase())
            }
            // The last line of the head may be cut off.
            _ if head.ends_with(line) => {}
            _ => return false,
        }
    }
    let has = |name: &str| names.iter().any(|known| known == name);
    has("from") && FIELDS.iter().any(|name| has(name))
}

/// Whether a line stands above a mail: a sender and a time, `From ilse@port.example Thu Mar 14 08:00:00 2024`.
fn is_envelope(line: &[u8]) -> bool {
    let is_time = |word: &[u8]| {
        word.len() >= 4
            && word.contains(&b':')
            && word.iter().all(|byte| byte.is_ascii_digit() || *byte == b':')
    };
    line.strip_prefix(ENVELOPE).is_some_and(|rest| rest.split(|byte| byte.is_ascii_whitespace()).any(is_time))
}

/// The mails of a file, one at a time.
pub(super) fn read<'a>(
    content: impl BufRead + 'a,
    file: String,
    map: &'a FieldMap,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> + 'a {
    Mails { reader: content, line: 0, after_blank: true, envelope: None, is_mailbox: false, ended: false }
        .map(move |mail| {
            let (line, found) = match mail {
                Ok((line, bytes)) => (Some(line), article(&bytes, line, map)),
                Err(error) => (None, Err(error.into())),
            };
            found.map_err(|reason| Rejection { file: file.clone(), line, reason })
        })
}

/// The bytes of mails, and the lines in which they begin.
struct Mails<R> {
    reader: R,
    /// The number of the line last read, from 1.
    line: u64,
    /// Whether the line last read was blank, as it is above a mail.
    after_blank: bool,
    /// The line above the next mail, once it was read.
    envelope: Option<u64>,
    /// Whether the file begins with such a line, so that others part mails.
    is_mailbox: bool,
    ended: bool,
}

impl<R: BufRead> Mails<R> {
    /// The next mail. What goes beyond the longest record is left out: what a mail says stands before what is attached.
    fn next_mail(&mut self) -> io::Result<Option<(u64, Vec<u8>)>> {
        let mut mail = Vec::new();
        let mut begin = self.envelope.take();
        loop {
            let mut line = Vec::new();
            if self.reader.by_ref().take(LONGEST_RECORD).read_until(b'\n', &mut line)? == 0 {
                self.ended = true;
                return Ok(begin.map(|begin| (begin, mail)));
            }
            self.line += 1;
            let is_blank = line.trim_ascii().is_empty();
            if self.after_blank && (self.is_mailbox || mail.is_empty()) && is_envelope(&line) {
                match begin {
                    Some(begin) => {
                        self.envelope = Some(self.line);
                        return Ok(Some((begin, mail)));
                    }
                    None => (begin, self.is_mailbox) = (Some(self.line), true),
                }
                continue;
            }
            self.after_blank = is_blank;
            if mail.is_empty() && is_blank {
                continue;
            }
            begin = begin.or(Some(self.line));
            if mail.len() + line.len() <= LONGEST_RECORD as usize {
                mail.extend_from_slice(unquoted(&line));
            }
        }
    }
}

impl<R: BufRead> Iterator for Mails<R> {
    type Item = io::Result<(u64, Vec<u8>)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let mail = self.next_mail();
        self.ended |= mail.is_err();
        mail.transpose()
    }
}

/// A line without the mark that tells it from one above a mail.
fn unquoted(line: &[u8]) -> &[u8] {
    let marks = line.iter().take_while(|byte| **byte == QUOTED).count();
    if marks > 0 && line[marks..].starts_with(ENVELOPE) { &line[1..] } else { line }
}

/// The article of a mail. A text that is a record is read as one, whose long lines were wrapped on their way.
fn article(bytes: &[u8], line: u64, map: &FieldMap) -> Result<RawArticle, Reason> {
    let part = Part::of(bytes).ok_or(HEADER_TOO_LONG)?;
    let mail = &part.header;
    // A page that a browser saved with all that it shows (MHTML) has the shape of a mail and is none.
    let is_saved = raw(mail, HeaderName::From).is_some_and(|from| from.contains("Saved by"));
    if let Some(page) = is_saved.then(|| part.page()).flatten() {
        let found = html::read(page.as_bytes(), String::new()).next();
        return found.map_or(Err(Reason::NoArticle), |found| found.map_err(|rejection| rejection.reason));
    }
    let text = part.text()?.unwrap_or_default();
    let body = text.trim();
    if body.is_empty() {
        return Err(Reason::NoBody);
    }
    let date = raw(mail, HeaderName::Date);
    if body.starts_with('{')
        && let Some(Ok(raw)) = record::articles(&body.replace('\n', " "), line, map).pop_front()
    {
        return Ok(RawArticle { date: raw.date.or(date), ..raw });
    }
    let sender = mail.from().and_then(|from| from.first()).and_then(|sender| sender.name());
    Ok(RawArticle {
        line,
        id: mail.message_id().map(str::to_owned),
        title: mail.subject().map(str::to_owned),
        date,
        source: raw(mail, HeaderName::ListId).map(|list| name_of_list(&list)),
        authors: sender.filter(|name| !name.contains('@')).map(str::to_owned).into_iter().collect(),
        language: raw(mail, HeaderName::ContentLanguage),
        body: body.to_owned(),
        ..RawArticle::default()
    })
}

/// A field of the header as it is written, on one line.
fn raw(mail: &Message<'_>, name: HeaderName<'static>) -> Option<String> {
    mail.header_raw(name).and_then(clean::line)
}

/// The name of a list, or else what identifies it: `The Semaphore daily <daily.semaphore.example>`.
fn name_of_list(field: &str) -> String {
    let (name, id) = field.split_once('<').unwrap_or((field, ""));
    let name = name.trim().trim_matches('"');
    if name.is_empty() { id.trim_end_matches('>').to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(bytes: &[u8]) -> Vec<Result<RawArticle, String>> {
        let map = FieldMap::default();
        super::read(bytes, "a.mbox".to_owned(), &map)
            .map(|one| one.map_err(|rejection| rejection.to_string()))
            .collect()
    }

    fn one(mail: &str) -> RawArticle {
        read(mail.as_bytes()).remove(0).unwrap()
    }

    const HEADER: &str = "Received: by mail.port.example;\r\n\tThu, 14 Mar 2024 09:00:00 +0100\r\nFrom: Ilse Maravant <ilse@port.example>\r\n\
        Date: Thu, 14 Mar 2024\r\n  23:30:00 -0500\r\nSubject: =?utf-8?Q?Port_Senna_votes_=E2=80=93_again?=\r\nMessage-ID: <1@port.example>\r\nList-Id: \"The Semaphore\" <daily.port.example>\r\n";

    #[test]
    fn a_mail_has_a_subject_a_sender_and_a_text() {
        let raw = one(&format!("   \r\n{HEADER}\r\nThe port closed.\r\n\r\nAll left.\r\n-- \r\nIlse\r\n"));
        assert_eq!((raw.line, raw.id.as_deref()), (2, Some("1@port.example")));
        assert_eq!(
            (raw.title.as_deref(), raw.source.as_deref()),
            (Some("Port Senna votes – again"), Some("The Semaphore"))
        );
        assert_eq!(
            (raw.date.as_deref(), raw.authors),
            (Some("Thu, 14 Mar 2024 23:30:00 -0500"), vec!["Ilse Maravant".to_owned()])
        );
        assert_eq!(raw.body, "The port closed.\n\nAll left.");
    }

    #[test]
    fn the_text_stands_in_one_of_several_parts_in_its_encoding() {
        let parts = |parts: &str| {
            format!("{HEADER}Content-Type: multipart/alternative; boundary=b\r\n\r\n{parts}--b--\r\n")
        };
        let html = "--b\r\nContent-Type: text/html\r\n\r\n<p>The port closed.</p><p>All <b>left</b>.</p>\r\n";
        let text = "--b\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=93Closed=94, he =\r\nsaid.\r\n";
        let coded = "--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nVGhlIHBvcnQu\r\n";
        for (mail, expected) in [
            (parts(&format!("{text}{html}")), "“Closed”, he said."),
            (parts(html), "The port closed.\n\nAll left."),
            (parts(coded), "The port."),
        ] {
            assert_eq!(one(&mail).body, expected, "{mail}");
        }
    }

    #[test]
    fn lines_that_flow_are_one() {
        let mail = |parameters: &str| {
            format!(
                "{HEADER}Content-Type: text/plain; format=flowed{parameters}\r\n\r\nThe port \r\nclosed.\r\n\r\n  All left.\r\n-- \r\nIlse\r\n"
            )
        };
        assert_eq!(one(&mail("")).body, "The port closed.\n\n All left.");
        assert_eq!(one(&mail("; delsp=yes")).body, "The portclosed.\n\n All left.");
    }

    #[test]
    fn a_mailbox_holds_mails_one_after_another() {
        let envelope = "From ilse@port.example Thu Mar 14 08:00:00 2024\n";
        let mails = format!(
            "{envelope}From: a@b.example\nSubject: One\n\nFrom here on\n>From 08:00 on\n\n{envelope}From: a@b.example\nSubject: Two\n\n\n{envelope}From: a@b.example\nSubject: Three\n\nClosed.\n"
        );
        let read = read(mails.as_bytes());
        let shown: Vec<_> =
            read.iter().map(|one| one.as_ref().map(|raw| (raw.line, raw.body.as_str()))).collect();
        assert_eq!(
            shown,
            [
                Ok((1, "From here on\nFrom 08:00 on")),
                Err(&"a.mbox, line 8: has no body".to_owned()),
                Ok((13, "Closed."))
            ]
        );
    }

    #[test]
    fn a_mail_alone_is_not_parted() {
        let text = "One.\n\nFrom Lisk at 08:00 to noon.";
        assert_eq!(one(&format!("{HEADER}\n{text}\n")).body, text);
    }

    #[test]
    fn a_record_in_a_mail_is_an_article_of_its_day() {
        let raw =
            one(&format!("{HEADER}\r\n{{\"Headline\": [\"A vote\"], \"Body\": [\"Port\r\nclosed.\"]}}\r\n"));
        assert_eq!((raw.title.as_deref(), raw.body.as_str()), (Some("A vote"), "Port closed."));
        assert_eq!(raw.date.as_deref(), Some("Thu, 14 Mar 2024 23:30:00 -0500"));
    }

    #[test]
    fn a_page_that_a_browser_saved_is_a_page() {
        let text = "Tobin Okkerley, the mayor, said that the port of Senna is closed until further notice. "
            .repeat(9);
        let raw = one(&format!(
            "From: <Saved by a browser>\r\nSubject: A page\r\nDate: Thu, 14 Mar 2024 08:00:00 -0000\r\nContent-Type: multipart/related; boundary=b\r\n\r\n\
             --b\r\nContent-Type: text/html\r\n\r\n<html><head><title>Port Senna votes</title></head><body><article><p>{text}</p><p>{text}</p></article></body></html>\r\n--b--\r\n"
        ));
        assert_eq!((raw.title.as_deref(), raw.date), (Some("Port Senna votes"), None));
        assert!(raw.body.starts_with("Tobin Okkerley"));
    }

    #[test]
    fn mails_are_told_from_texts_with_particulars() {
        assert!(
            is_mail(HEADER.as_bytes())
                && is_mail(
                    b"From a@b.example Thu Mar 14 08:00:00 2024\nFrom: a@b.example\nTo: c@b.example\n"
                )
        );
        for head in [
            "Title: x\nDate: 2024-03-14\n\nText",
            "From here on:\n",
            "From: Ilse\n\nThe port",
            "The port closed.\nFrom: x\nTo: y\n",
        ] {
            assert!(!is_mail(head.as_bytes()), "{head}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_break_it(bytes in "(From a 08:00|>From |(From|Subject|Date|Content-Type|List-Id): |multipart/mixed; boundary=b|--b(--)?|message/rfc822|=\\?utf-8\\?[QB]\\?|=E2|[\n\"<>{} a-zé]{0,6}){0,40}") {
            let _ = read(bytes.as_bytes());
        }
    }
}
