//! How a speaker stands to the quote: the name of the rule.

use super::{Content, decode::Previous};
use crate::{candidate::Candidate, document::Document, saying::RelationKind};

/// How a speaker was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    SubjectAfter,
    SubjectBefore,
    Inverted,
    SecondVerb,
    AccordingTo,
    Colon,
    Dash,
    Continued,
    SameSpeaker,
    Subject,
    SentenceBefore,
    SentenceAfter,
    ParagraphBefore,
    Clause,
    Nearest,
    Nobody,
}

impl Rule {
    /// Its name, as it is stored with a quote.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::SubjectAfter => "subject-after",
            Self::SubjectBefore => "subject-before",
            Self::Inverted => "inverted",
            Self::SecondVerb => "second-verb",
            Self::AccordingTo => "according-to",
            Self::Colon => "colon",
            Self::Dash => "dash",
            Self::Continued => "continued",
            Self::SameSpeaker => "same-speaker",
            Self::Subject => "subject",
            Self::SentenceBefore => "sentence-before",
            Self::SentenceAfter => "sentence-after",
            Self::ParagraphBefore => "paragraph-before",
            Self::Clause => "reported-clause",
            Self::Nearest => "nearest",
            Self::Nobody => "nobody",
        }
    }

    /// How a candidate stands to a content, given the speaker before.
    pub(super) fn of(
        document: &Document<'_>,
        candidate: &Candidate,
        content: &Content,
        is_previous: Option<&Previous>,
    ) -> Self {
        let (start, end) = (&document.tokens[content.tokens.start], &document.tokens[content.tokens.end - 1]);
        let there = &document.tokens[candidate.head];
        let same_sentence = there.sentence == start.sentence || there.sentence == end.sentence;
        if is_previous.is_some() && !same_sentence {
            return if content.continues { Self::Continued } else { Self::SameSpeaker };
        }
        let after = candidate.tokens.start >= content.tokens.end;
        if same_sentence {
            return Self::in_sentence(document, candidate, after);
        }
        let subject = matches!(
            candidate.relation.kind,
            RelationKind::Subject | RelationKind::SubjectApposition | RelationKind::OtherSubject
        ) || candidate.relation.says();
        match after {
            true if candidate.relation.says() => Self::SentenceAfter,
            false if subject && there.paragraph == start.paragraph => Self::SentenceBefore,
            false if subject && there.paragraph + 1 == start.paragraph => Self::ParagraphBefore,
            _ => Self::Nearest,
        }
    }

    fn in_sentence(document: &Document<'_>, candidate: &Candidate, after: bool) -> Self {
        let dash = |at: usize| matches!(document.lower(at), "—" | "–" | "-" | "―" | "--");
        match candidate.relation.kind {
            RelationKind::AccordingTo => Self::AccordingTo,
            RelationKind::Inverted if candidate.relation.says() => Self::Inverted,
            RelationKind::Participle | RelationKind::Conjunct => Self::SecondVerb,
            RelationKind::Subject | RelationKind::SubjectApposition | RelationKind::SubjectParenthesis
                if after =>
            {
                Self::SubjectAfter
            }
            _ if candidate.relation.says() => Self::SubjectBefore,
            RelationKind::Subject | RelationKind::SubjectApposition => Self::SubjectBefore,
            RelationKind::OtherSubject if !after => Self::Subject,
            RelationKind::Colon => Self::Colon,
            RelationKind::None if after && candidate.tokens.start > 0 && dash(candidate.tokens.start - 1) => {
                Self::Dash
            }
            _ => Self::Nearest,
        }
    }
}
