//! Which edition a medal or a licence is of, where its own words do not say. The names are made up.

mod support;

use support::{extracted, holder, medals};

/// Who has how many places for which Games: "HUN 54 Olympic Games 2024".
fn licences(language: &str, day: &str, text: &str) -> Vec<String> {
    let all = extracted(language, day, text).licenses;
    let year = |y: Option<i32>| y.map(|y| y.to_string()).unwrap_or_default();
    let who = |l: &palmares::extract::License| holder(&l.athlete, &l.country).to_owned();
    let mut out: Vec<String> =
        all.iter().map(|l| format!("{} {} {} {}", who(l), l.count, l.competition, year(l.year))).collect();
    out.sort();
    out
}

#[track_caller]
fn gives(found: &[String], expected: &[&str]) {
    assert_eq!(found, expected, "found:\n{}", found.join("\n"));
}

#[test]
fn a_city_so_many_years_later_is_the_edition_at_that_distance() {
    let expected = ["Anna Kiss 2 gold Olympic Games 1956", "Anna Kiss silver Olympic Games 1964"];
    let text = "The Hungarian swimmer Anna Kiss won two golds at the 1956 Melbourne Olympics. Eight years later at the \
                Tokyo Olympics Kiss took silver.";
    gives(&medals("en", "2020-03-04", text), &expected);
    gives(&medals("en", "2023-03-04", text), &expected);
    let french = "La nageuse hongroise Anna Kiss a gagné deux médailles d'or aux Jeux olympiques de Melbourne en 1956. \
                  Huit ans plus tard, aux Jeux de Tokyo, Kiss a pris l'argent.";
    gives(&medals("fr", "2020-03-04", french), &expected);
    let today = "The Hungarian swimmer Anna Kiss won two golds at the 2012 London Olympics. At the Tokyo Olympics Kiss took \
                 silver.";
    assert!(medals("en", "2022-03-04", today).contains(&"Anna Kiss silver Olympic Games 2020".to_owned()));
}

#[test]
fn a_table_of_all_times_is_of_no_edition_nor_what_it_is_compared_with() {
    let text = "Hungary leads the all-time Olympic medal table in short track with 26 gold and 16 silver medals. Latvia is a \
                distant second with 12 gold medals. Skaters go to the 2026 Winter Olympics.";
    let expected =
        ["HUN 16 silver Winter Olympic Games", "HUN 26 gold Winter Olympic Games", "LAT 12 gold Winter Olympic Games"];
    gives(&medals("en", "2024-03-04", text), &expected);
    let since = "Hungary has won 28 golds at the Asian Games since its debut in 1974.";
    gives(&medals("en", "2024-03-04", since), &["HUN 28 gold Asian Games"]);
    let best = "At the 2022 Asian Games Hungary won 28 golds, its most since 1974.";
    gives(&medals("en", "2023-12-04", best), &["HUN 28 gold Asian Games 2022"]);
}

#[test]
fn a_tally_is_of_the_edition_of_the_one_that_it_is_compared_with() {
    let text = "At the 2014 Asian Games Hungary won 12 golds. Latvia came second with nine golds. In 2018 Austria had 15.\n\n\
                Today Austria is ready for the Asian Games.";
    let found = medals("en", "2023-09-01", text);
    assert!(found.contains(&"LAT 9 gold Asian Games 2014".to_owned()), "{found:?}");
}

#[test]
fn places_with_their_years_are_an_edition_each() {
    let all = [
        "Anna Kiss gold World Championships 2017",
        "Anna Kiss gold World Championships 2018",
        "Anna Kiss gold World Championships 2019",
    ];
    let text = "The Hungarian weightlifter Anna Kiss won gold medals at the World Championships in Anaheim (2017), Ashgabat, \
                Turkmenistan (2018) and Pattaya (2019).";
    gives(&medals("en", "2024-03-04", text), &all);
    let russian =
        "Тяжелоатлетка Анна Кисс выигрывала чемпионат мира в Анахайме (2017), Ашхабаде (2018) и Паттайе (2019).";
    assert_eq!(medals("ru", "2024-03-04", russian).len(), 3);
    let other = "The Hungarian weightlifter Anna Kiss won gold at the World Championships in Anaheim (2017) and in Ashgabat \
                 (2018) Eva Nagy won silver.";
    assert!(!medals("en", "2024-03-04", other).contains(&all[1].to_owned()));
}

