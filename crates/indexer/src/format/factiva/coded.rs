//! Fields named by two letters: `HD` headline, `PD` day, `TD` text.

use crate::{
    Reason,
    authors::authors,
    format::whole::{Fault, Found},
    raw_article::RawArticle,
    stated::Stated,
};

/// The codes of fields.
const CODES: &[&str] = &[
    "SE", "HD", "CR", "BY", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "CT",
    "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "CLM", "ART", "RE",
];

/// The fields with which a document begins.
const FIRST: &[&str] = &["SE", "HD", "CLM"];

/// The fields with the text.
const TEXTS: &[&str] = &["LP", "TD"];

/// A field and the paragraphs of its value.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) code: String,
    pub(super) paragraphs: Vec<String>,
}

/// Whether a text is an export: it has the fields that every document has, each at the beginning of a line.
pub(super) fn is_export(text: &str) -> bool {
    let has = |wanted: &str| text.lines().any(|line| code(line).is_some_and(|(code, _)| code == wanted));
    ["HD", "WC", "PD", "SN"].iter().all(|code| has(code)) && (has("LP") || has("TD"))
}

/// Whether a word is the code of a field.
pub(super) fn is_code(word: &str) -> bool {
    CODES.contains(&word)
}

/// The articles of an export as text.
pub(super) fn articles(text: &str) -> Found {
    let mut documents: Vec<(u64, Vec<Field>)> = Vec::new();
    let mut has_text = true;
    for (number, line) in (1..).zip(text.lines()) {
        let begun = code(line);
        if let Some((code, value)) = begun {
            if FIRST.contains(&code) && has_text {
                documents.push((number, Vec::new()));
                has_text = false;
            }
            has_text |= TEXTS.contains(&code);
            if let Some((_, fields)) = documents.last_mut() {
                fields.push(Field { code: code.to_owned(), paragraphs: vec![value.to_owned()] });
            }
            continue;
        }
        let field = documents.last_mut().and_then(|(_, fields)| fields.last_mut());
        match (field, line.trim()) {
            (Some(field), "") => field.paragraphs.push(String::new()),
            (Some(field), line) => append(&mut field.paragraphs, line),
            (None, _) => {}
        }
    }
    documents.into_iter().map(|(line, fields)| article(&fields, line)).collect()
}

/// The article that fields make.
pub(super) fn article(fields: &[Field], line: u64) -> Result<RawArticle, Fault> {
    let field = |code: &str| fields.iter().find(|field| field.code == code);
    let text = |code: &str| {
        field(code).map(|field| field.paragraphs.join(" ").trim().to_owned()).filter(|text| !text.is_empty())
    };
    let body: Vec<&str> = TEXTS
        .iter()
        .filter_map(|code| field(code))
        .flat_map(|field| &field.paragraphs)
        .map(|paragraph| paragraph.trim())
        .filter(|paragraph| !paragraph.is_empty())
        .collect();
    if body.is_empty() {
        return Err(Fault { line: Some(line), reason: Reason::NoBody });
    }
    Ok(RawArticle {
        line,
        id: text("AN").map(|number| number.trim_start_matches("Document ").trim().to_owned()),
        title: text("HD"),
        date: text("PD"),
        source: text("SN"),
        authors: text("BY").map(|byline| authors(Stated::text(&byline))).unwrap_or_default(),
        section: text("SE"),
        language: text("LA").and_then(|named| language(&named).map(str::to_owned)),
        body: body.join("\n\n"),
        ..RawArticle::default()
    })
}

/// The code of a language that is named in itself or in English, or that is a code already.
pub(super) fn language(named: &str) -> Option<&'static str> {
    const LANGUAGES: &[(&str, &[&str])] = &[
        ("en", &["english", "anglais", "englisch", "inglés", "en"]),
        ("fr", &["french", "français", "französisch", "francés", "fr"]),
        ("de", &["german", "deutsch", "allemand", "alemán", "de"]),
        ("es", &["spanish", "español", "espagnol", "spanisch", "es"]),
        ("it", &["italian", "italiano", "italien", "italienisch", "it"]),
        ("nl", &["dutch", "nederlands", "néerlandais", "nl"]),
        ("pt", &["portuguese", "português", "portugais", "pt"]),
        ("ru", &["russian", "русский", "russe", "ru"]),
        ("ar", &["arabic", "العربية", "arabe", "ar"]),
        ("ja", &["japanese", "日本語", "ja"]),
        ("zh", &["chinese", "中文", "zh"]),
        ("pl", &["polish", "polski", "pl"]),
    ];
    let name = named.trim().to_lowercase();
    LANGUAGES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(code, _)| *code)
}

/// The code with which a line begins, and what follows it.
fn code(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches('\u{feff}');
    let (code, rest) = line.split_at(line.find([' ', '\t', '\u{a0}']).unwrap_or(line.len()));
    (is_code(code)).then_some((code, rest.trim()))
}

fn append(paragraphs: &mut Vec<String>, line: &str) {
    match paragraphs.last_mut().filter(|last| !last.is_empty()) {
        Some(last) => last.extend([" ", line]),
        None => paragraphs.push(line.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXPORT: &str = "SE  Harbour\nHD  Port Senna\n    closes\nBY  By Ilse Maravant\nWC  7 words\nPD  14 March 2024\nSN  The Semaphore\nLA  English\n\
        LP\nThe port was\nclosed at noon.\n\nTD\nAll boats left.\n\nAN  Document SEMA000020240314ek3e00001\n\nHD  Nothing\nPD  15 March 2024\nTD\n";

    #[test]
    fn fields_make_an_article() {
        assert!(is_export(EXPORT) && !is_export("HD video is PD."));
        let found = articles(EXPORT);
        let raw = found[0].as_ref().unwrap();
        assert_eq!(
            (raw.title.as_deref(), raw.date.as_deref()),
            (Some("Port Senna closes"), Some("14 March 2024"))
        );
        assert_eq!(
            (raw.id.as_deref(), raw.source.as_deref()),
            (Some("SEMA000020240314ek3e00001"), Some("The Semaphore"))
        );
        assert_eq!((raw.section.as_deref(), raw.language.as_deref()), (Some("Harbour"), Some("en")));
        assert_eq!(raw.authors, ["Ilse Maravant"]);
        assert_eq!(raw.body, "The port was closed at noon.\n\nAll boats left.");
        assert_eq!(found[1].as_ref().unwrap_err(), &Fault { line: Some(18), reason: Reason::NoBody });
    }
}
