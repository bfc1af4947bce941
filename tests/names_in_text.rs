//! Which names of a text are athletes', and how they are written. The names are made up.

mod support;

use support::extracted;

/// The names of the athletes of a text, sorted.
fn athletes(code: &str, text: &str) -> Vec<String> {
    let mut names: Vec<String> = extracted(code, "2024-04-22", text).athletes.into_iter().map(|a| a.name).collect();
    names.sort();
    names
}

#[test]
fn a_conjunction_that_opens_a_sentence_is_no_given_name() {
    let text = "Дзюдошы Айдана Сейітова алтын алды. Ал Сейітова былтыр күміс алған еді.";
    assert_eq!(athletes("kk", text), ["Айдана Сейітова"]);
    assert_eq!(athletes("en", "Boxer Al Kovac won gold. Al Kovac is 20."), ["Al Kovac"]);
}

#[test]
fn a_name_ends_where_a_case_ends_it_and_another_begins() {
    let text = "Боксшы Бауыржан Асқаров пен Ерлан Тоқтаров финалға шықты. Асқаровты Мурад Гаджиев, Тоқтаровты Руслан \
                Гасанов жеңді.";
    assert_eq!(athletes("kk", text), ["Бауыржан Асқаров", "Ерлан Тоқтаров", "Мурад Гаджиев", "Руслан Гасанов"]);
}

#[test]
fn two_surnames_of_the_article_are_two_persons() {
    let text = "Асқаров Тоқтаровтың ізімен\n\nБоксшы Бауыржан Асқаров алтын алды. Боксшы Ерлан Тоқтаров күміс алды.";
    assert_eq!(athletes("kk", text), ["Бауыржан Асқаров", "Ерлан Тоқтаров"]);
}

#[test]
fn a_surname_in_front_of_its_own_given_name_is_one_person() {
    let text = "Боксшы Ерлан Тоқтаров алтын алды. Тоқтаров Ерлан финалда 3:2 есебімен жеңді.";
    assert_eq!(athletes("kk", text), ["Ерлан Тоқтаров"]);
}

#[test]
fn a_town_in_some_case_is_no_part_of_the_name_behind_it() {
    assert_eq!(
        athletes("kk", "Velosporttan Olımpıada altynyn 2012 jylǵy Londonda Aleksandr Belıkov aldy."),
        ["Александр Беликов"]
    );
}

#[test]
fn a_word_that_joins_names_is_no_particle() {
    let text = "Боксшы Валентина Орлова-Брик бен Жүлдыз Серікова жолдама ұтты.";
    assert_eq!(athletes("kk", text), ["Валентина Орлова-Брик", "Жүлдыз Серікова"]);
}

#[test]
fn what_bears_a_name_is_no_athlete() {
    assert!(athletes("kk", "Берік Асанов атындағы сарайда бокстан әлем чемпионаты басталды.").is_empty());
    assert!(athletes("en", "The table tennis final is at the Peter Kovac hall.").is_empty());
    assert!(athletes("en", "In fencing the team competition, the “Peter Kovac”, went to the USA.").is_empty());
    assert_eq!(athletes("ru", "Золото взяла победительница турнира по дзюдо Анна Кисс."), ["Анна Кисс"]);
    assert_eq!(athletes("ru", "Легкоатлеты: победительница турнира Анна Кисс."), ["Анна Кисс"]);
}

#[test]
fn a_surname_may_be_a_word_for_a_building() {
    assert_eq!(athletes("en", "There will be no more heptathlons for Jessica Kiss-Hill."), ["Jessica Kiss-Hill"]);
    assert_eq!(athletes("en", "Swimmer Anna Hall won gold."), ["Anna Hall"]);
    assert!(athletes("en", "The boxing final is in the Albert Hall.").is_empty());
    assert!(athletes("en", "The boxing champions met at Victoria Hall.").is_empty());
}

#[test]
fn a_patronymic_is_no_surname() {
    let text = "Балуан Жанат Омаров алтын алды. Балуан Жанат Серікұлы 1990 жылы туған.";
    assert_eq!(athletes("kk", text), ["Жанат Омаров"]);
    let two = "Балуан Жанат Омаров алтын алды. Балуан Жанат Алиев күміс алды. Балуан Жанат Серікұлы қола алды.";
    assert_eq!(athletes("kk", two), ["Жанат Алиев", "Жанат Омаров", "Жанат Серікұлы"]);
}

#[test]
fn the_word_that_makes_a_patronymic_belongs_to_the_name() {
    assert_eq!(athletes("ru", "Золото выиграла борец Айгуль Болот кызы (62 кг)."), ["Айгуль Болот кызы"]);
    assert_eq!(athletes("kk", "Күресте Айгүл Болот қызы алтын алды."), ["Айгүл Болот қызы"]);
    assert_eq!(athletes("ru", "Серебро выиграл борец Урмат уулу Азамат."), ["Урмат уулу Азамат"]);
}

