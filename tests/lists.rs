//! Lists: lines and labels that say nothing by themselves. Every construction with what it gives, and with what looks
//! like it and gives nothing.

mod support;

use support::{extracted, holder};

const DAY: &str = "2023-06-01";

/// Who won which medals: "Anna Kiss | gold | Asian Championships 2023 | judo 57 kg".
fn medals(language: &str, text: &str) -> Vec<String> {
    let mut out: Vec<String> = extracted(language, DAY, text)
        .medals
        .iter()
        .map(|m| {
            let who = holder(&m.athlete, &m.country);
            let year = m.year.map(|y| format!(" {y}")).unwrap_or_default();
            let count = if m.count == 1 { String::new() } else { format!("{} ", m.count) };
            let status = if m.status == "won" { String::new() } else { format!("{} ", m.status) };
            let what = format!("{} {}", m.sport, m.event);
            format!("{who} | {status}{count}{} | {}{year} | {}", m.medal, m.competition, what.trim())
        })
        .collect();
    out.sort();
    out
}

/// Who has which licences: "Anna Kiss | 1 | judo 57 kg women".
fn licences(language: &str, text: &str) -> Vec<String> {
    let mut out: Vec<String> = extracted(language, "2024-05-20", text)
        .licenses
        .iter()
        .map(|l| {
            let who = holder(&l.athlete, &l.country);
            let status = if l.status == "secured" { String::new() } else { format!("{} ", l.status) };
            let what = [&*l.sport, &*l.event].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
            format!("{who} | {status}{} | {what}", l.count)
        })
        .collect();
    out.sort();
    out
}

#[track_caller]
fn gives(found: &[String], expected: &[&str]) {
    assert_eq!(found, expected, "found:\n{}", found.join("\n"));
}

/// Lines below a colour, in one article about one edition.
fn at_championships(lines: &str) -> Vec<String> {
    medals("en", &format!("Hungary had a good day at the 2023 Asian Judo Championships.\n\n{lines}\n"))
}

#[test]
fn a_colour_and_a_colon_above_bullets() {
    gives(
        &at_championships(
            "Gold:\n- Anna Kiss (57 kg)\n- Eva Nagy (63 kg)\nBronze:\n• Ida Papp (48 kg), Lea Balog (70 kg);",
        ),
        &[
            "Anna Kiss | gold | Asian Championships 2023 | judo 57 kg",
            "Eva Nagy | gold | Asian Championships 2023 | judo 63 kg",
            "Ida Papp | bronze | Asian Championships 2023 | judo 48 kg",
            "Lea Balog | bronze | Asian Championships 2023 | judo 70 kg",
        ],
    );
}

#[test]
fn a_bare_heading_of_medallists_above_names() {
    gives(
        &at_championships("Bronze medallists\nIda Papp (48 kg)\nEva Nagy (63 kg)"),
        &[
            "Eva Nagy | bronze | Asian Championships 2023 | judo 63 kg",
            "Ida Papp | bronze | Asian Championships 2023 | judo 48 kg",
        ],
    );
}

#[test]
fn a_place_above_names_in_russian() {
    gives(
        &medals(
            "ru",
            "Чемпионат Азии 2023 года по дзюдо.\nЗолото:\n- Пал Кисс (60 кг);\n- Ян Надь (70 кг);\nТретьими стали:\n\
             - Ида Папп (48 кг), Ева Тот;",
        ),
        &[
            "Ева Тот | bronze | Asian Championships 2023 | judo",
            "Ида Папп | bronze | Asian Championships 2023 | judo 48 kg",
            "Пал Кисс | gold | Asian Championships 2023 | judo 60 kg",
            "Ян Надь | gold | Asian Championships 2023 | judo 70 kg",
        ],
    );
}

