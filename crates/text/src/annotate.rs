//! The steps in order.

use quotidian_model::{Annotations, Entity, Quote, QuoteKind, Span, Speaker};

use crate::{
    candidate::{self, Candidate},
    clause::{self, Clause},
    confidence::Evidence,
    document::Document,
    names::{self, Name},
    path::Paths,
    quotation::{self, MarkedKind, Quotation},
    register::{Register, Resolution, WEIGHTS},
    speaker::{self, Content, ContentKind, Decision, Rule},
    turn::Turn,
};

/// Finds the quotes, speakers and entities of a body.
///
/// Total and deterministic: any text gives annotations, the same text always the same, in time linear in its length.
///
/// ```
/// let body = "\"The pier stays open,\" Mayor Ilse Maravant said. \"All year.\"";
/// let annotations = quotidian_text::annotate(body);
/// let speakers: Vec<_> = annotations.quotes.iter().map(|quote| quote.speaker.name.as_deref()).collect();
/// assert_eq!(speakers, [Some("Ilse Maravant"), Some("Ilse Maravant")]);
/// ```
pub fn annotate(body: &str) -> Annotations {
    let (quotes, entities) = judged(body);
    Annotations { quotes: quotes.into_iter().map(|(quote, _)| quote).collect(), entities }
}

/// The quotes with the evidence for each, and the entities.
pub(crate) fn judged(body: &str) -> (Vec<(Quote, Evidence)>, Vec<Entity>) {
    let document = Document::new(body);
    let names = names::find(&document);
    let candidates = candidate::find(&document, &names);
    let register = Register::new(&document, &names, &candidates);
    let paths = Paths::new(&document);
    let quotations = quotation::judge(&document, &paths);
    let clauses = clause::find(&document, &candidates, &quotations);
    let contents = contents(&document, &candidates, &quotations, &clauses);
    let sayers = resolve(&document, &names, &candidates, &register, &[]);
    let entry = |index: usize| {
        let name = candidates[index].name.and_then(|name| register.entry_of(name));
        name.or(sayers[index].entry())
    };
    let decisions = speaker::decode(&document, &paths, &candidates, &contents, entry);
    let resolved = resolve(&document, &names, &candidates, &register, &decisions);
    let writer =
        Writer { document: &document, candidates: &candidates, register: &register, quotations: &quotations };
    let quotes = contents.iter().zip(decisions);
    let quotes = quotes.filter(|(content, decision)| is_kept(&candidates, content, *decision));
    let quotes = quotes.map(|(content, decision)| {
        let resolution = decision.candidate.map_or(Resolution::Unresolved, |candidate| resolved[candidate]);
        writer.quote(content, decision, resolution)
    });
    (quotes.collect(), entities(&document, &names, &register))
}

/// The quotes in text order: statements in marks, reported clauses, and quoted words outside both; in a transcript whole
/// turns, and nothing inside them.
fn contents(
    document: &Document<'_>,
    candidates: &[Candidate],
    quotations: &[Quotation],
    clauses: &[Clause],
) -> Vec<Content> {
    let mut contents = turns(document, candidates);
    let mut next = 0;
    for quotation in quotations {
        while clauses.get(next).is_some_and(|clause| clause.tokens.end <= quotation.tokens.start) {
            next += 1;
        }
        let covered = clauses.get(next).is_some_and(|clause| clause.tokens.start < quotation.tokens.end);
        let kind = match quotation.kind {
            _ if document.turn_of(quotation.tokens.start).is_some() => continue,
            MarkedKind::Standalone if !covered => ContentKind::Direct,
            MarkedKind::Fragment if !covered => ContentKind::Fragment,
            _ => continue,
        };
        contents.push(Content::marked(document, quotation, kind));
    }
    let clauses = clauses.iter().filter(|clause| document.turn_of(clause.tokens.start).is_none());
    contents.extend(clauses.map(|clause| Content::clause(document, clause)));
    contents.sort_by_key(|content| content.tokens.start);
    contents
}

/// The turns of the persons in a transcript.
fn turns(document: &Document<'_>, candidates: &[Candidate]) -> Vec<Content> {
    let persons = document.turns.iter().filter(|turn| !turn.outlet);
    let content = |turn: &Turn| {
        let first = candidates.partition_point(|candidate| candidate.tokens.start < turn.label.start);
        let speaker = candidates.get(first).filter(|candidate| candidate.tokens.end == turn.label.end);
        Content::turn(document, turn.words.clone(), speaker.map(|_| first))
    };
    persons.map(content).collect()
}

/// Quoted words in the writer's own sentence are kept only where somebody says them there.
fn is_kept(candidates: &[Candidate], content: &Content, decision: Decision) -> bool {
    let elsewhere =
        matches!(decision.rule, Rule::SentenceBefore | Rule::SentenceAfter | Rule::ParagraphBefore);
    let voice = decision.candidate.is_some_and(|candidate| candidates[candidate].voice);
    content.kind != ContentKind::Fragment || decision.cue.is_some() && !elsewhere && voice
}

