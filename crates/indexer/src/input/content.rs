use std::{
    io::{self, BufRead, BufReader, Cursor, Read},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use encoding_rs_io::DecodeReaderBytes;

use super::guarded::Guarded;

/// The byte order marks of UTF-16, which no format but text begins with.
const UTF_16: [&[u8]; 2] = [b"\xff\xfe", b"\xfe\xff"];

/// How many bytes of the inputs on disk (compressed) have been read in the run.
#[derive(Debug, Clone, Default)]
pub(crate) struct Consumed(Arc<AtomicU64>);

impl Consumed {
    /// So many bytes.
    pub(super) fn of(bytes: u64) -> Self {
        Self(Arc::new(AtomicU64::new(bytes)))
    }

    /// The bytes so far.
    pub(crate) fn bytes(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// The decompressed bytes of an input, and a look at how they begin.
pub(crate) struct Content<'a> {
    /// The first bytes, at most [`Content::HEAD`]; they stand in `reader` too.
    pub(crate) head: Vec<u8>,
    /// All bytes.
    pub(crate) reader: Box<dyn BufRead + 'a>,
}

impl<'a> Content<'a> {
    /// How many bytes can be looked at before reading.
    const HEAD: usize = 64 * 1024;

    /// Takes away the compression, which is recognised by the first bytes whatever the file is called, and makes UTF-8 of
    /// UTF-16.
    pub(crate) fn new(reader: impl Read + 'a, consumed: &Consumed) -> io::Result<Self> {
        let (magic, reader) = look(Counting { reader, consumed: consumed.clone() }, 4)?;
        let decompressed: Box<dyn Read + 'a> = match magic.as_slice() {
            [0x1f, 0x8b, ..] => Box::new(Guarded::new(flate2::read::MultiGzDecoder::new(reader), consumed)),
            [0x28, 0xb5, 0x2f, 0xfd] => Box::new(Guarded::new(zstd::Decoder::new(reader)?, consumed)),
            _ => Box::new(reader),
        };
        let (head, reader) = look(decompressed, Self::HEAD)?;
        if UTF_16.iter().any(|mark| head.starts_with(mark)) {
            let (head, reader) = look(DecodeReaderBytes::new(reader), Self::HEAD)?;
            return Ok(Self { head, reader: Box::new(BufReader::new(reader)) });
        }
        Ok(Self { head, reader: Box::new(BufReader::new(reader)) })
    }
}

/// A reader some of whose bytes have been looked at.
type LookedAt<R> = io::Chain<Cursor<Vec<u8>>, R>;

/// The first bytes of a reader, at most `length`, and a reader that begins with them.
fn look<R: Read>(mut reader: R, length: usize) -> io::Result<(Vec<u8>, LookedAt<R>)> {
    let mut head = Vec::with_capacity(length);
    reader.by_ref().take(length as u64).read_to_end(&mut head)?;
    Ok((head.clone(), Cursor::new(head).chain(reader)))
}

struct Counting<R> {
    reader: R,
    consumed: Consumed,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(buffer)?;
        self.consumed.0.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The port closed.";

    fn check(bytes: Vec<u8>, expected: &str) {
        let (length, consumed) = (bytes.len() as u64, Consumed::default());
        let mut content = Content::new(Cursor::new(bytes), &consumed).unwrap();
        let mut text = String::new();
        content.reader.read_to_string(&mut text).unwrap();
        assert_eq!(text, expected);
        assert_eq!(content.head, expected.as_bytes());
        assert_eq!(consumed.bytes(), length);
    }

    fn gzip(text: &str) -> Vec<u8> {
        let mut encoder = flate2::read::GzEncoder::new(text.as_bytes(), flate2::Compression::fast());
        let mut bytes = Vec::new();
        encoder.read_to_end(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn plain_gzip_and_zstd_are_told_apart_by_content() {
        check(TEXT.into(), TEXT);
        check(gzip(TEXT), TEXT);
        check(zstd::encode_all(TEXT.as_bytes(), 1).unwrap(), TEXT);
        check(Vec::new(), "");
        check(b"T".to_vec(), "T");
    }

    #[test]
    fn utf_16_is_read_as_utf_8() {
        let utf_16 = |mark: u16, swap: fn(u16) -> [u8; 2]| {
            std::iter::once(mark).chain(TEXT.encode_utf16()).flat_map(swap).collect()
        };
        check(utf_16(0xfeff, u16::to_le_bytes), TEXT);
        check(utf_16(0xfeff, u16::to_be_bytes), TEXT);
    }

    #[test]
    fn files_compressed_in_pieces_are_read_to_the_end() {
        check([gzip("The port "), gzip("closed.")].concat(), TEXT);
        let piece = |text: &str| zstd::encode_all(text.as_bytes(), 1).unwrap();
        check([piece("The port "), piece("closed.")].concat(), TEXT);
    }
}
