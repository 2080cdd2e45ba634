/// What a query asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Query {
    /// Everything.
    All,
    /// Words or a phrase, in one field or in the text.
    Clause(Clause),
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

/// How a clause's text must match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matching {
    /// A word in any of its forms (stemmed), without regard to case and diacritics.
    Word,
    /// These words in this order and form, without regard to case and diacritics.
    Phrase,
}

/// A field a clause can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QueryField {
    /// The headline.
    Title,
    /// The text.
    Body,
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
    /// People, organizations and places named, and the headline.
    About,
}

impl QueryField {
    /// Every field, in the order of the documentation.
    pub const ALL: [Self; 10] = [
        Self::Title,
        Self::Body,
        Self::Speaker,
        Self::Person,
        Self::Organization,
        Self::Place,
        Self::Source,
        Self::Section,
        Self::Author,
        Self::About,
    ];

    /// The name before the colon.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Body => "body",
            Self::Speaker => "speaker",
            Self::Person => "person",
            Self::Organization => "org",
            Self::Place => "place",
            Self::Source => "source",
            Self::Section => "section",
            Self::Author => "author",
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
            Self::All | Self::Not(_) => false,
            Self::Clause(clause) => matches!(clause.field, None | Some(QueryField::Title | QueryField::Body)),
            Self::And(parts) | Self::Or(parts) => parts.iter().any(Self::ranks),
        }
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
