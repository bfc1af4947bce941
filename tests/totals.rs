//! Numbers of medals without a word of their own: below a line, behind a sport, in brackets. Every construction with what
//! it gives, and with what looks like it and gives nothing.

mod support;

use support::{extracted, holder};

/// Who has how many medals: "HUN | 12 total | Olympic Games 2020 | judo".
fn medals(language: &str, day: &str, text: &str) -> Vec<String> {
    let mut out: Vec<String> = extracted(language, day, text)
        .medals
        .iter()
        .map(|m| {
            let who = holder(&m.athlete, &m.country);
            let year = m.year.map(|y| format!(" {y}")).unwrap_or_default();
            let status = if m.status == "won" { String::new() } else { format!("{} ", m.status) };
            let sport = if m.sport.is_empty() { String::new() } else { format!(" | {}", m.sport) };
            format!("{who} | {status}{} {} | {}{year}{sport}", m.count, m.medal, m.competition)
        })
        .collect();
    out.sort();
    out
}

#[track_caller]
fn gives(language: &str, day: &str, text: &str, expected: &[&str]) {
    let found = medals(language, day, text);
    assert_eq!(found, expected, "found:\n{}", found.join("\n"));
}

const AFTER: &str = "2021-09-10";
const BEFORE: &str = "2021-06-10";

#[test]
fn a_table_of_totals_under_a_line_that_says_what_they_count() {
    let table = "1. USA – 113\n2. China – 88\n3. Japan – 58\n";
    let three = ["CHN | 88 total | Olympic Games 2020", "JPN | 58 total | Olympic Games 2020"];
    let all = [three[0], three[1], "USA | 113 total | Olympic Games 2020"];
    gives("en", AFTER, &format!("The Games are over.\n\nNumber of medals at the 2020 Tokyo Olympics:\n{table}"), &all);
    gives(
        "fr",
        AFTER,
        "Les Jeux sont finis.\n\nNombre de médailles aux Jeux olympiques de Tokyo 2020 :\n- États-Unis : 113\n\
         - Chine : 88\n- Japon : 58",
        &all,
    );
    gives(
        "kk",
        AFTER,
        "Ойындар аяқталды.\n\n2020 жылғы Токио Олимпиадасында елдер алған медаль саны:\n1. АҚШ – 113\n2. Қытай – 88\n\
         3. Жапония – 58",
        &all,
    );
    gives(
        "ru",
        AFTER,
        "Игры завершились.\n\nКоличество золотых медалей на Олимпиаде 2020 года в Токио:\nСША — 39\nКитай — 38\n\
         Япония — 27",
        &[
            "CHN | 38 gold | Olympic Games 2020",
            "JPN | 27 gold | Olympic Games 2020",
            "USA | 39 gold | Olympic Games 2020",
        ],
    );
}

#[test]
fn totals_that_are_foretold_with_those_of_another_edition_in_brackets() {
    gives(
        "ru",
        BEFORE,
        "Статистики дали прогноз на Игры.\n\nДесять лучших сборных на Олимпиаде-2020 в Токио (в скобках — медали \
         Рио-2016):\n1. США — 126 (121)\n2. Китай — 81 (70)\n3. Япония — 67 (41)",
        &[
            "CHN | 70 total | Olympic Games 2016",
            "CHN | forecast 81 total | Olympic Games 2020",
            "JPN | 41 total | Olympic Games 2016",
            "JPN | forecast 67 total | Olympic Games 2020",
            "USA | 121 total | Olympic Games 2016",
            "USA | forecast 126 total | Olympic Games 2020",
        ],
    );
}

#[test]
fn numbers_of_something_else_are_no_totals() {
    let table = "1. USA – 126\n2. China – 81\n3. Japan – 67";
    gives("en", AFTER, &format!("The Games are over.\n\nAthletes at the 2020 Tokyo Olympics:\n{table}"), &[]);
    gives(
        "en",
        AFTER,
        &format!("The Games are over.\n\nMedals and licences at the 2020 Tokyo Olympics:\n{table}"),
        &[],
    );
    // More than one edition gives.
    let ever = "1. USA – 2523\n2. China – 608\n3. Japan – 439";
    gives("en", AFTER, &format!("The Games are over.\n\nMost medals at the Olympic Games:\n{ever}"), &[]);
}