#[test]
fn a_colour_above_names_in_french_and_kazakh() {
    gives(
        &medals(
            "fr",
            "Les Championnats d'Asie 2023 de judo sont finis.\n\nArgent :\n- Anna Kiss (57 kg)\n- Eva Nagy (63 kg)",
        ),
        &[
            "Anna Kiss | silver | Asian Championships 2023 | judo 57 kg",
            "Eva Nagy | silver | Asian Championships 2023 | judo 63 kg",
        ],
    );
    gives(
        &medals(
            "kk",
            "Дзюдодан 2023 жылғы Азия чемпионаты аяқталды.\n\nКүміс:\n- Анна Кисс (57 келі)\n- Ева Надь (63 келі)",
        ),
        &[
            "Анна Кисс | silver | Asian Championships 2023 | judo 57 kg",
            "Ева Надь | silver | Asian Championships 2023 | judo 63 kg",
        ],
    );
}

#[test]
fn the_line_above_names_the_country_and_keeps_no_medal_of_its_own() {
    gives(
        &medals(
            "ru",
            "Чемпионат Азии 2023 года по дзюдо завершился.\nОстальное золото Венгрии принесли:\n• Анна Кисс (до 57 кг);\n\
             • Ева Надь (до 63 кг).",
        ),
        &[
            "Анна Кисс | gold | Asian Championships 2023 | judo 57 kg",
            "Ева Надь | gold | Asian Championships 2023 | judo 63 kg",
        ],
    );
}

#[test]
fn an_event_between_the_colour_and_the_names() {
    gives(
        &at_championships("Gold:\nWomen's 57 kg\nAnna Kiss\nWomen's 63 kg\nEva Nagy"),
        &[
            "Anna Kiss | gold | Asian Championships 2023 | judo 57 kg",
            "Eva Nagy | gold | Asian Championships 2023 | judo 63 kg",
        ],
    );
}

#[test]
fn the_line_above_the_list_names_another_edition() {
    let found = medals(
        "en",
        "The 2023 National Judo Championships have begun in Budapest.\n\nAt the 2021 Asian Championships they won:\n\
         Gold: Anna Kiss (57 kg)\nSilver: Eva Nagy (63 kg)\n",
    );
    gives(
        &found,
        &[
            "Anna Kiss | gold | Asian Championships 2021 | judo 57 kg",
            "Eva Nagy | silver | Asian Championships 2021 | judo 63 kg",
        ],
    );
}

#[test]
fn years_ago_above_the_list_name_the_edition() {
    gives(
        &medals(
            "en",
            "The 2023 National Judo Championships have begun in Budapest.\n\nTwo years ago they won this at the Asian \
             Championships:\nSilver: Anna Kiss (57 kg)\n",
        ),
        &["Anna Kiss | silver | Asian Championships 2021 | judo 57 kg"],
    );
}

#[test]
fn winners_of_other_years_are_no_list() {
    gives(&at_championships("Gold medallists:\n- Anna Kiss (2011)\n- Eva Nagy (2015)"), &[]);
}

#[test]
fn events_in_front_of_names() {
    gives(
        &at_championships("Gold:\n57 kg - Anna Kiss; 63 kg - Eva Nagy\n- 70 kg: Ida Papp"),
        &[
            "Anna Kiss | gold | Asian Championships 2023 | judo 57 kg",
            "Eva Nagy | gold | Asian Championships 2023 | judo 63 kg",
            "Ida Papp | gold | Asian Championships 2023 | judo 70 kg",
        ],
    );
}

#[test]
fn a_list_in_an_article_on_paralympic_sport() {
    gives(
        &medals(
            "en",
            "The 2022 Winter Paralympic Games in Beijing saw para biathlon.\n\nGold:\n- Anna Kiss\n- Eva Nagy",
        ),
        &[
            "Anna Kiss | gold | Winter Paralympic Games 2022 | para biathlon",
            "Eva Nagy | gold | Winter Paralympic Games 2022 | para biathlon",
        ],
    );
}

#[test]
fn a_country_in_front_of_or_behind_a_name_is_its_own() {
    let text =
        "The 2023 Asian Judo Championships are over.\n\nGold:\n- Hungary: Anna Kiss, Eva Nagy\n- Ida Papp – Austria";
    let read = extracted("en", DAY, text);
    let found: Vec<String> = read.medals.iter().map(|m| format!("{} {}", m.athlete, m.country)).collect();
    gives(&found, &["Anna Kiss HUN", "Eva Nagy HUN", "Ida Papp AUT"]);
}

