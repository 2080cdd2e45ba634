use std::{collections::BTreeMap, io::BufRead};

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::whole::{self, Fault};
use crate::{
    Reason, Rejection,
    fields::{FieldMap, Fields},
    raw_article::RawArticle,
    stated::Stated,
};

/// What opens and closes a front matter of YAML, and one of TOML.
const YAML: &str = "---";
const TOML: &str = "+++";

/// Whether a file begins with a front matter: a line of its mark, and below it one that names something.
pub(super) fn has_front_matter(head: &[u8]) -> bool {
    let text = String::from_utf8_lossy(head);
    let mut lines = text.lines();
    let sign = match lines.next().map(str::trim_end) {
        Some(YAML) => ':',
        Some(TOML) => '=',
        _ => return false,
    };
    let named =
        |line: &str| line.split_once(sign).is_some_and(|(name, _)| !name.contains(char::is_whitespace));
    lines.find(|line| !line.trim().is_empty()).is_some_and(|line| named(&line.replace(" =", "=")))
}

/// The one article of a Markdown file (CommonMark) that states its particulars in a front matter.
pub(super) fn read(
    content: impl BufRead,
    file: String,
    map: &FieldMap,
) -> impl Iterator<Item = Result<RawArticle, Rejection>> {
    whole::article(content, file, |text| article(text, map))
}

fn article(text: &str, map: &FieldMap) -> Result<RawArticle, Fault> {
    let (mark, front, body) = parts(text).ok_or(Reason::NoBody)?;
    let stated: Result<BTreeMap<String, Stated>, _> = match mark {
        YAML => serde_saphyr::from_str(front).map_err(|error| error.to_string()),
        _ => toml::from_str(front).map_err(|error| error.message().to_owned()),
    };
    let stated = stated.map_err(|message| {
        let reason = Reason::FrontMatter { message: one_line(&message) };
        Fault { line: Some(1), reason }
    })?;
    let mut fields = Fields::new(map);
    stated.into_iter().for_each(|(name, stated)| fields.state(&name, stated));
    let (heading, text) = plain(body);
    fields.state_body(&text);
    let mut raw = fields.into_article(1).ok_or(Reason::NoBody)?;
    raw.title = raw.title.or(heading);
    Ok(raw)
}

/// The mark, what stands between the two of them, and what follows.
fn parts(text: &str) -> Option<(&'static str, &str, &str)> {
    let text = text.trim_start();
    let mark = if text.starts_with(TOML) { TOML } else { YAML };
    let front = text.strip_prefix(mark)?;
    let (begin, _) = front.match_indices(mark).find(|(place, _)| front[..*place].ends_with('\n'))?;
    Some((mark, &front[..begin], front[begin..].trim_start_matches(mark)))
}

fn one_line(message: &str) -> String {
    message.lines().next().unwrap_or_default().to_owned()
}

/// The text without its markup, paragraphs apart, and its first heading when the text begins with one of the first level.
fn plain(markdown: &str) -> (Option<String>, String) {
    let mut text = String::with_capacity(markdown.len());
    let mut heading = None;
    for event in Parser::new(markdown) {
        match event {
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::SoftBreak => text.push(' '),
            Event::HardBreak => text.push('\n'),
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::CodeBlock(_)) => {
                part(&mut text)
            }
            Event::End(TagEnd::Heading(pulldown_cmark::HeadingLevel::H1)) if heading.is_none() => {
                let (before, title) = text.rsplit_once("\n\n").unwrap_or(("", &text));
                if before.trim().is_empty() {
                    heading = Some(title.trim().to_owned());
                }
            }
            _ => {}
        }
    }
    (heading, text.trim().to_owned())
}

/// Begins a paragraph.
fn part(text: &mut String) {
    if !text.is_empty() && !text.ends_with("\n\n") {
        text.push_str("\n\n");
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn article(text: &str) -> Result<RawArticle, Fault> {
        super::article(text, &FieldMap::default())
    }

    #[test]
    fn front_matter_of_yaml_and_of_toml() {
        let raw = article(
            "---\nlayout: post\ntitle: \"Port Senna: a vote\"\nauthors:\n  - Ilse Maravant\n  - Tobin Okkerley\n\
             date: 2024-03-14\n---\n\nThe **port** _closed_\nat [noon](http://x.example).\n\n* All left.\n* Nobody came.\n",
        )
        .unwrap();
        assert_eq!(raw.title.as_deref(), Some("Port Senna: a vote"));
        assert_eq!(raw.authors, ["Ilse Maravant", "Tobin Okkerley"]);
        assert_eq!(raw.date.as_deref(), Some("2024-03-14"));
        assert_eq!(raw.body, "The port closed at noon.\n\nAll left.\n\nNobody came.");
        let raw = article("+++\ntitle = \"A vote\"\ndate = \"2024-03-14\"\n+++\nThe port closed.\n").unwrap();
        assert_eq!((raw.title.as_deref(), raw.body.as_str()), (Some("A vote"), "The port closed."));
        let raw = article("+++\ndate = 2024-03-14T10:00:00Z\n+++\nThe port closed.\n").unwrap();
        assert_eq!(raw.date.as_deref(), Some("2024-03-14T10:00:00Z"));
    }

    #[test]
    fn without_a_title_the_first_heading_is_it() {
        let raw = article("---\nauthor: Ilse Maravant\n---\n# A *vote*\n\nThe port closed.").unwrap();
        assert_eq!(raw.title.as_deref(), Some("A vote"));
        let raw =
            article("---\nauthor: Ilse Maravant\n---\nThe port closed.\n\n# Later\n\nIt opened.").unwrap();
        assert_eq!(raw.title, None);
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let Fault { line, reason } = article("---\ntitle: [unclosed\n---\nThe port closed.").unwrap_err();
        assert!(
            line == Some(1) && reason.to_string().starts_with("has a front matter that cannot be read: "),
            "{reason}"
        );
        for text in ["---\ntitle: x\n---\n", "---\ntitle: x\n", "---\n"] {
            assert_eq!(article(text).unwrap_err().reason, Reason::NoBody, "{text}");
        }
    }

    #[test]
    fn a_rule_before_prose_is_no_front_matter() {
        assert!(has_front_matter(b"---\nlayout: post\n---\n"));
        assert!(has_front_matter(b"+++\ntitle = \"x\"\n+++\n"));
        assert!(!has_front_matter(b"---\nThe minister said: no.\n"));
        assert!(!has_front_matter(b"--- \n"));
        assert!(!has_front_matter(b"The port closed."));
    }

    #[test]
    fn aliases_that_grow_without_bound_are_refused() {
        let bomb: String = (1..30)
            .map(|level| format!("a{level}: &a{level} [*a{0}, *a{0}, *a{0}, *a{0}]\n", level - 1))
            .collect();
        let text = format!("---\na0: &a0 [x, x, x, x]\n{bomb}title: *a29\n---\nThe port closed.");
        assert!(matches!(article(&text), Err(Fault { reason: Reason::FrontMatter { .. }, .. })));
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "(---|\\+\\+\\+)\n[a-c:=\\[\\]{}&*\"' \n#>`-]{0,80}") {
            let _ = article(&text);
        }
    }
}