/// Whom each candidate means that says something or was chosen; the others mean nobody yet. Everybody who says
/// something in the text counts as a sayer for the pronouns that follow.
fn resolve(
    document: &Document<'_>,
    names: &[Name],
    candidates: &[Candidate],
    register: &Register,
    decisions: &[Decision],
) -> Vec<Resolution> {
    let mut chosen = vec![false; candidates.len()];
    for candidate in decisions.iter().filter_map(|decision| decision.candidate) {
        chosen[candidate] = true;
    }
    register.resolve(document, names, candidates, &chosen, &WEIGHTS).resolutions
}

/// Turns decisions into quotes.
struct Writer<'a, 'b> {
    document: &'a Document<'b>,
    candidates: &'a [Candidate],
    register: &'a Register,
    quotations: &'a [Quotation],
}

impl Writer<'_, '_> {
    fn quote(&self, content: &Content, decision: Decision, resolution: Resolution) -> (Quote, Evidence) {
        let (span, verbatim) = self.span(content);
        let kind = match content.kind {
            ContentKind::Direct | ContentKind::Turn => QuoteKind::Direct,
            _ if verbatim.is_empty() => QuoteKind::Indirect,
            _ => QuoteKind::Mixed,
        };
        let surface =
            decision.candidate.map(|candidate| self.document.span(self.candidates[candidate].tokens.clone()));
        let entry = resolution.entry().map(|entry| &self.register.entries[entry]);
        let name = entry.map(|entry| entry.full.clone());
        let role = entry.and_then(|entry| entry.role.clone()).map(|role| self.document.span(role));
        let cue = decision.cue.map(|cue| self.document.tokens[cue].span);
        let evidence = Evidence { kind, said: content.probability, decision, resolution };
        let quote = Quote {
            span,
            kind,
            verbatim,
            context: self.context(content, span, cue),
            speaker: Speaker { surface, name, role },
            cue,
            confidence: evidence.confidence(),
            rule: decision.rule.name().to_owned(),
        };
        (quote, evidence)
    }

    /// The content without outer marks, and the quoted words in it.
    fn span(&self, content: &Content) -> (Span, Vec<Span>) {
        let first = self.quotations.partition_point(|quotation| quotation.tokens.end <= content.tokens.start);
        let tokens = &content.tokens;
        let inside =
            self.quotations[first..].iter().take_while(|quotation| quotation.tokens.start < tokens.end);
        let inner =
            |quotation: &Quotation| trimmed(self.document, self.document.marked[quotation.marked].inner);
        let mut span = self.document.span(tokens.clone());
        if content.kind == ContentKind::Turn {
            let mut inside = inside.filter(|quotation| quotation.tokens == *tokens);
            return (inside.next().map_or(span, inner), Vec::new());
        }
        if content.kind != ContentKind::Clause {
            span = inside.map(inner).next().unwrap_or(span);
            return (span, if content.kind == ContentKind::Fragment { vec![span] } else { Vec::new() });
        }
        let quoted = |quotation: &&Quotation| {
            let whole = tokens.start <= quotation.tokens.start && quotation.tokens.end <= tokens.end;
            whole && quotation.kind != MarkedKind::NoQuotation
        };
        let verbatim: Vec<Span> = inside.filter(quoted).map(inner).collect();
        // A clause that is all quoted words goes without their marks.
        if let [only] = verbatim.as_slice() {
            let whole = only.start <= span.start + 4 && only.end + 4 >= span.end;
            span = if whole { *only } else { span };
        }
        (span, verbatim)
    }

    /// The sentences around content and cue, and the whole quote: its marks can hold more than its last token.
    fn context(&self, content: &Content, quote: Span, cue: Option<Span>) -> Span {
        let first = self.document.sentence_of(content.tokens.start);
        let last = self.document.sentence_of(content.tokens.end - 1);
        let sentences = self.document.span(first.start..last.end);
        let span = Span::new(sentences.start.min(quote.start), sentences.end.max(quote.end));
        let Some(cue) = cue else { return span };
        let sentence = self.document.span(self.document.sentence_of(self.document.token_at(cue.start)));
        Span::new(span.start.min(sentence.start), span.end.max(sentence.end))
    }
}

/// A span without the white space at its ends.
fn trimmed(document: &Document<'_>, span: Span) -> Span {
    let text = span.of(&document.text);
    let start = span.start + (text.len() - text.trim_start().len());
    Span::new(start, start + text.trim().len())
}

/// The register's entries in the order of their first mentions.
fn entities(document: &Document<'_>, names: &[Name], register: &Register) -> Vec<Entity> {
    let mut entities: Vec<Entity> = register
        .entries
        .iter()
        .filter(|entry| !entry.mentions.is_empty())
        .map(|entry| Entity {
            kind: entry.kind,
            name: entry.full.clone(),
            mentions: entry.mentions.iter().map(|&name| document.span(names[name].tokens.clone())).collect(),
        })
        .collect();
    entities.sort_by_key(|entity| (entity.mentions[0], entity.kind));
    entities
}
