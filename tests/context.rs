//! What a fact takes from its context: country, sport, competition, edition. The names are made up.

mod support;

use support::{extracted, holder, medals};

/// Who is of which country and sport: "Anna Kiss HUN judo".
fn athletes(language: &str, day: &str, text: &str) -> Vec<String> {
    let all = extracted(language, day, text).athletes;
    let mut out: Vec<String> =
        all.into_iter().map(|a| format!("{} {} {}", a.name, a.country, a.sport).trim().to_owned()).collect();
    out.sort();
    out
}

/// For which Games somebody has a place: "Anna Kiss Olympic Games 2008".
fn licences(language: &str, day: &str, text: &str) -> Vec<String> {
    let all = extracted(language, day, text).licenses;
    let mut out: Vec<String> = all
        .into_iter()
        .map(|l| {
            let who = holder(&l.athlete, &l.country);
            format!("{who} {} {}", l.competition, l.year.map(|y| y.to_string()).unwrap_or_default())
        })
        .collect();
    out.sort();
    out
}

#[test]
fn compatriots_are_of_the_country_named_last() {
    let text =
        "Judo gold went to Anna Kiss of Hungary, silver and bronze to her compatriots Eva Nagy (57 kg) and Ida Papp.";
    let expected = ["Anna Kiss HUN judo", "Eva Nagy HUN judo", "Ida Papp HUN judo"];
    assert_eq!(athletes("en", "2024-05-02", text), expected);
}

#[test]
fn a_country_in_brackets_is_not_that_of_the_next_name() {
    let text = "In judo Anna Kiss lost to Eva Nagy (Latvia), Ida Papp (Austria) and Lea Balog (Georgia).";
    let found = athletes("en", "2024-05-02", text);
    assert!(!found.contains(&"Anna Kiss LAT judo".to_owned()), "{found:?}");
    assert!(found.contains(&"Ida Papp AUT judo".to_owned()), "{found:?}");
    let pairs = "Figure skating, ice dance:\nAnna Kiss – Pal Toth (Austria) – 203.39";
    assert_eq!(athletes("en", "2024-05-02", pairs), ["Anna Kiss AUT figure skating", "Pal Toth AUT figure skating"]);
}

#[test]
fn letters_that_stand_for_a_name_are_no_country() {
    let text = "Judo: the Committee for Olympic Medicine (COM) met the judoka Anna Kiss. Hungary hopes for its judoka.";
    assert_eq!(athletes("en", "2024-05-02", text), ["Anna Kiss HUN judo"]);
    let capitals = "ANNA KISS AND EVA NAGY of Hungary won judo gold.";
    let found = athletes("en", "2024-05-02", capitals);
    assert!(found.iter().all(|a| !a.contains(" AND")), "{found:?}");
}

#[test]
fn the_heading_above_tells_which_kind_of_a_sport() {
    let text = "Greco-Roman wrestling\n\nThe wrestlers Pal Toth (HUN) and Ivo Bakos (HUN) finished first.\n\nFreestyle \
                wrestling\n\nThe wrestler Ida Papp (AUT) won, and freestyle wrestling had its day.";
    let found = athletes("en", "2024-05-02", text);
    assert!(found.contains(&"Pal Toth HUN greco-roman wrestling".to_owned()), "{found:?}");
    assert!(found.contains(&"Ida Papp AUT freestyle wrestling".to_owned()), "{found:?}");
}

#[test]
fn each_pair_has_the_sport_behind_it() {
    let text = "Hungary counts on Pal Toth and Ivo Bakos in wheelchair rugby, Jan Kadar and Tibor Sipos in wheelchair \
                basketball.";
    let found = athletes("en", "2024-05-02", text);
    assert!(found.contains(&"Jan Kadar HUN wheelchair basketball".to_owned()), "{found:?}");
}

#[test]
fn a_marathon_is_run_where_no_sport_is_named() {
    let text = "Hungary sends the Olympic marathon champion Anna Kiss.";
    assert_eq!(athletes("en", "2024-05-02", text), ["Anna Kiss HUN athletics"]);
}

#[test]
fn games_that_championships_qualify_for_are_not_where_medals_were_won() {
    let text = "Algeria won 15 medals in Yaounde at the African Weightlifting Championships, which are a qualifier for the \
                Rio 2016 Olympic Games. The weightlifter Anna Kiss took three gold medals.";
    let found = medals("en", "2016-05-14", text);
    assert!(found.contains(&"ALG 15 total African Championships 2016".to_owned()), "{found:?}");
    assert!(found.iter().all(|m| !m.contains("Olympic")), "{found:?}");
}

#[test]
fn a_city_stands_for_the_games_of_the_season() {
    let text = "Olympic Games: the swimmer Anna Kiss of Hungary qualified for Beijing.";
    assert_eq!(licences("en", "", text), ["Anna Kiss Olympic Games 2008"]);
    let winter = "Olympic Games: the biathlete Anna Kiss of Hungary qualified for Beijing.";
    assert_eq!(licences("en", "", winter), ["Anna Kiss Winter Olympic Games 2022"]);
}

#[test]
fn since_names_no_edition() {
    let text = "Paris 2024 Olympic Games: judo\n\nHungary had never done so well since women's judo came in at the Barcelona \
                Olympic Games in 1992. The judoka Anna Kiss won gold.";
    let found = medals("en", "2024-08-05", text);
    assert!(found.contains(&"Anna Kiss gold Olympic Games 2024".to_owned()), "{found:?}");
}

#[test]
fn the_host_city_of_championships_dates_them() {
    let text = "Hungary won two gold medals at the European Weightlifting Championships in Chisinau.\n\nThe weightlifter Anna \
                Kiss took gold.\n\nThe European Weightlifting Championships of 2026 will be in Georgia.";
    let found = medals("en", "", text);
    assert!(found.contains(&"Anna Kiss gold European Championships 2025".to_owned()), "{found:?}");
}

#[test]
fn a_line_begins_with_its_edition() {
    let text = "Kazakhstan at the Olympic Games\n2008. Beijing. Kazakhstan won 2 gold medals.\n2012. London. Kazakhstan won 7 \
                gold medals.";
    let found = medals("en", "2016-09-01", text);
    assert_eq!(found, ["KAZ 2 gold Olympic Games 2008", "KAZ 7 gold Olympic Games 2012"]);
}

#[test]
fn an_age_group_names_its_own_championships() {
    let text = "African Cycling Championships\n\nIn the U23 category the cyclist Anna Kiss of Kenya won gold at the African \
                Championships.";
    let found = medals("en", "2015-02-14", text);
    assert!(found.iter().all(|m| m.contains("U23 African Championships")), "{found:?}");
    assert!(!found.is_empty());
}