#[test]
fn a_number_of_titles_with_as_many_years_is_one_a_year() {
    let all = [
        "Anna Kiss gold European Championships 1967",
        "Anna Kiss gold European Championships 1971",
        "Anna Kiss gold European Championships 1979",
    ];
    let english = "The Hungarian judoka Anna Kiss was three times European champion, in 1967, 1971 and 1979.";
    gives(&medals("en", "2024-03-04", english), &all);
    let french = "La judokate hongroise Anna Kiss a été trois fois championne d'Europe, en 1967, 1971 et 1979.";
    gives(&medals("fr", "2024-03-04", french), &all);
    let more = "The Hungarian judoka Anna Kiss was four times European champion, in 1967, 1971 and 1979.";
    assert!(!medals("en", "2024-03-04", more).iter().any(|m| m.ends_with("1971")));
}

#[test]
fn a_title_a_year_later_is_counted_from_the_one_before() {
    let text = "The runner Anna Kiss of Hungary was runner-up at the 2016 Olympics and world champion a year later.";
    let expected = ["Anna Kiss gold World Championships 2017", "Anna Kiss silver Olympic Games 2016"];
    gives(&medals("en", "2024-08-20", text), &expected);
}

#[test]
fn what_is_only_compared_with_is_not_the_edition() {
    let text = "At the Tokyo 2020 Olympics the Hungarian judoka Anna Kiss won gold, as she had in London 2012. Eva Nagy took \
                silver.";
    let expected = ["Anna Kiss gold Olympic Games 2020", "Eva Nagy silver Olympic Games 2020"];
    gives(&medals("en", "2021-09-06", text), &expected);
    let french = "Aux Jeux olympiques de Tokyo 2020, la judokate hongroise Anna Kiss a remporté l'or, comme à Londres en 2012. \
                  Eva Nagy a pris l'argent.";
    gives(&medals("fr", "2021-09-06", french), &expected);
    let total = "La Hongrie égale au Grand Chelem de Paris son total de 2010. La judokate Anna Kiss a remporté l'or.";
    gives(&medals("fr", "2022-02-06", total), &["Anna Kiss gold Grand Slam 2022"]);
}

#[test]
fn nothing_was_won_at_games_that_lie_ahead() {
    let text = "Hungary's swimmers won eight golds at the world championships in Kazan and look forward to the Rio 2016 \
                Olympics. Anna Kiss collected three gold medals.";
    let expected = ["Anna Kiss 3 gold World Championships 2015", "HUN 8 gold World Championships 2015"];
    gives(&medals("en", "2015-07-20", text), &expected);
}

#[test]
fn games_next_year_date_an_article_without_a_date() {
    let text = "Swimming: Hungary is home from the world championships.\nIts swimmers took eight golds at the world \
                championships and look forward to the Rio Olympics next year.";
    assert!(medals("en", "", text).contains(&"HUN 8 gold World Championships 2015".to_owned()));
}

#[test]
fn a_tally_of_back_then_is_of_the_edition_spoken_of() {
    let text = "Hungary won 20 medals at the Paris Olympics. That was two more than three years ago in Tokyo. At that time \
                Hungary had six gold medals.";
    assert!(medals("en", "2024-08-20", text).contains(&"HUN 6 gold Olympic Games 2020".to_owned()));
    let licensed = "Hungary has 54 Olympic licences for Paris. Three years ago in Tokyo it had 71 licences.";
    gives(&licences("en", "2024-05-06", licensed), &["HUN 54 Olympic Games 2024", "HUN 71 Olympic Games 2020"]);
}

#[test]
fn the_city_of_past_games_names_them_for_what_follows() {
    let text = "Hungary looks forward to the Paralympic Games in Paris. At the Paralympic Games of Rio it won 11 medals.\n\n\
                In Tokyo the Hungarians were at their best. Anna Kiss won gold in para judo.";
    assert!(medals("en", "2024-08-20", text).contains(&"Anna Kiss gold Paralympic Games 2020".to_owned()));
}

