//! Pages: with a table of coded fields for every article, or with its particulars one below the other.

use dom_query::{Document, NodeRef};

use super::coded::{self, Field};
use crate::{
    Reason,
    authors::authors,
    clean, dates,
    format::whole::{Fault, Found},
    hypertext,
    raw_article::RawArticle,
    stated::Stated,
};

/// The words of a length: `843 words`.
const WORDS: &[&str] =
    &["words", "word", "mots", "wörter", "palabras", "parole", "woorden", "palavras", "слов", "ord", "słów"];

/// The word before the number of an article.
const NUMBERED: &[&str] = &["Document ", "Dokument ", "Documento ", "Документ "];

/// The articles of a page.
pub(super) fn articles(html: &str) -> Found {
    if let Err(reason) = hypertext::check(html) {
        return vec![Err(reason.into())];
    }
    let page = Document::from(html);
    let divisions = page.select("div.article, article.article");
    if divisions.is_empty() {
        return vec![Err(Reason::NoArticle.into())];
    }
    (1..).zip(divisions.nodes()).map(|(number, division)| article(division, number)).collect()
}

fn article(division: &NodeRef, number: u64) -> Result<RawArticle, Fault> {
    let fields = fields(division);
    if fields.iter().any(|field| field.code == "HD") {
        coded::article(&fields, number)
    } else {
        listed(division, number).ok_or(Fault { line: None, reason: Reason::NoBody })
    }
}

/// The rows of the table of an article.
fn fields(division: &NodeRef) -> Vec<Field> {
    let rows = division.find(&["tr"]);
    let fields = rows.iter().filter_map(|row| {
        let cells: Vec<NodeRef> = row.children_it(false).filter(|cell| cell.has_name("td")).collect();
        let [code, value, ..] = cells.as_slice() else { return None };
        let code = clean::line(&code.text()).filter(|code| coded::is_code(code))?;
        let paragraphs = hypertext::paragraphs(&value.formatted_text());
        Some(Field { code, paragraphs: paragraphs.split("\n\n").map(str::to_owned).collect() })
    });
    fields.collect()
}

/// An article whose particulars have no names: above the headline the section, below it the byline, the length, the day, perhaps
/// the hour, and the outlet.
fn listed(division: &NodeRef, number: u64) -> Option<RawArticle> {
    let headline = division.descendants_it().find(is_headline);
    let title = headline.as_ref().and_then(|headline| clean::line(&headline.text()));
    let lines: Vec<String> =
        division.find(&["div"]).iter().filter_map(|one| clean::line(&one.text())).collect();
    let at = title.as_ref().and_then(|title| lines.iter().position(|line| line == title));
    let (above, below) = lines.split_at(at.unwrap_or(0));
    let below = below.get(usize::from(at.is_some())..).unwrap_or_default();
    let length = below.iter().position(|line| is_length(line));
    let date = below.iter().position(|line| dates::is_date(line));
    let source =
        date.and_then(|date| below[date + 1..].iter().find(|line| line.chars().any(char::is_alphabetic)));
    let byline = length.and_then(|length| below[..length].last());
    let paragraphs: Vec<String> =
        division.find(&["p"]).iter().filter_map(|one| clean::line(&one.text())).collect();
    let (numbers, text): (Vec<String>, Vec<String>) =
        paragraphs.into_iter().partition(|text| number_of(text).is_some());
    (!text.is_empty()).then(|| RawArticle {
        line: number,
        id: numbers.last().and_then(|text| number_of(text)).map(str::to_owned),
        title,
        date: date.map(|date| below[date].clone()),
        source: source.cloned(),
        authors: byline.map(|byline| authors(Stated::text(byline))).unwrap_or_default(),
        section: above.last().cloned(),
        language: below.iter().find_map(|line| coded::language(line)).map(str::to_owned),
        body: text.join("\n\n"),
        ..RawArticle::default()
    })
}

fn is_headline(node: &NodeRef) -> bool {
    node.class().is_some_and(|class| class.split_whitespace().any(|name| name.ends_with("Headline")))
}

fn is_length(line: &str) -> bool {
    let (count, word) = line.rsplit_once(' ').unwrap_or(("", line));
    let is_number = count.starts_with(|one: char| one.is_ascii_digit());
    is_number && WORDS.contains(&word.to_lowercase().as_str())
}

/// The number in a line such as `Document SEMA000020240314ek3e00001`.
fn number_of(line: &str) -> Option<&str> {
    let number = NUMBERED.iter().find_map(|word| line.strip_prefix(word))?.trim();
    let is_number = number.len() >= 15 && number.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_number.then_some(number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LISTED: &str = "<html><body><div class=\"article enArticle\"><div>Harbour</div><div id=hd><span class='enHeadline'>Port Senna\n closes </span></div>\
        <div>By Ilse Maravant</div><div>1,012 words</div><div>14 March 2024</div><div>10:20</div><div>The Semaphore</div><div>SEMA</div><div>English</div>\
        <div>Copyright 2024</div><p class=\"articleParagraph enarticleParagraph\">The port was\n closed.</p>\
        <p class=\"articleParagraph enarticleParagraph\">All left.</p><p>Document SEMA000020240314ek3e00001</p></div><br/>";

    #[test]
    fn particulars_without_names_are_told_by_their_order() {
        let found = articles(LISTED);
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
        assert_eq!(raw.body, "The port was closed.\n\nAll left.");
    }

    #[test]
    fn tables_of_codes_are_read() {
        let row = |code: &str, value: &str| {
            format!("<tr><td class=index><b>{code}</b>&nbsp;</td><td>{value}</td></tr>")
        };
        let rows = [
            ("HD", "<span class=frHeadline>Le port ferme</span>"),
            ("BY", "Ilse Maravant"),
            ("PD", "14 mars 2024"),
            ("SN", "Le Sémaphore"),
            ("LA", "Français"),
            ("LP", "<p class=articleParagraph>Le port est fermé.</p>"),
            ("TD", "<p>Tous partis.</p><p>Rien.</p>"),
            ("AN", "Document SEMA000020240314ek3e00001"),
        ];
        let table: String = rows.iter().map(|(code, value)| row(code, value)).collect();
        let found = articles(&format!("<div class='article frArticle'><table>{table}</table></div>"));
        let raw = found[0].as_ref().unwrap();
        assert_eq!(
            (raw.title.as_deref(), raw.date.as_deref()),
            (Some("Le port ferme"), Some("14 mars 2024"))
        );
        assert_eq!(raw.body, "Le port est fermé.\n\nTous partis.\n\nRien.");
        assert_eq!(raw.id.as_deref(), Some("SEMA000020240314ek3e00001"));
    }

    #[test]
    fn an_article_without_text_costs_itself_only() {
        let found = articles(&format!("{LISTED}<div class=\"article enArticle\"><div>x</div></div>"));
        assert!(found[0].is_ok() && found[1].is_err());
        assert!(articles("<p>x</p>")[0].is_err());
    }

    proptest! {
        #[test]
        fn no_markup_breaks_it(html in "(<div class=article>|</?(div|p|tr|td|table)>|HD|TD|1 March 2024|9 words|[a-z <>&]{0,4}){0,40}") {
            let _ = articles(&html);
        }
    }
}
