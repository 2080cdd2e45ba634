//! Names of an invented country become people.

use super::testing::{authority, drawn, evidence};

/// What the rest of the archive is about: names are telling only where not every article has them.
const ELSEWHERE: &[&str] = &["400x 2020 o:Tide League, p:Ondry", "400x 2010 o:Rain Office, p:Merrin"];

fn check(articles: &[&str], expected: &[&str]) {
    check_with("", articles, expected);
}

fn check_with(owner: &str, articles: &[&str], expected: &[&str]) {
    let evidence = evidence(articles.iter().chain(ELSEWHERE).copied());
    assert_eq!(drawn(&authority(owner, &evidence)), expected, "{articles:?}");
}

#[test]
fn case_diacritics_and_titles_do_not_part() {
    check(
        &[
            "3x 2020 Tóbin Okkerley",
            "2020 TOBIN OKKERLEY",
            "2x 2020 Tobin Okkerley",
            "2020 President Tobin Okkerley",
        ],
        &[
            "Tóbin Okkerley < President Tobin Okkerley (title), TOBIN OKKERLEY (same_name), Tobin Okkerley (same_name)",
        ],
    );
}

#[test]
fn spellings_of_one_sound_are_joined_in_the_same_company() {
    let both = ["5x 2020 Vasyl Zelenko, o:Harbour Board", "2020 Vasil Zelenko, o:Harbour Board"];
    check(&both, &["Vasyl Zelenko < Vasil Zelenko (spelling)"]);
    check(&["5x 2020 Vasyl Zelenko, o:Harbour Board", "2020 Vasil Zelenko, o:Dockers Union"], &[]);
}

#[test]
fn middle_names_are_joined_where_no_other_can_be_meant() {
    let plain = "5x 2020 Tobin Okkerley, o:Harbour Board";
    let joined = ["Tobin Okkerley < Tobin K. Okkerley (initials)"];
    check(&[plain, "2x 2020 Tobin K. Okkerley, o:Harbour Board"], &joined);
    let two =
        [plain, "2x 2020 Tobin K. Okkerley, o:Harbour Board", "2x 2020 Tobin L. Okkerley, o:Harbour Board"];
    check(&two, &[]);
}

#[test]
fn of_a_father_and_a_son_the_one_of_the_time_is_meant() {
    let articles = [
        "9x 1990 Tobin K. Okkerley, o:Harbour Board",
        "9x 2005 Tobin L. Okkerley, o:Harbour Board",
        "2x 1990 Tobin Okkerley, o:Harbour Board",
        "2x 2005 Tobin Okkerley, o:Harbour Board",
        "2x 1970 Tobin Okkerley, o:Harbour Board",
    ];
    let expected = [
        "Tobin K. Okkerley < Tobin Okkerley (initials 1990-04-01 1990-06-30)",
        "Tobin L. Okkerley < Tobin Okkerley (initials 2005-04-01 2005-06-30)",
    ];
    check(&articles, &expected);
}

#[test]
fn a_name_of_another_age_is_not_joined() {
    let articles = ["9x 2005 Tobin K. Okkerley, o:Harbour Board", "2x 1970 Tobin Okkerley, o:Harbour Board"];
    check(&articles, &["Tobin K. Okkerley < Tobin Okkerley (initials 2002-04-01 2008-06-30)"]);
}

#[test]
fn a_nickname_is_joined_where_no_other_can_be_meant() {
    let william = "5x 2020 William Okkerley, o:Harbour Board";
    let joined = ["William Okkerley < Bill Okkerley (nickname)"];
    check(&[william, "2020 Bill Okkerley, o:Harbour Board"], &joined);
    check(&[william, "2020 Bill Okkerley, o:Dockers Union"], &[]);
    let chris = [
        "5x 2020 Christopher Okkerley, o:Harbour Board",
        "4x 2020 Christine Okkerley, o:Harbour Board",
        "3x 2020 Chris Okkerley, o:Harbour Board",
    ];
    check(&chris, &[]);
}

