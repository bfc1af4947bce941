//! Licences that no single sentence tells in full: lists under a line that announces them, parts of a number, several
//! events to one word, and whose Games they are for. Every construction with what looks like it and gives nothing.

mod support;

use support::{extracted, holder};

/// Who has which licences: "Anna Kiss | 1 | Olympic Games 2024 | 57 kg".
fn licences(language: &str, text: &str) -> Vec<String> {
    let mut out: Vec<String> = extracted(language, "2024-05-20", text)
        .licenses
        .iter()
        .map(|l| {
            let who = holder(&l.athlete, &l.country);
            let status = if l.status == "secured" { String::new() } else { format!("{} ", l.status) };
            let year = l.year.map(|y| format!(" {y}")).unwrap_or_default();
            format!("{who} | {status}{} | {}{year} | {}", l.count, l.competition, l.event).trim_end().to_owned()
        })
        .collect();
    out.sort();
    out
}

#[track_caller]
fn gives(language: &str, text: &str, expected: &[&str]) {
    let found = licences(language, text);
    assert_eq!(found, expected, "found:\n{}", found.join("\n"));
}

#[test]
fn marked_lines_that_go_on_to_tell() {
    gives(
        "en",
        "Hungary have three boxers at the 2024 Olympic Games in Paris.\n\nHow they qualified:\n\
         - Anna Kiss, 57 kg. In her semi-final she beat Mei Tan of Singapore 4:1.\n\
         - Eva Nagy, the European champion of 2023, 63 kg.\n\
         - Ida Papp, 48 kg. She was not at the first qualifier.\n\n\
         Only Lea Balog (70 kg) had no luck: she lost to Jana Novak.",
        &[
            "Anna Kiss | 1 | Olympic Games 2024 | 57 kg",
            "Eva Nagy | 1 | Olympic Games 2024 | 63 kg",
            "HUN | 3 | Olympic Games 2024 |",
            "Ida Papp | 1 | Olympic Games 2024 | 48 kg",
        ],
    );
}

#[test]
fn marked_lines_of_countries() {
    gives(
        "en",
        "The nations that have qualified a team for the eventing at the 2024 Olympic Games:\n\
         - Hungary, as hosts of the qualifier,\n\
         - the United States, thanks to silver at the 2022 World Championships,\n\
         - Latvia, let in only after Chile were disqualified,\n",
        &["HUN | 1 | Olympic Games 2024 |", "LAT | 1 | Olympic Games 2024 |", "USA | 1 | Olympic Games 2024 |"],
    );
}

#[test]
fn a_counted_sentence_above_numbered_lines() {
    gives(
        "ru",
        "Путёвки на Олимпийские игры 2024 года завоевали 4 спортсмена из Венгрии. Все имена — ниже.\n\n\
         Лёгкая атлетика\n1. Анна Кисс — марафон.\n2. Ева Надь, сотрудница полиции.\n\n\
         Дзюдо\n3. Пал Папп, студент, — до 73 кг.\n4. Лаура Балог.\n\nИгры начнутся 26 июля.",
        &[
            "HUN | 4 | Olympic Games 2024 |",
            "Анна Кисс | 1 | Olympic Games 2024 | marathon",
            "Ева Надь | 1 | Olympic Games 2024 |",
            "Лаура Балог | 1 | Olympic Games 2024 |",
            "Пал Папп | 1 | Olympic Games 2024 | 73 kg",
        ],
    );
}

#[test]
fn a_subheading_that_names_other_games() {
    gives(
        "fr",
        "Le tir hongrois a décroché 4 quotas pour Paris 2024.\n\n\
         Parmi les tireurs qui ont obtenu un quota pour les Jeux Olympiques :\n\
         - Anna Kiss, championne du monde 2022 de fosse olympique\n- Eva Nagy, quatrième du Championnat d'Europe 2024\n\n\
         Et pour les Jeux Paralympiques :\n- Pal Papp, médaillé d'or de la carabine R1 en Coupe du monde\n",
        &[
            "Anna Kiss | 1 | Olympic Games 2024 |",
            "Eva Nagy | 1 | Olympic Games 2024 |",
            "HUN | 4 | Olympic Games 2024 |",
            "Pal Papp | 1 | Paralympic Games 2024 |",
        ],
    );
}

#[test]
fn numbers_of_nations_where_the_whole_counts_people() {
    let whole = "33 African boxers earned places at the 2024 Olympic Games.";
    gives(
        "en",
        &format!("{whole} Morocco follow with six boxers. Cameroon and Zambia will each have three boxers in Paris."),
        &["CMR | 3 | Olympic Games 2024 |", "MAR | 6 | Olympic Games 2024 |", "ZAM | 3 | Olympic Games 2024 |"],
    );
    // Sent to a tournament is not sent to the Games.
    gives("en", &format!("{whole} Six boxers of Morocco lost in the first round."), &[]);
}

#[test]
fn nations_behind_what_each_has() {
    let whole = "Лицензии на Олимпийские игры 2024 года завоевали 14 африканских боксёров.";
    gives(
        "ru",
        &format!("{whole} У Марокко шесть. По одной у Египта и Уганды."),
        &["EGY | 1 | Olympic Games 2024 |", "MAR | 6 | Olympic Games 2024 |", "UGA | 1 | Olympic Games 2024 |"],
    );
}

