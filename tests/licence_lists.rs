//! Licences in lists without a verb: event by event, one in each sport, under headings, in columns. Every construction with
//! what it gives, and with what looks like it and gives nothing.

mod support;

use support::{extracted, holder};

/// Who has which licences: "HUN | 1 | judo 57 kg women".
#[track_caller]
fn gives(language: &str, text: &str, expected: &[&str]) {
    let mut found: Vec<String> = extracted(language, "2024-05-20", text)
        .licenses
        .iter()
        .map(|l| {
            let who = holder(&l.athlete, &l.country);
            let status = if l.status == "secured" { String::new() } else { format!("{} ", l.status) };
            let what = [&*l.sport, &*l.event, &*l.gender].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>();
            format!("{who} | {status}{} | {}", l.count, what.join(" "))
        })
        .collect();
    found.sort();
    assert_eq!(found, expected, "found:\n{}", found.join("\n"));
}

#[test]
fn licences_event_by_event_under_men_and_women() {
    let all = [
        "HUN | 1 | speed skating 1000 m women",
        "HUN | 1 | speed skating 500 m men",
        "HUN | 2 | speed skating 1000 m men",
        "HUN | 4 | speed skating",
    ];
    gives(
        "ru",
        "Сборная Венгрии по конькобежному спорту завоевала четыре лицензии на зимние Олимпийские игры 2026 года.\n\n\
         Лицензии распределились следующим образом:\n\nМужчины:\n500 м – 1 лицензия\n1000 м – 2 лицензии\n\nЖенщины:\n\
         1000 м – 1 лицензия",
        &all,
    );
    gives(
        "en",
        "The speed skaters of Hungary have won four licences for the 2026 Winter Olympic Games.\n\nThe licences were \
         shared out as follows:\n\nMen\n500 m – 1 licence\n1000 m – 2 licences\n\nWomen\n1000 m – 1",
        &all,
    );
}

#[test]
fn numbers_behind_events_that_are_no_licences() {
    gives(
        "en",
        "The speed skaters of Hungary won four medals at the 2022 Winter Olympic Games.\n\nThe medals by event:\n\
         500 m – 1\n1000 m – 2",
        &[],
    );
    gives(
        "en",
        "The speed skaters of Hungary hope to win four licences for the 2026 Winter Olympic Games:\n500 m – 1 licence\n\
         1000 m – 2 licences",
        &["HUN | target 4 | speed skating"],
    );
}

#[test]
fn one_licence_in_each_sport_of_a_list() {
    let lines = ["KAZ | 1 | para canoe", "KAZ | 1 | para shooting", "KAZ | 11 | "];
    gives(
        "en",
        "Kazakhstan have won 11 licences for the 2024 Paris Paralympics. One place each was won in:\n- para canoe;\n\
         - para shooting.",
        &lines,
    );
    gives(
        "kk",
        "Қазақстан құрамасы Париж-2024 Паралимпиадасына 11 лицензия жеңіп алды. Мына түрлерден бір-бір жолдама бар - \
         пара каноэ, пара оқ ату.",
        &lines,
    );
}

#[test]
fn headings_with_a_number_and_prose_below_them() {
    let text = |all: &str| {
        format!(
            "Hungary have {all} places for the 2024 Olympic Games.\n\nAthletics (6)\nThe jumper has the standard. He \
             jumped high.\n\nRowing (3)\nThe quad scull booked its place and has one more chance.\n\nBoxing (1)\nThe \
             heavyweight waits for news.\n"
        )
    };
    gives("en", &text("ten"), &["HUN | 1 | boxing", "HUN | 10 | ", "HUN | 3 | rowing", "HUN | 6 | athletics"]);
}

#[test]
fn parts_of_a_number_of_people_behind_a_colon() {
    gives(
        "en",
        "Ten Hungarian athletes have qualified for the 2024 Olympic Games: six in athletics and four in rowing.",
        &["HUN | 10 | ", "HUN | 4 | rowing", "HUN | 6 | athletics"],
    );
}

