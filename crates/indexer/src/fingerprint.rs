use blake3::Hasher;
use quotidian_model::Article;
use quotidian_search::Fingerprint;

/// The digest of an article and of the version of the rules that annotate it: the first 8 bytes of BLAKE3 over every
/// field, each preceded by its length, so that no two articles run together into the same bytes.
pub(crate) fn fingerprint(article: &Article) -> Fingerprint {
    let Article { id, url, title, date, source, authors, section, language, body } = article;
    let mut hasher = Hasher::new();
    hasher.update(&quotidian_text::VERSION.to_le_bytes());
    field(&mut hasher, Some(id.as_str()));
    field(&mut hasher, url.as_deref());
    field(&mut hasher, Some(&title.text));
    hasher.update(&[title.derived.into()]);
    field(&mut hasher, date.as_ref().map(|date| date.stated.as_str()));
    field(&mut hasher, date.as_ref().and_then(|date| date.day).map(|day| day.to_string()).as_deref());
    field(&mut hasher, source.as_deref());
    hasher.update(&length(authors.len()));
    for author in authors {
        field(&mut hasher, Some(author));
    }
    field(&mut hasher, section.as_deref());
    field(&mut hasher, language.as_deref());
    field(&mut hasher, Some(body));
    Fingerprint(first_eight_bytes(&hasher))
}

/// The first 8 bytes of the digest as a number.
pub(crate) fn first_eight_bytes(hasher: &Hasher) -> u64 {
    let mut bytes = [0; 8];
    hasher.finalize_xof().fill(&mut bytes);
    u64::from_le_bytes(bytes)
}

/// Adds a field: 0 when absent, else 1, its length and its bytes.
pub(crate) fn field(hasher: &mut Hasher, value: Option<&str>) {
    hasher.update(&[value.is_some().into()]);
    if let Some(value) = value {
        hasher.update(&length(value.len()));
        hasher.update(value.as_bytes());
    }
}

fn length(length: usize) -> [u8; 8] {
    u64::try_from(length).unwrap_or(u64::MAX).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use quotidian_model::Title;

    use super::*;

    fn article() -> Article {
        Article {
            id: "semaphore:1".parse().unwrap(),
            url: None,
            title: Title::stated("Port Senna votes"),
            date: None,
            source: Some("The Semaphore".to_owned()),
            authors: vec!["Ilse Maravant".to_owned()],
            section: None,
            language: None,
            body: "The port closed.".to_owned(),
        }
    }

    #[test]
    fn equal_articles_have_equal_fingerprints() {
        assert_eq!(fingerprint(&article()), fingerprint(&article()));
    }

    #[test]
    fn every_field_counts() {
        let change = |change: fn(&mut Article)| {
            let mut changed = article();
            change(&mut changed);
            fingerprint(&changed)
        };
        let changed = [
            fingerprint(&article()),
            change(|article| article.url = Some(String::new())),
            change(|article| article.title.derived = true),
            change(|article| article.source = None),
            change(|article| article.authors.push(String::new())),
            change(|article| article.section = article.source.take()),
            change(|article| article.language = article.source.take()),
            change(|article| article.body.push(' ')),
        ];
        for (place, left) in changed.iter().enumerate() {
            assert!(!changed[place + 1..].contains(left), "{place}");
        }
    }
}
