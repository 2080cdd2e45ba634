//! A small archive in words: an article a line.

use quotidian_model::EntityKind;
use quotidian_search::{ArticleNames, Authority, NameAuthority, NameEvidence, NameUse};

use super::{Names, owner::Owner};

/// The evidence of articles such as `2024-05 Tobin Okkerley*2, o:Harbour Board, p:Ondry`: a year, a month or `undated`,
/// and the names in it. `*` is the number of quotes, `o:` an organization, `p:` a place, `s:` somebody who only speaks.
/// `3x` before it stands for so many such articles.
pub(super) fn evidence<'a>(articles: impl IntoIterator<Item = &'a str>) -> NameEvidence {
    let mut evidence = NameEvidence::default();
    for line in articles {
        let (times, line) = match line.split_once("x ") {
            Some((times, rest)) if times.parse::<usize>().is_ok() => (times.parse().unwrap(), rest),
            _ => (1, line),
        };
        let (day, names) = line.split_once(' ').unwrap();
        let day = match day.len() {
            4 => Some(format!("{day}-06-15").parse().unwrap()),
            7 if day != "undated" => Some(format!("{day}-15").parse().unwrap()),
            _ => None,
        };
        let uses: Vec<NameUse> = names.split(", ").map(|name| used(&mut evidence, name)).collect();
        for _ in 0..times {
            evidence.articles.push(ArticleNames { day, uses: uses.clone() });
        }
    }
    evidence
}

fn used(evidence: &mut NameEvidence, printed: &str) -> NameUse {
    let (kind, printed) = match printed.split_at_checked(2) {
        Some(("o:", name)) => (Some(EntityKind::Organization), name),
        Some(("p:", name)) => (Some(EntityKind::Place), name),
        Some(("s:", name)) => (None, name),
        _ => (Some(EntityKind::Person), printed),
    };
    let (name, quotes) = printed.split_once('*').unwrap_or((printed, "0"));
    let known = evidence.names.iter().position(|known| known == name);
    let place = known.unwrap_or_else(|| {
        evidence.names.push(name.to_owned());
        evidence.names.len() - 1
    });
    NameUse { name: place as u32, kind, quotes: quotes.parse().unwrap() }
}

/// The authority of articles, with what the owner says in `authority.toml`.
pub(super) fn authority(owner: &str, evidence: &NameEvidence) -> Authority {
    Names { owner: Owner::parse(owner).unwrap() }.resolve(evidence)
}

/// An authority in words: `Tobin Okkerley < T. Okkerley (initials), Okkerley (surname 2020-01-01 2020-06-30)`.
pub(super) fn drawn(authority: &Authority) -> Vec<String> {
    let mut lines: Vec<String> = authority
        .names()
        .iter()
        .map(|canonical| {
            let variants = canonical.variants.iter().map(|variant| {
                let mut how = variant.merged_by.as_str().to_owned();
                for day in [variant.from, variant.to].into_iter().flatten() {
                    how += &format!(" {day}");
                }
                how += if variant.undated { " undated" } else { "" };
                how += &variant.source.as_ref().map(|source| format!(" in {source}")).unwrap_or_default();
                format!("{} ({how})", variant.name)
            });
            format!("{} < {}", canonical.name, variants.collect::<Vec<_>>().join(", "))
        })
        .collect();
    lines.sort();
    lines
}