#[test]
fn what_is_hoped_for_is_no_list_of_medals() {
    gives(&at_championships("They may fight for gold:\n- Anna Kiss (57 kg)\n- Eva Nagy (63 kg)"), &[]);
    gives(&at_championships("Who can win gold?\n- Anna Kiss (57 kg)"), &[]);
}

#[test]
fn prose_below_a_colour_is_no_list() {
    gives(&at_championships("Gold\nAnna Kiss was there and looked on with her friends from home."), &[]);
    gives(&at_championships("The price of gold:\nAnna Kiss said that she had not heard of it."), &[]);
}

#[test]
fn a_list_of_a_competition_without_an_edition_gives_nothing() {
    gives(&medals("en", "Judo is fun.\n\nGold:\n- Anna Kiss (57 kg)\n- Eva Nagy (63 kg)"), &[]);
}

#[test]
fn places_below_a_weight() {
    gives(
        &at_championships(
            "Women's 57 kg\n1. Anna Kiss (HUN)\n2. Eva Nagy (AUT)\n3. Ida Papp (FRA)\n3. Lea Balog (GER)\n5. Nora Toth (ITA)",
        ),
        &[
            "Anna Kiss | gold | Asian Championships 2023 | judo 57 kg",
            "Eva Nagy | silver | Asian Championships 2023 | judo 57 kg",
            "Ida Papp | bronze | Asian Championships 2023 | judo 57 kg",
            "Lea Balog | bronze | Asian Championships 2023 | judo 57 kg",
        ],
    );
}

#[test]
fn places_behind_a_weight_in_one_line() {
    let expected = &[
        "Anna Kiss | gold | Asian Championships 2023 | judo 57 kg",
        "Eva Nagy | silver | Asian Championships 2023 | judo 57 kg",
        "Ida Papp | bronze | Asian Championships 2023 | judo 57 kg",
        "Lea Balog | bronze | Asian Championships 2023 | judo 57 kg",
    ];
    gives(
        &at_championships(
            "57 kg. 1. Anna Kiss (Hungary), 2. Eva Nagy (Austria), 3. Ida Papp (France) and Lea Balog (Italy).",
        ),
        expected,
    );
    gives(
        &at_championships("57 kg: 1. Anna Kiss (HUN); 2. Eva Nagy (AUT); 3. Ida Papp (FRA), Lea Balog (ITA)."),
        expected,
    );
}

#[test]
fn colours_in_one_line() {
    gives(
        &at_championships("Gold: Anna Kiss; silver: Eva Nagy; bronze: Ida Papp, Lea Balog."),
        &[
            "Anna Kiss | gold | Asian Championships 2023 | judo",
            "Eva Nagy | silver | Asian Championships 2023 | judo",
            "Ida Papp | bronze | Asian Championships 2023 | judo",
            "Lea Balog | bronze | Asian Championships 2023 | judo",
        ],
    );
}

#[test]
fn places_of_a_kazakh_championship() {
    gives(
        &medals(
            "kk",
            "2023 жылғы дзюдодан Азия чемпионаты аяқталды.\n\n60 келі, ерлер\n1. Пал Кисс (Венгрия)\n2. Ян Надь (Австрия)\n\
             3. Отто Папп (Германия)",
        ),
        &[
            "Отто Папп | bronze | Asian Championships 2023 | judo 60 kg",
            "Пал Кисс | gold | Asian Championships 2023 | judo 60 kg",
            "Ян Надь | silver | Asian Championships 2023 | judo 60 kg",
        ],
    );
}