#[test]
fn medals_sport_by_sport() {
    gives(
        "ru",
        "2019-09-10",
        "На зимних Олимпийских играх 2018 года сборная России завоевала 6 медалей.\n\nМедали по видам спорта:\n\
         шорт-трек — 2 бронзы;\nбиатлон — 3 золота и 1 серебро.",
        &[
            "RUS | 1 silver | Winter Olympic Games 2018 | biathlon",
            "RUS | 2 bronze | Winter Olympic Games 2018 | short track speed skating",
            "RUS | 3 gold | Winter Olympic Games 2018 | biathlon",
            "RUS | 6 total | Winter Olympic Games 2018",
        ],
    );
    gives(
        "en",
        "2023-11-10",
        "Hungary won nine medals at the 2023 European Games in Krakow.\n\nMedals by sport\nJudo: 2 gold, 1 silver\n\
         Archery: 6",
        &[
            "HUN | 1 silver | European Games 2023 | judo",
            "HUN | 2 gold | European Games 2023 | judo",
            "HUN | 6 total | European Games 2023 | archery",
            "HUN | 9 total | European Games 2023",
        ],
    );
    gives(
        "fr",
        "2023-11-10",
        "La Hongrie a gagné des médailles en escrime (trois) et en judo (deux) aux Jeux européens de 2023 à Cracovie.",
        &["HUN | 2 total | European Games 2023 | judo", "HUN | 3 total | European Games 2023 | fencing"],
    );
    gives(
        "kk",
        "2023-11-10",
        "2023 жылғы Краковтағы Еуропа ойындарында Мажарстан алты медаль алды.\n\nМедальдар спорт түрлері бойынша:\n\
         - дзюдо – 2 алтын, 1 күміс;\n- бокс – 3 қола.",
        &[
            "HUN | 1 silver | European Games 2023 | judo",
            "HUN | 2 gold | European Games 2023 | judo",
            "HUN | 3 bronze | European Games 2023 | boxing",
            "HUN | 6 total | European Games 2023",
        ],
    );
}

#[test]
fn medals_sport_by_sport_that_are_aimed_at() {
    gives(
        "ru",
        "2017-09-10",
        "На зимних Олимпийских играх 2018 года сборная России намерена завоевать 6 медалей.\n\nПлан по федерациям:\n\
         шорт-трек — 2 бронзы;\nбиатлон — 3 золота и 1 серебро;\nкёрлинг — 2–3 золота.",
        &[
            "RUS | target 1 silver | Winter Olympic Games 2018 | biathlon",
            "RUS | target 2 bronze | Winter Olympic Games 2018 | short track speed skating",
            "RUS | target 3 gold | Winter Olympic Games 2018 | biathlon",
            "RUS | target 6 total | Winter Olympic Games 2018",
        ],
    );
}

#[test]
fn licences_sport_by_sport_are_no_medals() {
    gives(
        "en",
        "2023-11-10",
        "Hungary won six medals at the 2023 European Games in Krakow.\n\nLicences by sport:\nJudo: 2\nArchery: 4",
        &["HUN | 6 total | European Games 2023"],
    );
}

#[test]
fn the_first_bracket_says_what_all_of_them_count() {
    gives(
        "fr",
        "2022-03-20",
        "Aux Jeux paralympiques d'hiver de Pékin 2022, la France finit derrière la Chine (56 médailles, 17 en or), \
         l’Ukraine (28, 11 en or) et le Canada (24/8).",
        &[
            "CAN | 24 total | Winter Paralympic Games 2022",
            "CAN | 8 gold | Winter Paralympic Games 2022",
            "CHN | 17 gold | Winter Paralympic Games 2022",
            "CHN | 56 total | Winter Paralympic Games 2022",
            "UKR | 11 gold | Winter Paralympic Games 2022",
            "UKR | 28 total | Winter Paralympic Games 2022",
        ],
    );
    let three = [
        "CAN | 26 total | Winter Olympic Games 2022",
        "GER | 27 total | Winter Olympic Games 2022",
        "NOR | 37 total | Winter Olympic Games 2022",
    ];
    let texts = [
        ("en", "At the 2022 Winter Olympic Games Norway (37 medals) were ahead of Germany (27) and Canada (26)."),
        ("ru", "На зимних Олимпийских играх 2022 года Норвегия (37 медалей) опередила Германию (27) и Канаду (26)."),
        (
            "kk",
            "2022 жылғы қысқы Олимпиада ойындарында Норвегия (37 медаль), Германия (27) және Канада (26) үздік болды.",
        ),
    ];
    for (language, text) in texts {
        gives(language, "2022-03-20", text, &three);
    }
}

