use std::sync::LazyLock;

use quotidian_search::{
    Filters,
    query::{ParsedQuery, QueryField},
};

use super::{
    counting,
    extract::Readable,
    filters,
    parameter::{Choices, Form, Parameter},
    reader::Reader,
};
use crate::{counting::Counting, problem::Problem};

/// How the lines of a batch are read and counted.
pub(crate) struct BatchSearch {
    /// How they are counted.
    pub(crate) counting: Counting,
    /// Of what each line is a name; `None` reads it as a query.
    pub(crate) field: Option<QueryField>,
}

static KNOWN: LazyLock<Vec<Parameter>> = LazyLock::new(|| {
    let field = "Of what each line is a name. Absent: each line is a query, in the query language.";
    let mut known = vec![Parameter::new("field", field, Form::one_of(&fields(), None), "speaker")];
    known.extend(counting::known());
    known.extend(filters::known_dates());
    known
});

impl Readable for BatchSearch {
    fn known() -> &'static [Parameter] {
        &KNOWN
    }

    fn read(reader: Reader, _: &str) -> Result<Self, Problem> {
        let counting = counting::read(&reader, |reader, _| {
            Ok(Filters { dates: filters::dates(reader)?, ..Filters::default() })
        })?;
        Ok(Self { counting, field: reader.choice("field", &fields())? })
    }
}

impl BatchSearch {
    /// What a line asks for.
    pub(crate) fn query(&self, line: &str) -> ParsedQuery {
        match self.field {
            Some(field) => ParsedQuery::for_name(field, line),
            None => ParsedQuery::parse(line),
        }
    }
}

fn fields() -> Choices<QueryField> {
    let fields = [
        QueryField::Speaker,
        QueryField::Person,
        QueryField::Organization,
        QueryField::Place,
        QueryField::Source,
        QueryField::Section,
        QueryField::Author,
    ];
    fields.map(|field| (field.as_str(), field)).to_vec()
}
