//! Several who are told of together: crews, pairs, lists of people, orders at the finish. The names are made up.

mod support;

use support::{extracted, holder};

/// Who won what: "Anna Kiss gold Asian Games 2018".
fn medals(language: &str, text: &str) -> Vec<String> {
    let all = extracted(language, "2019-06-01", text).medals;
    let mut out: Vec<String> = all
        .iter()
        .filter(|m| m.status == "won")
        .map(|m| {
            let year = m.year.map(|y| y.to_string()).unwrap_or_default();
            format!("{} {} {} {year}", holder(&m.athlete, &m.country), m.medal, m.competition)
        })
        .collect();
    out.sort();
    out
}

#[track_caller]
fn gives(language: &str, text: &str, expected: &[&str]) {
    let found = medals(language, text);
    assert_eq!(found, expected, "found:\n{}", found.join("\n"));
}

#[test]
fn a_crew_in_brackets_behind_its_nation() {
    gives(
        "en",
        "Rowing at the 2018 Asian Games. In the pair Hungary took gold, ahead of Latvia (Kalnina, Berzina) and Malta.",
        &[
            "Berzina silver Asian Games 2018",
            "HUN gold Asian Games 2018",
            "Kalnina silver Asian Games 2018",
            "LAT silver Asian Games 2018",
            "MLT bronze Asian Games 2018",
        ],
    );
    gives(
        "ru",
        "Гребля на Азиатских играх 2018 года. Золотая медаль досталась сборной Венгрии (Анна Кисс, Ева Надь, Ида Папп).",
        &[
            "HUN gold Asian Games 2018",
            "Анна Кисс gold Asian Games 2018",
            "Ева Надь gold Asian Games 2018",
            "Ида Папп gold Asian Games 2018",
        ],
    );
    gives(
        "en",
        "Rowing at the 2018 Asian Games. In the heats Hungary finished ahead of Latvia (Kalnina, Berzina) and Malta.",
        &[],
    );
}

#[test]
fn a_title_of_several_behind_a_list_is_everybodys() {
    gives(
        "fr",
        "Aviron. Anna Kiss, Eva Nagy et Ida Papp, médaillées d'argent des Championnats d'Europe en 2013, visent l'or.",
        &[
            "Anna Kiss silver European Championships 2013",
            "Eva Nagy silver European Championships 2013",
            "Ida Papp silver European Championships 2013",
        ],
    );
    gives(
        "fr",
        "Aviron. L'équipe compte Anna Kiss, Eva Nagy et Ida Papp, championne d'Europe en 2013, et s'entraîne à Lyon.",
        &["Ida Papp gold European Championships 2013"],
    );
    gives(
        "en",
        "Athletics. Malta sent Anna Kiss, Eva Nagy and Ida Papp, who were third in the relay at the 2018 Asian Games.",
        &["Anna Kiss bronze Asian Games 2018", "Eva Nagy bronze Asian Games 2018", "Ida Papp bronze Asian Games 2018"],
    );
    gives(
        "en",
        "Boxing. The guests were Anna Kiss, Eva Nagy and Ida Papp, who was third at the 2018 Asian Games in Jakarta.",
        &["Ida Papp bronze Asian Games 2018"],
    );
}

#[test]
fn who_stands_behind_the_winner_is_second() {
    gives(
        "fr",
        "Athlétisme, Jeux asiatiques 2018. Anna Kiss a gagné le 100 m devant Eva Nagy et Ida Papp.",
        &["Anna Kiss gold Asian Games 2018", "Eva Nagy silver Asian Games 2018", "Ida Papp bronze Asian Games 2018"],
    );
    gives(
        "ru",
        "Лёгкая атлетика, Азиатские игры 2018 года. Анна Ким выиграла финал на 100 м, обойдя Еву Надь и Иду Папп.",
        &["Анна Ким gold Asian Games 2018", "Ева Надь silver Asian Games 2018", "Ида Папп bronze Asian Games 2018"],
    );
    gives(
        "fr",
        "Athlétisme, Jeux asiatiques 2018. Anna Kiss a gagné sa demi-finale du 100 m devant Eva Nagy et Ida Papp.",
        &[],
    );
}

#[test]
fn a_team_of_names_behind_the_medal_of_the_nation() {
    let text = "Athletics at the 2018 Asian Games. Malta took bronze with a relay team of Anna Kiss and Eva Nagy.";
    gives(
        "en",
        text,
        &["Anna Kiss bronze Asian Games 2018", "Eva Nagy bronze Asian Games 2018", "MLT bronze Asian Games 2018"],
    );
    let another =
        "Athletics at the 2018 Asian Games. Malta took silver, with the Latvian team of Anna Kiss and Eva Nagy ninth.";
    gives("en", another, &["MLT silver Asian Games 2018"]);
}

#[test]
fn a_crew_in_the_next_sentence() {
    gives(
        "fr",
        "Gymnastique. La Suisse a pris le bronze par équipes des Championnats d'Europe 2018. Les Suissesses Anna Kiss, Eva \
         Nagy et Ida Papp ont terminé derrière l'Italie, championne d'Europe.",
        &[
            "Anna Kiss bronze European Championships 2018",
            "Eva Nagy bronze European Championships 2018",
            "ITA gold European Championships ",
            "Ida Papp bronze European Championships 2018",
            "SUI bronze European Championships 2018",
        ],
    );
}

#[test]
fn a_word_for_a_few_is_those_just_named() {
    let named = "Rowing. Anna Kiss and Eva Nagy came home on Monday after a long journey.";
    gives(
        "en",
        &format!("{named} The Swiss duo won silver at the 2018 Asian Games."),
        &["Anna Kiss silver Asian Games 2018", "Eva Nagy silver Asian Games 2018"],
    );
    gives(
        "fr",
        "Aviron. Anna Kiss et Eva Nagy ont fini à trois secondes de la Grèce. Elles ont gagné l'argent aux Jeux asiatiques \
         2018.",
        &["Anna Kiss silver Asian Games 2018", "Eva Nagy silver Asian Games 2018"],
    );
    gives(
        "fr",
        "Aviron. Jan Meier, Tom Frei et Luc Roth se sont entraînés hier. Ce dernier a gagné l'argent aux Jeux asiatiques \
         2018.",
        &["Luc Roth silver Asian Games 2018"],
    );
}
