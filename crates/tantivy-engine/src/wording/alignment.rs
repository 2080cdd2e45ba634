use quotidian_model::Span;

use super::{Token, TokenKind, Wording};

/// The cheapest way from a given wording to a piece of a printed one: an edit distance in words (Levenshtein 1966) in which
/// the ends of the printed wording cost nothing (Sellers 1980), nor does what editors' marks stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Alignment {
    /// From the first given word to the last.
    pub(crate) steps: Vec<Step>,
    /// How many words are missing, added or changed.
    pub(crate) distance: usize,
}

/// A step of an alignment, with the places of tokens in their wordings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// The same word.
    Same(usize, usize),
    /// Another word.
    Changed(usize, usize),
    /// A given word that was not printed.
    Added(usize),
    /// A printed word that was not given.
    Missing(usize),
    /// A given mark that stands for other words.
    Gap(usize),
    /// A printed word that a mark stands for, or that may be left out.
    Passed(usize),
}

impl Step {
    /// The place of its given token.
    pub(crate) fn given(self) -> Option<usize> {
        match self {
            Self::Same(given, _) | Self::Changed(given, _) | Self::Added(given) | Self::Gap(given) => {
                Some(given)
            }
            Self::Missing(_) | Self::Passed(_) => None,
        }
    }

    /// The place of its printed token.
    pub(crate) fn printed(self) -> Option<usize> {
        match self {
            Self::Same(_, printed)
            | Self::Changed(_, printed)
            | Self::Missing(printed)
            | Self::Passed(printed) => Some(printed),
            Self::Added(_) | Self::Gap(_) => None,
        }
    }
}

impl Alignment {
    /// The given wording laid along the piece of the printed one where it costs least.
    pub(crate) fn of(given: &Wording<'_>, printed: &Wording<'_>) -> Self {
        let table = Table::fill(&given.tokens, &printed.tokens);
        let steps = table.steps(table.end());
        let differs = |step: &&Step| matches!(step, Step::Changed(..) | Step::Added(_) | Step::Missing(_));
        let distance = steps.iter().filter(differs).count();
        Self { steps, distance }
    }

    /// The places of the words that are the same, in the given wording and in the printed one.
    pub(crate) fn same(&self) -> impl Iterator<Item = (usize, usize)> {
        self.steps.iter().filter_map(|step| match step {
            Step::Same(given, printed) => Some((*given, *printed)),
            _ => None,
        })
    }

    /// With the words of the printed wording in front and behind as missing ones.
    pub(crate) fn with_ends(self, printed: &Wording<'_>) -> Self {
        let mut places = self.steps.iter().filter_map(|step| step.printed());
        let first = places.next().unwrap_or(printed.tokens.len());
        let last = places.next_back().unwrap_or(first);
        let before = (0..first).map(Step::Missing);
        let after = (last + 1..printed.tokens.len()).map(Step::Missing);
        let distance = self.distance + before.len() + after.len();
        Self { steps: before.chain(self.steps).chain(after).collect(), distance }
    }

    /// Where the words that it found stand in the printed text, in bytes; `None` if it found none.
    pub(crate) fn printed_span(&self, printed: &Wording<'_>) -> Option<Span> {
        let mut places = self.steps.iter().filter_map(|step| step.printed());
        let first = places.next()?;
        let last = places.next_back().unwrap_or(first);
        Some(Span::new(printed.tokens[first].span.start, printed.tokens[last].span.end))
    }
}

/// The cost of every beginning of the given wording up to every place of the printed one. Of ways with the same distance that
/// with more words that are the same costs less.
struct Table<'a> {
    given: &'a [Token],
    printed: &'a [Token],
    costs: Vec<i32>,
}

/// What a differing word costs, and what one that is the same brings. No wording has so many words that the second matters
/// where the first differs.
const DIFFERING: i32 = 1 << 16;
const SAME: i32 = -1;

impl<'a> Table<'a> {
    fn fill(given: &'a [Token], printed: &'a [Token]) -> Self {
        let width = printed.len() + 1;
        let mut table = Self { given, printed, costs: vec![0; (given.len() + 1) * width] };
        for row in 1..=given.len() {
            for column in 0..width {
                let mut cost = table.cost(row - 1, column) + table.cost_of_given(row);
                if column > 0 {
                    cost = cost.min(table.cost(row, column - 1) + table.cost_of_printed(row, column));
                    if let Some(difference) = table.difference(row, column) {
                        cost = cost.min(table.cost(row - 1, column - 1) + difference);
                    }
                }
                table.costs[row * width + column] = cost;
            }
        }
        table
    }

    fn cost(&self, row: usize, column: usize) -> i32 {
        self.costs[row * (self.printed.len() + 1) + column]
    }

    /// What it costs that a given token was not printed.
    fn cost_of_given(&self, row: usize) -> i32 {
        if self.given[row - 1].kind == TokenKind::Gap { 0 } else { DIFFERING }
    }

    /// What it costs that a printed word was not given.
    fn cost_of_printed(&self, row: usize, column: usize) -> i32 {
        let is_free = self.given[row - 1].kind == TokenKind::Gap
            || matches!(self.printed[column - 1].kind, TokenKind::Aside(_));
        if is_free { 0 } else { DIFFERING }
    }

    /// What it costs that one word stands for the other; `None` where no word was given.
    fn difference(&self, row: usize, column: usize) -> Option<i32> {
        let given = self.given[row - 1].word()?;
        Some(if self.printed[column - 1].word() == Some(given) { SAME } else { DIFFERING })
    }

    /// Where the cheapest way ends: of equally cheap places the last at which the last given token stands for a printed word.
    fn end(&self) -> usize {
        let row = self.given.len();
        let columns = 0..=self.printed.len();
        let least = columns.clone().map(|column| self.cost(row, column)).min().unwrap_or_default();
        let mut cheapest = columns.filter(|column| self.cost(row, *column) == least);
        let first = cheapest.clone().next().unwrap_or_default();
        cheapest.rfind(|column| row > 0 && self.is_pair(row, *column)).unwrap_or(first)
    }

    fn is_pair(&self, row: usize, column: usize) -> bool {
        let difference = if column > 0 { self.difference(row, column) } else { None };
        difference.is_some_and(|cost| self.cost(row, column) == self.cost(row - 1, column - 1) + cost)
    }

    fn steps(&self, mut column: usize) -> Vec<Step> {
        let mut row = self.given.len();
        let mut steps = Vec::with_capacity(row);
        while row > 0 {
            let cost = self.cost(row, column);
            let is_gap = self.given[row - 1].kind == TokenKind::Gap;
            if self.is_pair(row, column) {
                let is_same = self.difference(row, column) == Some(SAME);
                (row, column) = (row - 1, column - 1);
                steps.push(if is_same { Step::Same(row, column) } else { Step::Changed(row, column) });
            } else if cost == self.cost(row - 1, column) + self.cost_of_given(row) {
                row -= 1;
                steps.push(if is_gap { Step::Gap(row) } else { Step::Added(row) });
            } else {
                let is_free = self.cost_of_printed(row, column) == 0;
                column -= 1;
                steps.push(if is_free { Step::Passed(column) } else { Step::Missing(column) });
            }
        }
        steps.reverse();
        steps
    }
}
