use std::{cmp::Reverse, collections::BTreeMap, fmt, ops::ControlFlow};

use quotidian_model::Article;
use serde::Serialize;

use crate::{
    Inputs, Options, Report,
    fields::Field,
    format::Format,
    pipeline::{Reading, read_all},
};

/// What a run would read.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Preview {
    /// The formats of the files, by their names.
    pub formats: BTreeMap<&'static str, FormatPreview>,
    /// The names met in records, the most frequent first.
    pub names: Vec<MetName>,
    /// Some of the articles, from as many files as there are.
    pub samples: Vec<Sample>,
    /// What would be rejected, and which dates give no day. Nothing is indexed, and everything read is counted.
    pub report: Report,
}

/// The articles of one format.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FormatPreview {
    /// How many there are.
    pub articles: u64,
    /// How many of them state each field.
    pub fields: BTreeMap<&'static str, u64>,
}

/// A name met in records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MetName {
    /// The name.
    pub name: String,
    /// The field it stands for; nothing when it is not used.
    pub field: Option<&'static str>,
    /// In how many records.
    pub records: u64,
}

/// An article of a preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sample {
    /// The day as it would be searched.
    pub day: Option<String>,
    /// The source.
    pub source: Option<String>,
    /// The headline; derived from the text when there is none.
    pub title: String,
    /// The first words of the body.
    pub beginning: String,
}

/// How many articles a preview shows.
const SAMPLES: usize = 10;

/// How many unused names it prints.
const MOST_UNUSED: usize = 30;

/// How many characters of a body it shows.
const BEGINNING: usize = 80;

/// Reads all inputs and says what is in them; nothing is annotated and nothing written.
pub fn preview(inputs: Inputs, options: &Options) -> Preview {
    let options = Options { fields: options.fields.remembering(), ..options.clone() };
    let (mut preview, mut others) = (Preview::default(), Vec::new());
    let _ = read_all(inputs, &options, &mut |Reading { outcome, format, begins_file, .. }| {
        match outcome {
            Ok(parsed) => {
                preview.count(&parsed.article, format);
                parsed.warning.into_iter().for_each(|warning| preview.report.warn(warning));
                let samples = if begins_file { &mut preview.samples } else { &mut others };
                if samples.len() < SAMPLES {
                    samples.push(Sample::of(&parsed.article));
                }
            }
            Err(rejection) => preview.report.reject(rejection),
        }
        ControlFlow::Continue(())
    });
    preview.samples.extend(others);
    preview.samples.truncate(SAMPLES);
    preview.names = names(&options);
    preview
}

fn names(options: &Options) -> Vec<MetName> {
    let met = options.fields.met().into_iter();
    let mut names: Vec<MetName> = met
        .map(|(name, field, records)| MetName { name, field: field.map(Field::as_str), records })
        .collect();
    names.sort_by_key(|name| Reverse(name.records));
    names
}

impl Preview {
    fn count(&mut self, article: &Article, format: Option<Format>) {
        self.report.read += 1;
        self.report.undated += u64::from(article.date.as_ref().is_none_or(|date| date.day.is_none()));
        self.report.derived_titles += u64::from(article.title.derived);
        let of_format = self.formats.entry(format.map_or("unknown", Format::as_str)).or_default();
        of_format.articles += 1;
        for field in Field::ALL {
            *of_format.fields.entry(field.as_str()).or_default() += u64::from(states(article, field));
        }
    }
}

fn states(article: &Article, field: Field) -> bool {
    match field {
        Field::Id | Field::Body => true,
        Field::Url => article.url.is_some(),
        Field::Title => !article.title.derived,
        Field::Date => article.date.as_ref().is_some_and(|date| date.day.is_some()),
        Field::Source => article.source.is_some(),
        Field::Authors => !article.authors.is_empty(),
        Field::Section => article.section.is_some(),
        Field::Language => article.language.is_some(),
    }
}

impl Sample {
    fn of(article: &Article) -> Self {
        let body = article.body.split_whitespace().flat_map(|word| [word, " "]).collect::<String>();
        Self {
            day: article.date.as_ref().and_then(|date| date.day).map(|day| day.to_string()),
            source: article.source.clone(),
            title: article.title.text.clone(),
            beginning: body.trim_end().chars().take(BEGINNING).collect(),
        }
    }
}

/// The preview in sentences and tables, for people.
impl fmt::Display for Preview {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rejected = self.report.rejected;
        writeln!(
            out,
            "{} articles would be read, {rejected} articles or files rejected.",
            self.report.read - rejected
        )?;
        for (format, of_format) in &self.formats {
            of_format.write(format, out)?;
        }
        self.write_names(out)?;
        self.write_samples(out)?;
        self.report.write_dates(out)?;
        self.report.write_rejections(out)
    }
}

impl FormatPreview {
    fn write(&self, format: &str, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "\n{format}: {} articles", self.articles)?;
        for field in Field::ALL {
            let stating = self.fields.get(field.as_str()).copied().unwrap_or_default();
            let missing = match (self.articles - stating, field) {
                (0, _) => "",
                (_, Field::Title) => "where it is missing, the first sentence stands in for it",
                (_, Field::Date) => "without it an article is found by words, and by no range of dates",
                (missing, Field::Source) if missing == self.articles => "--source NAME supplies one",
                _ => "",
            };
            writeln!(out, "{}", format!("  {:<9}{stating:>9}  {missing}", field.as_str()).trim_end())?;
        }
        Ok(())
    }
}

impl Preview {
    fn write_names(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (used, unused): (Vec<_>, Vec<_>) = self.names.iter().partition(|name| name.field.is_some());
        if !used.is_empty() {
            let used = used.iter().map(|met| format!("{} ({})", met.name, met.field.unwrap_or_default()));
            writeln!(out, "\nNames of fields: {}.", used.collect::<Vec<_>>().join(", "))?;
        }
        if !unused.is_empty() {
            let names = unused.iter().take(MOST_UNUSED).map(|met| met.name.as_str()).collect::<Vec<_>>();
            let more = if unused.len() > MOST_UNUSED { " and more" } else { "" };
            writeln!(
                out,
                "Not used, unless --map FILE.toml says what they are: {}{more}.",
                names.join(", ")
            )?;
        }
        Ok(())
    }

    fn write_samples(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.samples.is_empty() {
            writeln!(out, "\nSome of them:")?;
        }
        for Sample { day, source, title, beginning } in &self.samples {
            let (day, source) =
                (day.as_deref().unwrap_or("undated"), source.as_deref().unwrap_or("no source"));
            writeln!(out, "  {day:<10}  {source}: {title}\n              {beginning}")?;
        }
        if !self.samples.is_empty() { writeln!(out) } else { Ok(()) }
    }
}