#[test]
fn medals_without_a_number_are_no_fact_of_a_team() {
    let text = "At the 2023 World Championships in judo Hungary won gold medals.";
    assert!(medals("en", "2023-05-14", text).is_empty());
    let one = "At the 2023 World Championships in judo Hungary won a gold medal.";
    assert_eq!(medals("en", "2023-05-14", one), ["HUN gold World Championships 2023"]);
}

#[test]
fn years_in_brackets_without_spaces_are_years() {
    let text = "The judoka Anna Kiss of Hungary is a European champion (2017,2019).";
    let expected = ["Anna Kiss gold European Championships 2017", "Anna Kiss gold European Championships 2019"];
    assert_eq!(medals("en", "2024-05-02", text), expected);
    let text = "Дзюдошы Анна Кисс (Венгрия) – әлем чемпионатының үш мәрте қола иегері (2018,2019,2022).";
    let years = [2018, 2019, 2022].map(|y| format!("Анна Кисс bronze World Championships {y}"));
    assert_eq!(medals("kk", "2024-08-02", text), years);
}

#[test]
fn several_age_groups_of_a_sentence_are_nobodys() {
    let text = "African Judo Championships\n\nIn the junior and youth events the judoka Anna Kiss of Kenya won gold at the \
                African Championships.";
    let found = medals("en", "2015-02-14", text);
    assert!(found.iter().all(|m| !m.contains("Junior") && !m.contains("Youth")), "{found:?}");
    assert!(!found.is_empty());
}

#[test]
fn short_names_of_games_are_those_named_before() {
    let text = "The Youth Olympic Games go on in Singapore.\n\nThe judoka Anna Kiss of Hungary has won a bronze medal at the \
                Olympic Games.";
    assert_eq!(medals("en", "2010-08-20", text), ["Anna Kiss bronze Youth Olympic Games 2010"]);
}

#[test]
fn a_number_stands_some_words_before_its_competition() {
    let text = "The XXVI World Summer Universiade has ended.\n\nHungary won 44 medals at the Universiade.";
    assert_eq!(medals("en", "", text), ["HUN 44 total Universiade 2011"]);
    let text = "Hungary won two gold medals at the Salt Lake City Games of 2002.";
    assert_eq!(medals("en", "2010-03-01", text), ["HUN 2 gold Winter Olympic Games 2002"]);
}

#[test]
fn the_country_where_games_were_held_names_the_edition() {
    let text = "Hungary has places at the Olympic Games of 2024. In Indonesia the Asian Games brought Kazakhstan 15 gold medals.";
    let found = medals("en", "", text);
    assert!(found.contains(&"KAZ 15 gold Asian Games 2018".to_owned()), "{found:?}");
}

#[test]
fn a_numbered_list_below_a_count_is_of_those_counted() {
    let text = "So far three athletes from Hungary have qualified for the Olympic Games in Tokyo.\nAthletics\n1. Anna Kiss \
                (marathon);\n2. Eva Nagy, of the police club (javelin throw)\nArchery\n3. Pal Toth (individual)";
    let found = licences("en", "2021-06-20", text);
    for who in ["Anna Kiss", "Eva Nagy", "Pal Toth"] {
        assert!(found.contains(&format!("{who} Olympic Games 2020")), "{who}: {found:?}");
    }
    assert!(medals("en", "2021-06-20", text).is_empty(), "numbers in such a list are no places");
}

#[test]
fn a_person_without_a_country_is_of_the_only_team_named_before() {
    let text = "Hungary's team won three medals at the 2023 European Judo Championships.\n\nGold went to Anna Kiss.\n\n\
                Georgia, with Georgian judoka in every final, will hold the next ones. Georgia is glad, says Georgia.";
    assert_eq!(athletes("en", "2023-05-02", text), ["Anna Kiss HUN judo"]);
}

#[test]
fn medals_take_the_edition_that_the_words_of_the_medal_before_them_name() {
    let text = "Золото чемпионата мира 2018 года взял венгерский дзюдоист Пал Кисс, серебро — Ян Надь. \
                На Азиатских играх 2022 года борются другие.";
    let expected = ["Пал Кисс gold World Championships 2018", "Ян Надь silver World Championships 2018"];
    assert_eq!(medals("ru", "2024-05-02", text), expected);
}

#[test]
fn games_ahead_gave_no_medals() {
    let text = "Swimming: five Rio places claimed by Hungary\n\nAfter a fine showing at the world championships in \
                swimming Hungary can look forward to the Rio Paralympics next year. They had come for five places at \
                Rio 2016 and got them.\n\nAnna Kiss won silver in the 50 m freestyle.";
    let found = medals("en", "", text);
    assert!(found.iter().all(|m| m.contains("World Championships")), "{found:?}");
}

#[test]
fn the_games_after_an_undated_qualifier_are_the_next_ones() {
    let text = "The qualifier was held in Algiers on April 14th 2016. In fencing the quota in the foil went to Anna \
                Kiss of Hungary, a place at the Olympics.";
    assert_eq!(licences("en", "", text), ["Anna Kiss Olympic Games 2016"]);
}

#[test]
fn games_are_those_that_the_place_held() {
    let text = "For the Winter Olympic Games in Gangwon Hungary has earned 30 licences.";
    assert_eq!(licences("en", "2024-01-15", text), ["HUN Winter Youth Olympic Games 2024"]);
}

#[test]
fn winter_editions_go_by_the_sport() {
    let text = "At the Universiade of 2023 skier Anna Kiss of Hungary won gold in cross-country skiing.";
    assert_eq!(medals("en", "2023-02-02", text), ["Anna Kiss gold Universiade 2023"]);
    let para = "At the Paralympics of 2022 para biathlete Anna Kiss of Hungary won gold.";
    assert_eq!(medals("en", "2022-05-02", para), ["Anna Kiss gold Winter Paralympic Games 2022"]);
}

#[test]
fn olympics_and_paralympics_together_leave_licences_to_the_olympics() {
    let text = "In summer Paris will have the 2024 Olympic Games and the 2024 Paralympic Games. So far Hungary has won \
                17 licences.";
    assert_eq!(licences("en", "2024-01-15", text), ["HUN Olympic Games 2024"]);
}

#[test]
fn bare_numbers_part_the_medals_counted_before_them() {
    let text = "Of the eleven gold medals of the 2018 Asian Games in judo five went to Japan. Three went to Mongolia, \
                two to Kazakhstan.";
    let found = medals("en", "2018-09-05", text);
    for expected in ["JPN 5 gold Asian Games 2018", "MGL 3 gold Asian Games 2018", "KAZ 2 gold Asian Games 2018"] {
        assert!(found.contains(&expected.to_owned()), "{found:?}");
    }
}