#[test]
fn licences_told_after_those_for_past_games_are_for_these() {
    let text = "The 2024 Paris Olympics await. Four Hungarians qualified for the Tokyo Games through the 2019 World \
                Championships. The wrestlers Anna Kiss and Eva Nagy booked their berths at the European event in Budapest.";
    let found = licences("en", "2022-09-29", text);
    assert!(found.contains(&"Anna Kiss 1 Olympic Games 2020".to_owned()), "{found:?}");
    let now = "Four Hungarians qualified for the Tokyo Games through the 2019 World Championships.\n\nOn Friday the wrestler \
               Anna Kiss booked her berth at the Paris Olympics.";
    assert!(licences("en", "2023-09-29", now).contains(&"Anna Kiss 1 Olympic Games 2024".to_owned()));
}

#[test]
fn what_was_won_at_the_edition_since_which_is_of_that_edition() {
    let text =
        "La Hongrie attend depuis les Jeux de Séoul en 1988, quand Anna Kiss avait pris l'argent du 400 m haies.";
    gives(&medals("fr", "2021-08-20", text), &["Anna Kiss silver Olympic Games 1988"]);
}

#[test]
fn the_year_before_is_counted_from_the_year_spoken_of() {
    let text = "Anna Kiss, a Hungarian judoka, became European champion in Sofia in 2022, having won bronze in Lisbon the year \
                before.";
    assert!(medals("en", "2024-06-10", text).contains(&"Anna Kiss bronze European Championships 2021".to_owned()));
}

#[test]
fn olympic_medals_of_a_country_are_of_all_games_when_none_are_on() {
    let text =
        "Boxing has brought Hungary 20 Olympic medals, ten of them gold. Hungary had one boxer at the Tokyo Olympics.";
    gives(&medals("en", "2023-04-10", text), &["HUN 10 gold Olympic Games", "HUN 20 total Olympic Games"]);
}

#[test]
fn a_city_does_not_date_championships_in_a_text_without_a_date() {
    let text = "ASTANA: weightlifting. Anna Kiss of Hungary won gold at the Asian Championships.";
    gives(&medals("en", "", text), &["Anna Kiss gold Asian Championships"]);
    assert_eq!(medals("en", "2013-06-28", text), ["Anna Kiss gold Asian Championships 2013"]);
}

#[test]
fn a_medal_behind_another_has_the_year_that_stands_behind_it() {
    let text = "Anna Kiss, a Hungarian judoka, won silver at the World Championships in Budapest in 2021 and gold a year later \
                in Tashkent.";
    let expected = ["Anna Kiss gold World Championships 2022", "Anna Kiss silver World Championships 2021"];
    gives(&medals("en", "2024-06-10", text), &expected);
}

#[test]
fn years_ago_are_counted_from_the_games_that_the_article_is_about() {
    let text = "Hungary's athletes do better at the Asian Games in Incheon than at the 2010 Asian Games in Guangzhou. They won \
                20 gold medals so far, which is two medals more than four years ago. Four years ago Hungary had 23 silver \
                medals.";
    let found = medals("en", "", text);
    assert!(found.contains(&"HUN 23 silver Asian Games 2010".to_owned()), "{found:?}");
    assert!(found.iter().all(|m| !m.contains("2 total")), "{found:?}");
}

#[test]
fn winter_games_called_by_their_country_are_those_just_held() {
    let text = "Горнолыжница Анна Кисс завоевала серебро в гигантском слаломе на Паралимпиаде в Италии.";
    gives(&medals("ru", "2026-03-12", text), &["Анна Кисс silver Winter Paralympic Games 2026"]);
}

#[test]
fn a_short_name_is_the_winter_edition_of_the_year_that_both_name() {
    let text = "Венгрия опустилась в таблице Универсиады-2023.\n\nСборная Венгрии выступает на зимней Универсиаде-2023 в \
                Лейк-Плэсиде. Венгерские спортсмены завоевали шесть медалей.";
    gives(&medals("ru", "", text), &["HUN 6 total Universiade 2023"]);
}