#[test]
fn several_events_to_one_word() {
    gives(
        "en",
        "The championships have qualified Hungary for the 2024 Olympic Games at 65kg and 74kg in freestyle, and at 53kg \
         in women's wrestling.",
        &[
            "HUN | 1 | Olympic Games 2024 | 53 kg",
            "HUN | 1 | Olympic Games 2024 | 65 kg",
            "HUN | 1 | Olympic Games 2024 | 74 kg",
        ],
    );
    gives(
        "ru",
        "Венгрия готовится к зимним Олимпийским играм 2026 года. У Анны Кисс путёвки на 1000, 1500 и 3000 м.",
        &[
            "Анна Кисс | 1 | Winter Olympic Games 2026 | 1000 m",
            "Анна Кисс | 1 | Winter Olympic Games 2026 | 1500 m",
            "Анна Кисс | 1 | Winter Olympic Games 2026 | 3000 m",
        ],
    );
    // One place of a swimmer who will start three times.
    gives(
        "en",
        "Anna Kiss has qualified for the 2024 Olympic Games in the 100 m, 200 m and 400 m freestyle.",
        &["Anna Kiss | 1 | Olympic Games 2024 | 100 m"],
    );
}

#[test]
fn what_is_only_hoped_for_is_held_by_nobody() {
    gives(
        "en",
        "Six Hungarians have earned places at the 2024 Olympic Games. They are boxers Eva Nagy and Ida Papp.",
        &[
            "Eva Nagy | 1 | Olympic Games 2024 |",
            "HUN | 6 | Olympic Games 2024 |",
            "Ida Papp | 1 | Olympic Games 2024 |",
        ],
    );
    gives(
        "en",
        "Hungary hopes to earn six places at the 2024 Olympic Games. They are boxers Eva Nagy and Ida Papp.",
        &["HUN | target 6 | Olympic Games 2024 |"],
    );
}

#[test]
fn paralympians_have_licences_of_their_own_games() {
    gives(
        "ru",
        "Сборная Венгрии имеет 20 лицензий на Олимпийские игры 2024 года.\n\n\
         Не отстают и паралимпийцы, в копилке которых уже 15 квот.",
        &["HUN | 15 | Paralympic Games 2024 |", "HUN | 20 | Olympic Games 2024 |"],
    );
}

#[test]
fn marks_that_were_lost_stand_before_their_lines() {
    gives(
        "ru",
        "В Стамбуле прошёл отбор к Играм в Париже.\nОлимпийские лицензии завоевали:\n?Пал Кисс (до 57 кг),\n\
         ?Марк Надь (до 65 кг).",
        &["Марк Надь | 1 | Olympic Games 2024 | 65 kg", "Пал Кисс | 1 | Olympic Games 2024 | 57 kg"],
    );
}

#[test]
fn a_question_above_lines_of_names() {
    gives(
        "en",
        "Who has qualified for Paris 2024 so far?\n\nBoxing\nPal Kiss (57kg)\nEva Nagy (60kg)\n\nThe Games begin on July 26.",
        &["Eva Nagy | 1 | Olympic Games 2024 | 60 kg", "Pal Kiss | 1 | Olympic Games 2024 | 57 kg"],
    );
}

#[test]
fn parts_of_a_number_in_the_next_sentence() {
    gives(
        "ru",
        "На Олимпийские игры 2024 года поедут 24 эстонских спортсмена. Дзюдо представят шестеро, плавание — четверо.",
        &["EST | 24 | Olympic Games 2024 |", "EST | 4 | Olympic Games 2024 |", "EST | 6 | Olympic Games 2024 |"],
    );
    gives(
        "ru",
        "Эстония имеет 24 лицензии на Олимпийские игры 2024 года: 6 в дзюдо, по три в фехтовании и теннисе.",
        &[
            "EST | 24 | Olympic Games 2024 |",
            "EST | 3 | Olympic Games 2024 |",
            "EST | 3 | Olympic Games 2024 |",
            "EST | 6 | Olympic Games 2024 |",
        ],
    );
}

#[test]
fn who_is_in_the_olympic_team() {
    gives(
        "ru",
        "Эстония готовится к Олимпийским играм 2024 года. В состав олимпийской сборной вошли пловцы Марк Тамм и Ева Саар.",
        &["Ева Саар | 1 | Olympic Games 2024 |", "Марк Тамм | 1 | Olympic Games 2024 |"],
    );
    gives(
        "ru",
        "Эстония готовится к Олимпийским играм 2024 года. В состав олимпийской комиссии вошли пловцы Марк Тамм и Ева Саар.",
        &[],
    );
}

#[test]
fn paralympians_told_later_in_the_sentence() {
    gives(
        "ru",
        "Сто путевок на Олимпийские игры 2024 года хочет собрать Узбекистан. У спортсменов страны 27 лицензий, \
         да и паралимпийцы держатся на уровне.",
        &["UZB | 27 | Olympic Games 2024 |", "UZB | target 100 | Olympic Games 2024 |"],
    );
}

#[test]
fn of_one_athlete_the_vaguer_sport_joins_the_exact_one() {
    gives(
        "en",
        "Wrestling: for the 2024 Olympic Games Hungary has a place in men's freestyle wrestling, secured by Pal Kiss (57 kg). \
         Wrestler Pal Kiss secured his Olympic quota at the Asian qualifiers.",
        &["Pal Kiss | 1 | Olympic Games 2024 | 57 kg"],
    );
}

#[test]
fn a_country_behind_its_own_town_has_no_place() {
    gives(
        "en",
        "Boxing: The boxer Anna Kiss reached the final of the world qualifier for the 2024 Olympic Games in Istanbul, Turkey \
         thus securing the quota.",
        &["Anna Kiss | 1 | Olympic Games 2024 |"],
    );
}