#[test]
fn the_nth_licence_of_a_team_counts_those_before() {
    let text = "Hungary won its eighth ticket to the 2024 Olympic Games.";
    let found = extracted("en", "2024-01-15", text).licenses;
    assert_eq!(found.iter().map(|l| (&*l.country, l.count)).collect::<Vec<_>>(), [("HUN", 8)]);
    let place = "Hungary came here with its eighth place at the 2022 European Championships.";
    assert!(extracted("en", "2024-01-15", place).licenses.is_empty(), "a place in a result is no licence");
}

#[test]
fn the_event_in_the_brackets_of_a_name_is_its_own() {
    let text = "For Hungary Anna Kiss (marathon), Eva Nagy (fencing) and Ida Papp (judo) have qualified for the 2024 Olympics.";
    let expected = ["Anna Kiss HUN athletics", "Eva Nagy HUN fencing", "Ida Papp HUN judo"];
    assert_eq!(athletes("en", "2024-01-15", text), expected);
}

#[test]
fn an_article_on_paralympic_sport_means_the_paralympic_forms() {
    let text = "The Paralympic team of Hungary came home from the 2023 World Para Powerlifting Championships. \
                The lifter Anna Kiss won gold.";
    assert_eq!(athletes("en", "2023-09-05", text), ["Anna Kiss HUN para powerlifting"]);
}

#[test]
fn of_several_countries_none_is_meant_by_a_later_number() {
    let text = "One place each in taekwondo at the 2016 Olympic Games went to Cambodia, Iran and Jordan. The number of \
                Olympic places filled now stands at 124.";
    let found = extracted("en", "2016-04-15", text).licenses;
    assert!(found.iter().all(|l| l.count != 124 || l.country.is_empty()), "{found:?}");
}

#[test]
fn an_event_in_ones_own_words_goes_before_the_sport_around() {
    let text = "Four powerlifters won for Hungary at the 2024 Paralympic Games. In the shot put Anna Kiss was second.";
    assert_eq!(athletes("en", "2024-09-05", text), ["Anna Kiss HUN para athletics"]);
}

#[test]
fn neutrals_are_of_the_team_that_the_article_names() {
    let text =
        "Judo: the Russians go to Paris as Individual Neutral Athletes. Anna Kiss of Russia beat Eva Nagy of Hungary.";
    assert_eq!(athletes("en", "2024-05-02", text), ["Anna Kiss AIN judo", "Eva Nagy HUN judo"]);
    let before = "Judo: the Russians are glad. Anna Kiss of Russia beat Eva Nagy of Hungary.";
    assert_eq!(athletes("en", "2024-05-02", before), ["Anna Kiss RUS judo", "Eva Nagy HUN judo"]);
}

#[test]
fn what_stands_in_front_of_a_name_in_a_list_is_its_alone() {
    let text = "Boxing: Kazakhstan had a good day. Bronze went to Anna Kiss and the Cuban Eva Nagy.";
    assert_eq!(athletes("en", "2024-05-02", text), ["Anna Kiss KAZ boxing", "Eva Nagy CUB boxing"]);
}

#[test]
fn a_licence_is_not_for_the_games_that_its_town_once_held() {
    let text = "Speed skater Anna Kiss has won an Olympic licence at the World Cup in Calgary.";
    assert_eq!(licences("en", "2025-12-10", text), ["Anna Kiss Winter Olympic Games 2026"]);
    let french = "Le patineur de vitesse Jean Petit a décroché un ticket olympique à la Coupe du monde à Calgary.";
    assert_eq!(licences("fr", "2025-12-10", french), ["Jean Petit Winter Olympic Games 2026"]);
}

#[test]
fn games_that_were_missed_are_not_those_qualified_for() {
    let text = "Boxing: Nigeria, who missed the Tokyo 2020 Olympics, secured three slots for the Paris 2024 Olympics.";
    assert_eq!(licences("en", "2023-09-17", text), ["NGR Olympic Games 2024"]);
}

#[test]
fn a_report_on_a_qualifier_tells_its_own_medals() {
    let text = "DAKAR - The Africa Olympics Boxing Qualifier is over, and it gave 18 slots at the Paris 2024 Olympics.\n\
                Nigeria missed the Tokyo 2020 Olympics.\nAnna Kiss beat Eva Nagy of Egypt to win the gold medal.\n";
    let found = medals("en", "2023-09-17", text);
    assert_eq!(found, ["Anna Kiss gold African Qualification Tournament 2023"]);
}

#[test]
fn medals_that_stand_for_those_of_the_sentence_before() {
    let text = "Hungary won two golds in judo at the 2018 Asian Games. They went to Anna Kiss and Eva Nagy.";
    let found = medals("en", "2018-09-01", text);
    for who in ["Anna Kiss gold Asian Games 2018", "Eva Nagy gold Asian Games 2018"] {
        assert!(found.contains(&who.to_owned()), "{found:?}");
    }
    let two = "Hungary won a gold and a silver in judo at the 2018 Asian Games. They went to Anna Kiss and Eva Nagy.";
    let found = medals("en", "2018-09-01", two);
    assert!(!found.iter().any(|m| m.contains("Kiss")), "which is whose? {found:?}");
}

#[test]
fn a_year_in_front_of_another_win_is_of_that_one() {
    let text = "At the 2022 Commonwealth Games swimmer Anna Kiss could not repeat her 2018 victory and took silver.";
    assert!(medals("en", "2022-08-04", text).contains(&"Anna Kiss silver Commonwealth Games 2022".to_owned()));
}

#[test]
fn the_town_of_a_report_on_games_tells_which() {
    let text = "The Winter Olympics could not have ended better for Norway.\nSunday in Beijing brought them one more gold.\n\
                For Canada it was the fewest since Calgary 1988: four gold medals.\n";
    let found = medals("en", "", text);
    assert!(!found.is_empty() && found.iter().all(|m| !m.ends_with("1988")), "{found:?}");
}

#[test]
fn latin_words_in_a_cyrillic_text_are_no_persons() {
    let text =
        "Чемпионат Азии по дзюдо.\nUlan Media\nАнна Кисс победила и завоевала золото, Ева Надь из Латвии проиграла.";
    let found = athletes("ru", "2024-05-02", text);
    assert!(!found.is_empty() && found.iter().all(|a| !a.contains("Ulan")), "{found:?}");
}

#[test]
fn pairs_of_several_nations_are_not_those_just_named() {
    let text = "Figure skating. The pair of Hungary are Anna Kiss and Pal Nagy.\n\n\
                Anna Kiss and Pal Nagy meet pairs from Italy, Spain, Latvia and the Austrian pair.";
    let found = athletes("en", "2024-05-02", text);
    assert!(found.contains(&"Anna Kiss HUN figure skating".to_owned()), "{found:?}");
}