#[test]
fn a_number_in_front_of_quotation_marks_counts_the_games() {
    let text = "Спортсмены из Венгрии завоевали 20 медалей на VIII Международных играх \"Дети Азии\" в Якутске.";
    gives(&medals("ru", "", text), &["HUN 20 total Children of Asia Games 2024"]);
}

#[test]
fn the_city_behind_an_edition_is_its_own() {
    let text = "На Олимпиаде-2008 в Пекине команда Венгрии выиграла 23 золотые награды.";
    gives(&medals("ru", "", text), &["HUN 23 gold Olympic Games 2008"]);
}

#[test]
fn championships_in_a_city_are_the_first_after_the_latest_year_that_the_text_recalls() {
    let text = "Сборная Венгрии по современному пятиборью выступила на чемпионате мира в Москве. В активе венгерских \
                пятиборцев три серебряные медали.\n\nНа чемпионате мира 2015 года в Берлине команда осталась без наград.";
    gives(&medals("ru", "", text), &["HUN 3 silver World Championships 2016"]);
    let later = "На чемпионате Европы по тяжёлой атлетике в Кишинёве сборная Венгрии завоевала 10 медалей.\n\nЗолотые медали \
                 выиграла Анна Кисс.\n\nВ 2026 году чемпионат Европы по тяжёлой атлетике пройдёт в Грузии.";
    let found = medals("ru", "", later);
    assert!(found.contains(&"HUN 10 total European Championships 2025".to_owned()), "{found:?}");
    assert!(found.iter().all(|m| m.ends_with("2025")), "{found:?}");
}

#[test]
fn an_edition_in_a_city_is_of_the_championships_of_the_article() {
    let text = "Hungary now have 11 medals. They bettered their previous best tally of 10 (3 gold, 4 silver and 3 bronze) in the \
                2023 edition in Paris.\n\nAnna Kiss won gold in the shot put F46 at the World Para Athletics Championships in \
                Kobe. She has also qualified for the Paris Olympics.";
    let found = medals("en", "2024-05-22", text);
    assert!(found.iter().all(|m| !m.contains("lympic")), "{found:?}");
    assert!(found.contains(&"HUN 3 gold World Championships 2023".to_owned()), "{found:?}");
}

#[test]
fn the_colours_behind_a_total_without_a_year_have_none_either() {
    let text = "Hungary has won a total of 34 Olympic medals overall, 8 gold, 10 silver and 16 bronze.";
    let expected = ["HUN 10 silver Olympic Games", "HUN 16 bronze Olympic Games", "HUN 34 total Olympic Games"];
    let found = medals("en", "2022-06-29", text);
    assert!(expected.iter().all(|e| found.contains(&(*e).to_owned())), "{found:?}");
}

#[test]
fn a_title_has_the_year_that_its_own_words_or_those_behind_it_tell() {
    let text = "Hungary have five places in boxing.\n\nAnna Kiss, who won the world title last year, lost her quarter-final in \
                the 66kg.";
    gives(&medals("en", "2023-07-03", text), &["Anna Kiss gold World Championships 2022"]);
    let french = "La Hongroise Anna Kiss, vice-championne du monde en salle en mars à Glasgow, court le 100 m haies.";
    gives(&medals("fr", "2024-06-10", french), &["Anna Kiss silver World Indoor Championships 2024"]);
}

#[test]
fn championships_without_their_city_are_dated_by_their_country() {
    let text = "At the Judo World Championships Anna Kiss of Hungary took silver. It was day 7 of the championships in \
                Uzbekistan.";
    gives(&medals("en", "", text), &["Anna Kiss silver World Championships 2022"]);
}

#[test]
fn a_medal_with_a_weekday_is_not_of_an_old_edition_named_before_it() {
    let text = "At the World Athletics Championships in Tokyo Hungary has four golds. The last time, in Budapest in 2023, she \
                had set the mark there. On Tuesday the Hungarian Anna Kiss won silver in the discus.";
    let found = medals("en", "2025-09-18", text);
    assert!(found.contains(&"Anna Kiss silver World Championships 2025".to_owned()), "{found:?}");
}