#[test]
fn places_that_are_no_medals() {
    let three = "1. Anna Kiss (HUN)\n2. Eva Nagy (AUT)\n3. Ida Papp (FRA)";
    gives(&at_championships(&format!("World rankings\nWomen's 57 kg\n{three}")), &[]);
    gives(&at_championships(&format!("Women's 57 kg, semi-final 1\n{three}")), &[]);
    gives(&at_championships(&format!("Heats:\nWomen's 57 kg\n{three}")), &[]);
    gives(&at_championships(&format!("Women's 57 kg, the favourites for gold:\n{three}")), &[]);
    gives(&at_championships(&format!("The drinks were served by\n{three}")), &[]);
}

#[test]
fn places_that_do_not_begin_with_the_winner() {
    gives(&at_championships("Women's 57 kg\n2. Eva Nagy (AUT)\n3. Ida Papp (FRA)"), &[]);
    gives(&at_championships("Women's 57 kg\n1. Anna Kiss (HUN)\n5. Eva Nagy (AUT)"), &[]);
}

#[test]
fn places_of_a_qualifier() {
    gives(
        &medals(
            "en",
            "The 2023 Asian Olympic Qualification Tournament in judo was held in Budapest.\n\nWomen's 57 kg\n1. Anna Kiss (HUN)\n\
             2. Eva Nagy (AUT)\n3. Ida Papp (FRA)",
        ),
        &[],
    );
}

#[test]
fn a_table_of_medals_is_no_result() {
    gives(&at_championships("Women's 57 kg\n1. Hungary\n2. Austria\n3. France"), &[]);
}

/// Licences in an article that says that Hungary has some.
fn won_licences(text: &str) -> Vec<String> {
    licences("en", &format!("Hungary has won 12 licences for the Olympic Games in Paris. {text}\n"))
}

#[test]
fn labels_of_sports_in_prose() {
    gives(
        &won_licences("Table tennis, 2. Pal Kiss and Ida Papp will play. Archery, 1: Eva Nagy."),
        &[
            "Eva Nagy | 1 | archery",
            "HUN | 1 | archery",
            "HUN | 12 | ",
            "HUN | 2 | table tennis",
            "Ida Papp | 1 | table tennis",
            "Pal Kiss | 1 | table tennis",
        ],
    );
}

#[test]
fn labels_of_sports_with_brackets_dashes_and_events() {
    gives(
        &won_licences(
            "Here is the list.\nJudo (2): Anna Toth in the 57 kg and Otto Balog.\nSwimming – 3: Anna Horvat (100 m butterfly), Eva Kiss.",
        ),
        &[
            "Anna Horvat | 1 | swimming 100 m butterfly",
            "Anna Toth | 1 | judo 57 kg",
            "Eva Kiss | 1 | swimming",
            "HUN | 12 | ",
            "HUN | 2 | judo",
            "HUN | 3 | swimming",
            "Otto Balog | 1 | judo",
        ],
    );
}

#[test]
fn labels_without_numbers_below_an_announcement() {
    gives(
        &licences(
            "en",
            "Hungary's licences for the 2024 Olympic Games:\nJudo: Anna Toth, Otto Balog\nArchery: Eva Nagy\n",
        ),
        &["Anna Toth | 1 | judo", "Eva Nagy | 1 | archery", "Otto Balog | 1 | judo"],
    );
}

#[test]
fn labels_of_sports_in_russian() {
    gives(
        &licences(
            "ru",
            "Венгрия завоевала 12 лицензий на Олимпийские игры в Париже. Настольный теннис, 2. Играть будут Пал Кисс и Ида Папп. \
             Стрельба из лука, 1: Ева Надь.",
        ),
        &[
            "HUN | 1 | archery",
            "HUN | 12 | ",
            "HUN | 2 | table tennis",
            "Ева Надь | 1 | archery",
            "Ида Папп | 1 | table tennis",
            "Пал Кисс | 1 | table tennis",
        ],
    );
}

#[test]
fn labels_that_count_something_else() {
    gives(&won_licences("The best medals were these. Judo, 2. Archery, 1."), &["HUN | 12 | "]);
    gives(
        &licences("en", "Hungary hopes for 12 licences for the Olympic Games in Paris. Judo, 2. Archery, 1."),
        &["HUN | target 12 | "],
    );
    gives(&won_licences("Judo, 2 to 1, was the result that Anna Kiss remembers."), &["HUN | 12 | "]);
}