#[test]
fn a_class_or_a_distance_keeps_a_sport_that_has_none_away() {
    let text = "The rugby sevens team won first. On the mats Anna Kiss (48 kg) took bronze later.\n\nJudo is next.";
    assert!(athletes("en", "2024-08-02", text).contains(&"Anna Kiss  judo".to_owned()));
    let run = "Boxing, judo and swimming went well for Kenya.\n\nEva Nagy (women's marathon) and Pal Toth (men's 800m) \
               won medals.";
    let found = athletes("en", "2024-08-02", run);
    assert!(found.contains(&"Pal Toth KEN athletics".to_owned()), "{found:?}");
    // In rowing it is a part of the course.
    let rowed = "Rowing: Anna Kiss of Hungary was third at 1500m and won the single sculls.";
    assert_eq!(athletes("en", "2024-08-02", rowed), ["Anna Kiss HUN rowing"]);
}

#[test]
fn rivals_and_partners_do_the_same_sport() {
    let text = "Fencing was first.\n\nThe judoka Anna Kiss (HUN) was cheered, and Eva Nagy (AUT) lost to her. Kiss beat \
                Ida Papp (LAT) too.";
    assert!(athletes("en", "2024-05-02", text).contains(&"Ida Papp LAT judo".to_owned()));
    // A sport in brackets is that of one name alone.
    let own = "Anna Kiss (judo) and Eva Nagy of Hungary were there. Fencing came last.";
    assert!(!athletes("en", "2024-05-02", own).contains(&"Eva Nagy HUN judo".to_owned()));
}

#[test]
fn a_country_from_which_a_medal_is_brought_is_nobodys() {
    let text = "Voile : la Suisse se réjouit. De l'or, voilà ce qu'Anna Kiss et Eva Nagy ont ramené du Kenya.";
    assert_eq!(athletes("fr", "2024-05-02", text), ["Anna Kiss SUI sailing", "Eva Nagy SUI sailing"]);
    let capital = "Sailing: Hungary can smile. Anna Kiss and Eva Nagy won in the Kenyan capital in May.";
    assert_eq!(athletes("en", "2024-06-02", capital), ["Anna Kiss HUN sailing", "Eva Nagy HUN sailing"]);
    let colours = "Voile : la Suisse se réjouit. Anna Kiss, qui défendait les chances du Kenya, a gagné l'or.";
    assert_eq!(athletes("fr", "2024-05-02", colours), ["Anna Kiss KEN sailing"]);
}

#[test]
fn a_nation_at_the_head_of_the_next_sentence_are_those_just_named() {
    let text = "Luge: the Austrian team was beaten in all races. The doubles were won by Anna Kiss and Eva Nagy. The \
                Germans were in front from the start.";
    assert!(athletes("en", "2024-02-02", text).contains(&"Anna Kiss GER luge".to_owned()));
    // Who met them is of another nation.
    let duel = "Tennis: the Austrian team is through. Anna Kiss and Eva Nagy beat the holders. The Germans were out.";
    assert!(!athletes("en", "2024-02-02", duel).contains(&"Anna Kiss GER tennis".to_owned()));
}

#[test]
fn a_nations_adjective_beside_its_places_is_its_team() {
    let text =
        "Lutte : la Pologne a devancé l'Autriche. Les billets polonais ont été gagnés par Pal Toth et Ivo Bakos.";
    let found = athletes("fr", "2024-05-02", text);
    assert!(found.contains(&"Pal Toth POL wrestling".to_owned()), "{found:?}");
    let kept = "Lutte : l'Autriche a gagné. Vainqueur du Polonais Pal Toth, Ivo Bakos enlève l'or.";
    let found = athletes("fr", "2024-05-02", kept);
    assert!(!found.contains(&"Ivo Bakos POL wrestling".to_owned()), "{found:?}");
}

#[test]
fn the_last_one_before_is_of_the_same_nation() {
    let text = "Boxing: Kenya won most. Ivo Bakos is the first Latvian winner since Pal Toth, who took gold in 1958.";
    let found = athletes("en", "2024-05-02", text);
    assert!(found.contains(&"Pal Toth LAT boxing".to_owned()), "{found:?}");
    let french =
        "Boxe : le Kenya a tout gagné. Ivo Bakos est le premier boxeur letton aux Jeux depuis Pal Toth, en 1958.";
    assert!(athletes("fr", "2024-05-02", french).contains(&"Pal Toth LAT boxing".to_owned()));
}

#[test]
fn a_neutral_athlete_is_of_the_neutrals() {
    let text = "Judo in Tashkent, Uzbekistan. Individual neutral athlete Anna Kiss won gold.";
    assert_eq!(athletes("en", "2024-05-02", text), ["Anna Kiss AIN judo"]);
}

#[test]
fn a_canoeist_in_slalom_does_canoe_slalom() {
    let text =
        "Qualifiés de Suisse :\n\nCanoë-kayak : Anna Kiss (K1 500 m), Pal Toth (slalom)\nJudo : Ivo Bakos (-60 kg)";
    let found = athletes("fr", "2024-05-02", text);
    assert!(found.contains(&"Anna Kiss SUI canoe sprint".to_owned()), "{found:?}");
    assert!(found.contains(&"Pal Toth SUI canoe slalom".to_owned()), "{found:?}");
    let skied = "Ski alpin : la Suissesse Anna Kiss a gagné le slalom.";
    assert_eq!(athletes("fr", "2024-02-02", skied), ["Anna Kiss SUI alpine skiing"]);
}

#[test]
fn who_signs_an_article_is_no_athlete() {
    let text = "Rowers of Hungary are back\n\nIda Papp\n\nThe rower Anna Kiss of Hungary won gold at the world \
                championships on Sunday, and her boat was two seconds ahead of the next.";
    assert_eq!(athletes("en", "2024-09-02", text), ["Anna Kiss HUN rowing"]);
    let list = "Rowing, Hungary\n\nWomen\n\nIda Papp\n\nAnna Kiss";
    assert!(athletes("en", "2024-09-02", list).contains(&"Ida Papp HUN rowing".to_owned()));
}

#[test]
fn places_in_a_table_of_teams_are_no_medals() {
    let text = "Asian Championships in judo. In the medal table Hungary came tenth. First was China, second Japan.";
    assert!(medals("en", "2023-05-02", text).is_empty());
    let text = "Чемпионат Азии по дзюдо. В медальном зачете Венгрия десятая. Первым стал Китай, а Япония замкнула тройку \
                лучших.";
    assert!(medals("ru", "2023-05-02", text).is_empty());
    // A team of a team sport is first in its own right.
    let text = "Asian Championships in handball. Hungary finished third.";
    assert_eq!(medals("en", "2023-05-02", text), ["HUN bronze Asian Championships 2023"]);
}

