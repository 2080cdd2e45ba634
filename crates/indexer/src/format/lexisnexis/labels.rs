//! The labels of fields in exports, in the languages of the interface, in small letters.

/// What a field of a document is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Headline,
    Byline,
    Section,
    Body,
    Language,
    Url,
    /// A field before the text that an article has no use for.
    Before,
    /// A field after the text that an article has no use for.
    After,
}

const LABELS: &[(Field, &[&str])] = &[
    (Field::Headline, &["headline", "titre", "titel", "überschrift", "titular", "título", "titolo", "kop"]),
    (
        Field::Byline,
        &["byline", "original-byline", "auteur", "autor", "autoren", "autore", "auteurs", "autores"],
    ),
    (
        Field::Section,
        &[
            "section", "rubrique", "rubrik", "rubriek", "sección", "seccion", "sezione", "seção", "ressort",
            "sectie",
        ],
    ),
    (Field::Body, &["body", "texte", "text", "cuerpo", "corpo", "tekst"]),
    (Field::Language, &["language", "langue", "sprache", "idioma", "lingua", "taal"]),
    (Field::Url, &["url"]),
    (
        Field::Before,
        &[
            "length",
            "longueur",
            "länge",
            "longitud",
            "lunghezza",
            "lengte",
            "tamanho",
            "highlight",
            "encart",
            "dateline",
            "lieu",
            "ort",
            "abstract",
            "teaser",
            "series",
            "column",
            "insert",
            "encadré",
            "distribution",
            "type",
        ],
    ),
    (
        Field::After,
        &[
            "load-date",
            "date-chargement",
            "update",
            "update-datum",
            "fecha-carga",
            "datum-geladen",
            "subject",
            "sujet",
            "organization",
            "organisation",
            "company",
            "société",
            "societe",
            "ticker",
            "symbole-boursier",
            "industry",
            "secteur-activite",
            "geographic",
            "localisation-geo",
            "person",
            "personne",
            "country",
            "state",
            "city",
            "graphic",
            "graphique",
            "publication-type",
            "type-publication",
            "publikationstyp",
            "journal-code",
            "journal code",
            "correction-date",
            "correction",
            "notes",
            "acc-no",
            "pub-type",
            "document-type",
            "doc-type",
            "name",
            "disclaimer",
            "enhancement",
            "classification",
            "graphics",
        ],
    ),
];

/// Lines without a colon that end the text of a document.
const ENDS: &[&str] = &[
    "classification",
    "graphic",
    "graphique",
    "end of document",
    "fin du document",
    "ende des dokuments",
    "notes",
    "load-date",
    "correction",
    "enhancement",
];

/// The field that a paragraph states, and its value: `SECTION: NEWS; Pg. 3`.
pub(super) fn field(paragraph: &str) -> Option<(Field, &str)> {
    let (label, value) = paragraph.split_once(':')?;
    let is_label = label.chars().count() <= 20 && label.starts_with(char::is_uppercase);
    let name = label.trim().to_lowercase();
    let known = LABELS.iter().find(|(_, labels)| labels.contains(&name.as_str())).map(|(field, _)| *field);
    // Every label of two words in capitals is one, in whatever language.
    let is_compound = || label.contains('-') && label.chars().all(|one| one.is_uppercase() || one == '-');
    let field = known.or_else(|| is_compound().then_some(Field::After)).filter(|_| is_label)?;
    Some((field, value.trim()))
}

/// Whether a paragraph is the heading above the text.
pub(super) fn is_body(paragraph: &str) -> bool {
    let name = paragraph.trim().trim_end_matches(':').to_lowercase();
    name == "body"
        || LABELS.iter().any(|(field, labels)| *field == Field::Body && labels.contains(&name.as_str()))
}

/// Whether a paragraph is a heading below the text.
pub(super) fn is_end(paragraph: &str) -> bool {
    ENDS.contains(&paragraph.trim().to_lowercase().as_str())
}

/// Whether a line begins `Copyright 2024`; other lines that begin with the word may be text.
pub(super) fn is_copyright(line: &str) -> bool {
    let year = line.strip_prefix("Copyright ").and_then(|rest| rest.get(..4));
    year.is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a line ends a document of the newer kind.
pub(super) fn ends_document(line: &str) -> bool {
    let line = line.trim();
    ["End of Document", "Fin du document", "Ende des Dokuments", "Fin del documento"].contains(&line)
}

/// Whether a line begins a document of the older kind: `1 of 200 DOCUMENTS`, `Dokument 1 von 3`.
pub(super) fn begins_document(line: &str) -> bool {
    const OF: &[&str] = &["of", "de", "von", "di", "van"];
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_number =
        |word: &str| !word.is_empty() && word.len() <= 7 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_document = |word: &str| word.to_lowercase().starts_with("do");
    let [first, second, third, fourth] = words.as_slice() else { return false };
    let is_count =
        |number: &str, of: &str, count: &str| is_number(number) && OF.contains(&of) && is_number(count);
    is_count(first, second, third) && is_document(fourth)
        || is_document(first) && is_count(second, third, fourth)
}
