use serde_json::{Number, Value};
use utoipa::openapi::{
    self, KnownFormat, ObjectBuilder, Required, SchemaFormat, Type,
    path::{ParameterBuilder, ParameterIn},
    schema::{ArrayBuilder, Schema},
};

/// A parameter of the query string.
pub(crate) struct Parameter {
    /// Its name.
    pub(crate) name: String,
    /// What it does, in a sentence.
    pub(crate) about: String,
    /// What its value looks like.
    pub(crate) form: Form,
    /// A value it can have.
    pub(crate) example: &'static str,
    /// Whether it can be given more than once.
    pub(crate) repeats: bool,
    /// Whether it must be given.
    pub(crate) required: bool,
}

/// What a value looks like.
pub(crate) enum Form {
    /// Any text.
    Text,
    /// A whole number.
    Number(Bounds),
    /// A number from 0 to 1.
    Share,
    /// One of these words, and the one an absent value means, if it means one.
    OneOf(Vec<&'static str>, Option<&'static str>),
}

/// What a whole number can be.
#[derive(Clone, Copy)]
pub(crate) struct Bounds {
    /// The lowest.
    pub(crate) from: usize,
    /// The highest.
    pub(crate) to: usize,
    /// What an absent one means.
    pub(crate) default: usize,
}

/// The words a parameter can be, and what each means.
pub(crate) type Choices<T> = Vec<(&'static str, T)>;

impl Parameter {
    /// A parameter that is given at most once.
    pub(crate) fn new(
        name: impl Into<String>,
        about: impl Into<String>,
        form: Form,
        example: &'static str,
    ) -> Self {
        Self { name: name.into(), about: about.into(), form, example, repeats: false, required: false }
    }

    /// The parameter, as one that can be given more than once.
    pub(crate) fn repeating(self) -> Self {
        Self { repeats: true, ..self }
    }

    /// The parameter, as one that must be given.
    pub(crate) fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// The parameter as the OpenAPI document describes it.
    pub(crate) fn described(&self) -> openapi::path::Parameter {
        let value = self.form.schema();
        let schema: Schema =
            if self.repeats { ArrayBuilder::new().items(value).into() } else { value.into() };
        let example = self.form.value(self.example);
        let example = if self.repeats { vec![example].into() } else { example };
        ParameterBuilder::new()
            .name(&self.name)
            .parameter_in(ParameterIn::Query)
            .required(if self.required { Required::True } else { Required::False })
            .description(Some(&self.about))
            .schema(Some(schema))
            .example(Some(example))
            .build()
    }
}

impl Form {
    /// One of some words, and the one an absent value means, if it means one.
    pub(crate) fn one_of<T>(choices: &[(&'static str, T)], default: Option<&'static str>) -> Self {
        Self::OneOf(choices.iter().map(|(word, _)| *word).collect(), default)
    }

    /// A value in JSON.
    fn value(&self, text: &str) -> Value {
        match self {
            Self::Number(_) | Self::Share => text.parse::<Number>().map_or(Value::Null, Value::Number),
            Self::Text | Self::OneOf(..) => text.into(),
        }
    }

    fn schema(&self) -> ObjectBuilder {
        let object = ObjectBuilder::new();
        match self {
            Self::Text => object.schema_type(Type::String),
            Self::Number(bounds) => object
                .schema_type(Type::Integer)
                .minimum(Some(bounds.from))
                .maximum(Some(bounds.to))
                .default(Some(bounds.default.into())),
            Self::Share => object
                .schema_type(Type::Number)
                .format(Some(SchemaFormat::KnownFormat(KnownFormat::Float)))
                .minimum(Some(0))
                .maximum(Some(1)),
            Self::OneOf(words, default) => object
                .schema_type(Type::String)
                .enum_values(Some(words.clone()))
                .default(default.map(Into::into)),
        }
    }
}