#[test]
fn more_names_than_licences() {
    gives(
        &won_licences("Judo, 1. Anna Toth or Eva Nagy will go. Archery, 1: Ida Papp."),
        &["HUN | 1 | archery", "HUN | 1 | judo", "HUN | 12 | ", "Ida Papp | 1 | archery"],
    );
}

#[test]
fn a_table_of_licences() {
    gives(
        &licences(
            "en",
            "All judo licences for the Olympic Games in Paris have been won.\n\n1-2. Hungary, Austria – 6\n3. Cuba - 5\n\
             25-35. Chile, Peru – 1.\n*. INA – 8\n",
        ),
        &["AUT | 6 | judo", "CHI | 1 | judo", "CUB | 5 | judo", "HUN | 6 | judo", "PER | 1 | judo"],
    );
}

#[test]
fn countries_and_numbers_in_one_sentence() {
    let expected = &["AUT | 5 | judo", "CHI | 2 | judo", "HUN | 6 | judo", "PER | 2 | judo"];
    gives(
        &licences(
            "en",
            "Countries have won judo licences for the Olympic Games in Paris. Hungary 6, Austria 5, Chile and Peru 2 each.",
        ),
        expected,
    );
    gives(
        &licences(
            "en",
            "In judo Hungary has six licences, Austria five, Chile and Peru two each for the Olympic Games in Paris.",
        ),
        &["AUT | 5 | judo", "HUN | 6 | judo"],
    );
    gives(
        &licences(
            "en",
            "They all go to the Olympic Games in Paris. Hungary has six judo licences, Austria five, Chile and Peru two each.",
        ),
        expected,
    );
}

#[test]
fn two_countries_and_one_number_may_be_a_sum() {
    gives(&licences("en", "Countries have won judo licences for the Olympic Games in Paris. Chile and Peru 2."), &[]);
}

#[test]
fn a_table_of_medals_is_none_of_licences() {
    gives(
        &licences(
            "en",
            "Hungary won licences for the Olympic Games in Paris.\n\nMedals of the day:\nHungary – 6\nAustria – 5\nChile, Peru – 2\n",
        ),
        &[],
    );
}

#[test]
fn the_event_goes_on_in_the_next_sentence() {
    gives(
        &licences(
            "en",
            "Sailors won licences for the Olympic Games in Paris. In the iQFOiL two tickets went to women: Greece and Japan. \
             Two also went to men: Norway and Chile.",
        ),
        &[
            "CHI | 1 | sailing iQFOiL",
            "GRE | 1 | sailing iQFOiL",
            "JPN | 1 | sailing iQFOiL",
            "NOR | 1 | sailing iQFOiL",
        ],
    );
}

#[test]
fn a_number_of_others_is_not_shared_out() {
    gives(
        &licences(
            "en",
            "Sailors won licences for the Olympic Games in Paris. In the iQFOiL eight tickets went to women: Greece and Japan.",
        ),
        &[],
    );
}

#[test]
fn a_medal_table_needs_no_word_for_medals_in_its_lines() {
    let table = "1. Hungary 4 2 1\n2. Latvia 3 2 3\n3. Ruritania 2 2 2\n4. Peru 2 0 2\n";
    let text = format!("The 2023 Asian Judo Championships gave these medals.\n\n{table}");
    let found = medals("en", &text);
    for expected in [
        "HUN | 4 gold | Asian Championships 2023 | judo",
        "LAT | 3 bronze | Asian Championships 2023 | judo",
        "PER | 2 bronze | Asian Championships 2023 | judo",
    ] {
        assert!(found.contains(&expected.to_owned()), "{found:?}");
    }
    assert!(!found.iter().any(|f| f.contains("PER | 0") || f.starts_with("PER | silver")), "{found:?}");
    // Lines that do not rank are of something else.
    let other = "1. Hungary 4 2 1\n2. Latvia 5 2 3\n3. Peru 9 0 2\n";
    let text = format!("The 2023 Asian Judo Championships gave medals.\n\n{other}");
    assert!(medals("en", &text).iter().all(|f| !f.contains("LAT")), "{:?}", medals("en", &text));
}