#[test]
fn a_short_line_with_a_date_and_a_time_dates_the_article() {
    let text = "Hungary happy\n\nSwimmers in form\n\nFirst Published May 22, 2024, 1:34 PM IST\n\nThe Hungarian swimmer Anna \
                Kiss, who won the world title last year, is in form.";
    gives(&medals("en", "", text), &["Anna Kiss gold World Championships 2023"]);
}

#[test]
fn championships_of_the_young_have_numbers_of_their_own() {
    let text = "В Алматы стартовал 21-й чемпионат Азии по карате (WKF) среди молодежи. Четыре золотые медали завоевала команда \
                Казахстана.";
    gives(&medals("ru", "", text), &["KAZ 4 gold Youth Asian Championships"]);
    let several = "Le Maroc a gagné le championnat d’Afrique de karaté. Les Marocains des catégories « seniors », « juniors » \
                   et « cadets » ont gagné 33 médailles.";
    let found = medals("fr", "", several);
    assert!(found.iter().all(|m| !m.contains("Junior")), "{found:?}");
}

#[test]
fn medals_of_paralympic_sport_are_of_its_games() {
    let text = "Paris 2024 (para tennis de table) : la Hongrie espère\nLa délégation hongroise de para tennis de table a des \
                ambitions pour les Jeux de Paris.\nAnna Kiss, déjà détentrice de dix médailles olympiques, en fait partie.";
    let found = medals("fr", "", text);
    assert!(found.iter().all(|m| !m.contains("Olympic")), "{found:?}");
    assert!(found.contains(&"Anna Kiss 10 total Paralympic Games".to_owned()), "{found:?}");
}

#[test]
fn the_edition_before_is_not_the_one_reported() {
    let text = "Athlétisme : la Hongrie, avec huit médailles d'or, est sixième des Championnats d'Europe. Lors de la précédente \
                édition, disputée en 2017 à Szeged, elle avait remporté neuf médailles d'argent.";
    let found = medals("fr", "", text);
    assert!(found.contains(&"HUN 8 gold European Championships".to_owned()), "{found:?}");
    let next = "Les athlètes du Mali ont pris part aux Championnats d'Afrique d'athlétisme le 5 août 2018. Le Mali a glané \
                quatre médailles d'or. L'an prochain, aux Jeux africains de Rabat, il en veut cinq.";
    gives(&medals("fr", "", next), &["MLI 4 gold African Championships 2018"]);
}

#[test]
fn a_tally_that_another_is_compared_with_is_of_its_own_edition() {
    let text = "Malaysia is at the Asian Games in Hangzhou. On Thursday Malaysia won 39 gold medals, three more than they won in \
                Jakarta five years ago.";
    gives(&medals("en", "2023-10-06", text), &["MAS 39 gold Asian Games 2022"]);
    let french = "La Suisse est aux Jeux européens de Cracovie. La Suisse a fini 17e avec 13 médailles d'or contre 20 il y a \
                  quatre ans à Minsk.";
    gives(&medals("fr", "2023-07-03", french), &["SUI 13 gold European Games 2023"]);
}

#[test]
fn a_year_in_front_of_a_host_tells_which_of_its_games() {
    let text = "Anna Kiss, médaillée d'or avec les gymnastes hongroises en 1948 aux Jeux olympiques de Londres, est morte à 97 \
                ans. Aux Jeux olympiques, elle était la plus jeune. Elle avait aussi obtenu à Londres la médaille de bronze.";
    gives(
        &medals("fr", "2021-03-14", text),
        &["Anna Kiss bronze Olympic Games 1948", "Anna Kiss gold Olympic Games 1948"],
    );
}

#[test]
fn games_that_a_team_comes_back_from_are_those_of_the_city() {
    let text = "Slovakia's team have returned home from Vancouver. It was their best showing at a Winter Paralympics. Slovakia won \
                six gold medals.";
    gives(&medals("en", "", text), &["SVK 6 gold Winter Paralympic Games 2010"]);
}

#[test]
fn of_two_games_in_a_year_the_town_tells_which() {
    let text = "Les médailles de la Hongrie\n\nJO 1976 à Innsbruck\n3 médailles : 2 or, 1 argent";
    let expected = [
        "HUN 2 gold Winter Olympic Games 1976",
        "HUN 3 total Winter Olympic Games 1976",
        "HUN silver Winter Olympic Games 1976",
    ];
    gives(&medals("fr", "2026-01-27", text), &expected);
}