#[test]
fn colours_of_one_tally_are_of_one_sport() {
    let text =
        "Wrestling. At the Olympic Games in Tokyo Japan led the wrestlers with four golds, one silver and one bronze.";
    let sports: Vec<String> = extracted("en", "2021-08-08", text).medals.into_iter().map(|m| m.sport).collect();
    assert_eq!(sports.len(), 3);
    assert!(sports.iter().all(|s| *s == sports[0]), "{sports:?}");
}

#[test]
fn quotation_marks_around_one_word_say_nothing() {
    let text = "В «копилке» Венгрии на Азиатских играх 2018 года в Джакарте 20 золотых медалей.";
    assert_eq!(medals("ru", "2018-09-02", text), ["HUN 20 gold Asian Games 2018"]);
    let text = "Boxer Anna Kiss won the \"gold\" of the 2018 Asian Games.";
    assert_eq!(medals("en", "2018-09-02", text), ["Anna Kiss gold Asian Games 2018"]);
}

#[test]
fn raised_letters_of_ordinals() {
    let text = "Jeux olympiques de Paris. L'Algérie et l'Ouganda partagent la 35ᵉ place.";
    assert!(licences("fr", "2024-08-05", text).is_empty());
}

#[test]
fn brackets_behind_a_team_name_its_athletes() {
    let text = "Artistic swimming. Silver went to the team of China (Li Kiss and Wen Nagy) and bronze to Mexico (Ida Papp, Lea \
                Balog).";
    let found = athletes("en", "2024-02-05", text);
    assert!(found.contains(&"Ida Papp MEX artistic swimming".to_owned()), "{found:?}");
    assert!(found.contains(&"Li Kiss CHN artistic swimming".to_owned()), "{found:?}");
}

#[test]
fn two_names_below_a_weight_class_are_no_pair() {
    let text =
        "Boxing: the Kazakh team at the qualifier. The draw for Kazakhstan:\n57 kg\nAnna Kiss – Eva Nagy (Ethiopia)";
    let found = athletes("en", "2024-03-02", text);
    assert!(found.contains(&"Eva Nagy ETH boxing".to_owned()), "{found:?}");
    assert!(!found.contains(&"Anna Kiss ETH boxing".to_owned()), "{found:?}");
}

#[test]
fn a_compatriot_tells_the_country_of_whom_he_follows() {
    let text = "Speed skating. Anna Kiss was second and her Canadian team-mate Eva Nagy third.";
    assert_eq!(athletes("en", "2024-02-19", text), ["Anna Kiss CAN speed skating", "Eva Nagy CAN speed skating"]);
}

#[test]
fn the_past_of_an_athlete_is_not_what_an_article_reports() {
    let text = "Judo: Anna Kiss keeps the title\n\nAnna Kiss won the national judo championships on Saturday.\n\nAnna Kiss won \
                silver at the 2000 World Junior Championships.\n\nIda Papp of Hungary won bronze.";
    let found = medals("en", "2024-01-14", text);
    assert!(found.contains(&"Ida Papp bronze National Championships 2024".to_owned()), "{found:?}");
}

#[test]
fn an_age_group_is_said_once() {
    let text = "Wrestling: the U17 world championships are under way in Amman.\n\nHungary won two silver medals.";
    assert_eq!(medals("en", "2024-08-20", text), ["HUN 2 silver Youth World Championships 2024"]);
    // Of seniors and juniors it is of both.
    let text =
        "Стенд атудан ересектер мен жастардың Азия чемпионаты аяқталды.\n\nҚазақстан құрамасы екі күміс медаль алды.";
    let found = medals("kk", "2024-01-20", text);
    assert!(found.iter().any(|m| m.starts_with("KAZ 2 silver Asian Championships")), "{found:?}");
}

#[test]
fn a_qualifier_keeps_its_medals_beside_championships_in_passing() {
    let text = "Boxe : le tournoi africain de qualification olympique s'est achevé samedi à Dakar.\n\nAu classement des \
                médailles, le Maroc termine premier avec huit médailles, quatre en or et quatre en bronze.\n\nAnne Petit, \
                médaillée de bronze aux Mondiaux en 2019, a perdu.";
    let found = medals("fr", "2020-03-02", text);
    assert!(found.contains(&"MAR 4 gold African Qualification Tournament 2020".to_owned()), "{found:?}");
}

#[test]
fn a_dateline_may_stand_below_headlines() {
    let text = "Le Canada rentre avec 60 médailles\n\n- Sept podiums de mieux\n\n- La piscine en a fourni 34\n\nLIMA, Pérou, le \
                1er sept. 2019 /CNW/ - Le Canada a gagné 17 médailles d'or aux Jeux parapanaméricains.";
    let found = medals("fr", "", text);
    assert!(found.contains(&"CAN 17 gold Parapan American Games 2019".to_owned()), "{found:?}");
}

#[test]
fn the_width_of_a_picture_is_no_year() {
    let text = "Сборная Литвы на чемпионате мира по гребле на байдарках и каноэ - Sputnik, 1920, 27.08.2018\n\nСборная Литвы \
                завоевала серебро.";
    let found = medals("ru", "", text);
    assert!(found.iter().any(|m| m.starts_with("LTU silver World Championships")), "{found:?}");
    assert!(found.iter().all(|m| !m.contains("1920")), "{found:?}");
}

#[test]
fn a_stroke_behind_two_distances_is_of_both() {
    let text = "Natation. Aux Jeux de Paris, Anne Petit a gagné deux titres, sur 200 m et 400 m quatre nages.";
    let events: Vec<String> = extracted("fr", "2024-08-05", text).medals.into_iter().map(|m| m.event).collect();
    assert!(!events.contains(&"200 m".to_owned()), "{events:?}");
}

#[test]
fn an_event_of_one_sport_and_its_paralympic_form_says_the_sport() {
    let text =
        "Shooting went well for China at the Tokyo Olympics.\n\nThe third winner was Anna Kiss, in the women's epee.";
    let found = athletes("en", "2021-07-25", text);
    assert!(found.iter().any(|a| a.starts_with("Anna Kiss") && a.ends_with("fencing")), "{found:?}");
}

#[test]
fn a_vague_sport_in_front_of_an_event_is_the_kind_that_has_it() {
    let text = "Anna Kiss (HUN) was fourth in the ski halfpipe and Eva Nagy (HUN) fifth in the snowboard halfpipe.";
    let expected = ["Anna Kiss HUN freestyle skiing", "Eva Nagy HUN snowboard"];
    assert_eq!(athletes("en", "2022-02-18", text), expected);
}

#[test]
fn the_name_of_an_event_that_holds_in_some_sports_only_is_none_in_an_article_on_another() {
    let text = "Tennis de table : la paire mixte Anna Kiss-Pal Nagy, de Hongrie, s'est imposée 3-2.";
    let found = athletes("fr", "2024-04-10", text);
    assert!(found.iter().all(|a| a.ends_with("table tennis")), "{found:?}");
}

