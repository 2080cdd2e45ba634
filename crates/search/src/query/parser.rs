use super::{
    Clause, Matching, Query, QueryField,
    lexer::{Token, TokenKind, tokens},
};

/// A query read from text, with what had to be repaired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedQuery {
    /// What was understood; its printed form is the repaired text.
    pub query: Query,
    /// What was not, in the order of the text.
    pub warnings: Vec<Warning>,
}

/// Something in a query that could not be read as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Where, in code points from 1.
    pub column: usize,
    /// What is wrong and how it was read, in one sentence.
    pub reason: String,
}

const MAX_CHARACTERS: usize = 2_000;
const MAX_DEPTH: usize = 32;
const MAX_CLAUSES: usize = 64;

impl ParsedQuery {
    /// Reads a query. Never fails: what cannot be read is left out or repaired, with a warning.
    pub fn parse(text: &str) -> Self {
        let mut parser = Parser { warnings: Vec::new(), tokens: Vec::new(), place: 0, depth: 0, clauses: 0 };
        let shortened: String = text.chars().take(MAX_CHARACTERS).collect();
        if shortened.len() < text.len() {
            parser.warn(
                MAX_CHARACTERS + 1,
                format!("a query has at most {MAX_CHARACTERS} characters; the rest was left out"),
            );
        }
        parser.tokens = tokens(&shortened);
        let mut parts = Vec::new();
        while parser.place < parser.tokens.len() {
            parts.push(parser.all_of());
            if let Some(token) = parser.next() {
                parser.warn(token.column, "this bracket closes nothing; it was left out");
            }
        }
        parser.warnings.sort_by_key(|warning| warning.column);
        Self { query: Query::and(parts), warnings: parser.warnings }
    }
}

struct Parser {
    tokens: Vec<Token>,
    place: usize,
    depth: usize,
    clauses: usize,
    warnings: Vec<Warning>,
}

impl Parser {
    /// `any_of any_of ...` up to a closing bracket or the end.
    fn all_of(&mut self) -> Query {
        let mut parts = Vec::new();
        while self.peek().is_some_and(|kind| *kind != TokenKind::Close) {
            parts.push(self.any_of());
        }
        Query::and(parts)
    }

    /// `unary OR unary OR ...`: OR binds tighter than the space, as in web search.
    fn any_of(&mut self) -> Query {
        let mut parts: Vec<Query> = self.unary().into_iter().collect();
        while self.peek() == Some(&TokenKind::Or) {
            let column = self.next().map_or(1, |token| token.column);
            let before = parts.len();
            parts.extend(self.unary());
            if before == 0 || parts.len() == before {
                self.warn(column, "OR needs something on both sides; it was left out");
            }
        }
        Query::or(parts)
    }

    fn unary(&mut self) -> Option<Query> {
        match self.peek()? {
            TokenKind::Or | TokenKind::Close => None,
            TokenKind::Not => {
                let column = self.next()?.column;
                let mut negations = 1_usize;
                while self.peek() == Some(&TokenKind::Not) {
                    self.place += 1;
                    negations += 1;
                }
                match self.primary(None) {
                    Some(Query::All) => None,
                    Some(query) if negations % 2 == 1 => Some(Query::negated(query)),
                    Some(query) => Some(query),
                    None => {
                        self.warn(column, "there is nothing to exclude here; it was left out");
                        None
                    }
                }
            }
            _ => self.primary(None),
        }
    }

    fn primary(&mut self, field: Option<QueryField>) -> Option<Query> {
        match self.peek()? {
            TokenKind::Or | TokenKind::Close | TokenKind::Not => return None,
            _ => {}
        }
        let Token { column, kind } = self.next()?;
        match kind {
            TokenKind::Open => Some(self.group(column)),
            TokenKind::Field(name) => self.field(name, column),
            TokenKind::Word(text) => self.clause(column, Clause { field, text, matching: Matching::Word }),
            TokenKind::Phrase { text, closed } => {
                if !closed {
                    self.warn(
                        column,
                        "this quotation mark is never closed; the phrase was taken to run to the end",
                    );
                }
                self.clause(column, Clause { field, text, matching: Matching::Phrase })
            }
            TokenKind::Or | TokenKind::Close | TokenKind::Not => None,
        }
    }

    fn group(&mut self, column: usize) -> Query {
        if self.depth == MAX_DEPTH {
            self.warn(column, format!("brackets nest at most {MAX_DEPTH} deep; this one was left out"));
            return Query::All;
        }
        self.depth += 1;
        let inner = self.all_of();
        self.depth -= 1;
        if self.next().is_none() {
            self.warn(column, "this bracket is never closed; it was taken to close at the end");
        }
        inner
    }

