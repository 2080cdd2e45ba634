use quotidian_model::{AnnotatedArticle, Day};

use super::{dice::Dice, draft::Draft};

/// What an archive is made of.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) name: &'static str,
    seed: u64,
    articles: usize,
    /// After how many pieces of the input the writer makes a checkpoint.
    checkpoints: usize,
    shuffled: bool,
    /// How many in a hundred articles are put with another text first, or in between.
    pub(crate) replaced: usize,
    /// How many in a hundred articles are copies of an earlier one.
    copies: usize,
    pub(super) days: Days,
    pub(super) quotes: bool,
    pub(super) least_sentences: usize,
    pub(super) most_sentences: usize,
}

/// When articles are published.
#[derive(Debug, Clone, Copy)]
pub(super) enum Days {
    /// On some days of some weeks.
    Weeks,
    /// On any day from the year 1 to today's, and often on the same.
    Centuries,
    /// On no day that is known, but for some.
    Seldom,
}

/// An archive's articles: as they are put, cut at the checkpoints, and as they stand at the end.
#[derive(Debug)]
pub(crate) struct Corpus {
    pub(crate) batches: Vec<Vec<AnnotatedArticle>>,
    pub(crate) articles: Vec<AnnotatedArticle>,
}

const USUAL: Plan = Plan {
    name: "one checkpoint",
    seed: 1,
    articles: 120,
    checkpoints: 1,
    shuffled: false,
    replaced: 0,
    copies: 15,
    days: Days::Weeks,
    quotes: true,
    least_sentences: 2,
    most_sentences: 4,
};

/// The first three hold the same articles.
pub(crate) const PLANS: &[Plan] = &[
    USUAL,
    Plan { name: "two checkpoints", checkpoints: 2, shuffled: true, ..USUAL },
    Plan { name: "seven checkpoints", checkpoints: 7, shuffled: true, ..USUAL },
    Plan { name: "replaced", seed: 2, checkpoints: 7, replaced: 40, shuffled: true, ..USUAL },
    Plan { name: "replaced at once", seed: 3, articles: 40, replaced: 40, ..USUAL },
    Plan { name: "centuries", seed: 4, articles: 200, checkpoints: 2, days: Days::Centuries, ..USUAL },
    Plan { name: "undated", seed: 5, articles: 60, checkpoints: 2, days: Days::Seldom, ..USUAL },
    Plan { name: "no quotes", seed: 6, articles: 20, quotes: false, ..USUAL },
    Plan { name: "wire copies", seed: 7, articles: 80, checkpoints: 2, copies: 70, shuffled: true, ..USUAL },
    Plan { name: "long texts", seed: 8, articles: 40, least_sentences: 8, most_sentences: 20, ..USUAL },
];

impl Plan {
    pub(crate) fn corpus(&self) -> Corpus {
        let mut dice = Dice::new(self.seed);
        let mut drafts: Vec<Draft> = Vec::with_capacity(self.articles);
        for number in 0..self.articles {
            let id = format!("invented.{}.{number}", self.seed);
            let copied = dice.percent(self.copies).then(|| dice.below(drafts.len().max(1)));
            let draft = match copied.and_then(|place| drafts.get(place).cloned()) {
                Some(original) => original.copied(&mut dice, self, id),
                None => Draft::roll(&mut dice, self, id),
            };
            drafts.push(draft);
        }
        let articles: Vec<AnnotatedArticle> = drafts.iter().map(Draft::article).collect();
        Corpus { batches: self.batches(&mut dice, &articles), articles }
    }

    fn batches(&self, dice: &mut Dice, articles: &[AnnotatedArticle]) -> Vec<Vec<AnnotatedArticle>> {
        let mut input = articles.to_vec();
        if self.shuffled {
            dice.shuffle(&mut input);
        }
        let size = input.len().div_ceil(self.checkpoints);
        let mut batches: Vec<Vec<AnnotatedArticle>> = input.chunks(size).map(<[_]>::to_vec).collect();
        for place in 0..batches.len() {
            for article in batches[place].clone() {
                if dice.percent(self.replaced) {
                    self.replace(dice, &mut batches, place, &article);
                }
            }
        }
        batches
    }

    /// Puts another text under the id of an article before it, or between it and its return.
    fn replace(
        &self,
        dice: &mut Dice,
        batches: &mut [Vec<AnnotatedArticle>],
        place: usize,
        article: &AnnotatedArticle,
    ) {
        let other = Draft::roll(dice, self, article.article.id.to_string()).article();
        let before = dice.below(place + 1);
        batches[before].insert(0, other);
        if dice.percent(30) {
            batches[0].insert(0, article.clone());
        }
    }
}

impl Days {
    pub(super) fn roll(self, dice: &mut Dice) -> Option<String> {
        let first_of_2024 = 19_723;
        let weeks = |dice: &mut Dice| first_of_2024 + dice.below(80) as i64;
        let day = match self {
            Self::Weeks => dice.percent(92).then(|| weeks(dice)),
            Self::Centuries => dice.percent(95).then(|| match dice.below(4) {
                0 => weeks(dice),
                // 1677-01-01, where tantivy's own dates begin, and its neighbours.
                1 => -107_015 + dice.below(600) as i64,
                2 => dice.one_of(&[-719_162, -719_161, -682_000, -107_016, -1, 0, 1]),
                _ => -719_162 + dice.below(738_000) as i64,
            }),
            Self::Seldom => dice.percent(30).then(|| weeks(dice)),
        };
        day.and_then(Day::from_days_since_epoch).map(|day| day.to_string())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn what_is_put_last_is_what_stands() {
        for plan in PLANS {
            let Corpus { batches, articles } = plan.corpus();
            let standing: BTreeMap<_, _> =
                batches.iter().flatten().map(|put| (put.article.id.clone(), put)).collect();
            assert_eq!(standing.len(), articles.len(), "{}", plan.name);
            for article in &articles {
                assert_eq!(standing[&article.article.id], article, "{}", plan.name);
            }
            let put = batches.iter().map(Vec::len).sum::<usize>();
            assert_eq!(put > articles.len(), plan.replaced > 0, "{}", plan.name);
        }
    }

    #[test]
    fn the_first_plans_hold_the_same_articles() {
        let [one, two, seven] = [0, 1, 2].map(|place| PLANS[place].corpus());
        assert_eq!((one.batches.len(), two.batches.len(), seven.batches.len()), (1, 2, 7));
        assert_eq!((&one.articles, &one.articles), (&two.articles, &seven.articles));
    }
}
