use super::{
    Clause, Matching, Query, QueryField,
    date::date,
    lexer::{DateField, Token, TokenKind, is_quotation_mark, tokens},
    word::{self, Asked},
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

impl ParsedQuery {
    /// The longest query, in code points.
    pub const MAX_CHARACTERS: usize = 2_000;
    /// How deep brackets nest.
    pub const MAX_DEPTH: usize = 32;
    /// The most words, those of phrases included, and dates.
    pub const MAX_TERMS: usize = 64;
    /// The most words with a star or a tilde: each stands for many others.
    pub const MAX_EXPANSIONS: usize = 16;

    /// The query for a name: for the values of a field that have its words side by side. Nothing in it is an operator.
    pub fn for_name(field: QueryField, name: &str) -> Self {
        let name = name.replace(is_quotation_mark, " ");
        Self::parse(&format!("{}:\"{name}\"", field.as_str()))
    }

    /// Reads a query. Never fails: what cannot be read is left out or repaired, with a warning.
    pub fn parse(text: &str) -> Self {
        let mut parser = Parser::default();
        let shortened: String = text.chars().take(Self::MAX_CHARACTERS).collect();
        if shortened.len() < text.len() {
            parser.warn(
                Self::MAX_CHARACTERS + 1,
                format!("a query has at most {} characters; the rest was left out", Self::MAX_CHARACTERS),
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

#[derive(Default)]
struct Parser {
    tokens: Vec<Token>,
    place: usize,
    depth: usize,
    terms: usize,
    expansions: usize,
    /// The field before the innermost brackets that have one.
    field: Option<QueryField>,
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
            TokenKind::Not => self.negation(),
            _ => self.primary(),
        }
    }

    fn negation(&mut self) -> Option<Query> {
        let column = self.next()?.column;
        let mut negations = 1_usize;
        while self.peek() == Some(&TokenKind::Not) {
            self.place += 1;
            negations += 1;
        }
        match self.primary() {
            Some(Query::All) => None,
            Some(query) if negations % 2 == 1 => Some(Query::negated(query)),
            Some(query) => Some(query),
            None => {
                self.warn(column, "there is nothing to exclude here; it was left out");
                None
            }
        }
    }

    fn primary(&mut self) -> Option<Query> {
        match self.peek()? {
            TokenKind::Or | TokenKind::Close | TokenKind::Not => return None,
            _ => {}
        }
        let Token { column, kind } = self.next()?;
        match kind {
            TokenKind::Open => Some(self.group(column)),
            TokenKind::Field(field) => self.field(field, column),
            TokenKind::Date(field) => self.date(field, column),
            TokenKind::Word(text) => self.clause(column, word::word(&text)),
            TokenKind::Phrase { text, closed, slop } => {
                if !closed {
                    self.warn(
                        column,
                        "this quotation mark is never closed; the phrase was taken to run to the end",
                    );
                }
                self.clause(column, word::phrase(text, slop))
            }
            TokenKind::Or | TokenKind::Close | TokenKind::Not => None,
        }
    }

    fn group(&mut self, column: usize) -> Query {
        if self.depth == ParsedQuery::MAX_DEPTH {
            let reason =
                format!("brackets nest at most {} deep; this one was left out", ParsedQuery::MAX_DEPTH);
            self.warn(column, reason);
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

    /// A field is asked for by the word, the phrase or all that stands in the brackets behind it.
    fn field(&mut self, field: QueryField, column: usize) -> Option<Query> {
        let outer = self.field.replace(field);
        let value = match self.peek() {
            Some(TokenKind::Word(_) | TokenKind::Phrase { .. } | TokenKind::Open) => self.primary(),
            _ => {
                let name = field.as_str();
                self.warn(column, format!("`{name}:` needs a word or a phrase after it; it was left out"));
                None
            }
        };
        self.field = outer;
        value
    }

    fn date(&mut self, field: DateField, column: usize) -> Option<Query> {
        let (Some(TokenKind::Word(text)) | Some(TokenKind::Phrase { text, .. })) = self.peek().cloned()
        else {
            let name = field.as_str();
            self.warn(column, format!("`{name}:` needs a date after it, such as 2022-02; it was left out"));
            return None;
        };
        self.place += 1;
        match date(field, &text) {
            Ok(clause) => (self.room_for(1, column) == 1).then_some(Query::Date(clause)),
            Err(reason) => {
                self.warn(column, format!("{reason}; `{}:` was left out", field.as_str()));
                None
            }
        }
    }

    fn clause(&mut self, column: usize, asked: Asked) -> Option<Query> {
        let Asked { mut text, mut matching, repair } = asked;
        let words = word::words(&text).count();
        if words == 0 {
            self.warn(column, "there is no word here to search for; it was left out");
            return None;
        }
        if let Some(repair) = repair {
            self.warn(column, repair);
        }
        let room = self.room_for(words, column);
        if room == 0 {
            return None;
        }
        if matches!(matching, Matching::Prefix | Matching::Fuzzy(_)) {
            self.expansions += 1;
            if self.expansions > ParsedQuery::MAX_EXPANSIONS {
                let most = ParsedQuery::MAX_EXPANSIONS;
                self.warn(
                    column,
                    format!("a query has at most {most} words with `*` or `~`; this one was read without"),
                );
                matching = Matching::Phrase;
            }
        }
        if room < words {
            text = word::words(&text).take(room).collect::<Vec<_>>().join(" ");
            matching = Matching::Phrase;
        }
        Some(Query::Clause(Clause { field: self.field, text, matching }))
    }

    /// How many of so many more terms the query may have; says so where it is not all.
    fn room_for(&mut self, terms: usize, column: usize) -> usize {
        let room = terms.min(ParsedQuery::MAX_TERMS.saturating_sub(self.terms));
        if room < terms && self.terms <= ParsedQuery::MAX_TERMS {
            let reason =
                format!("a query has at most {} words; the rest was left out", ParsedQuery::MAX_TERMS);
            self.warn(column, reason);
        }
        self.terms += terms;
        room
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
