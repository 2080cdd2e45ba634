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
