use proptest::prelude::*;

use super::{ParsedQuery, Warning};

fn check(text: &str, printed: &str) {
    let parsed = ParsedQuery::parse(text);
    assert_eq!(parsed.query.to_string(), printed, "{text}");
    assert_eq!(parsed.warnings, [], "{text}");
}

fn check_repaired(text: &str, printed: &str, warning: &str) {
    let parsed = ParsedQuery::parse(text);
    assert_eq!(parsed.query.to_string(), printed, "{text}");
    let warnings: Vec<_> = parsed.warnings.iter().map(|w| format!("{}: {}", w.column, w.reason)).collect();
    assert!(warnings.first().is_some_and(|first| first.starts_with(warning)), "{text}: {warnings:?}");
}

#[test]
fn words_are_anded() {
    check("oil prices", "oil prices");
    check("oil AND prices", "oil prices");
    check("  ", "");
}

#[test]
fn or_binds_tighter_than_the_space() {
    check("levy OR tide -section:opinion", "levy OR tide -section:opinion");
    let parsed = ParsedQuery::parse("levy OR tide -section:opinion");
    assert_eq!(parsed.query.conjuncts().len(), 2);
    check("(a b) OR c", "(a b) OR c");
    check("a (b OR c)", "a b OR c");
}

#[test]
fn every_kind_of_quotation_mark_opens_a_phrase() {
    for text in ["\"red lines\"", "“red lines”", "„red lines“", "«red lines»", "”red  lines\""] {
        check(text, "\"red lines\"");
    }
}

#[test]
fn a_dash_negates_only_before_something() {
    check("-nato", "-nato");
    check("well-known", "well-known");
    check("-(a b)", "-(a b)");
    check("NOT a", "-a");
    check("NOT NOT a", "a");
    check_repaired("a - b", "a b", "3: there is no word here");
}

#[test]
fn fields_take_a_word_or_a_phrase() {
    check("Speaker:okkerley", "speaker:okkerley");
    check("org:\"Harbour Board\"", "org:\"Harbour Board\"");
    check("about:levy", "about:levy");
    check("10:30", "10:30");
    check_repaired("speaker: OR a", "a", "1: `speaker:` needs");
    check("said:levy lang:en", "said:levy lang:en");
}

#[test]
fn broken_queries_are_repaired() {
    check_repaired("\"red lines", "\"red lines\"", "1: this quotation mark");
    check_repaired("(a b", "a b", "1: this bracket is never closed");
    check_repaired("a) b", "a b", "2: this bracket closes nothing");
    check_repaired("a OR", "a", "3: OR needs");
    check_repaired("OR a", "a", "1: OR needs");
    check_repaired("a -)", "a", "3: there is no word");
    check_repaired("!!", "", "1: there is no word");
}

#[test]
fn words_can_be_near_beginnings_or_fuzzy() {
    check("\"interest rates\"~3", "\"interest rates\"~3");
    check("„interest rates“~3", "\"interest rates\"~3");
    check("invest*", "invest*");
    check("tide~ harbour~ levy~2", "tide~1 harbour~2 levy~2");
    check("speaker:okk* title:levi~", "speaker:okk* title:levi~1");
    check_repaired("\"a b\"~", "\"a b\"", "1: a number of words belongs");
    check_repaired("\"a b\"~999", "\"a b\"~50", "1: at most 50 words");
    check_repaired("\"levy\"~3", "\"levy\"", "1: one word alone");
    check_repaired("w*rd *levy", "\"w rd\" levy", "1: a star or a tilde");
    check_repaired("well-kn*", "\"well kn\"", "1: a star or a tilde");
    check_repaired("ab~", "ab", "1: a word of one or two letters");
    check_repaired("levies~9", "levies~2", "1: a word may differ");
}

#[test]
fn dates_are_periods_ranges_or_none() {
    check("date:2022 levy", "date:2022 levy");
    check("date:2022-02", "date:2022-02");
    check("date:2022-02-01..2022-02-28", "date:2022-02");
    check("date:2022-02-01..2022-02-14", "date:2022-02-01..2022-02-14");
    check("-date:..1677", "-date:..1677-12-31");
    check("after:2022-02", "date:2022-03-01..");
    check("Before:2022", "date:..2021-12-31");
    check("date:none OR date:0999", "date:none OR date:0999");
    check_repaired("date:soon levy", "levy", "1: `soon` is not a date");
    check_repaired("date:2023..2022 levy", "levy", "1: the range ends on 2022-12-31");
    check_repaired("levy date:..", "levy", "6: a range of dates");
    check_repaired("after:9999", "", "1: no day comes after");
    check_repaired("after: (levy)", "levy", "1: `after:` needs a date");
}

#[test]
fn a_field_holds_for_all_in_its_brackets() {
    check("title:(levy tide)", "title:levy title:tide");
    check("title:(levy OR \"red lines\" OR body:tide) a", "title:levy OR title:\"red lines\" OR body:tide a");
    check("-speaker:(okkerley OR maravant)", "-(speaker:okkerley OR speaker:maravant)");
}

#[test]
fn an_unknown_field_is_words() {
    check_repaired("speker:okkerley", "speker:okkerley", "1: there is no field `speker:`; `speaker:` is one");
    check("https://semaphore.example/levy 10:30 3:1", "https://semaphore.example/levy 10:30 3:1");
}

#[test]
fn few_words_stand_for_many_others() {
    let parsed = ParsedQuery::parse(&"lev* ".repeat(20));
    let printed = format!("{}{}", "lev* ".repeat(16), "\"lev\" ".repeat(4));
    assert_eq!((parsed.query.to_string().as_str(), parsed.warnings.len()), (printed.trim_end(), 4));
}

#[test]
fn limits_are_kept() {
    let nested = format!("{}a{}", "(".repeat(5_000), ")".repeat(5_000));
    assert!(ParsedQuery::parse(&nested).warnings.iter().any(|warning| warning.reason.contains("32 deep")));
    for many in ["word ".repeat(100), format!("\"{}\"", "word ".repeat(100)), "date:2022 ".repeat(70)] {
        let parsed = ParsedQuery::parse(&many);
        let kept = parsed.query.to_string().split(' ').count();
        assert_eq!((kept, parsed.warnings.len()), (ParsedQuery::MAX_TERMS, 1), "{many}");
    }
}

proptest! {
    #[test]
    fn printing_and_parsing_again_changes_nothing(text in r#"([a-c]|"|“| |\(|\)|-|OR|NOT|speaker:|:|é|\*|~|3|date:|after:|2022|\.\.|none|abc){0,40}"#) {
        let query = ParsedQuery::parse(&text).query;
        let again = ParsedQuery::parse(&query.to_string());
        prop_assert_eq!(&again.query, &query);
        // Words that look like an unknown field stay, and are told of again.
        let unknown_field = |warning: &Warning| warning.reason.starts_with("there is no field");
        prop_assert!(again.warnings.iter().all(unknown_field), "{:?}", again.warnings);
    }

    #[test]
    fn every_text_is_a_query(text in any::<String>()) {
        ParsedQuery::parse(&text);
    }
}