#[test]
fn an_age_behind_a_number_of_medals_is_none() {
    gives(
        "en",
        "2022-03-20",
        "At the 2022 Winter Olympic Games Anna Kiss (six medals), Eva Nagy (24) and Ida Papp (three) won most.",
        &["Anna Kiss | 6 total | Winter Olympic Games 2022", "Ida Papp | 3 total | Winter Olympic Games 2022"],
    );
}

#[test]
fn colours_in_brackets_are_of_the_total_in_front_of_them() {
    gives(
        "fr",
        "2023-07-10",
        "Aux Jeux européens de 2023, l'Italie finit première avec 100 médailles, suivie de l'Espagne avec 75 médailles \
         (27-22-26).",
        &[
            "ESP | 22 silver | European Games 2023",
            "ESP | 26 bronze | European Games 2023",
            "ESP | 27 gold | European Games 2023",
            "ESP | 75 total | European Games 2023",
            "ITA | 100 total | European Games 2023",
        ],
    );
}

#[test]
fn medals_edition_by_edition() {
    let all = [
        "TJK | 1 bronze | Olympic Games 2012",
        "TJK | 1 gold | Olympic Games 2016",
        "TJK | 1 silver | Olympic Games 2008",
        "TJK | 2 total | Olympic Games 2008",
    ];
    gives(
        "ru",
        AFTER,
        "На Олимпийских играх в Токио сборная Таджикистана медалей не завоевала.\n\nПрежние достижения были такими:\n\n\
         2008 г., Пекин - 2 медали (1 серебряная);\n\n2012 г., Лондон - 1 медаль (1 бронзовая);\n\n2016 г., \
         Рио-де-Жанейро - 1 золотая медаль;\n\n2020 г., Токио - без медалей.",
        &all,
    );
    gives(
        "fr",
        AFTER,
        "L'équipe du Tadjikistan est rentrée des Jeux olympiques de Tokyo.\n\nRésultats du Tadjikistan aux Jeux \
         olympiques :\n2008, Pékin : 2 médailles (1 argent)\n2012, Londres : 1 médaille (1 bronze)\n2016, Rio de \
         Janeiro : 1 médaille d'or",
        &all,
    );
}

#[test]
fn a_bare_number_behind_the_colours_that_it_sums_up() {
    gives(
        "en",
        "2022-12-21",
        "Medal standings at the 2022 Asian Karate Championships\n1. Japan: 5 gold, 2 silvers, 3 bronze. 10\n2. Iran: 4 \
         gold, 3 silver, 2 bronze. 7",
        &[
            "IRI | 2 bronze | Asian Championships 2022 | karate",
            "IRI | 3 silver | Asian Championships 2022 | karate",
            "IRI | 4 gold | Asian Championships 2022 | karate",
            "JPN | 10 total | Asian Championships 2022 | karate",
            "JPN | 2 silver | Asian Championships 2022 | karate",
            "JPN | 3 bronze | Asian Championships 2022 | karate",
            "JPN | 5 gold | Asian Championships 2022 | karate",
        ],
    );
}

/// Who won what in which event: "Anna Kiss | gold | 100 m".
fn events(language: &str, text: &str) -> Vec<String> {
    let medals = extracted(language, "2023-09-21", text).medals;
    let mut out: Vec<String> =
        medals.iter().map(|m| format!("{} | {} | {}", holder(&m.athlete, &m.country), m.medal, m.event)).collect();
    out.sort();
    out
}

#[test]
fn one_colour_in_several_events() {
    let two = ["Jan Nowak | gold | 100 m", "Jan Nowak | gold | 200 m"];
    let at = "at the 2023 European Athletics Championships";
    assert_eq!(events("en", &format!("Jan Nowak won gold in the 100m and the 200m {at}.")), two);
    assert_eq!(
        events("fr", "Jan Nowak a remporté l'or sur le 100 m et le 200 m aux Championnats d'Europe d'athlétisme 2023."),
        two,
    );
    assert_eq!(
        events("ru", "Ян Новак завоевал золото на дистанциях 100 м и 200 м на чемпионате Европы 2023 года.").len(),
        2,
    );
    // The second event is of what follows.
    assert_eq!(
        events("en", &format!("Jan Nowak won gold in the 100m and the 200m silver {at}.")),
        ["Jan Nowak | gold | 100 m", "Jan Nowak | silver | 200 m"],
    );
    // Of two persons each may have won one.
    assert_eq!(events("en", &format!("Jan Nowak and Pal Kiss won gold in the 100m and the 200m {at}.")).len(), 2);
}