#[test]
fn initials_stand_for_a_given_name() {
    assert_eq!(athletes("en", "Rower A. Kiss won gold. Anna Kiss is 20."), ["Anna Kiss"]);
    assert_eq!(
        athletes("en", "Rowers A. Kiss, Anna Kiss and Adam Kiss won gold."),
        ["A. Kiss", "Adam Kiss", "Anna Kiss"]
    );
}

#[test]
fn a_name_is_written_without_capitals_throughout() {
    assert_eq!(athletes("fr", "Judo : l'or pour Tanguy DE LA MOTTE (FRA)."), ["Tanguy de la Motte"]);
    assert_eq!(athletes("en", "In badminton gold went to RONG Ningni and PV Kiss."), ["PV Kiss", "Rong Ningni"]);
}

#[test]
fn a_nickname_in_quotation_marks_is_left_out() {
    assert_eq!(athletes("en", "Boxer Anna \"the Rock\" Kiss won gold."), ["Anna Kiss"]);
}

#[test]
fn small_words_with_a_capital_inside_a_sentence_are_names() {
    assert_eq!(athletes("en", "The medals went to figure skater Adam Siao Him Fa (FRA)."), ["Adam Siao Him Fa"]);
    assert_eq!(athletes("en", "Silver went to judoka Eric Born in 1993."), ["Eric Born"]);
    assert_eq!(
        athletes("en", "Gold, silver and bronze for swimmers Lu Dong, He Shenga and Liu Yu."),
        ["He Shenga", "Liu Yu", "Lu Dong"]
    );
    assert_eq!(athletes("en", "Boxer Anna Kiss won gold, He said."), ["Anna Kiss"]);
}

#[test]
fn a_town_behind_a_noun_of_a_person_is_a_given_name() {
    let text = "L'argent au poids est revenu à la Tunisienne Sfax Ibrahmi, en or en 2015.";
    assert_eq!(athletes("fr", text), ["Sfax Ibrahmi"]);
    assert!(athletes("fr", "L'argent au poids est revenu à la Tunisienne à Sfax.").is_empty());
}

#[test]
fn who_somebody_is_tells_a_person_from_a_place() {
    let text = "En lutte, en -50kg, il a fallu à Binta Diattara, sénégalaise elle aussi, se consoler avec l'argent.";
    assert_eq!(athletes("fr", text), ["Binta Diattara"]);
    assert!(athletes("fr", "En judo, l'or s'est joué à Salmon Arm, au Canada.").is_empty());
    assert!(athletes("en", "The gold in the pool was for a swimmer from Quang Bin.").is_empty());
}

#[test]
fn half_of_a_word_begins_no_name() {
    assert!(athletes("en", "In athletics he has Post-Polio Residual Paralysis, but won gold.").is_empty());
    assert_eq!(athletes("en", "In athletics the non-Kenyan Anna Kiss won gold."), ["Anna Kiss"]);
}

#[test]
fn who_took_the_picture_is_no_athlete() {
    let text = "Rower Anna Kiss won gold at the European Rowing Championships. Photo by Roberto Brega/Sportfile";
    assert_eq!(athletes("en", text), ["Anna Kiss"]);
    assert_eq!(
        athletes(
            "fr",
            "Aviron : l'or pour Anna Kiss\n\nJohanna Budo, 29.05.2023, 11:22\n\nAnna Kiss a gagné l'or en aviron."
        ),
        ["Anna Kiss"]
    );
}

#[test]
fn who_speaks_is_an_athlete_where_the_text_says_what_he_did() {
    let text = "Athletics: the men's 200m was won by Kevin Kiss in 21.54 seconds. \"It was hard,\" said Kiss.";
    assert_eq!(athletes("en", text), ["Kevin Kiss"]);
    assert!(athletes("en", "In athletics \"it was a hard race\", said Peter Kovac.").is_empty());
}

#[test]
fn an_official_in_brackets_is_another_person() {
    let text = "The gold in the 100m was down to England's Sophie Kiss (coach: Joe Kovac).";
    assert_eq!(athletes("en", text), ["Sophie Kiss"]);
}

#[test]
fn a_numbered_list_under_a_heading_is_of_athletes() {
    let text = "Ауыр атлетикадан ел чемпионаты басталды.\n\n65 келі, ерлер\n1. Ақжол Сайрамов (Түркістан облысы)\n2. Дінмұхамед Ержанов (Алматы)\n";
    assert_eq!(athletes("kk", text), ["Ақжол Сайрамов", "Дінмұхамед Ержанов"]);
    assert!(athletes("kk", "Ауыр атлетика туралы.\n\nКүн тәртібі\n1. Ақжол Сайрамов (Түркістан облысы)\n").is_empty());
}

