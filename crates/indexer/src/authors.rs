use crate::{clean, stated::Stated};

/// What follows a name after a comma without being a name.
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv", "md", "phd", "esq"];

/// "By" at the beginning of a byline in other languages.
const ELSEWHERE: &[&str] = &["Von", "Par", "Por", "Door", "Av", "VON", "PAR", "POR", "DOOR", "AV"];

/// What the last word of a byline's part says that is no name: "Associated Press Writer".
const ROLES: &[&str] = &[
    "writer",
    "writers",
    "correspondent",
    "correspondents",
    "editor",
    "reporter",
    "reporters",
    "staff",
    "columnist",
    "bureau",
];

/// The most authors of an article; a longer list is no byline.
const MOST: usize = 100;

/// The people of a byline, each once: a list states one person per item, a text is taken apart.
pub(crate) fn authors(stated: Stated) -> Vec<String> {
    let people: Vec<String> = match stated {
        Stated::List(_) => stated.into_texts(),
        single => single.into_text().map(|byline| people(&byline)).unwrap_or_default(),
    };
    let mut authors = Vec::new();
    for person in people.iter().filter_map(|person| clean::line(without_by(person))) {
        if !authors.contains(&person) && authors.len() < MOST {
            authors.push(person);
        }
    }
    authors
}

/// Takes a byline apart at commas, semicolons, ampersands and "and", and leaves `Jr.` with its name.
fn people(byline: &str) -> Vec<String> {
    let mut people: Vec<String> = Vec::new();
    for part in without_by(byline).split([',', ';', '&', '\n']).flat_map(split_at_and) {
        match people.last_mut() {
            Some(_) if is_role(&part) => {}
            Some(person) if is_suffix(&part) => person.extend([", ", &part]),
            _ => people.push(part),
        }
    }
    people
}

fn is_role(part: &str) -> bool {
    let last = part.split_whitespace().last().unwrap_or_default();
    ROLES.iter().any(|role| role.eq_ignore_ascii_case(last))
}

fn split_at_and(part: &str) -> Vec<String> {
    let words: Vec<&str> = part.split_whitespace().collect();
    words.split(|word| word.eq_ignore_ascii_case("and")).map(|words| words.join(" ")).collect()
}

fn is_suffix(part: &str) -> bool {
    let letters: String = part.chars().filter(|character| *character != '.').collect();
    SUFFIXES.contains(&letters.to_lowercase().as_str())
}

fn without_by(byline: &str) -> &str {
    let byline = byline.trim().trim_matches('"');
    match byline.split_once(' ') {
        Some((by, people)) if by.eq_ignore_ascii_case("by") => people,
        // With one word after it, it is a first name.
        Some((by, people)) if ELSEWHERE.contains(&by) && people.trim().contains(' ') => people,
        _ => byline,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, expected: &[&str]) {
        assert_eq!(authors(serde_json::from_str(json).unwrap()), expected, "{json}");
    }

    #[test]
    fn a_byline_is_taken_apart() {
        check(r#""Ilse Maravant""#, &["Ilse Maravant"]);
        check(r#""By Ilse Maravant and Tobin Okkerley""#, &["Ilse Maravant", "Tobin Okkerley"]);
        check(
            r#""Ilse Maravant, Tobin Okkerley, and Una Brandt""#,
            &["Ilse Maravant", "Tobin Okkerley", "Una Brandt"],
        );
        check(
            r#""Ilse Maravant; Tobin Okkerley & Una Brandt""#,
            &["Ilse Maravant", "Tobin Okkerley", "Una Brandt"],
        );
        check(r#""BY ILSE MARAVANT AND TOBIN OKKERLEY""#, &["ILSE MARAVANT", "TOBIN OKKERLEY"]);
        check(r#""\"Ilse Maravant\", Tobin Okkerley""#, &["Ilse Maravant", "Tobin Okkerley"]);
    }

    #[test]
    fn a_byline_begins_in_many_languages() {
        check(r#""Von Ilse Maravant, Tobin Okkerley""#, &["Ilse Maravant", "Tobin Okkerley"]);
        check(r#""Par Ilse Maravant""#, &["Ilse Maravant"]);
        check(r#""Von Okkerley""#, &["Von Okkerley"]);
        check(r#""von Brandt zu Lisk""#, &["von Brandt zu Lisk"]);
    }

    #[test]
    fn a_suffix_stays_with_its_name() {
        check(r#""Tobin Okkerley, Jr., Una Brandt""#, &["Tobin Okkerley, Jr.", "Una Brandt"]);
        check(r#""Tobin Okkerley Jr. and Una Brandt, Ph.D.""#, &["Tobin Okkerley Jr.", "Una Brandt, Ph.D."]);
    }

    #[test]
    fn what_somebody_is_is_nobody() {
        check(
            r#""Ilse Maravant, Times Staff Writer; Una Brandt, Chief Political Correspondent""#,
            &["Ilse Maravant", "Una Brandt"],
        );
        check(r#""Staff""#, &["Staff"]);
    }

    #[test]
    fn and_within_a_name_is_no_conjunction() {
        check(r#""Alexandra Sandoval""#, &["Alexandra Sandoval"]);
        check(r#""Andrea Brandt""#, &["Andrea Brandt"]);
    }

    #[test]
    fn a_list_states_one_person_per_item() {
        check(
            r#"["Maravant, Ilse", {"name": "Tobin Okkerley"}, "", null]"#,
            &["Maravant, Ilse", "Tobin Okkerley"],
        );
        check(r#"{"@type": "Person", "name": "Ilse Maravant"}"#, &["Ilse Maravant"]);
    }

    #[test]
    fn nobody_is_named_twice_and_nothing_is_nobody() {
        check(r#""Ilse Maravant, Ilse Maravant""#, &["Ilse Maravant"]);
        check(r#"" , and ""#, &[]);
        check("null", &[]);
    }
}
