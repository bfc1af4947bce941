//! Medals joined to one another in plain sentences keep their holder, their edition and their number. The names are made up.

mod support;

use support::medals;

/// What is said behind each sentence, so that its language can be told.
const BEHIND: &[(&str, &str)] = &[
    ("en", "The national federation of the country announced this on its website on Monday evening."),
    ("fr", "La fédération nationale du pays l'a annoncé lundi soir sur son site internet."),
    ("ru", "Об этом национальная федерация страны сообщила в понедельник вечером на своём сайте."),
    ("kk", "Бұл туралы елдің ұлттық федерациясы дүйсенбі күні кешке өз сайтында хабарлады."),
];

/// Reads every sentence of a list, and fails with all that are read wrong.
#[track_caller]
fn all_are_read(language: &str, list: &str) {
    let (_, behind) = BEHIND.iter().find(|(code, _)| *code == language).expect("a sentence of each language");
    let mut wrong = Vec::new();
    let mut read = 0;
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let (sentence, told) = line.split_once('\t').expect("a sentence, a tab and its medals");
        let mut expected: Vec<&str> = told.split("; ").collect();
        expected.sort_unstable();
        let found = medals(language, "", &format!("{sentence} {behind}"));
        if found != expected {
            wrong.push(format!("{sentence}\n  expected {expected:?}\n  found    {found:?}"));
        }
        read += 1;
    }
    assert!(read > 0 && wrong.is_empty(), "{} of {read}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn english_medals_joined_to_one_another_keep_what_is_theirs() {
    all_are_read("en", include_str!("conjuncts/en.tsv"));
}

#[test]
fn french_medals_joined_to_one_another_keep_what_is_theirs() {
    all_are_read("fr", include_str!("conjuncts/fr.tsv"));
}

#[test]
fn russian_medals_joined_to_one_another_keep_what_is_theirs() {
    all_are_read("ru", include_str!("conjuncts/ru.tsv"));
}

#[test]
fn kazakh_medals_joined_to_one_another_keep_what_is_theirs() {
    all_are_read("kk", include_str!("conjuncts/kk.tsv"));
}
