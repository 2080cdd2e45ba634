//! Treebanks in the format of Universal Dependencies: CoNLL-U.

use anyhow::Result;
use quotidian_model::Span;

use crate::gold;
use crate::workspace::Workspace;

/// A document of a treebank: its text put together again, and its words.
#[derive(Debug, Default)]
pub(crate) struct TreebankDocument {
    pub(crate) id: String,
    /// A paragraph a line.
    pub(crate) text: String,
    pub(crate) words: Vec<TreebankWord>,
}

/// A word of a treebank.
#[derive(Debug)]
pub(crate) struct TreebankWord {
    /// Where it stands in the document's text.
    pub(crate) span: Span,
    /// The universal part of speech.
    pub(crate) universal: String,
    /// The tag of the Penn Treebank.
    pub(crate) penn: String,
    /// The brackets of the mentions that begin or end with the word.
    pub(crate) entity: String,
}

/// The documents of a file under `../shared/data` whose words are there; some are left out for their licence.
pub(crate) fn read(workspace: &Workspace, name: &str) -> Result<Vec<TreebankDocument>> {
    let mut documents: Vec<TreebankDocument> = Vec::new();
    let mut contraction = None;
    for line in gold::lines(workspace, name)? {
        let line = line?;
        if let Some(id) = line.strip_prefix("# newdoc id = ") {
            documents.push(TreebankDocument { id: id.to_owned(), ..TreebankDocument::default() });
        }
        let Some(document) = documents.last_mut() else { continue };
        if line.starts_with("# newpar") && !line.starts_with("# newpar_block") {
            document.text.truncate(document.text.trim_end().len());
            document.text.push('\n');
        }
        let columns: Vec<&str> = line.split('\t').collect();
        if let [number, form, _, universal, penn, .., more] = columns[..] {
            document.add(&mut contraction, number, form, [universal, penn, more]);
        }
    }
    documents.retain(|document| !document.text.contains("___"));
    Ok(documents)
}

/// The words `first..=last` that are written as one, from byte `at` of the text to `end`.
#[derive(Debug, Clone, Copy)]
struct Contraction {
    last: usize,
    at: usize,
    end: usize,
}

impl TreebankDocument {
    fn add(
        &mut self,
        contraction: &mut Option<Contraction>,
        number: &str,
        form: &str,
        [universal, penn, more]: [&str; 3],
    ) {
        let start = self.text.len();
        let spaced = !more.split('|').any(|item| item == "SpaceAfter=No");
        if let Some((_, last)) = number.split_once('-') {
            self.text.push_str(form);
            let last = last.parse().unwrap_or(0);
            *contraction = Some(Contraction { last, at: start, end: self.text.len() });
        }
        // "8.1" is a word that is not written.
        let Ok(number) = number.parse::<usize>() else {
            self.text.push_str(if spaced && number.contains('-') { " " } else { "" });
            return;
        };
        let span = match contraction {
            Some(whole) if number <= whole.last => {
                let end = if number == whole.last { whole.end } else { whole.end.min(whole.at + form.len()) };
                let end = (end..whole.end).find(|end| self.text.is_char_boundary(*end)).unwrap_or(whole.end);
                Span::new(std::mem::replace(&mut whole.at, end), end)
            }
            _ => {
                *contraction = None;
                self.text.push_str(form);
                let span = Span::new(start, self.text.len());
                self.text.push_str(if spaced { " " } else { "" });
                span
            }
        };
        let entity = more.split('|').find_map(|item| item.strip_prefix("Entity=")).unwrap_or_default();
        self.words.push(TreebankWord {
            span,
            universal: universal.to_owned(),
            penn: penn.to_owned(),
            entity: entity.to_owned(),
        });
    }
}

/// A mention of something, which its group knows.
#[derive(Debug)]
pub(crate) struct TreebankMention {
    pub(crate) span: Span,
    /// The same for all mentions of one thing.
    pub(crate) group: String,
    /// `person`, `place` and so on.
    pub(crate) kind: String,
}

impl TreebankDocument {
    /// The mentions, each where it ends: `(7-person-new` begins one of group 7, `7)` ends it.
    pub(crate) fn mentions(&self) -> Vec<TreebankMention> {
        let mut open: Vec<TreebankMention> = Vec::new();
        let mut mentions = Vec::new();
        for word in &self.words {
            let mut rest = word.entity.as_str();
            while !rest.is_empty() {
                let end = rest[1..].find(['(', ')']).map_or(rest.len(), |end| end + 1);
                let closes = rest[end..].starts_with(')');
                let mut fields = rest[..end].trim_start_matches('(').split('-');
                let group = fields.next().unwrap_or_default().to_owned();
                if rest.starts_with('(') {
                    let kind = fields.next().unwrap_or_default().to_owned();
                    open.push(TreebankMention { span: word.span, group: group.clone(), kind });
                }
                if closes && let Some(at) = open.iter().rposition(|mention| mention.group == group) {
                    let mut mention = open.remove(at);
                    mention.span = Span::new(mention.span.start, word.span.end);
                    mentions.push(mention);
                }
                rest = &rest[end + usize::from(closes)..];
            }
        }
        mentions
    }
}