#[test]
fn who_is_second_at_a_qualifier_has_no_medal_of_games_named_later() {
    let text = "В Токио прошел азиатский лицензионный турнир по гребле на байдарках и каноэ. Анна Кисс заняла второе место в \
                заезде на 500 м.\n\nНа Азиатских играх в Ханчжоу гребцы тоже были.";
    gives(&medals("ru", "2024-04-24", text), &[]);
}

#[test]
fn targets_are_for_the_games_that_an_article_is_about() {
    let text = "Les athlètes du Maroc veulent briller aux Jeux paralympiques de Paris. Aux Jeux paralympiques, le Maroc vise 15 \
                médailles. Notre but est de décrocher cinq médailles d'or.";
    let found = medals("fr", "2024-08-24", text);
    assert!(found.contains(&"MAR 5 gold Paralympic Games 2024".to_owned()), "{found:?}");
}

#[test]
fn a_stop_of_a_series_beside_games_is_of_the_year_of_publication() {
    let text = "Two gold medals at the Winter Youth Olympic Games in Gangwon crowned the weekend. At the Winter Youth Olympic Games \
                Hungary was third.\n\nIn the World Cup in Altenberg Anna Kiss of Hungary won gold in the skeleton.";
    let found = medals("en", "2024-01-29", text);
    assert!(found.contains(&"Anna Kiss gold World Cup 2024".to_owned()), "{found:?}");
}

#[test]
fn a_city_with_its_year_in_front_is_the_games_of_that_year() {
    let text = "По итогам Олимпиады в Париже у Таджикистана три медали.\n\n2008 г., Пекин - 2 медали (1 серебряная и 1 бронзовая);";
    let found = medals("ru", "2024-08-20", text);
    assert!(found.contains(&"TJK silver Olympic Games 2008".to_owned()), "{found:?}");
}

#[test]
fn the_year_behind_what_a_title_says_of_itself() {
    let text = "Le Belge Jean Roy s’est éteint à Liège. Troisième de la poursuite aux Mondiaux de Rocourt en 1963, il s’était ensuite \
                tourné vers la route.";
    let found = medals("fr", "2021-12-30", text);
    assert!(found.contains(&"Jean Roy bronze World Championships 1963".to_owned()), "{found:?}");
}

#[test]
fn titles_told_one_after_the_other_are_one_person_s() {
    let text = "Le Belge Jean Roy avait été médaillé d’argent aux Jeux olympiques de Mexico en 1968, puis champion du monde de \
                vitesse en 1970.";
    let found = medals("fr", "2021-12-30", text);
    assert!(found.contains(&"Jean Roy gold World Championships 1970".to_owned()), "{found:?}");
}

#[test]
fn an_edition_behind_a_number_of_its_own_is_not_that_of_the_tally() {
    let text = "The Commonwealth Games stars of Birmingham 2022 came home. Wales won 27 medals, short of the 36 won at Gold Coast 2018.";
    let found = medals("en", "2022-08-11", text);
    assert!(found.contains(&"WAL 27 total Commonwealth Games 2022".to_owned()), "{found:?}");
}

#[test]
fn what_a_new_medal_comes_after_is_no_edition_of_what_follows() {
    let text = "Anne Sarr a gagné l’or aux Jeux africains 2023 d’Accra. Avec cette médaille, sa deuxième aux Jeux africains après le \
                bronze de Rabat en 2019, elle entre dans l’histoire. Au total, le Sénégal a terminé avec 24 médailles.";
    let found = medals("fr", "2024-03-25", text);
    assert!(found.contains(&"SEN 24 total African Games 2023".to_owned()), "{found:?}");
}