#[test]
fn an_initial_is_joined_where_no_other_can_be_meant() {
    let tobin = "5x 2020 Tobin Okkerley, o:Harbour Board";
    check(&[tobin, "2020 T. Okkerley, o:Harbour Board"], &["Tobin Okkerley < T. Okkerley (initials)"]);
    check(&[tobin, "5x 2020 Thea Okkerley, o:Harbour Board", "2020 T. Okkerley, o:Harbour Board"], &[]);
}

#[test]
fn slips_and_words_run_into_a_name_are_joined() {
    let articles = [
        "60x 2020 Tobin Okkerley, o:Harbour Board, p:Port Senna",
        "2020 Tobin Okkereley, o:Harbour Board, p:Port Senna",
        "2020 Tobin Okkerley Merrin, o:Harbour Board, p:Port Senna",
    ];
    check(&articles, &["Tobin Okkerley < Tobin Okkereley (spelling), Tobin Okkerley Merrin (title)"]);
}

#[test]
fn a_surname_alone_means_who_has_it_at_the_time() {
    let articles = [
        "9x 2010 Tobin Okkerley",
        "9x 2020 Ilse Okkerley",
        "2010 Okkerley",
        "2020 OKKERLEY",
        "undated Okkerley",
        "1950 Okkerley",
    ];
    let expected = [
        "Ilse Okkerley < OKKERLEY (surname 2020-04-01 2020-06-30), Okkerley (surname 2020-04-01 2020-06-30)",
        "Tobin Okkerley < OKKERLEY (surname 2010-04-01 2010-06-30), Okkerley (surname 2010-04-01 2010-06-30)",
    ];
    check(&articles, &[expected[0], "Okkerley < OKKERLEY (same_name)", expected[1]]);
    check(&["9x 2020 Ilse Okkerley", "5x 2020 Tobin Okkerley", "2020 Okkerley"], &[]);
    check(&["3x 2020 Ilse Okkerley", "2020 Okkerley"], &[]);
}

#[test]
fn where_one_alone_has_a_surname_it_means_them_always() {
    check(
        &["9x 2020 Ilse Maravant", "2020 Maravant", "undated Maravant"],
        &["Ilse Maravant < Maravant (surname)"],
    );
}

#[test]
fn a_company_or_a_given_name_is_nobody() {
    check(&["9x 2020 Ilse Brandt", "4x 2020 o:Brandt*1", "2020 Brandt"], &[]);
    check(&["9x 2020 Ilse Merrin", "9x 2020 Merrin Okkerley", "2020 Merrin"], &[]);
}

#[test]
fn a_company_is_itself_with_its_legal_form() {
    let articles = ["3x 2020 o:Brandt Ferries*1", "2020 o:Brandt Ferries Inc.*1", "2020 o:Brandt Rail*1"];
    check(&articles, &["Brandt Ferries < Brandt Ferries Inc. (spelling)"]);
}

#[test]
fn the_owner_has_the_last_word() {
    let articles = [
        "9x 2020 Tobin Okkerley, o:Harbour Board",
        "2020 T. Okkerley, o:Harbour Board",
        "2020 Tubby*1",
        "2020 Okkerley",
    ];
    let merge = "[[merge]]\nname = \"Tubby\"\nvariants = [\"Tobin Okkerley\"]\n";
    let merged = ["Tubby < Okkerley (surname), T. Okkerley (initials), Tobin Okkerley (user)"];
    check_with(merge, &articles, &merged);
    let split = "[[split]]\nname = \"Tobin Okkerley\"\nvariant = \"T. Okkerley\"\n";
    check_with(split, &articles, &["Tobin Okkerley < Okkerley (surname)"]);
    let banker = "[[split]]\nname = \"Tobin Okkerley\"\nvariant = \"Tobin Okkerley\"\nfrom = \"2020-05\"\nsource = \
                  \"Ledger\"\nas = \"Tobin Okkerley (banker)\"\n";
    let expected = [
        "Tobin Okkerley (banker) < Tobin Okkerley (user 2020-05-01 in Ledger)",
        "Tobin Okkerley < Okkerley (surname), T. Okkerley (initials)",
    ];
    check_with(banker, &articles, &expected);
}