#[test]
fn three_numbers_that_add_up_follow_their_total() {
    let text = "На чемпионате Азии 2023 года по дзюдо второй стала сборная Монголии — 87 медалей (38, 27, 22).";
    let found = medals("ru", text);
    for expected in ["MGL | 38 gold |", "MGL | 27 silver |", "MGL | 22 bronze |", "MGL | 87 total |"] {
        assert!(found.iter().any(|f| f.starts_with(expected)), "{found:?}");
    }
    let others = "На чемпионате Азии 2023 года по дзюдо второй стала сборная Монголии — 87 медалей (38, 27, 21).";
    let found = medals("ru", others);
    assert!(found.iter().all(|f| !f.contains("38 gold")), "the numbers do not add up: {found:?}");
}

#[test]
fn a_list_goes_on_over_a_name_that_nobody_can_read() {
    let text = "In karate these have qualified for the 2024 Olympic Games:\nAnna Kiss (HUN, 55 kg)\n\
                KV Xq (LET, 55 kg)\nEva Nagy (AUT, 61 kg)\n";
    let found = licences("en", text);
    assert!(found.iter().any(|f| f.starts_with("Eva Nagy | 1")), "{found:?}");
}

#[test]
fn a_sport_behind_its_number() {
    let text = "Hungary has 20 licences for the 2024 Olympic Games. Seven licences were won by the swimmers, six \
                went to judo, and two to athletics.";
    let found = licences("en", text);
    for expected in ["HUN | 6 | judo", "HUN | 2 | athletics"] {
        assert!(found.contains(&expected.to_owned()), "{found:?}");
    }
}

#[test]
fn letters_may_stand_in_front_of_the_numbers_of_a_medal_table() {
    let text = "Medal table of the 2022 Winter Olympic Games:\n1. Norway (G16 S8 B13, Total: 37)\n\
                2. Germany (G12 S10 B5, Total: 27)\n3. China (G9 S4 B2, Total: 15)\n";
    let found = medals("en", text);
    for expected in ["NOR | 16 gold |", "NOR | 8 silver |", "GER | 10 silver |", "CHN | 2 bronze |", "CHN | 15 total |"]
    {
        assert!(found.iter().any(|f| f.starts_with(expected)), "{expected}: {found:?}");
    }
}

#[test]
fn medals_of_a_list_need_no_year() {
    let text = "The Asian Judo Championships are over. Kazakhstan won four medals.\nSilver medals were won by:\n\
                - Anna Kiss (57 kg);\n- Eva Nagy (63 kg).\n";
    let found = medals("en", text);
    for expected in ["Anna Kiss | silver |", "Eva Nagy | silver |"] {
        assert!(found.iter().any(|f| f.starts_with(expected)), "{expected}: {found:?}");
    }
}

#[test]
fn numbers_of_licences_each_on_a_line_of_its_sport() {
    gives(
        &licences(
            "kk",
            "Париж Олимпиадасына дайындық. Әзірге Қазақстанның қоржынында 6 лицензия бар. Олар мына спорт түрлерінен алынды:\n\n\
             ескек есу – 3;\nдзюдо – 2;\nбокс – 1.\n",
        ),
        &["KAZ | 1 | boxing", "KAZ | 2 | judo", "KAZ | 3 | rowing", "KAZ | 6 | "],
    );
    let prices = "Париж Олимпиадасына дайындық. Қазақстан 6 шеберлік сабағын өткізді:\n\nескек есу – 3;\nдзюдо – 2;\n";
    gives(&licences("kk", prices), &[]);
}

#[test]
fn lines_behind_a_bullet_that_was_lost() {
    let found = medals(
        "en",
        "Judo, Asian Championships 2023.\n\nGold medals went to:\n\n?Anna Kiss (57 kg),\n\n?Eva Nagy (63 kg).\n",
    );
    gives(
        &found,
        &[
            "Anna Kiss | gold | Asian Championships 2023 | judo 57 kg",
            "Eva Nagy | gold | Asian Championships 2023 | judo 63 kg",
        ],
    );
}