#[test]
fn a_grand_slam_with_weight_classes_is_of_judo() {
    let text = "На турнире Большого шлема Анна Кисс из Венгрии завоевала бронзу в весе до 57 кг.";
    assert_eq!(athletes("ru", "2024-05-05", text), ["Анна Кисс HUN judo"]);
}

#[test]
fn parts_of_a_sport_are_not_other_sports() {
    let text = "Конькобежцы Венгрии выступили на чемпионате Европы по шорт-треку. Анна Кисс завоевала бронзу.";
    assert_eq!(athletes("ru", "2020-01-27", text), ["Анна Кисс HUN short track speed skating"]);
}

#[test]
fn of_two_countries_with_one_name_the_article_means_the_one_that_it_calls_by_its_own() {
    let text = "La RDC a deux boxeurs aux Jeux : la Congolaise Anna Kiss (-66 kg) et le Hongrois Pal Nagy (-51 kg).";
    let found = athletes("fr", "2024-06-05", text);
    assert!(found.contains(&"Anna Kiss COD boxing".to_owned()), "{found:?}");
    let other = "La Congolaise Anna Kiss (-66 kg) boxe.";
    assert_eq!(athletes("fr", "2024-06-05", other), ["Anna Kiss CGO boxing"]);
}

#[test]
fn who_wrote_an_article_is_named_at_its_head() {
    let text = "by Ida Papp and Lea Balog\n\nThe judoka Anna Kiss of Hungary won gold at the European Championships.";
    assert_eq!(athletes("en", "2024-05-02", text), ["Anna Kiss HUN judo"]);
}

#[test]
fn a_team_that_was_beaten_by_a_score_is_not_that_of_the_next_name() {
    let text = "Қазақстандық садақшылар финалда Үндістан құрамасынан 240:228 есебімен басым түсті. Ұлттық құрама сапында Анна \
                Кисс өнер көрсетті.";
    assert_eq!(athletes("kk", "2025-11-13", text), ["Анна Кисс KAZ archery"]);
}

#[test]
fn a_title_in_the_singular_is_of_the_first_name_alone() {
    let text = "Сноуборд. Двукратный олимпийский чемпион Пал Надь и Иво Бакош выступили.";
    let found = medals("ru", "2019-02-06", text);
    assert!(found.iter().all(|m| !m.starts_with("Иво")), "{found:?}");
    assert!(found.iter().any(|m| m.starts_with("Пал Надь 2 gold")), "{found:?}");
}

#[test]
fn whom_a_person_met_is_of_another_nation() {
    let text = "Boxing. Anna Kiss beat the Latvian boxer Eva Nagy 5-0. Latvia hoped for more, and so did the Latvians at \
                home. An Austrian coach gave advice.";
    assert_eq!(athletes("en", "2024-05-02", text), ["Anna Kiss AUT boxing", "Eva Nagy LAT boxing"]);
}

#[test]
fn a_team_goes_before_the_town_that_somebody_is_from() {
    let text = "Дзюдодан Әзербайжан құрамасының сапында жүрген қарағандылық Берік Асанов жеңді.";
    assert_eq!(athletes("kk", "2024-08-02", text), ["Берік Асанов AZE judo"]);
}

#[test]
fn a_body_is_of_its_nation_and_a_host_country_of_nobody() {
    let text = "The Latvian Boxing Federation has named its boxers. Anna Kiss and Eva Nagy will box next week.";
    assert_eq!(athletes("en", "2024-05-02", text), ["Anna Kiss LAT boxing", "Eva Nagy LAT boxing"]);
    let host = "Women's biathlon team make sure of Italy\n\nBiathlete Anna Kiss has made it to Italy.\n\nThe biathletes of \
                Latvia have four places at next month's Winter Olympics in Milan and Cortina.";
    assert_eq!(athletes("en", "2026-01-17", host), ["Anna Kiss LAT biathlon"]);
}

#[test]
fn places_at_other_championships_are_no_licences() {
    let olympics = "The Paris 2024 Olympics begin in July.";
    let text = format!("{olympics} Swimmer Anna Kiss has qualified for the 2023 European Championships.");
    assert_eq!(licences("en", "2023-05-02", &text), Vec::<String>::new());
    let french = "Les Jeux olympiques de Paris 2024 débutent en juillet. La boxeuse Anne Petit a décroché son billet pour les \
                  Mondiaux de Belgrade.";
    assert_eq!(licences("fr", "2023-05-02", french), Vec::<String>::new());
    let won_there = format!("{olympics} Swimmer Anna Kiss won a quota place at the 2023 World Championships.");
    assert_eq!(licences("en", "2023-08-02", &won_there), ["Anna Kiss Olympic Games 2024"]);
}

#[test]
fn the_venue_of_a_qualifier_is_no_host_of_the_games() {
    let text = "The boxers are on the road to Tokyo. In Dakar Anna Kiss sealed her place. Those who stumble can still qualify \
                at the World Qualification Tournament in Paris: they look to Paris.";
    assert_eq!(licences("en", "2020-03-12", text), ["Anna Kiss Olympic Games 2020"]);
}

#[test]
fn a_number_of_athletes_in_brackets_counts_no_medals() {
    let text = "At the 2018 Asian Games Kazakhstan won two gold medals in judo. It had sent 14 athletes, fewer than Japan (28).";
    assert_eq!(medals("en", "2018-09-05", text), ["KAZ 2 gold Asian Games 2018"]);
}

#[test]
fn a_coach_between_commas_hides_nobody_and_has_no_medal() {
    for (language, text) in [
        ("en", "Anna Kiss, trained by Pal Szabo, won gold at the 2022 European Championships."),
        ("fr", "Anna Kiss, entraînée par Pal Szabo, a gagné l'or aux Championnats d'Europe 2022."),
        ("fr", "Anna Kiss, qui a grandi en admirant Pal Szabo, a gagné l'or aux Championnats d'Europe 2022."),
        ("en", "Anna Kiss won gold at the 2022 European Championships. She is coached by Pal Szabo."),
    ] {
        assert_eq!(medals(language, "2022-08-25", text), ["Anna Kiss gold European Championships 2022"], "{text}");
    }
    let russian = "Анна Кисс, которую тренирует Пал Сабо, выиграла золото чемпионата Европы 2022 года.";
    assert_eq!(medals("ru", "2022-08-25", russian), ["Анна Кисс gold European Championships 2022"]);
}