#[test]
fn two_columns_of_numbers() {
    gives(
        "en",
        "The federation gave out the places for the 2024 Olympic Games in Paris.\n\nOlympic rowing quotas\nItaly 4 2\n\
         Cuba 3 2 5\nPeru 1",
        &["CUB | 2 | rowing", "CUB | 3 | rowing", "ITA | 2 | rowing", "ITA | 4 | rowing", "PER | 1 | rowing"],
    );
}

#[test]
fn more_licences_than_nations_are_of_each() {
    gives(
        "en",
        "Italy and Germany have earned four quota places in rowing for the 2024 Olympic Games.",
        &["GER | 4 | rowing", "ITA | 4 | rowing"],
    );
    gives(
        "en",
        "Italy and Germany have earned two quota places in rowing for the 2024 Olympic Games.",
        &["GER | 1 | rowing", "ITA | 1 | rowing"],
    );
}

#[test]
fn two_who_share_a_number_of_a_roll() {
    gives(
        "ru",
        "На данный момент квалификацию на Игры 2024 года прошли 4 спортсмена из Венгрии.\n\nКаноэ\n1. Анна Кисс \
         (500 м);\n2-3. Ева Надь и Ида Папп (1000 м);\n4. Лея Варга (200 м).",
        &[
            "HUN | 4 | ",
            "Анна Кисс | 1 | canoe sprint 500 m women",
            "Ева Надь | 1 | canoe sprint women",
            "Ида Папп | 1 | canoe sprint 1000 m women",
            "Лея Варга | 1 | canoe sprint 200 m",
        ],
    );
}

#[test]
fn a_nation_with_its_winner_in_brackets_has_the_place_as_well() {
    gives(
        "en",
        "Wrestling: the qualifier for the 2024 Olympic Games is over.\n\nHere are the countries qualified:\n\n57kg\n\
         Japan (Anna Kiss)\nCuba (Eva Nagy)",
        &[
            "Anna Kiss | 1 | freestyle wrestling 57 kg women",
            "CUB | 1 | freestyle wrestling 57 kg",
            "Eva Nagy | 1 | freestyle wrestling 57 kg women",
            "JPN | 1 | freestyle wrestling 57 kg",
        ],
    );
}

#[test]
fn headings_with_a_number_and_as_many_names_below_them() {
    gives(
        "fr",
        "Voici les sportifs hongrois qualifiés pour les Jeux olympiques de 2024 :\n\nAthlétisme : 2\n\nPaul Kiss (5 000 \
         m)\n\nPal Nagy (perche)\n\nAviron : 2\n\nTamas Papp, Marc Varga",
        &[
            "HUN | 2 | athletics",
            "HUN | 2 | rowing",
            "Marc Varga | 1 | rowing men",
            "Pal Nagy | 1 | athletics pole vault men",
            "Paul Kiss | 1 | athletics 5000 m men",
            "Tamas Papp | 1 | rowing men",
        ],
    );
}

#[test]
fn vouchers_are_licences_where_the_article_speaks_of_them() {
    gives(
        "en",
        "Hungary have won 11 tickets to the 2024 Paralympic Games in Paris.\n\nOur athletes received their vouchers in two \
         directions:\n1. Para athletics - 6\n2. Para-canoe - 5",
        &["HUN | 11 | ", "HUN | 5 | para canoe", "HUN | 6 | para athletics"],
    );
}

#[test]
fn a_line_that_only_counts_ends_no_list_of_names() {
    gives(
        "fr",
        "Voici les qualifiés hongrois pour les Jeux olympiques d'hiver de 2022 :\n\nCombiné nordique\n\n1 quota \
         (discipline ouverte aux seuls hommes)\n\nCurling\n\nFemmes\n\nMélanie Kiss\n\nEva Nagy",
        &["Eva Nagy | 1 | curling women", "HUN | 1 | nordic combined", "Mélanie Kiss | 1 | curling women"],
    );
}