#[test]
fn a_line_that_is_not_understood_ends_no_list() {
    let found = medals(
        "en",
        "Judo, Asian Championships 2023.\n\nThose who became Asian champions:\n- Anna Kiss (57 kg);\n- Xyzzy - 4x4;\n- Eva Nagy (63 kg).\n",
    );
    gives(
        &found,
        &[
            "Anna Kiss | gold | Asian Championships 2023 | judo 57 kg",
            "Eva Nagy | gold | Asian Championships 2023 | judo 63 kg",
        ],
    );
}

#[test]
fn numbered_lines_with_an_event_each_count_a_team_and_give_no_medals() {
    let text = "Before the 2016 Olympic Games\n\nAthletics\n1. Anna Kiss (shot put);\n2. Eva Nagy (triple jump);\n3. Ida Papp (long \
                jump);";
    assert_eq!(medals("en", text), Vec::<String>::new());
}

#[test]
fn a_medal_table_with_a_cell_a_line() {
    let table = "Medal table of the 2019 European Games\n|Rank\n|Team\n|Gold\n|Silver\n|Bronze\n|Total\n|1\n|Hungary\n|3\n|1\n|2\n|6\n|2\n\
                 |Latvia\n|2\n|2\n|0\n|4\n|3\n|Malta\n|1\n|0\n|1\n|2\n";
    let found = medals("en", table);
    for row in [
        "HUN | 3 gold | European Games 2019 | ",
        "LAT | 4 total | European Games 2019 | ",
        "MLT | gold | European Games 2019 | ",
    ] {
        assert!(found.contains(&row.to_owned()), "{row}: {found:?}");
    }
    // What does not add up is no medal table.
    let other = table.replace("|6\n|2\n|Latvia", "|7\n|2\n|Latvia");
    assert!(!medals("en", &other).iter().any(|m| m.starts_with("HUN")), "{other}");
}

#[test]
fn numbers_of_a_table_that_look_like_thousands() {
    let table = "Tableau des médailles des Jeux européens 2019 (or, argent, bronze, total)\n1. Italie 35 26 39 100\n2. Espagne 24 18 12 54\n3. Ukraine 21 12 8 41\n";
    let found = medals("fr", table);
    for row in ["ITA | 39 bronze | European Games 2019 | ", "ITA | 100 total | European Games 2019 | "] {
        assert!(found.contains(&row.to_owned()), "{row}: {found:?}");
    }
}

#[test]
fn a_crew_named_behind_the_medal_of_its_team() {
    let text = "Hungary won gold in the 4x200 m freestyle relay at the 2019 European Games. Anna Kiss, Eva Nagy, Ida Toth and Lea Varga \
                finished in 7:54.07.";
    let gold = |who: &str| format!("{who} | gold | European Games 2019 | swimming");
    for who in ["HUN", "Anna Kiss", "Lea Varga"] {
        assert!(medals("en", text).iter().any(|m| m.starts_with(&gold(who))), "{who}: {:?}", medals("en", text));
    }
    let few = "At the 2019 European Games there was bronze for the Hungarian quartet of Anna Kiss, Eva Nagy, Ida Toth and Lea Varga.";
    assert!(medals("en", few).iter().any(|m| m.starts_with("Ida Toth | bronze")), "{:?}", medals("en", few));
    // Those who were beaten next have nothing of it.
    let beaten = "Hungary won gold in the 4x200 m freestyle relay at the 2019 European Games. Anna Berg, Eva Lind and Ida Holm of \
                  Sweden finished in 7:59.01.";
    assert!(!medals("en", beaten).iter().any(|m| m.starts_with("Anna Berg")), "{:?}", medals("en", beaten));
}

