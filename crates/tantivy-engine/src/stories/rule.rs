use super::signature::{HASHES, Signature};

/// Days between the first report of a story and its copies: a long weekend, and less than the week after which a weekly
/// notice comes again in nearly the same words.
pub(super) const WINDOW_DAYS: u64 = 4;

/// Equal hashes of two reports within the window: an estimated similarity above 0.8.
pub(super) const SIMILAR: usize = HASHES * 80 / 100 + 1;

/// Equal hashes of two reports of whatever days: copies word for word. Below this, articles of different
/// weeks are notices made from a template.
pub(super) const VERBATIM: usize = HASHES * 97 / 100;

/// Equal hashes of two reports of which one has no day: it may be a copy of the other's week, and may be a notice of
/// another.
pub(super) const UNDATED: usize = HASHES * 90 / 100;

/// An article to be grouped.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// What tells the article from all others.
    pub(crate) key: u64,
    /// Days since 1970-01-01.
    pub(crate) day: Option<i64>,
    /// An article without one is a story of its own.
    pub(crate) signature: Option<Signature>,
}

/// An entry with a signature, in the order in which stories take them: the earliest first, the undated last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Report<'a> {
    undated: bool,
    pub(super) day: Option<i64>,
    pub(super) key: u64,
    pub(super) signature: &'a Signature,
}

impl<'a> Report<'a> {
    pub(super) fn of(entry: &'a Entry) -> Option<Self> {
        let signature = entry.signature.as_ref()?;
        Some(Self { undated: entry.day.is_none(), day: entry.day, key: entry.key, signature })
    }

    /// Whether both days are near each other, or neither is known: then nothing speaks against it.
    pub(super) fn is_near(&self, other: &Self) -> bool {
        match (self.day, other.day) {
            (Some(day), Some(other)) => day.abs_diff(other) <= WINDOW_DAYS,
            (None, None) => true,
            _ => false,
        }
    }

    /// The number of equal hashes, if they are enough for both to be one story.
    pub(super) fn likeness(&self, other: &Self) -> Option<usize> {
        let needed = match (self.day, other.day) {
            _ if self.is_near(other) => SIMILAR,
            (Some(_), Some(_)) => VERBATIM,
            _ => UNDATED,
        };
        Some(self.signature.equal_hashes(other.signature)).filter(|equal| *equal >= needed)
    }
}