    fn field(&mut self, field: QueryField, column: usize) -> Option<Query> {
        let value = match self.peek() {
            Some(TokenKind::Word(_) | TokenKind::Phrase { .. }) => self.primary(Some(field)),
            _ => None,
        };
        if value.is_none() {
            self.warn(
                column,
                format!("`{}:` needs a word or a phrase after it; it was left out", field.as_str()),
            );
        }
        value
    }

    fn clause(&mut self, column: usize, clause: Clause) -> Option<Query> {
        if !clause.text.chars().any(char::is_alphanumeric) {
            self.warn(column, "there is no word here to search for; it was left out");
            return None;
        }
        self.clauses += 1;
        if self.clauses > MAX_CLAUSES {
            if self.clauses == MAX_CLAUSES + 1 {
                self.warn(
                    column,
                    format!("a query has at most {MAX_CLAUSES} words and phrases; the rest was left out"),
                );
            }
            return None;
        }
        Some(Query::Clause(clause))
    }

    fn peek(&self) -> Option<&TokenKind> {
        self.tokens.get(self.place).map(|token| &token.kind)
    }

    fn next(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.place).cloned();
        self.place += usize::from(token.is_some());
        token
    }

    fn warn(&mut self, column: usize, reason: impl Into<String>) {
        self.warnings.push(Warning { column, reason: reason.into() });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, printed: &str) {
        let parsed = ParsedQuery::parse(text);
        assert_eq!(parsed.query.to_string(), printed, "{text}");
        assert_eq!(parsed.warnings, [], "{text}");
    }

    fn check_repaired(text: &str, printed: &str, warning: &str) {
        let parsed = ParsedQuery::parse(text);
        assert_eq!(parsed.query.to_string(), printed, "{text}");
        let warnings: Vec<_> =
            parsed.warnings.iter().map(|w| format!("{}: {}", w.column, w.reason)).collect();
        assert!(warnings.first().is_some_and(|first| first.starts_with(warning)), "{text}: {warnings:?}");
    }

    #[test]
    fn words_are_anded() {
        check("oil prices", "oil prices");
        check("oil AND prices", "oil prices");
        check("  ", "");
    }

    #[test]
    fn or_binds_tighter_than_the_space() {
        check("levy OR tide -section:opinion", "levy OR tide -section:opinion");
        let parsed = ParsedQuery::parse("levy OR tide -section:opinion");
        assert_eq!(parsed.query.conjuncts().len(), 2);
        check("(a b) OR c", "(a b) OR c");
        check("a (b OR c)", "a b OR c");
    }

    #[test]
    fn every_kind_of_quotation_mark_opens_a_phrase() {
        for text in ["\"red lines\"", "“red lines”", "„red lines“", "«red lines»", "”red  lines\""]
        {
            check(text, "\"red lines\"");
        }
    }

    #[test]
    fn a_dash_negates_only_before_something() {
        check("-nato", "-nato");
        check("well-known", "well-known");
        check("-(a b)", "-(a b)");
        check("NOT a", "-a");
        check("NOT NOT a", "a");
        check_repaired("a - b", "a b", "3: there is no word here");
    }

    #[test]
    fn fields_take_a_word_or_a_phrase() {
        check("Speaker:okkerley", "speaker:okkerley");
        check("org:\"Harbour Board\"", "org:\"Harbour Board\"");
        check("about:levy", "about:levy");
        check("10:30", "10:30");
        check_repaired("speaker: OR a", "a", "1: `speaker:` needs");
    }

    #[test]
    fn broken_queries_are_repaired() {
        check_repaired("\"red lines", "\"red lines\"", "1: this quotation mark");
        check_repaired("(a b", "a b", "1: this bracket is never closed");
        check_repaired("a) b", "a b", "2: this bracket closes nothing");
        check_repaired("a OR", "a", "3: OR needs");
        check_repaired("OR a", "a", "1: OR needs");
        check_repaired("a -)", "a", "3: there is no word");
        check_repaired("!!", "", "1: there is no word");
    }

    #[test]
    fn limits_are_kept() {
        let nested = format!("{}a{}", "(".repeat(5_000), ")".repeat(5_000));
        assert!(
            ParsedQuery::parse(&nested).warnings.iter().any(|warning| warning.reason.contains("32 deep"))
        );
        let many = "word ".repeat(100);
        let parsed = ParsedQuery::parse(&many);
        assert_eq!(parsed.query.conjuncts().len(), MAX_CLAUSES);
        assert_eq!(parsed.warnings.len(), 1);
    }

    proptest! {
        #[test]
        fn printing_and_parsing_again_changes_nothing(text in r#"([a-c]|"|“| |\(|\)|-|OR|NOT|speaker:|:|é|\*){0,40}"#) {
            let query = ParsedQuery::parse(&text).query;
            let again = ParsedQuery::parse(&query.to_string());
            prop_assert_eq!(&again.query, &query);
            prop_assert_eq!(again.warnings, vec![]);
        }

        #[test]
        fn every_text_is_a_query(text in any::<String>()) {
            ParsedQuery::parse(&text);
        }
    }
}
