use super::QueryField;

/// A token and the column, in code points from 1, where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) column: usize,
    pub(super) kind: TokenKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TokenKind {
    Open,
    Close,
    Or,
    Not,
    Field(QueryField),
    Date(DateField),
    Word(String),
    Phrase {
        text: String,
        closed: bool,
        /// What stands behind a `~` at its end.
        slop: Option<String>,
    },
}

/// A field that takes a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateField {
    Date,
    After,
    Before,
}

impl DateField {
    const ALL: [Self; 3] = [Self::Date, Self::After, Self::Before];

    /// The name before the colon.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::After => "after",
            Self::Before => "before",
        }
    }
}

const DASH: char = '-';
const MINUS: char = '\u{2212}';

/// Every kind of double quotation mark opens and closes a phrase: phones type curly ones.
pub(super) fn is_quotation_mark(character: char) -> bool {
    matches!(
        character,
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂' | '〝' | '〞' | '〟' | '「' | '」' | '『' | '』'
    )
}

/// Cuts a query into tokens. Total: every text has tokens.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer { characters: text.chars().collect(), place: 0, tokens: Vec::new() };
    while lexer.step() {}
    lexer.tokens
}

struct Lexer {
    characters: Vec<char>,
    place: usize,
    tokens: Vec<Token>,
}

impl Lexer {
    fn step(&mut self) -> bool {
        let Some(character) = self.peek() else { return false };
        let column = self.place + 1;
        match character {
            '(' => self.single(column, TokenKind::Open),
            ')' => self.single(column, TokenKind::Close),
            // Of several dashes the last decides.
            DASH | MINUS if matches!(self.next_but_one(), Some(DASH | MINUS)) => self.place += 1,
            DASH | MINUS if self.opens_negation() => self.single(column, TokenKind::Not),
            character if is_quotation_mark(character) => self.phrase(column),
            character if character.is_whitespace() || character.is_control() => self.place += 1,
            _ => self.word(column),
        }
        true
    }

    fn peek(&self) -> Option<char> {
        self.characters.get(self.place).copied()
    }

    fn single(&mut self, column: usize, kind: TokenKind) {
        self.place += 1;
        self.tokens.push(Token { column, kind });
    }

    /// A dash negates when something to negate touches it: `a - b` has a stray dash, `well-known` none at all.
    fn opens_negation(&self) -> bool {
        self.next_but_one().is_some_and(|next| !next.is_whitespace() && !next.is_control() && next != ')')
    }

    fn next_but_one(&self) -> Option<char> {
        self.characters.get(self.place + 1).copied()
    }

    fn phrase(&mut self, column: usize) {
        self.place += 1;
        let inside = self.take_while(|character| !is_quotation_mark(character));
        let closed = self.peek().is_some();
        self.place += usize::from(closed);
        let slop = (self.peek() == Some('~')).then(|| {
            self.place += 1;
            self.take_while(|character| character.is_ascii_digit())
        });
        let text =
            inside.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
        let text = text.collect::<Vec<_>>().join(" ");
        self.tokens.push(Token { column, kind: TokenKind::Phrase { text, closed, slop } });
    }

    fn take_while(&mut self, belongs: impl Fn(char) -> bool) -> String {
        let start = self.place;
        while self.peek().is_some_and(&belongs) {
            self.place += 1;
        }
        self.characters[start..self.place].iter().collect()
    }

    fn word(&mut self, column: usize) {
        let start = self.place;
        while let Some(character) = self.peek() {
            let ends = character.is_whitespace() || character.is_control() || matches!(character, '(' | ')');
            if ends || is_quotation_mark(character) {
                break;
            }
            self.place += 1;
            if character == ':' && self.field(start, column) {
                return;
            }
        }
        let text: String = self.characters[start..self.place].iter().collect();
        let kind = match text.as_str() {
            "OR" | "|" | "||" => TokenKind::Or,
            "NOT" => TokenKind::Not,
            // AND is what a space means.
            "AND" | "&" | "&&" => return,
            _ => TokenKind::Word(text),
        };
        self.tokens.push(Token { column, kind });
    }

    fn field(&mut self, start: usize, column: usize) -> bool {
        let name: String = self.characters[start..self.place - 1].iter().collect();
        let date = DateField::ALL.into_iter().find(|field| field.as_str().eq_ignore_ascii_case(&name));
        let kind = QueryField::named(&name).map(TokenKind::Field).or(date.map(TokenKind::Date));
        let found = kind.is_some();
        self.tokens.extend(kind.map(|kind| Token { column, kind }));
        found
    }
}
