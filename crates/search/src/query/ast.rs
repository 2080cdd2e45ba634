use quotidian_model::DateRange;

/// What a query asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Query {
    /// Everything.
    All,
    /// Words or a phrase, in one field or in the text.
    Clause(Clause),
    /// When it was published.
    Date(DateClause),
    /// All of these; two or more, none of them an `And` or `All`.
    And(Vec<Query>),
    /// At least one of these; two or more, none of them an `Or` or `All`.
    Or(Vec<Query>),
    /// Everything but this.
    Not(Box<Query>),
}

/// The smallest question: a word or phrase, and where it must stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Where; `None` is title and body of articles, the content of quotes.
    pub field: Option<QueryField>,
    /// What, as it was typed.
    pub text: String,
    /// How it must match.
    pub matching: Matching,
}

/// How a clause's text must match. Case and diacritics never matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matching {
    /// A word in any of its forms (stemmed).
    Word,
    /// These words in this order and form.
    Phrase,
    /// These words in this form, in any order, with at most so many other words among them.
    Near(u8),
    /// A word that begins so.
    Prefix,
    /// A word that so many edits turn into this one: a letter inserted, left out or changed, or two neighbours
    /// exchanged. The first letter must stand.
    Fuzzy(u8),
}

impl Matching {
    /// The most words among those of a [`Matching::Near`].
    pub const MAX_SLOP: u8 = 50;
    /// The most edits of a [`Matching::Fuzzy`].
    pub const MAX_EDITS: u8 = 2;
}

/// When a document must have been published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateClause {
    /// On one of these civil days.
    Within(DateRange),
    /// On no day that is known.
    Undated,
}

/// A field a clause can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QueryField {
    /// The headline.
    Title,
    /// The text.
    Body,
    /// The content of quotes: what was said.
    Said,
    /// Who is quoted.
    Speaker,
    /// People named.
    Person,
    /// Organizations named.
    Organization,
    /// Places named.
    Place,
    /// The outlet.
    Source,
    /// The part of the paper.
    Section,
    /// The byline.
    Author,
    /// The language, ISO 639-1.
    Language,
    /// People, organizations and places named, and the headline.
    About,
}

impl QueryField {
    /// Every field, in the order of the documentation.
    pub const ALL: [Self; 12] = [
        Self::Title,
        Self::Body,
        Self::Said,
        Self::Speaker,
        Self::Person,
        Self::Organization,
        Self::Place,
        Self::Source,
        Self::Section,
        Self::Author,
        Self::Language,
        Self::About,
    ];

    /// The name before the colon.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Body => "body",
            Self::Said => "said",
            Self::Speaker => "speaker",
            Self::Person => "person",
            Self::Organization => "org",
            Self::Place => "place",
            Self::Source => "source",
            Self::Section => "section",
            Self::Author => "author",
            Self::Language => "lang",
            Self::About => "about",
        }
    }

    /// The field of a name, without regard to ASCII case.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.as_str().eq_ignore_ascii_case(name))
    }
}

impl Query {
    /// All of `parts`, flattened; `All` if there are none.
    pub fn and(parts: impl IntoIterator<Item = Query>) -> Self {
        let mut flat = Vec::new();
        for part in parts {
            match part {
                Self::All => {}
                Self::And(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        single_or(flat, Self::And)
    }

    /// At least one of `parts`, flattened; `All` if there are none.
    pub fn or(parts: impl IntoIterator<Item = Query>) -> Self {
        let mut flat = Vec::new();
        for part in parts {
            match part {
                Self::All => {}
                Self::Or(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        single_or(flat, Self::Or)
    }

    /// Everything but `query`; a double negation falls away.
    pub fn negated(query: Query) -> Self {
        match query {
            Self::Not(inner) => *inner,
            other => Self::Not(Box::new(other)),
        }
    }

    /// Whether a match can be better or worse than another: whether some text is asked for, not only names.
    pub fn ranks(&self) -> bool {
        match self {
            Self::All | Self::Not(_) | Self::Date(_) => false,
            Self::Clause(clause) => {
                matches!(clause.field, None | Some(QueryField::Title | QueryField::Body | QueryField::Said))
            }
            Self::And(parts) | Self::Or(parts) => parts.iter().any(Self::ranks),
        }
    }

    /// The query without the part at `place` among its [`conjuncts`](Self::conjuncts).
    pub fn without(&self, place: usize) -> Self {
        let others = self.conjuncts().iter().enumerate().filter(|(other, _)| *other != place);
        Self::and(others.map(|(_, part)| part.clone()))
    }

    /// The parts that must all hold, as a reader would list them.
    pub fn conjuncts(&self) -> &[Query] {
        match self {
            Self::All => &[],
            Self::And(parts) => parts,
            other => std::slice::from_ref(other),
        }
    }
}

fn single_or(mut parts: Vec<Query>, join: fn(Vec<Query>) -> Query) -> Query {
    match parts.len() {
        0 => Query::All,
        1 => parts.remove(0),
        _ => join(parts),
    }
}
