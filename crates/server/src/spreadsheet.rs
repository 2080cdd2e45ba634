//! Rows of comma-separated values (RFC 4180) that a spreadsheet opens without running them.

use std::{
    borrow::Cow,
    io::{self, Write},
};

/// The media type of a file whose first row has the names of the columns.
pub(crate) const MEDIA_TYPE: &str = "text/csv; charset=utf-8; header=present";

/// Writes a row.
pub(crate) fn row(cells: impl IntoIterator<Item = impl AsRef<str>>, file: &mut dyn Write) -> io::Result<()> {
    let mut row = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for cell in cells {
        row.write_field(harmless(cell.as_ref()).as_bytes()).map_err(io::Error::other)?;
    }
    row.write_record(None::<&[u8]>).map_err(io::Error::other)?;
    let row = row.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
    file.write_all(&row)
}

/// The cell, so that a spreadsheet takes it for text. It would take one that begins with one of these characters for a
/// formula, and run it on the machine of whoever opens the file; the words are those of whoever wrote the article.
/// An apostrophe in front prevents that (OWASP, "CSV Injection").
fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_holds_any_text_and_no_formula() {
        let mut file = Vec::new();
        row(["=1+1", "a, \"b\"", "", "-x"], &mut file).unwrap();
        assert_eq!(String::from_utf8(file).unwrap(), "'=1+1,\"a, \"\"b\"\"\",,'-x\r\n");
    }
}
