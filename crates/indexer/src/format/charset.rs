//! Bytes become text: by their mark, by what they declare, or as what they look like.

use std::io::{self, BufRead, BufReader};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;

/// How far a declaration is looked for, in bytes. Browsers look at 1024; pages with long comments declare later.
const DECLARED_WITHIN: usize = 8 * 1024;

/// The text, with the replacement character for what its encoding does not have.
pub(super) fn decoded(bytes: &[u8]) -> String {
    decoded_as(bytes, None)
}

/// The text of bytes whose encoding somebody has `told`, which may be wrong.
pub(super) fn decoded_as(bytes: &[u8], told: Option<&str>) -> String {
    let told = told.and_then(|label| Encoding::for_label(label.as_bytes()));
    let encoding = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    // The bytes of ISO-2022-JP are all ASCII, and so UTF-8 too.
    let is_utf_8 = told != Some(ISO_2022_JP) && std::str::from_utf8(bytes).is_ok();
    let encoding = encoding.or_else(|| is_utf_8.then_some(UTF_8));
    let encoding = encoding.or(told).or_else(|| declared(bytes)).unwrap_or_else(|| guessed(bytes));
    encoding.decode(bytes).0.into_owned()
}

/// UTF-8 made of what a file that is too long to be read as a whole begins to look like.
pub(super) fn decoding(mut content: impl BufRead) -> io::Result<impl BufRead> {
    let head = content.fill_buf()?;
    // What is looked at may end within a character.
    let is_utf_8 = std::str::from_utf8(head).map_or_else(|error| error.error_len().is_none(), |_| true);
    let declared = if is_utf_8 && !head.is_ascii() { None } else { declared(head) };
    let encoding = declared.unwrap_or(UTF_8);
    Ok(BufReader::new(
        DecodeReaderBytesBuilder::new().encoding(Some(encoding)).bom_override(true).build(content),
    ))
}

/// The encoding that the bytes look like, as browsers guess it for pages that declare none.
fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// The encoding after the first `charset=` or `encoding=`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_WITHIN)]).to_ascii_lowercase();
    let after =
        ["charset=", "encoding="].iter().find_map(|name| head.split_once(name)).map(|(_, after)| after)?;
    let label = after.trim_start_matches(['"', '\'']);
    let end = label.find(|letter: char| !letter.is_ascii_alphanumeric() && !"-_:.".contains(letter));
    Encoding::for_label(&label.as_bytes()[..end.unwrap_or(label.len())])
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn a_text_is_read_by_its_mark_its_declaration_or_its_bytes() {
        assert_eq!(decoded("\u{feff}Café".as_bytes()), "Café");
        assert_eq!(decoded(b"\xff\xfeC\0a\0f\0\xe9\0"), "Café");
        assert_eq!(decoded(b"<meta charset=\"iso-8859-2\">\xe8"), "<meta charset=\"iso-8859-2\">č");
        assert_eq!(
            decoded(b"<?xml version='1.0' encoding='windows-1251'?>\xc4"),
            "<?xml version='1.0' encoding='windows-1251'?>Д"
        );
        assert_eq!(
            decoded("<meta charset=latin1>Café".as_bytes()),
            "<meta charset=latin1>Café",
            "what is UTF-8 is UTF-8"
        );
        assert_eq!(decoded(b"\x93Caf\xe9\x94"), "“Café”");
        assert_eq!(decoded(b"\xcf\xee\xf0\xf2 \xe7\xe0\xea\xf0\xfb\xf2."), "Порт закрыт.");
        assert_eq!(decoded(b"<meta charset=nonsense>\xe9"), "<meta charset=nonsense>é");
        assert_eq!(decoded(b""), "");
    }

    #[test]
    fn long_files_are_read_by_their_mark_or_their_declaration() {
        let check = |bytes: &[u8], expected: &str| {
            let mut text = String::new();
            decoding(bytes).unwrap().read_to_string(&mut text).unwrap();
            assert_eq!(text, expected);
        };
        check("\u{feff}Café".as_bytes(), "Café");
        check(b"<?xml encoding='iso-8859-1'?>\xe9.", "<?xml encoding='iso-8859-1'?>é.");
        check("<?xml encoding='iso-8859-1'?>é".as_bytes(), "<?xml encoding='iso-8859-1'?>é");
        check(b"Caf\xe9", "Caf\u{fffd}");
    }
}