#[test]
fn this_third_edition_is_the_one_that_an_article_is_about() {
    let text = "Hungary collected 13 medals at the Asian Youth Games, five of them gold. It was enough for 13th place in this \
                third edition of the event. At the first Asian Youth Games, in Singapore in 2009, Hungary won one bronze medal.";
    let expected = [
        "HUN 13 total Asian Youth Games 2025",
        "HUN 5 gold Asian Youth Games 2025",
        "HUN bronze Asian Youth Games 2009",
    ];
    gives(&medals("en", "", text), &expected);
    let french = "La Hongrie a remporté 13 médailles aux Jeux asiatiques de la jeunesse. Elle termine treizième de cette 3e \
                  édition de l'épreuve. Aux premiers Jeux asiatiques de la jeunesse, à Singapour en 2009, la Hongrie avait \
                  gagné une médaille de bronze.";
    assert!(medals("fr", "", french).contains(&"HUN 13 total Asian Youth Games 2025".to_owned()));
}

#[test]
fn what_is_foretold_without_a_date_is_of_the_games_at_the_head_and_not_of_those_recalled() {
    let text = "Nine medals in Paris: Hungarian record on the cards. The record haul so far is the six medals of London 2012, \
                boxer Eva Nagy's gold among them. In the pool Anna Kiss is predicted to win bronze in the 800m freestyle.";
    let found = medals("en", "", text);
    assert!(found.contains(&"Anna Kiss bronze Olympic Games 2024".to_owned()), "{found:?}");
    assert!(found.contains(&"Eva Nagy gold Olympic Games 2012".to_owned()), "{found:?}");
}

#[test]
fn licences_are_not_for_the_games_that_are_only_recalled_beside_them() {
    let text = "Мужская сборная Венгрии по боксу поедет на Олимпийские игры в полном составе. На ринг Рио-де-Жанейро выйдут \
                десять атлетов. Для сравнения: на Играх 2008-го в Пекине и 2012-го в Лондоне боксировали по девять \
                венгров.\n\nКвалификационный турнир принес три лицензии. Их завоевали Олжас Саттаров (52 кг), Кайрат Ералин \
                (56 кг) и Иван Дычков (81 кг).";
    let found = licences("ru", "", text);
    assert!(found.iter().filter(|l| l.ends_with("Olympic Games 2016")).count() >= 3, "{found:?}");
    assert!(!found.iter().any(|l| l.ends_with("2008") || l.ends_with("2012")), "{found:?}");
}

#[test]
fn kinds_of_a_sport_that_were_held_together_are_one_edition_of_a_city() {
    let text = "Les championnats du monde de ski nordique de Planica ont pris fin dimanche. Le Norvégien Lars Hegge a remporté \
                l'or du 10 km libre.";
    gives(&medals("fr", "", text), &["Lars Hegge gold World Championships 2023"]);
}

#[test]
fn a_section_on_another_sport_has_its_own_competition() {
    let text = "20 августа 2023 года\n\nНовости недели\n\nДзюдоисты отличились в Загребе\n\nВ Загребе завершился турнир \
                Гран-при по дзюдо. Петер Надь из Венгрии завоевал золотую медаль.\n\nТяжелоатлеты привезли награды\n\nСборная \
                Латвии по тяжелой атлетике выступила на чемпионате Азии среди юниоров, который прошел в Дели.\n\nВ активе \
                сборной Латвии 1 золотая и 2 серебряные медали.";
    let expected = [
        "LAT 2 silver Junior Asian Championships 2023",
        "LAT gold Junior Asian Championships 2023",
        "Петер Надь gold Grand Prix 2023",
    ];
    gives(&medals("ru", "2023-08-20", text), &expected);
}

#[test]
fn an_age_group_in_brackets_says_more_closely_which() {
    let text = "На чемпионате Европы среди юниоров и молодежи в Белграде венгры завоевали две медали. Среди молодежи (U23) \
                золото выиграла Анна Кисс. Бронзовую медаль среди юниоров завоевал Петер Надь.";
    let found = medals("ru", "2022-08-06", text);
    assert!(found.contains(&"Анна Кисс gold U23 European Championships 2022".to_owned()), "{found:?}");
    assert!(found.contains(&"Петер Надь bronze Junior European Championships 2022".to_owned()), "{found:?}");
}