#[test]
fn whoever_wrote_or_photographed_is_no_athlete() {
    let text = "Judoka Anna Kiss of Hungary won gold at the 2022 European Championships, watched by a large crowd (Owain Preece/PA).\n\n\
                The Hungarian judoka beat everybody she met on the way to her gold medal in Sofia.\n\nPhil Eastwood for the IAAF";
    assert_eq!(athletes("en", "2022-08-25", text), ["Anna Kiss HUN judo"]);
}

#[test]
fn the_list_behind_a_nation_s_adjective_is_that_nation_s() {
    let text = "Aux Championnats d'Afrique 2019 de cyclisme sur route, le Rwanda a devancé les Erythréens Yonas Tewelde, Filmon Habte et \
                Dawit Kesete et les Burkinabè Issouf Tapsoba, Moumouni Sawadogo et Adama Compaoré.";
    let found = athletes("fr", "2019-03-15", text);
    assert!(found.contains(&"Adama Compaoré BUR road cycling".to_owned()), "{found:?}");
    assert!(found.contains(&"Dawit Kesete ERI road cycling".to_owned()), "{found:?}");
}

#[test]
fn freestyle_in_an_article_on_wrestling_is_a_sport() {
    let text = "Five wrestlers of Uzbekistan have qualified for the Paris 2024 Olympics. Umid Rajabov in freestyle was the first.";
    assert_eq!(athletes("en", "2024-05-02", text), ["Umid Rajabov UZB freestyle wrestling"]);
}

#[test]
fn whom_an_official_met_is_no_official() {
    let day = "2024-05-02";
    for verb in ["met", "decorated", "embraced", "named"] {
        let text = format!(
            "The minister of sport of Hungary {verb} Anna Kiss, who won judo gold at the European Championships in 2022."
        );
        assert_eq!(medals("en", day, &text), ["Anna Kiss gold European Championships 2022"], "{verb}");
    }
    let french = "Le ministre hongrois des Sports a félicité la judoka Anna Kiss, qui a remporté l'or aux Championnats \
                  d'Europe en 2022.";
    assert_eq!(medals("fr", day, french), ["Anna Kiss gold European Championships 2022"]);
    let russian =
        "Министр спорта Венгрии встретил Анну Кисс, завоевавшую золото чемпионата Европы по дзюдо в 2022 году.";
    assert_eq!(medals("ru", day, russian).len(), 1, "{:?}", medals("ru", day, russian));
    // Nothing but the name of the office stands between: he is the minister.
    let minister = "Minister of sport Pal Toth of Hungary went to the judo European Championships in 2022.";
    assert!(athletes("en", day, minister).is_empty());
}

#[test]
fn officials_go_to_the_games_as_well() {
    let text = "The 2024 Olympic Games in Paris begin soon. The president of Hungary, Anna Kiss, travels to Paris.";
    assert!(licences("en", "2024-05-02", text).is_empty());
    let athlete = "The 2024 Olympic Games in Paris begin soon. The Hungarian fencer Anna Kiss travels to Paris.";
    assert_eq!(licences("en", "2024-05-02", athlete), ["Anna Kiss Olympic Games 2024"]);
}

#[test]
fn a_place_at_other_championships_is_no_olympic_one() {
    let day = "2023-05-02";
    for text in [
        "До Олимпийских игр 2024 года в Париже остался год. Венгерка Анна Кисс завоевала путёвку на чемпионат мира.",
        "До Олимпийских игр 2024 года в Париже остался год. Венгерка Анна Кисс отобралась на чемпионат Европы.",
    ] {
        assert!(licences("ru", day, text).is_empty(), "{text}");
    }
    let won_there = "До Олимпийских игр 2024 года в Париже остался год. Венгерка Анна Кисс завоевала путёвку на \
                     чемпионате мира.";
    assert_eq!(licences("ru", day, won_there), ["Анна Кисс Olympic Games 2024"]);
    let kazakh = "Келесі жылы Париж Олимпиада ойындары өтеді. Мажарстандық Анна Кисс әлем чемпионатына жолдама алды.";
    assert!(licences("kk", day, kazakh).is_empty());
    let kazakh_there =
        "Келесі жылы Париж Олимпиада ойындары өтеді. Мажарстандық Анна Кисс әлем чемпионатында жолдама алды.";
    assert_eq!(licences("kk", day, kazakh_there), ["Анна Кисс Olympic Games 2024"]);
    let french = "Les Jeux olympiques de Paris 2024 approchent. La Hongroise Anna Kiss ira aux Championnats du monde.";
    assert!(licences("fr", day, french).is_empty());
}

#[test]
fn the_name_of_a_body_tells_the_sport_where_nothing_else_does() {
    let text =
        "The Hungarian Fencing Federation honoured its best. Anna Kiss, who won world silver in 2022, was there.";
    assert_eq!(athletes("en", "2023-05-02", text), ["Anna Kiss HUN fencing"]);
    let vague =
        "The Hungarian Wrestling Federation honoured its best. Anna Kiss, who won world silver in 2022, was there.";
    assert_eq!(athletes("en", "2023-05-02", vague), ["Anna Kiss HUN"]);
}

#[test]
fn home_is_not_meant_by_a_text_on_people_of_another_country() {
    let text = "Норвег биатлоншысы Олав Берг алтын алды. Биатлоннан әлем чемпионатында Йенс Хауген екінші болды.";
    let found = athletes("kk", "2023-02-12", text);
    assert!(found.iter().all(|a| !a.contains("KAZ")), "{found:?}");
    let at_home = "Биатлоннан әлем чемпионатында Ерлан Сапаров алтын алды, Айдос Нұрланов екінші болды.";
    let found = athletes("kk", "2023-02-12", at_home);
    assert!(found.iter().all(|a| a.contains("KAZ")) && found.len() == 2, "{found:?}");
}

#[test]
fn a_host_city_of_long_ago_gives_no_places() {
    let text =
        "The skeleton race in St. Moritz in January 2023 gave points. Anna Kiss of Hungary is off to St. Moritz.";
    assert!(licences("en", "2023-01-10", text).is_empty());
    let cortina = "The 2026 Olympic Games are near. Anna Kiss of Hungary, the luger, is off to Cortina.";
    assert_eq!(licences("en", "2025-12-10", cortina), ["Anna Kiss Winter Olympic Games 2026"]);
}

#[test]
fn a_margin_in_kilograms_is_no_weight_class() {
    let text = "At the 2022 weightlifting European Championships Anna Kiss totalled 224 kg, one kilogram more than Eva Nagy, \
                who had to be content with silver.";
    let found = extracted("en", "2022-06-02", text).medals;
    assert!(found.iter().all(|m| m.event.is_empty()), "{found:?}");
}

