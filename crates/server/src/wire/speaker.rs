use quotidian_search::Shortlist;
use serde::Serialize;
use utoipa::ToSchema;

use super::{QuoteHit, speakers::Speaker, timeline::Timeline};

/// What the archive says of a speaker. Of every list the first are given, and how many there are.
#[derive(Serialize, ToSchema)]
pub(crate) struct SpeakerProfile {
    #[serde(flatten)]
    speaker: Speaker,
    /// The words that name the speaker at the quotes, the most frequent first.
    variants: Vec<Variant>,
    /// How many there are.
    total_variants: u64,
    /// What articles say that the speaker is, the most frequent first.
    roles: Vec<Role>,
    /// How many there are.
    total_roles: u64,
    /// The quotes over time.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    timeline: Option<Timeline>,
    /// The words of saying in lower case, with the number of quotes.
    cues: Vec<Counted>,
    /// How many there are.
    total_cues: u64,
    /// Who else is quoted in the same articles, with the number of articles.
    quoted_with: Vec<Counted>,
    /// How many there are.
    total_quoted_with: u64,
    /// The outlets, with the number of quotes.
    sources: Vec<Counted>,
    /// How many there are.
    total_sources: u64,
    /// Pairs of quotes that say nearly the same but for a negation or a number, the newest first. They are found by their
    /// words: candidates for a closer look, and no verdict.
    changed_statements: Vec<ChangedStatement>,
    /// How many there are.
    total_changed_statements: u64,
}

/// Words that name a speaker.
#[derive(Serialize, ToSchema)]
pub(crate) struct Variant {
    /// The words, in the spelling that most quotes have; case does not tell variants apart.
    #[schema(example = "the mayor")]
    words: String,
    /// Number of quotes.
    count: u64,
    /// How they come to stand for the name.
    #[schema(
        pattern = "^(same_name|part_of_name|title|spelling|initials|nickname|surname|user|role|pronoun|other)$",
        example = "role"
    )]
    merged_by: &'static str,
}

/// What articles say that a speaker is.
#[derive(Serialize, ToSchema)]
pub(crate) struct Role {
    /// The words.
    #[schema(example = "Mayor of Port Senna")]
    words: String,
    /// Number of quotes from articles that say so.
    count: u64,
    /// The year of the first dated one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = 2023)]
    first_year: Option<i16>,
    /// The year of the last dated one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = 2024)]
    last_year: Option<i16>,
}

/// A value, and how often it was met.
#[derive(Serialize, ToSchema)]
pub(crate) struct Counted {
    /// The value.
    value: String,
    /// How often.
    count: u64,
}

/// Two quotes from different articles that say nearly the same.
#[derive(Serialize, ToSchema)]
pub(crate) struct ChangedStatement {
    /// What they differ in.
    #[schema(pattern = "^(negation|number)$", example = "number")]
    differs: &'static str,
    /// The later quote.
    later: QuoteHit,
    /// The earlier quote; undated ones count as the earliest.
    earlier: QuoteHit,
}

impl From<quotidian_search::SpeakerProfile> for SpeakerProfile {
    fn from(profile: quotidian_search::SpeakerProfile) -> Self {
        let (variants, total_variants) = list(profile.variants);
        let (roles, total_roles) = list(profile.roles);
        let (cues, total_cues) = list(profile.cues);
        let (quoted_with, total_quoted_with) = list(profile.quoted_with);
        let (sources, total_sources) = list(profile.sources);
        let (changed_statements, total_changed_statements) = list(profile.changed_statements);
        Self {
            speaker: profile.listing.into(),
            variants,
            total_variants,
            roles,
            total_roles,
            timeline: profile.timeline.map(Timeline::from),
            cues,
            total_cues,
            quoted_with,
            total_quoted_with,
            sources,
            total_sources,
            changed_statements,
            total_changed_statements,
        }
    }
}

fn list<T, Wire: From<T>>(shortlist: Shortlist<T>) -> (Vec<Wire>, u64) {
    (shortlist.values.into_iter().map(Wire::from).collect(), shortlist.total)
}

impl From<quotidian_search::SpeakerVariant> for Variant {
    fn from(variant: quotidian_search::SpeakerVariant) -> Self {
        Self { words: variant.words, count: variant.count, merged_by: variant.merged_by.as_str() }
    }
}

impl From<quotidian_search::SpeakerRole> for Role {
    fn from(role: quotidian_search::SpeakerRole) -> Self {
        Self {
            words: role.words,
            count: role.count,
            first_year: role.first.map(|day| day.date().year()),
            last_year: role.last.map(|day| day.date().year()),
        }
    }
}

impl From<quotidian_search::Counted> for Counted {
    fn from(counted: quotidian_search::Counted) -> Self {
        Self { value: counted.value, count: counted.count }
    }
}

impl From<quotidian_search::ChangedStatement> for ChangedStatement {
    fn from(changed: quotidian_search::ChangedStatement) -> Self {
        Self {
            differs: changed.difference.as_str(),
            later: changed.later.into(),
            earlier: changed.earlier.into(),
        }
    }
}