#[test]
fn an_adverb_measures_no_edition() {
    let text = "How far the old belt wrestling has travelled since could be seen at the Children of Asia Games, where many \
                nations met this summer. Timur Aliev (50 kg) and Jasur Olim (71 kg) of Uzbekistan became champions.";
    let expected = ["Jasur Olim gold Children of Asia Games", "Timur Aliev gold Children of Asia Games"];
    gives(&medals("en", "", text), &expected);
}

#[test]
fn an_olympic_medal_of_a_host_city_is_of_no_paralympic_games() {
    let text = "В Рио-де-Жанейро в 2016 году венгры завоевали две олимпийские медали, серебряную и бронзовую. Министр \
                рассказал о виде спорта парадзюдо и о планах федерации на новый сезон.";
    let expected = ["HUN 2 total Olympic Games 2016", "HUN bronze Olympic Games 2016", "HUN silver Olympic Games 2016"];
    gives(&medals("ru", "2020-02-12", text), &expected);
}

#[test]
fn games_that_are_over_do_not_end_an_article_on_the_paralympics() {
    let text = "Jeux paralympiques de Paris 2024 : les Lorrains qualifiés\n\nAprès les Jeux olympiques, place aux \
                paralympiques, du 28 août au 8 septembre. On vous les présente.\n\nThéo Schmidt - Cyclisme\n\nLe Français \
                s'était paré d'argent à Tokyo dans le contre-la-montre.";
    gives(&medals("fr", "2024-08-21", text), &["Théo Schmidt silver Paralympic Games 2020"]);
}

#[test]
fn a_weekday_with_its_full_date_near_the_beginning_dates_an_article() {
    let text = "Hungary wins at the Worlds\n\nOn Sunday, 20 August 2023, fencer Anna Kiss won gold at the World Championships in \
                Milan.\n\nEva Nagy took bronze.";
    gives(
        &medals("en", "", text),
        &["Anna Kiss gold World Championships 2023", "Eva Nagy bronze World Championships 2023"],
    );
}

#[test]
fn the_last_games_of_a_text_without_a_date_are_those_before_the_next_that_it_names() {
    let text = "Ahead of next year's Olympic Games in Paris swimmer Anna Kiss is in form. She won gold at the World Championships \
                in Fukuoka in July.";
    gives(&medals("en", "", text), &["Anna Kiss gold World Championships 2023"]);
}

#[test]
fn the_city_of_a_paper_is_not_where_the_games_are() {
    let text = "Hungary won two gold medals at the African Games in Morocco, Nairobi Sports Extra reports.";
    gives(&medals("en", "2019-08-28", text), &["HUN 2 gold African Games 2019"]);
}

#[test]
fn qualifiers_that_are_called_no_more_than_that_are_of_the_continent_of_those_who_took_part() {
    let text = "Boxe : tournoi de qualification olympique à Dakar\n\nLa Nigériane Anna Kiss a remporté la médaille d'or au tournoi \
                de qualification olympique. La Marocaine Ida Papp a pris le bronze.";
    gives(
        &medals("fr", "2023-09-16", text),
        &[
            "Anna Kiss gold African Qualification Tournament 2023",
            "Ida Papp bronze African Qualification Tournament 2023",
        ],
    );
    let world = text.replace("Marocaine", "Chinoise");
    let found = medals("fr", "2023-09-16", &world);
    assert!(found.len() == 2 && found.iter().all(|m| m.contains("World Qualification Tournament")), "{found:?}");
}

#[test]
fn a_place_at_olympic_games_of_no_known_edition_is_no_medal() {
    assert_eq!(medals("en", "", "Swimmer Anna Kiss was third at the Olympics."), Vec::<String>::new());
    gives(
        &medals("en", "", "Swimmer Anna Kiss was third at the Tokyo Olympics."),
        &["Anna Kiss bronze Olympic Games 2020"],
    );
}

#[test]
fn young_athletes_whose_championships_a_number_names_elsewhere_are_of_that_age() {
    let text = "На молодежном чемпионате Азии по боксу Иван Петров выиграл золото. Егор Сидоров взял серебро чемпионата Азии до \
                23 лет.";
    let found = medals("ru", "2024-06-03", text);
    assert!(found.len() == 2 && found.iter().all(|m| m.contains("U23 Asian Championships")), "{found:?}");
}