#[test]
fn a_foreign_name_in_some_case_is_given_in_the_nominative() {
    let text = "Рахат Омаров ширек финалда америкалық Спенсер Лиге жол берді.";
    assert_eq!(athletes("kk", text), ["Рахат Омаров", "Спенсер Ли"]);
    assert_eq!(athletes("ru", "Путевку он вырвал у борца Лаши Мелидзе из Грузии."), ["Лаша Мелидзе"]);
    assert_eq!(athletes("ru", "Лучшим было второе место акробатки Жанботы Алдабергеновой."), ["Жанбота Алдабергенова"]);
    assert_eq!(athletes("ru", "Серебро вручили пловцу: итальянец Лоренцо Мора коснулся бортика."), ["Лоренцо Мора"]);
}

#[test]
fn a_given_name_may_be_a_word_of_an_organisation_too() {
    assert_eq!(athletes("kk", "100 келі: дзюдошы Ислам Бозов алтын алды."), ["Ислам Бозов"]);
}

#[test]
fn who_stands_between_two_known_persons_is_one() {
    let text = "Skieurs : Jean Chapu, Bastien Midal et Marc Nodou ont gagné l'or. En demie, Chapu, Bovolent et Midal ont \
                perdu.";
    assert_eq!(athletes("fr", text), ["Bastien Midal", "Bovolent", "Jean Chapu", "Marc Nodou"]);
}

#[test]
fn a_place_in_front_of_a_name_is_no_person() {
    let text =
        "The judo medals went to a pair from Yakuta, Anna Kiss and Eva Nagy. The Yakuta wrestler lost. Yakuta won.";
    assert_eq!(athletes("en", text), ["Anna Kiss", "Eva Nagy"]);
}

#[test]
fn a_hyphen_may_join_the_names_of_a_pair() {
    let text = "Badminton: Peter Kovac-Ivo Bakos and Eva Nagy-M Balogh won; so did Anna-Lena Kiss-Toth.";
    assert_eq!(athletes("en", text), ["Anna-Lena Kiss-Toth", "Eva Nagy", "Ivo Bakos", "M Balogh", "Peter Kovac"]);
}

#[test]
fn a_surname_that_is_also_a_noun() {
    let found = support::extracted("en", "2024-05-02", "Gong Lixue won the shot put at the World Championships.");
    let names: Vec<&str> = found.athletes.iter().map(|a| a.name.as_str()).collect();
    assert_eq!(names, ["Gong Lixue"]);
    let found = support::extracted(
        "en",
        "2024-05-02",
        "The gong was late. Gong Lixue won the shot put at the World Championships.",
    );
    assert!(found.athletes.iter().all(|a| a.name != "Gong Lixue"), "{:?}", found.athletes);
}

#[test]
fn two_given_names_with_their_surnames_are_two_persons() {
    let text = "Бокс. Финалда Ерлан Сапаров Берік Асановпен кездесіп, екі боксшы да жүлде алды.";
    assert_eq!(athletes("kk", text), ["Берік Асанов", "Ерлан Сапаров"]);
}

#[test]
fn a_colour_that_opens_a_sentence_is_no_given_name() {
    let text = "Азия чемпионатында екі боксшы жүлде алды. Күміс Берік Асановта. Қола Ерлан Сапаровта.";
    let found = athletes("kk", text);
    assert!(found.iter().all(|name| !name.starts_with("Күміс") && !name.starts_with("Қола")), "{found:?}");
}

#[test]
fn a_particle_with_a_hyphen_and_no_capital_belongs_to_the_name() {
    let text = "L'or est allé à Karim el-Amrani du Maroc, le bronze à la coureuse Anne Petit du Kenya.";
    assert_eq!(athletes("fr", text), ["Anne Petit", "Karim el-Amrani"]);
}

#[test]
fn a_nickname_in_small_letters_keeps_its_quotation_marks() {
    assert_eq!(athletes("en", "Boxer Anna \"rocket\" Kiss won gold."), ["Anna Kiss"]);
}

#[test]
fn half_of_a_hyphenated_given_name_is_no_other_word() {
    let text = "Swimmers Young-Soo Kovac, Won-Jin Nagy and In-Kyung Toth won medals. June-Mar Papp was fourth.";
    let found = athletes("en", text);
    for name in ["Young-Soo Kovac", "Won-Jin Nagy", "In-Kyung Toth"] {
        assert!(found.iter().any(|n| n == name), "{name}: {found:?}");
    }
    let french = "Le nageur Sang-Hoon Kovac et la nageuse Si-Woo Nagy ont gagné l'or.";
    assert_eq!(athletes("fr", french), ["Sang-Hoon Kovac", "Si-Woo Nagy"]);
}

#[test]
fn who_took_the_picture_for_an_agency_is_no_athlete() {
    let text = "Boxer Anna Kiss won gold in Milan.\n\nEva Nagy / Getty Images\n\nShe beat Ida Papp in the final.";
    let found = athletes("en", text);
    assert!(found.contains(&"Anna Kiss".to_owned()) && !found.contains(&"Eva Nagy".to_owned()), "{found:?}");
}

#[test]
fn a_name_behind_an_unknown_given_name_is_one_with_it() {
    let found = athletes("en", "Boxer Chakirra Rose won gold at the Pan American Games.");
    assert_eq!(found, ["Chakirra Rose"]);
}