/// Who has how many medals, and whether they were won: "CHN 38 gold forecast".
fn tallies(language: &str, day: &str, text: &str) -> Vec<String> {
    let all = extracted(language, day, text).medals;
    let mut out: Vec<String> = all
        .iter()
        .map(|m| format!("{} {} {} {}", holder(&m.athlete, &m.country), m.count, m.medal, m.status))
        .collect();
    out.sort();
    out
}

#[test]
fn a_forecast_behind_the_brackets_of_its_subjects_reaches_their_tallies() {
    let expected = ["CHN 24 silver forecast", "CHN 38 gold forecast", "JPN 27 gold forecast"];
    let text = "At the 2020 Tokyo Olympics China (38 gold, 24 silver) and Japan (27 gold) are expected to lead.";
    assert_eq!(tallies("en", "2021-07-04", text), expected);
    let french = "Les pronostics pour les Jeux olympiques de Tokyo 2020 sont tombés. La Chine (38 médailles d'or) occuperait \
                  la première place.";
    assert_eq!(tallies("fr", "2021-07-04", french), ["CHN 38 gold forecast"]);
    let won = "At the 2016 Rio Olympics China (26 gold, 18 silver) and Japan (12 gold) were there. They are expected to lead.";
    assert!(tallies("en", "2021-07-04", won).iter().all(|t| t.ends_with("won")));
}

#[test]
fn the_sign_in_front_of_a_sum_ends_no_forecast() {
    let text = "2020 жылғы Токио Олимпиадасында Жапония (9+9+9=27) екінші орын алады деп күтіледі.";
    let expected = ["JPN 27 total forecast", "JPN 9 bronze forecast", "JPN 9 gold forecast", "JPN 9 silver forecast"];
    assert_eq!(tallies("kk", "", text), expected);
}

#[test]
fn a_dateline_takes_no_place_among_the_first_sentences() {
    let text = "Милан-Кортина: рұқсат берілді\n\n30.01.2026\n\nМИЛАН. 30 қаңтар.\n\nҚысқы Олимпиада ойындарына тағы бірнеше \
                спортшы шақырылды. Ресейлік спортшылар бейтарап мәртебеде сынға түседі. Шешімді халықаралық федерация бүгін \
                хабарлады. Жеке бейтарап атлеттер (AIN) құрамында он үш адам бар.\n\nРесейлік шаңғышы Иван Петров лицензия \
                иеленді.";
    assert_eq!(athletes("kk", "2026-01-30", text), ["Иван Петров AIN cross-country skiing"]);
}

#[test]
fn a_day_in_the_middle_of_short_lines_dates_an_article() {
    let text = "Спорт порталы\n\nСайт\n11.10.2023ж. 18:20\n337\n\nҚазақстан құрамасы Азия ойындарында алты алтын медаль жеңіп \
                алды. Бұл ұлттық құраманың соңғы жылдардағы ең үздік нәтижелерінің бірі болды.";
    assert_eq!(medals("kk", "", text), ["KAZ 6 gold Asian Games 2022"]);
}

#[test]
fn a_sport_of_the_paralympics_alone_has_no_olympic_licence() {
    let text = "Basket fauteuil : les Bleus décrochent leur place pour Paris\n\nL'équipe de France de basket fauteuil \
                participera aux Jeux Paralympiques de Paris 2024. Quatre billets étaient en jeu à Antibes. Le Japon et \
                l'Iran étaient déjà qualifiés.";
    let found = licences("fr", "2024-04-03", text);
    assert!(found.len() > 3 && found.iter().all(|l| l.ends_with("Paralympic Games 2024")), "{found:?}");
}

#[test]
fn an_event_that_ones_sport_does_not_have_is_of_somebody_else() {
    let text = "Le rameur Eric Nagy, en skiff, et la badiste Anna Kiss figurent parmi les premiers à obtenir un billet pour les \
                Jeux olympiques de Paris 2024.";
    let found = support::extracted("fr", "2024-03-04", text).licenses;
    let told: Vec<(&str, &str, &str)> =
        found.iter().map(|l| (l.athlete.as_str(), l.sport.as_str(), l.event.as_str())).collect();
    assert!(told.contains(&("Anna Kiss", "badminton", "")), "{told:?}");
}

#[test]
fn a_medal_told_by_its_place_and_by_its_colour_is_one() {
    let text = "At the 2023 Asian Games swimmer Anna Kiss finished second in the 200m butterfly and took silver.";
    let found = support::extracted("en", "2023-10-01", text).medals;
    let told: Vec<(&str, &str)> = found.iter().map(|m| (m.medal.as_str(), m.event.as_str())).collect();
    assert_eq!(told, [("silver", "200 m butterfly")]);
}

#[test]
fn where_the_championships_are_is_not_whose_article_it_is() {
    let text = "Le championnat d'Afrique de judo au Maroc a réuni des athlètes du Ghana. L'équipe a gagné deux médailles d'or.";
    let found = medals("fr", "2024-04-26", text);
    assert!(found.iter().all(|m| !m.starts_with("MAR")), "{found:?}");
}

#[test]
fn a_territory_has_a_team_at_the_games_of_its_region_alone() {
    let pacific = "New Caledonia won 12 gold medals at the 2023 Pacific Games.";
    assert_eq!(medals("en", "2023-12-02", pacific), ["NCL 12 gold Pacific Games 2023"]);
    let olympic = "Swimmer Anna Kiss of New Caledonia won gold at the 2024 Olympic Games.";
    let found = support::extracted("en", "2024-08-02", olympic).medals;
    assert!(found.iter().all(|m| m.country != "NCL"), "{found:?}");
}

#[test]
fn who_leads_a_team_is_none_of_it() {
    let text = "Сборная Венгрии, которую возглавляет Иван Петров, завоевала бронзу чемпионата мира по регби.";
    assert!(athletes("ru", "2024-06-03", text).is_empty(), "{:?}", athletes("ru", "2024-06-03", text));
}

#[test]
fn a_canoe_over_200_metres_is_a_boat_and_its_distance() {
    let text = "Canoe sprinter Anna Kiss won gold in the C1 200 at the 2019 African Games.";
    let found = support::extracted("en", "2019-08-28", text).medals;
    assert_eq!(found.first().map(|m| m.event.as_str()), Some("C-1 200 m"), "{found:?}");
}

#[test]
fn an_event_of_several_sports_is_of_the_one_named_last() {
    let text = "At the Pan American Games of 2023 the modern pentathlete Anna Kiss was ninth. The final in the table tennis went to \
                Eva Nagy. She had other medals to pack: silver in the women's singles and bronze in the doubles.";
    let found = support::extracted("en", "2023-11-02", text).medals;
    let told: Vec<(&str, &str)> = found.iter().map(|m| (m.sport.as_str(), m.event.as_str())).collect();
    assert!(told.contains(&("table tennis", "singles")) && told.iter().all(|(_, e)| *e != "single sculls"), "{told:?}");
}