#[test]
fn names_under_a_question_who_won() {
    let text = "Latvia had a good day at the 2019 European Games in Krakow.\nWho became European champions?\n- Anna Kalnina, judo (57 kg)\n\
                - Ilze Ozola, boxing (60 kg)\n";
    assert!(medals("en", text).iter().any(|m| m.starts_with("Ilze Ozola | gold")), "{:?}", medals("en", text));
}

#[test]
fn so_many_places_each_nation_by_nation() {
    let text = "Путевки на зимние Олимпийские игры 2026 года разыграны. По две квоты в скелетоне завоевали Латвия и Италия, по одной - \
                Австрия и Канада.";
    gives(
        &licences("ru", text),
        &["AUT | 1 | skeleton", "CAN | 1 | skeleton", "ITA | 2 | skeleton", "LAT | 2 | skeleton"],
    );
    let french = "Seize billets pour les Jeux olympiques de Paris 2024 étaient à distribuer en taekwondo. La répartition est la \
                  suivante: Egypte 4, Maroc 2 et Libye 1.";
    let found = licences("fr", french);
    for row in ["EGY | 4 | ", "MAR | 2 | ", "LBA | 1 | "] {
        assert!(found.iter().any(|l| l.starts_with(row)), "{row}: {found:?}");
    }
}

#[test]
fn lines_of_a_sport_by_gender() {
    let text = "Quotas olympiques de la Hongrie pour Paris 2024\n\nAviron : 6 athlètes H / 3 athlètes F\nCanoë-kayak – Slalom : 2 hommes / 1 femme\n\
                Boxe : 3 hommes\n";
    let found = licences("fr", text);
    for row in ["HUN | 6 | rowing", "HUN | 3 | rowing", "HUN | 3 | boxing"] {
        assert!(found.contains(&row.to_owned()), "{row}: {found:?}");
    }
}

#[test]
fn a_roll_of_those_whom_the_sentence_before_counts() {
    let text = "Nine Hungarians now have places at the Paris 2024 Olympics. The wrestlers are Anna Kiss, Eva Nagy and Pal Szabo.";
    let found = licences("en", text);
    assert!(found.iter().any(|l| l.starts_with("Pal Szabo | 1")), "{found:?}");
    let more = text.replace("Nine", "Two");
    assert!(!licences("en", &more).iter().any(|l| l.starts_with("Pal Szabo")), "{:?}", licences("en", &more));
}

#[test]
fn names_under_a_sport_below_a_count_of_people() {
    let text = "Twelve Hungarians have qualified for the Paris 2024 Olympics.\n\nBOXING\nAnna Kiss (57kg)\nPal Nagy (80kg)\n\nJUDO\nEva Toth (63kg)\n";
    gives(
        &licences("en", text),
        &["Anna Kiss | 1 | boxing 57 kg", "Eva Toth | 1 | judo 63 kg", "HUN | 12 | ", "Pal Nagy | 1 | boxing 80 kg"],
    );
}

#[test]
fn places_below_prose_of_single_names_with_codes_in_small_letters() {
    gives(
        &medals(
            "fr",
            "Karaté : les Jeux asiatiques 2018 sont finis.\n\n-60 kg\n\nLe favori l'a emporté devant son public.\n\n1. \
             Budiarto (Ina)\n2. Ali Rezaei (IRI)\n3. Tan (Mas) et Timur Karimov (UZB)",
        ),
        &[
            "Ali Rezaei | silver | Asian Games 2018 | karate 60 kg",
            "Budiarto | gold | Asian Games 2018 | karate 60 kg",
            "Tan | bronze | Asian Games 2018 | karate 60 kg",
            "Timur Karimov | bronze | Asian Games 2018 | karate 60 kg",
        ],
    );
}

#[test]
fn a_ranking_below_prose_is_no_result() {
    gives(
        &medals(
            "en",
            "Karate: the 2018 Asian Games are over.\n\nMen's 60 kg\n\nThe federation published it on Monday.\n\nWorld \
             ranking:\n1. Budiarto (INA)\n2. Rezaei (IRI)\n3. Tan (MAS)",
        ),
        &[],
    );
}
