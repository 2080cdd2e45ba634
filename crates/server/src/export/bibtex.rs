use std::{
    borrow::Cow,
    io::{self, Write},
};

use super::{
    citation::Citation,
    citation_format::CitationFormat,
    text::{digits, escaped, on_one_line, web_address},
};

/// BibTeX, for TeX and reference managers: an article of the paper for each article, and for each quote a note.
pub(super) struct Bibtex;

impl CitationFormat for Bibtex {
    fn name(&self) -> &'static str {
        "BibTeX"
    }

    fn suffix(&self) -> &'static str {
        "bib"
    }

    fn media_type(&self) -> &'static str {
        "application/x-bibtex"
    }

    fn citation(&self, citation: &Citation, file: &mut dyn Write) -> io::Result<()> {
        let (kind, outlet) = match citation.quote {
            None => ("article", "journal"),
            Some(_) => ("misc", "howpublished"),
        };
        let authors: Vec<_> = citation.authors.iter().map(|author| name(author)).collect();
        writeln!(file, "@{kind}{{{},", key(&citation.id))?;
        // The second pair of braces keeps styles from changing the case of names.
        writeln!(file, "  title = {{{{{}}}}},", tex(&citation.title))?;
        if !authors.is_empty() {
            writeln!(file, "  author = {{{}}},", authors.join(" and "))?;
        }
        if let Some(source) = &citation.source {
            writeln!(file, "  {outlet} = {{{}}},", tex(source))?;
        }
        if let Some([year, month, day]) = citation.day().and_then(digits) {
            // `date` is for biblatex, which alone prints the day.
            writeln!(file, "  date = {{{year}-{month}-{day}}},")?;
            writeln!(file, "  year = {{{year}}},")?;
        }
        if let Some(url) = web_address(citation.url.as_deref()) {
            writeln!(file, "  url = {{{}}},", verbatim(url))?;
        }
        if let Some(quote) = &citation.quote {
            writeln!(file, "  note = {{{}}},", tex(&quote.note()))?;
        }
        // Where this archive has it; styles do not print it.
        writeln!(file, "  library = {{{}}},", tex(&citation.page))?;
        writeln!(file, "}}\n")
    }
}

/// A key that no other identity has, even where case does not count: what is not a lower-case letter, a digit, a dash
/// or a dot of ASCII becomes an underscore and its bytes.
fn key(id: &str) -> String {
    let mut key = String::with_capacity(id.len());
    for byte in id.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' => key.push(byte.into()),
            _ => key.push_str(&format!("_{byte:02x}")),
        }
    }
    key
}

/// An author. One that BibTeX would take for several people, or for more parts of a name than there are, is one word
/// in braces.
fn name(author: &str) -> String {
    let name = tex(author);
    let is_plain = !name.to_lowercase().contains(" and ") && name.matches(',').count() < 2;
    if is_plain { name } else { format!("{{{name}}}") }
}

/// The text as TeX prints it. Braces have words instead of escapes because BibTeX counts them even when escaped.
fn tex(text: &str) -> String {
    escaped(&on_one_line(text), |character| {
        Some(match character {
            '\\' => Cow::Borrowed("\\textbackslash{}"),
            '{' => Cow::Borrowed("\\textbraceleft{}"),
            '}' => Cow::Borrowed("\\textbraceright{}"),
            '~' => Cow::Borrowed("\\textasciitilde{}"),
            '^' => Cow::Borrowed("\\textasciicircum{}"),
            '%' | '&' | '$' | '#' | '_' => Cow::Owned(format!("\\{character}")),
            _ => return None,
        })
    })
}

/// An address as a field takes it that TeX reads verbatim: nothing can be escaped there, and braces must pair.
fn verbatim(url: &str) -> String {
    escaped(url, |character| match character {
        '{' | '}' | '\\' => Some(Cow::Owned(format!("%{:02X}", u32::from(character)))),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tex_prints_any_text() {
        assert_eq!(
            tex("5 % of {A_B} & $3 #1\n~^\\"),
            concat!(
                r"5 \% of \textbraceleft{}A\_B\textbraceright{} \& \$3 \#1 ",
                r"\textasciitilde{}\textasciicircum{}\textbackslash{}",
            )
        );
        assert_eq!(
            verbatim(r"https://semaphore.example/{a}\b_c%20"),
            "https://semaphore.example/%7Ba%7D%5Cb_c%20"
        );
    }

    #[test]
    fn keys_differ_where_identities_do() {
        assert_eq!(key("semaphore-2024.3"), "semaphore-2024.3");
        assert_eq!(key("A_ü"), "_41_5f_c3_bc");
        assert_ne!(key("a/b"), key("a_2fb"));
    }

    #[test]
    fn an_author_is_one_author() {
        assert_eq!(name("Okkerley, Tobin"), "Okkerley, Tobin");
        assert_eq!(name("Harbour and Tide Desk"), "{Harbour and Tide Desk}");
        assert_eq!(name("Okkerley, Maravant, Desk"), "{Okkerley, Maravant, Desk}");
    }
}
