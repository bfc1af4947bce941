//! The command line as a user types it.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use support::{Desk, contents, palmares, root, run};

/// An article of our own with a medal and a licence.
const ARTICLE: &str = "\
date 2018-09-03
Yakovlev on the podium in Jakarta

Rower Vladislav Yakovlev won a silver medal for Kazakhstan at the 2018 Asian Games. He had trained with the team in \
the mountains for the whole of the summer, and his coach was pleased with the result.
";

impl Desk {
    /// With one good article in `news`.
    fn new() -> Desk {
        let desk = Desk::empty();
        desk.file("news/good.txt", ARTICLE);
        desk
    }

    /// True where the program ended within some seconds; else it is stopped.
    fn run_within(&self, seconds: u64, arguments: &[&str]) -> bool {
        let mut command = palmares(self.folder.path());
        let mut child =
            command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
        let begun = std::time::Instant::now();
        while begun.elapsed().as_secs() < seconds {
            if child.try_wait().expect("a child").is_some() {
                return true;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        child.kill().expect("killed");
        child.wait().expect("a child");
        false
    }

    fn status(&self, article: &str) -> String {
        self.table("articles.csv").row("article_id", &format!("news/{article}"))("status")
    }

    /// The good article's medal is in the dataset.
    #[track_caller]
    fn good_article_is_there(&self) {
        assert_eq!(self.status("good"), "ok");
        let medals = self.table("medals.csv");
        let cells = medals.cells(&["athlete", "country", "medal", "count", "competition", "year", "status"]);
        let silver = vec!["Vladislav Yakovlev", "KAZ", "silver", "1", "Asian Games", "2018", "won"];
        assert!(cells.contains(&silver), "{cells:?}");
    }

    /// Runs over `news` beside a bad article, which must be named and reported, and the good one read.
    #[track_caller]
    fn one_bad_article(&self, name: &str, reason: &[&str]) {
        let ran = self.run(&["run", "news"]).ended(0).says(&[name]).says(reason);
        assert!(ran.err.starts_with("warning:"), "{}", ran.err);
        self.good_article_is_there();
        let status = self.status(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
        assert!(status.starts_with("rejected: "), "{status}");
        assert!(reason.iter().all(|r| status.contains(r)), "{status}");
    }
}

/// Text of a message in one line, as wide terminals show it.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

// ---------------------------------------------------------------- help, version, usage

#[test]
fn help_shows_commands_examples_and_exit_codes() {
    let ran = run(&root(), &["--help"]).ended(0);
    for word in ["run", "explain", "rules", "eval", "--packs", "Examples:", "palmares rules check", "Exit codes"] {
        assert!(ran.out.contains(word), "help does not show {word}:\n{}", ran.out);
    }
    assert_eq!(ran.err, "");
}

#[test]
fn every_command_has_help() {
    for command in [&["run"][..], &["explain"], &["rules"], &["rules", "list"], &["rules", "check"], &["eval"]] {
        let ran = run(&root(), &[command, &["--help"]].concat()).ended(0);
        assert!(ran.out.contains("Usage: palmares"), "{command:?}: {}", ran.out);
        assert!(ran.out.contains("--packs"), "{command:?} takes packs: {}", ran.out);
    }
}

#[test]
fn version_is_that_of_the_package() {
    let ran = run(&root(), &["--version"]).ended(0);
    assert_eq!(ran.out, format!("palmares {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn wrong_usage_ends_with_2_and_writes_nothing() {
    let wrong: &[&[&str]] = &[
        &["--no-such-option"],
        &["no-such-command"],
        &["run", "--no-such-option"],
        &["run", "--threads", "many"],
        &["run", "--output"],
        &["explain"],
        &["eval"],
        &["rules"],
        &["rules", "no-such-action"],
    ];
    for arguments in wrong {
        let desk = Desk::new();
        let ran = desk.run(arguments).ended(2);
        assert!(ran.err.contains("--help"), "{arguments:?}: {}", ran.err);
        assert_eq!(ran.out, "", "{arguments:?}");
        assert!(!desk.path("output").exists(), "{arguments:?} wrote");
    }
}

// ---------------------------------------------------------------- run

#[test]
fn without_arguments_corpus_goes_into_output() {
    let desk = Desk::new();
    desk.file("corpus/good.txt", ARTICLE);
    desk.run(&[]).ended(0);
    assert_eq!(desk.table("articles.csv").cells(&["article_id", "path"]), [["corpus/good", "corpus/good.txt"]]);
    assert_eq!(desk.table("medals.csv").cells(&["athlete", "medal"]), [["Vladislav Yakovlev", "silver"]]);
}

#[test]
fn a_clean_run_ends_with_a_summary_and_says_nothing_on_stderr() {
    let desk = Desk::new();
    let ran = desk.run(&["run", "news"]).ended(0);
    assert_eq!(ran.err, "");
    for word in ["1 article", "1 athlete,", "1 medal fact,", "0 licence facts", "to review", "output"] {
        assert!(one_line(&ran.out).contains(word), "the summary lacks `{word}`:\n{}", ran.out);
    }
}

#[test]
fn headers_are_those_of_the_contract() {
    let desk = Desk::new();
    desk.run(&["run", "news"]).ended(0);
    let headers = [
        ("athletes.csv", "athlete_id,name,country,gender,sport,names,articles,first_date,last_date"),
        (
            "medals.csv",
            "fact_id,holder,athlete_id,athlete,country,medal,count,competition,year,year_to,place,sport,event,gender,\
             status,basis,as_of,articles",
        ),
        (
            "licenses.csv",
            "fact_id,holder,athlete_id,athlete,country,count,sports,competition,year,place,sport,event,gender,status,\
             qualifier,qualifier_place,qualifier_year,as_of,articles",
        ),
        ("evidence.csv", "fact_id,article_id,language,start,end,quote,rule,confidence"),
        (
            "articles.csv",
            "article_id,path,url,title,published,language,language_confidence,characters,athletes,medals,licenses,status",
        ),
        ("review.csv", "article_id,language,start,end,quote,trigger,reason"),
    ];
    for (file, header) in headers {
        let text = fs::read_to_string(desk.path("output").join(file)).expect("a table");
        assert_eq!(text.lines().next(), Some(header), "{file}");
        assert!(!text.contains('\r') && text.ends_with('\n') && !text.starts_with('\u{FEFF}'), "{file}: line ends");
    }
}

#[test]
fn a_fact_has_its_evidence() {
    let desk = Desk::new();
    desk.run(&["run", "news"]).ended(0);
    let medals = desk.table("medals.csv");
    let id = medals.cells(&["fact_id"])[0][0].to_owned();
    let evidence = desk.table("evidence.csv").row("fact_id", &id);
    assert_eq!(
        evidence("quote"),
        "Rower Vladislav Yakovlev won a silver medal for Kazakhstan at the 2018 Asian Games."
    );
    let (start, end): (usize, usize) =
        (evidence("start").parse().expect("start"), evidence("end").parse().expect("end"));
    let there: String = ARTICLE.chars().skip(start).take(end - start).collect();
    assert_eq!(there, evidence("quote"));
    assert_eq!(desk.table("articles.csv").row("article_id", "news/good")("published"), "2018-09-03");
    assert_eq!(medals.cells(&["as_of", "articles"]), [["2018-09-03", "1"]]);
}

#[test]
fn two_articles_of_one_name_keep_their_own_ids() {
    let desk = Desk::new();
    desk.file("more/good.txt", ARTICLE);
    desk.file("news/deep/down/good.txt", ARTICLE);
    desk.run(&["run", "news", "more", "news/good.txt"]).ended(0);
    let articles = desk.table("articles.csv");
    let mut ids: Vec<&str> = articles.cells(&["article_id"]).into_iter().map(|c| c[0]).collect();
    assert_eq!(ids.len(), 3, "{ids:?}: the article that is given twice is one article");
    ids.dedup();
    assert_eq!(ids.len(), 3, "{ids:?}");
    // All three have one text: they are one witness.
    assert_eq!(desk.table("medals.csv").cells(&["articles"]), [["1"]]);
}

#[test]
fn formulas_are_made_plain_text() {
    let desk = Desk::new();
    let body = ARTICLE.split_once("\n\n").expect("a body").1;
    desk.file("=cmd.txt", format!("date 2018-09-03\n=HYPERLINK(\"http://example.org\")\n\n{body}"));
    desk.file(
        "@sum.txt",
        format!("+1+1 is what he said\n\n@team: {body}\n\n- {body}\n\n=1+1 silver medals for 3 rowers\n"),
    );
    desk.run(&["run", "=cmd.txt", "@sum.txt"]).ended(0);
    let articles = desk.table("articles.csv");
    assert_eq!(articles.row("article_id", "'=cmd")("title"), "'=HYPERLINK(\"http://example.org\")");
    assert_eq!(articles.row("article_id", "'@sum")("title"), "'+1+1 is what he said");
    for name in contents(&desk.path("output")).keys().filter(|n| n.ends_with(".csv")) {
        let table = desk.table(name);
        for row in &table.rows {
            for (cell, column) in row.iter().zip(&table.columns).filter(|(_, c)| *c != "event") {
                let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                assert!(!formula, "{name}: {column} is `{cell}`");
            }
        }
    }
}

#[test]
fn a_weight_class_is_written_as_it_is() {
    let desk = Desk::new();
    desk.file(
        "news/boxing.txt",
        "date 2023-10-06\nBoxer Kamshybek Kunkabayev of Kazakhstan won the silver medal in the +92 kg at the 2022 Asian \
         Games in Hangzhou, and he went home with a smile on his face after a long week.\n",
    );
    desk.run(&["run", "news/boxing.txt"]).ended(0);
    assert_eq!(
        desk.table("medals.csv").cells(&["athlete", "medal", "event"]),
        [["Kamshybek Kunkabayev", "silver", "+92 kg"]]
    );
}

// ---------------------------------------------------------------- bad input

#[test]
fn an_empty_file_is_rejected_and_the_others_are_read() {
    let desk = Desk::new();
    desk.file("news/bad.txt", "");
    desk.one_bad_article("bad.txt", &["empty"]);
    desk.file("news/bad.txt", " \n\t\n");
    desk.file("news/bad2.txt", "\u{FEFF}");
    desk.one_bad_article("bad2.txt", &["empty"]);
}

#[test]
fn a_binary_file_is_rejected_and_the_others_are_read() {
    let desk = Desk::new();
    desk.file("news/bad.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06");
    desk.one_bad_article("bad.txt", &["binary", "text"]);
}

#[test]
fn invalid_utf8_is_rejected_with_the_place_and_the_remedy() {
    let desk = Desk::new();
    desk.file("news/bad.txt", b"Une m\xE9daille d'or pour la Belgique.");
    desk.one_bad_article("bad.txt", &["UTF-8", "byte 5", "save it as UTF-8"]);
}

#[test]
fn a_line_of_50_mb_is_rejected_quickly() {
    let desk = Desk::new();
    desk.file("news/bad.txt", "gold medal ".repeat(50 * 1024 * 1024 / 11));
    let begun = std::time::Instant::now();
    desk.one_bad_article("bad.txt", &["split"]);
    assert!(begun.elapsed().as_secs() < 30, "{:?}", begun.elapsed());
}

#[test]
fn a_long_line_within_the_limit_is_read() {
    let desk = Desk::new();
    let sentences = [
        ("plain", "The team trained in the mountains for the whole of the summer and went home. "),
        // The same with facts, and one sentence without an end.
        ("facts", "The team won gold medals in Paris and Tokyo with Anna Kiss. "),
        ("endless", "the team won gold medals in Paris and Tokyo with Anna Kiss and "),
    ];
    for (name, sentence) in sentences {
        let most = usize::try_from(palmares::read::MOST_BYTES).expect("a size");
        desk.file(&format!("news/{name}.txt"), sentence.repeat(most / sentence.len()));
        assert!(desk.run_within(30, &["run", "news"]), "{most} bytes of `{sentence}` take longer than half a minute");
        assert!(!desk.status(name).starts_with("rejected"), "{name}");
        desk.good_article_is_there();
        fs::remove_file(desk.path(&format!("news/{name}.txt"))).expect("removed");
    }
}

#[test]
fn the_readme_names_the_limit_of_size() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    let limit = format!("a file over {} MiB", palmares::read::MOST_BYTES >> 20);
    assert!(readme.contains(&limit), "README.md does not say `{limit}`");
}

#[test]
fn utf16_and_a_byte_order_mark_are_read() {
    let desk = Desk::new();
    fs::remove_file(desk.path("news/good.txt")).expect("removed");
    let units: Vec<u8> = ARTICLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    desk.file("news/good.txt", [vec![0xFF, 0xFE], units].concat());
    desk.run(&["run", "news"]).ended(0);
    desk.good_article_is_there();
    desk.file("news/good.txt", format!("\u{FEFF}{ARTICLE}"));
    desk.run(&["run", "news"]).ended(0);
    desk.good_article_is_there();
    assert_eq!(desk.table("articles.csv").row("article_id", "news/good")("published"), "2018-09-03");
}

#[test]
fn windows_line_ends_change_no_fact() {
    let desk = Desk::new();
    desk.file("news/good.txt", ARTICLE.replace('\n', "\r\n"));
    desk.run(&["run", "news"]).ended(0);
    desk.good_article_is_there();
    let row = desk.table("articles.csv").row("article_id", "news/good");
    assert_eq!(
        (row("published"), row("title")),
        ("2018-09-03".to_owned(), "Yakovlev on the podium in Jakarta".to_owned())
    );
}

#[test]
fn a_missing_path_is_named_and_the_others_are_read() {
    let desk = Desk::new();
    desk.run(&["run", "nowhere", "news"]).ended(0).says(&["warning: ", "nowhere", "check the path"]);
    desk.good_article_is_there();
}

#[test]
fn only_a_missing_path_writes_nothing() {
    let desk = Desk::new();
    desk.run(&["run", "nowhere"]).ended(1).says(&["nowhere", "nothing was written"]);
    assert!(!desk.path("output").exists());
}

/// A path that nobody can read, root included: a link that leads to itself.
#[cfg(unix)]
#[test]
fn an_unreadable_path_is_named_and_the_others_are_read() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    std::os::unix::fs::symlink("bad.txt", desk.path("news/bad.txt")).expect("a link");
    desk.one_bad_article("bad.txt", &["cannot be read", "check the path"]);
    desk.run(&["run", "news/bad.txt", "news/good.txt"]).ended(0).says(&["bad.txt", "cannot be read"]);
    desk.good_article_is_there();
    // A file without permissions stops everybody but root, who reads it.
    fs::remove_file(desk.path("news/bad.txt")).expect("removed");
    desk.file("news/bad.txt", ARTICLE);
    fs::set_permissions(desk.path("news/bad.txt"), fs::Permissions::from_mode(0o000)).expect("permissions");
    if fs::read(desk.path("news/bad.txt")).is_err() {
        desk.one_bad_article("bad.txt", &["cannot be read", "permissions"]);
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_folder_does_not_hold_the_run_up() {
    let desk = Desk::new();
    let made = std::process::Command::new("mkfifo").arg(desk.path("news/pipe.txt")).status();
    assert!(made.is_ok_and(|s| s.success()), "mkfifo");
    let ended = desk.run_within(10, &["run", "news"]);
    assert!(ended, "the program waits for a pipe that nobody writes");
    desk.good_article_is_there();
}

/// Names of files are bytes on Linux; each such file is an article with an id of its own.
#[cfg(target_os = "linux")]
#[test]
fn file_names_that_are_no_utf8_are_read() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::new();
    for name in [&b"caf\xe9.txt"[..], &b"caf\xe8.txt"[..]] {
        let path = desk.path("news").join(std::ffi::OsStr::from_bytes(name));
        fs::write(path, ARTICLE).expect("a file");
    }
    desk.run(&["run", "news"]).ended(0);
    let articles = desk.table("articles.csv");
    let mut rows = articles.cells(&["article_id", "status"]);
    assert!(rows.iter().all(|r| r[1] == "ok"), "{rows:?}");
    rows.sort_unstable();
    rows.dedup();
    assert_eq!(rows.len(), 3, "{rows:?}");
}

#[test]
fn an_empty_folder_is_named_with_what_an_article_is() {
    let desk = Desk::new();
    fs::create_dir(desk.path("empty")).expect("a folder");
    desk.run(&["run", "empty"]).ended(1).says(&["empty", ".txt", "nothing was written"]);
    assert!(!desk.path("output").exists());
    desk.run(&["run", "empty", "news"]).ended(0).says(&["empty"]);
    desk.good_article_is_there();
}

#[test]
fn when_every_article_is_bad_nothing_is_written() {
    let desk = Desk::new();
    desk.file("bad/a.txt", "");
    desk.file("bad/b.txt", b"\0\0");
    desk.run(&["run", "bad"]).ended(1).says(&["a.txt", "b.txt", "nothing was written"]);
    assert!(!desk.path("output").exists());
}

#[test]
fn an_unwritable_output_is_named_with_the_remedy() {
    let desk = Desk::new();
    desk.file("plain", "not a folder");
    desk.run(&["run", "news", "--output", "plain/output"]).ended(1).says(&["plain/output", "check"]);
    desk.run(&["run", "news", "--output", "plain"]).ended(1).says(&["plain", "check"]);
    assert_eq!(fs::read(desk.path("plain")).expect("the file"), b"not a folder");
}

#[test]
fn strict_makes_a_rejected_article_a_failure() {
    let desk = Desk::new();
    desk.run(&["run", "news", "--strict"]).ended(0);
    let before = contents(&desk.path("output"));
    desk.file("news/second.txt", ARTICLE.replace("silver", "bronze"));
    desk.file("news/bad.txt", "");
    desk.run(&["run", "news", "--strict"]).ended(1).says(&["bad.txt", "--strict"]);
    assert!(contents(&desk.path("output")) == before, "the output changed");
    fs::remove_file(desk.path("news/bad.txt")).expect("removed");
    desk.run(&["run", "news", "nowhere", "--strict"]).ended(1).says(&["nowhere", "--strict"]);
    assert!(contents(&desk.path("output")) == before, "the output changed");
}

#[test]
fn a_failure_leaves_the_previous_output_untouched() {
    let desk = Desk::new();
    desk.run(&["run", "news"]).ended(0);
    let before = contents(&desk.path("output"));
    desk.file("news/good.txt", ARTICLE.replace("silver", "bronze"));
    desk.file("bad/bad.txt", "");
    desk.file("packs/en/lexicon.toml", "[[term]]\ntag = \"NOSUCHTAG\"\nforms = [\"x\"]\n");
    for arguments in [
        &["run", "bad"][..],
        &["run", "nowhere"],
        &["run", "news", "bad", "--strict"],
        &["run", "news", "--packs", "packs"],
        &["run", "news", "--packs", "no-packs"],
        &["run", "--no-such-option"],
    ] {
        let ran = desk.run(arguments);
        assert_ne!(ran.code, Some(0), "{arguments:?}");
        assert!(contents(&desk.path("output")) == before, "{arguments:?} changed the output");
    }
    // A folder stands where a table should go: none of the other tables may be replaced.
    fs::remove_file(desk.path("output/review.csv")).expect("removed");
    desk.file("output/review.csv/in-the-way", "");
    let tables = || {
        let mut files = contents(&desk.path("output"));
        files.retain(|name, _| name.ends_with(".csv"));
        files
    };
    let before = tables();
    desk.run(&["run", "news"]).ended(1).says(&["review.csv"]);
    assert!(tables() == before, "a table was replaced although another could not be");
    // What was read is kept, and written once the folder is out of the way.
    fs::remove_dir_all(desk.path("output/review.csv")).expect("removed");
    desk.run(&["run", "news"]).ended(0);
    assert_eq!(desk.table("medals.csv").cells(&["medal"]), [["bronze"]]);
    assert!(desk.table("changes.csv").rows.len() > 1, "the changes are those since the tables were last written");
}

// ---------------------------------------------------------------- languages

#[test]
fn languages_without_a_pack_are_named_and_not_forced_into_a_neighbour() {
    let texts = [
        (
            "nl",
            "De Nederlandse roeisters hebben zaterdag op de wereldkampioenschappen in Belgrado een gouden medaille \
             behaald. In de finale van de vier zonder stuurvrouw bleven zij de ploegen uit Roemenië en Nieuw-Zeeland \
             voor. Het was voor de ploeg de derde titel in vier jaar, en de bondscoach sprak na afloop van een van de \
             mooiste races uit zijn loopbaan.",
        ),
        (
            "bg",
            "Българските щангисти спечелиха три медала на европейското първенство в София. Златният медал беше за \
             състезателя в категория до 89 килограма, който вдигна общо 396 килограма. Треньорът заяви, че отборът ще \
             продължи подготовката си за олимпийските игри и че очаква още по-добри резултати през есента.",
        ),
        (
            "es",
            "La selección española de piragüismo regresó de Hungría con dos medallas de plata y la clasificación para \
             los Juegos Olímpicos. El palista gallego cruzó la meta en segunda posición, a menos de un segundo del \
             ganador. «Ha sido una regata muy dura, pero estamos muy contentos con lo que hemos hecho», dijo el \
             entrenador al terminar la prueba.",
        ),
        (
            "de",
            "Die deutschen Bogenschützinnen haben bei der Weltmeisterschaft in Berlin die Goldmedaille gewonnen. Im \
             Finale setzten sie sich gegen die Mannschaft aus Frankreich durch und sicherten sich damit auch drei \
             Quotenplätze für die Olympischen Spiele. Die Bundestrainerin war nach dem Wettkampf sehr zufrieden und \
             lobte die Ruhe ihrer Schützinnen.",
        ),
    ];
    let desk = Desk::new();
    for (code, text) in texts {
        desk.file(&format!("news/{code}.txt"), text);
    }
    desk.run(&["run", "news"]).ended(0);
    let articles = desk.table("articles.csv");
    for (code, _) in texts {
        let row = articles.row("article_id", &format!("news/{code}"));
        assert_eq!((row("language"), row("status")), (code.to_owned(), "unsupported language".to_owned()));
        assert_eq!((row("athletes"), row("medals"), row("licenses")), ("0".into(), "0".into(), "0".into()), "{code}");
    }
    desk.good_article_is_there();
}

#[test]
fn neighbours_of_kazakh_and_russian_are_not_taken_for_them() {
    let texts = [
        (
            "kyrgyz",
            "Кыргызстандык балбандар Азия чемпионатында үч медаль утуп алышты. Алтын медалды эркин күрөш боюнча 65 килограмм \
             салмакта күрөшкөн спортчу жеңип алды, ал эми эки балбан коло байгеге ээ болду. Машыктыруучулар жыйынтыкка \
             ыраазы экендиктерин билдиришти жана кийинки мелдешке даярдык башталганын айтышты.",
        ),
        (
            "tatar",
            "Татарстан спортчылары Россия чемпионатында берничә медаль яулады. Җиңүчеләр арасында йөзүчеләр дә, көрәшчеләр \
             дә бар иде. Тренерлар нәтиҗәләрдән канәгать булуларын белдерде һәм киләсе ярышларга әзерлек башлануын әйтте.",
        ),
        (
            "mongolian",
            "Монголын бөхчүүд Азийн аварга шалгаруулах тэмцээнээс гурван медаль хүртлээ. Алтан медалийг чөлөөт бөхийн 65 кг \
             жинд барилдсан тамирчин авч, хоёр тамирчин хүрэл медаль хүртсэн байна. Дасгалжуулагчид үр дүндээ сэтгэл \
             хангалуун байгаагаа хэллээ.",
        ),
        (
            "ukrainian",
            "Українські борці здобули три медалі на чемпіонаті Європи. Золото виборов спортсмен, який змагався у ваговій \
             категорії до 65 кілограмів, а ще двоє наших земляків мають бронзу. Тренери задоволені підсумками й кажуть, що \
             підготовка до наступного турніру вже почалася.",
        ),
        (
            "bulgarian",
            "Българските борци спечелиха три медала на европейското първенство. Златото взе състезателят в категория до 65 \
             килограма, а двама наши борци останаха с бронз. Треньорите са доволни от резултатите и казаха, че подготовката \
             за следващия турнир вече е започнала.",
        ),
    ];
    let desk = Desk::new();
    for (name, text) in texts {
        desk.file(&format!("news/{name}.txt"), text);
    }
    desk.run(&["run", "news"]).ended(0);
    for (name, _) in texts {
        let row = desk.table("articles.csv").row("article_id", &format!("news/{name}"));
        assert_eq!(row("status"), "unsupported language", "{name} as {}", row("language"));
        assert!(!["kk", "ru"].contains(&row("language").as_str()), "{name} is taken for {}", row("language"));
    }
}

#[test]
fn an_article_is_in_the_language_of_its_body() {
    let french = "\
Le bilan des championnats du monde d'aviron
Une belle moisson pour les rameurs
Photo : la joie des médaillés sur le ponton, dimanche après la finale
À lire aussi : le calendrier complet de la saison
";
    let english = "\
The results of the world rowing championships
A fine harvest for the crews
Photo: the medallists on the pontoon, on Sunday after the final
Read also: the full calendar of the season
";
    let desk = Desk::new();
    let body = "The crews had trained in the mountains for the whole of the summer, and the coach was pleased with what \
                they did in the final. They will now have a week at home before they go to the next camp in October.\n";
    let corps = "Les équipages s'étaient préparés en montagne pendant tout l'été, et l'entraîneur était content de ce qu'ils \
                 avaient fait en finale. Ils auront maintenant une semaine de repos chez eux avant le prochain stage.\n";
    desk.file("news/en.txt", format!("{french}\n{body}\nPropos recueillis à Belgrade\n"));
    desk.file("news/fr.txt", format!("{english}\n{corps}\nReporting from Belgrade\n"));
    desk.run(&["run", "news"]).ended(0);
    let articles = desk.table("articles.csv");
    assert_eq!(articles.row("article_id", "news/en")("language"), "en");
    assert_eq!(articles.row("article_id", "news/fr")("language"), "fr");
}

#[test]
fn tables_and_datelines_do_not_mislead_the_language() {
    let desk = Desk::new();
    let results: String = (1..40)
        .map(|i| format!("{i}. John Smith (Great Britain) 1:0{}.2, season's best of the year\n", i % 10))
        .collect();
    desk.file(
        "news/fr.txt",
        format!(
            "date 2023-06-11\nLONDON (United Kingdom), 11 June\n\nLes nageurs ont disputé dimanche la dernière journée de \
             la compétition, et le public était venu nombreux pour les encourager jusqu'au bout de la soirée.\n\n{results}"
        ),
    );
    desk.run(&["run", "news"]).ended(0);
    assert_eq!(desk.table("articles.csv").row("article_id", "news/fr")("language"), "fr");
}

#[test]
fn a_text_too_short_to_tell_its_language_is_not_guessed() {
    let desk = Desk::new();
    desk.file("news/short.txt", "3-1, 2-0");
    desk.run(&["run", "news"]).ended(0).says(&["short.txt"]);
    let row = desk.table("articles.csv").row("article_id", "news/short");
    assert_eq!(row("language"), "");
    assert!(row("status").starts_with("rejected: "), "{}", row("status"));
}

// ---------------------------------------------------------------- packs

/// A copy of the English pack to be spoilt.
fn with_packs(desk: &Desk) -> PathBuf {
    let (from, to) = (root().join("src/languages/en"), desk.path("packs/en"));
    fs::create_dir_all(&to).expect("a folder");
    for (name, bytes) in contents(&from) {
        fs::write(to.join(name), bytes).expect("a pack file");
    }
    to
}

/// Appends to a pack file and gives the line on which `mark` then stands.
fn append(path: &Path, text: &str, mark: &str) -> usize {
    let whole = fs::read_to_string(path).expect("a pack file") + text;
    fs::write(path, &whole).expect("a pack file");
    let at = whole.rfind(mark).expect("the mark");
    whole[..at].matches('\n').count() + 1
}

/// Fails where the message does not name the file and line, or has no caret under the line.
#[track_caller]
fn points_at(text: &str, file: &str, line: usize, words: &[&str]) {
    assert!(text.contains(&format!("{file}:{line}:")), "does not name {file}:{line}\n{text}");
    assert!(text.lines().any(|l| l.trim_start_matches([' ', '|']).starts_with('^')), "has no caret\n{text}");
    for word in words {
        assert!(text.contains(word), "does not say `{word}`\n{text}");
    }
}

const RULE: &str = r#"
[[rule]]
id = "en.test-rule"
stage = 4
table = "medals"
match = "({PERSON}):who {WIN} {MEDAL:medal}"
priority = 90
yes = [{ text = "Anna Kiss won gold at the 2018 Asian Games.", gives = ["Anna Kiss | won 1 gold | Asian Games 2018"] }]
no = ["Anna Kiss won a friend."]
"#;

#[test]
fn mistakes_in_rules_are_errors_with_file_line_and_caret() {
    let cases = [
        ("an unknown tag", RULE.replace("{WIN}", "{WINN}"), "WINN", vec!["WINN"]),
        ("a duplicate id", format!("{RULE}{RULE}"), "en.test-rule", vec!["en.test-rule", "taken"]),
        (
            "an id of the common rules",
            RULE.replace("en.test-rule", "weight-over"),
            "weight-over",
            vec!["weight-over", "taken"],
        ),
        ("an unknown field", RULE.replace("stage = 4", "stage = 4\nstrength = 3"), "strength", vec!["strength"]),
        ("an undefined macro", RULE.replace("{WIN}", "@nosuchmacro"), "@nosuchmacro", vec!["nosuchmacro"]),
        ("a slot that no table has", RULE.replace(":who", ":whom"), ":whom", vec!["whom"]),
        ("an unknown table", RULE.replace("\"medals\"", "\"cups\""), "\"cups\"", vec!["cups"]),
        (
            "an unknown facet",
            RULE.replace("stage = 4", "stage = 4\nset = { colour = \"x\" }"),
            "colour",
            vec!["colour"],
        ),
        (
            "no example that must not match",
            RULE.replace("[\"Anna Kiss won a friend.\"]", "[]"),
            "en.test-rule",
            vec!["examples"],
        ),
        ("an open bracket", RULE.replace("{MEDAL:medal}", "({MEDAL:medal}"), "({PERSON}", vec![]),
    ];
    for (what, text, mark, words) in cases {
        let desk = Desk::new();
        let line = append(&with_packs(&desk).join("rules-medals.toml"), &text, mark);
        for command in [&["rules", "check"][..], &["rules", "list"], &["run", "news"]] {
            let ran = desk.run(&[command, &["--packs", "packs"]].concat());
            assert_eq!(ran.code, Some(1), "{what}: {}", ran.err);
            points_at(&ran.err, "rules-medals.toml", line, &words);
        }
        assert!(!desk.path("output").exists(), "{what}: a dataset was written");
    }
}

#[test]
fn mistakes_in_the_other_files_are_errors_with_file_line_and_caret() {
    // What is put where, and the word that must be named.
    let unknown = "nonsense = 1\n";
    for file in [
        "language.toml",
        "lexicon.toml",
        "names.toml",
        "numbers.toml",
        "context.toml",
        "macros.toml",
        "phrases.toml",
        "rules-athletes.toml",
        "rules-medals.toml",
        "rules-licences.toml",
    ] {
        let desk = Desk::new();
        let path = with_packs(&desk).join(file);
        let text = fs::read_to_string(&path).expect("a pack file");
        fs::write(&path, format!("{unknown}{text}")).expect("a pack file");
        let ran = desk.run(&["rules", "check", "--packs", "packs"]).ended(1);
        points_at(&ran.err, file, 1, &["nonsense"]);
    }
    let cases = [
        ("lexicon.toml", "\n[[term]]\ntag = \"MEDDAL\"\nforms = [\"gong\"]\n", "MEDDAL", "MEDDAL"),
        (
            "context.toml",
            "\n[[cue]]\ntag = \"NOSUCH\"\nmedals = \"\"\nlicenses = \"\"\ndirection = \"both\"\nreach = 3\nterminators = []\n",
            "NOSUCH",
            "NOSUCH",
        ),
        ("countries.csv", "ZZZ,Nowhere,Nowherian,Nowherians\n", "ZZZ", "ZZZ"),
        ("sports.csv", "underwater chess,underwater chess,,,\n", "underwater chess,u", "underwater chess"),
        ("competitions.csv", "Galactic Games,Galactic Games\n", "Galactic Games,", "Galactic Games"),
        ("regions.csv", "one,two,three,four\n", "one,two", "regions.csv"),
    ];
    for (file, text, mark, word) in cases {
        let desk = Desk::new();
        let line = append(&with_packs(&desk).join(file), text, mark);
        let ran = desk.run(&["rules", "check", "--packs", "packs"]).ended(1);
        points_at(&ran.err, file, line, &[word]);
    }
}

const PARADIGM: &str = "[[paradigm]]\nid = \"n\"\nendings = [\"\", \"s\"]\n";

#[test]
fn a_marked_word_stands_for_all_its_forms() {
    let desk = Desk::new();
    let packs = with_packs(&desk);
    fs::write(packs.join("paradigms.toml"), PARADIGM).expect("paradigms");
    append(
        &packs.join("lexicon.toml"),
        "\n[[term]]\ntag = \"MEDAL\"\nset = { medal = \"gold\" }\nforms = [\"gong~n\"]\n",
        "gong",
    );
    for form in ["gong", "gongs"] {
        desk.file("news/good.txt", ARTICLE.replace("silver medal", form));
        desk.run(&["run", "news", "--packs", "packs"]).ended(0);
        assert_eq!(desk.table("medals.csv").cells(&["medal"]), [["gold"]], "{form}");
    }
}

#[test]
fn mistakes_in_paradigms_are_errors_with_file_line_and_caret() {
    let cases = [
        ("paradigms.toml", format!("{PARADIGM}{PARADIGM}"), "\"n\"\nendings", "is there already"),
        ("paradigms.toml", PARADIGM.replace("\"n\"", "\"n n\""), "\"n n\"", "letters, digits"),
        ("paradigms.toml", PARADIGM.replace("[\"\", \"s\"]", "[]"), "\"n\"", "no endings"),
        ("paradigms.toml", PARADIGM.replace("id", "ending = 1\nid"), "ending = 1", "ending"),
        ("lexicon.toml", "\n[[term]]\ntag = \"MEDAL\"\nforms = [\"gong~nope\"]\n".to_owned(), "gong~nope", "nope"),
        ("sports.csv", "boxing,boxing match~nope,,,\n".to_owned(), "boxing,boxing match", "nope"),
    ];
    for (file, text, mark, word) in cases {
        let desk = Desk::new();
        let path = with_packs(&desk).join(file);
        if !path.exists() {
            fs::write(&path, "").expect("a pack file");
        }
        let line = append(&path, &text, mark);
        let ran = desk.run(&["rules", "check", "--packs", "packs"]).ended(1);
        points_at(&ran.err, file, line, &[word]);
    }
}

#[test]
fn names_in_any_case_come_out_as_nominatives() {
    let desk = Desk::new();
    let packs = with_packs(&desk);
    // As if English wrote "Annam Kowalskem" where Anna Kowalsk has won, and "Kowalskem" alone.
    let declensions = "\n[[declension]]\ncase = \"nom\"\nendings = { \"a\" = \"a\", \"sk\" = \"sk\" }\n\
                       \n[[declension]]\ncase = \"ins\"\nendings = { \"am\" = \"a\", \"skem\" = \"sk\" }\n";
    append(&packs.join("names.toml"), declensions, "ins");
    let text = "date 2018-09-03\nThe rower Annam Kowalskem of Hungary won a silver medal at the 2018 Asian Games. The whole \
                town was at the station in the evening, and Kowalskem won a bronze medal at the 2014 Asian Games as well.\n";
    desk.file("news/good.txt", text);
    desk.run(&["run", "news", "--packs", "packs"]).ended(0);
    assert_eq!(desk.table("athletes.csv").cells(&["name", "names"]), [["Anna Kowalsk", "Anna Kowalsk"]]);
    assert_eq!(desk.table("medals.csv").cells(&["medal"]).len(), 2);
}

#[test]
fn a_column_that_a_table_does_not_have_is_an_error() {
    let desk = Desk::new();
    let path = with_packs(&desk).join("regions.csv");
    let text = fs::read_to_string(&path).expect("a pack file").replace("region,names\n", "region,name\n");
    fs::write(&path, text).expect("a pack file");
    desk.run(&["rules", "check", "--packs", "packs"]).ended(1).says(&["regions.csv:", "name"]);
}

#[test]
fn a_place_in_a_country_that_does_not_exist_is_an_error() {
    let desk = Desk::new();
    let line = append(&with_packs(&desk).join("places.csv"), "Nowhereville,ZZZ,Nowhereville\n", "Nowhereville,Z");
    let ran = desk.run(&["rules", "check", "--packs", "packs"]).ended(1);
    points_at(&ran.err, "places.csv", line, &["ZZZ"]);
}

#[test]
fn an_example_that_fails_is_shown_with_file_line_and_caret() {
    let cases = [
        ("expects a fact that is not there", RULE.replace("won 1 gold", "won 2 gold"), "won 2 gold"),
        (
            "must not match but does",
            RULE.replace("won a friend", "won gold at the 2018 Asian Games"),
            "Anna Kiss won gold at the 2018 Asian Games.\"]",
        ),
    ];
    for (what, text, mark) in cases {
        let desk = Desk::new();
        let path = with_packs(&desk).join("rules-medals.toml");
        let line = append(&path, &text, mark);
        let ran = desk.run(&["rules", "check", "en.test-rule", "--packs", "packs"]);
        assert_eq!(ran.code, Some(1), "{what}: {} {}", ran.out, ran.err);
        points_at(&format!("{}{}", ran.out, ran.err), "rules-medals.toml", line, &["en.test-rule", "Anna Kiss"]);
    }
}

#[test]
fn a_rule_of_a_users_own_is_used() {
    let desk = Desk::new();
    let rules = with_packs(&desk).join("rules-mine.toml");
    let before = desk.run(&["rules", "list", "--packs", "packs"]).ended(0).out;
    assert!(!before.contains("en.test-rule"));
    fs::write(&rules, RULE).expect("a pack file");
    let after = desk.run(&["rules", "list", "--packs", "packs"]).ended(0).out;
    let new: Vec<&str> = after.lines().filter(|l| !before.lines().any(|b| b == *l)).collect();
    assert_eq!(new.len(), 1, "{new:?}");
    assert!(new[0].contains("en.test-rule"), "{new:?}");
    assert_eq!(after.lines().count(), before.lines().count() + 1, "the other rules are still there");
}

#[test]
fn the_rule_of_the_readme_works() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    let (_, rest) = readme.split_once("```toml\n").expect("a rule in the README");
    let (rule, _) = rest.split_once("```").expect("its end");
    let rule: String = rule.lines().map(|l| format!("{}\n", l.strip_prefix("   ").unwrap_or(l))).collect();
    let desk = Desk::new();
    // Its file alone is enough: what is not in the folder stays as it is built in.
    desk.file("packs/en/rules-mine.toml", &rule);
    let listed = desk.run(&["rules", "list", "--packs", "packs"]).ended(0).out;
    assert!(listed.contains("en.wore-laurels"), "{rule}");
    // Its own examples hold; those of the other rules are tried elsewhere.
    let checked = desk.run(&["rules", "check", "en.wore-laurels", "--packs", "packs"]).ended(0).out;
    assert_eq!(checked, "1 passed, 0 failed\n");
    desk.file(
        "news/laurels.txt",
        "Anna Kiss wore the laurels at the 2018 Asian Games, and everybody in the hall was glad.\n",
    );
    let gold = vec!["Anna Kiss", "gold", "2018", "won"];
    for (packs, found) in [(&[][..], false), (&["--packs", "packs"], true)] {
        desk.run(&[&["run", "news/laurels.txt"], packs].concat()).ended(0);
        let medals = desk.table("medals.csv");
        assert_eq!(medals.cells(&["athlete", "medal", "year", "status"]).contains(&gold), found, "with {packs:?}");
    }
}

#[test]
fn a_medal_of_games_that_had_not_begun_is_put_to_review() {
    let desk = Desk::new();
    desk.file("news/ahead.txt", "date 2024-04-22\n\nAnna Kiss won gold in the final, and the team wants more of it at the 2024 Paris Olympic Games.\n");
    desk.run(&["run", "news/ahead.txt"]).ended(0);
    assert!(desk.table("medals.csv").cells(&["athlete"]).is_empty(), "a medal before the Games");
    let review = desk.table("review.csv");
    let reasons = review.cells(&["reason"]);
    assert!(reasons.iter().flatten().any(|r| r.contains("had not begun")), "{reasons:?}");
}

#[test]
fn a_hope_in_a_subordinate_clause_is_no_medal() {
    let desk = Desk::new();
    let before = "date 2024-09-20\n\nAnne Petit se prépare avec soin depuis plusieurs mois. La nageuse espère que";
    desk.file("news/espoir.txt", format!("{before} l'argent lui reviendra aux Jeux olympiques de Paris.\n"));
    desk.run(&["run", "news/espoir.txt"]).ended(0);
    assert_eq!(desk.table("medals.csv").cells(&["athlete", "status"]), [["Anne Petit", "target"]]);
}

#[test]
fn a_medal_of_a_qualifier_is_no_medal_of_the_games() {
    let desk = Desk::new();
    let (first, second) = ("The rowers met in Lucerne for the ", "Anna Kiss won bronze after a fine last stretch.");
    let tournament = "World Qualification Tournament of the 2024 Paris Olympic Games";
    let cases = [(tournament, "World Qualification Tournament"), ("2023 World Championships", "World Championships")];
    for (event, competition) in cases {
        desk.file("news/regatta.txt", format!("date 2024-05-21\n\n{first}{event} on Monday. {second}\n"));
        desk.run(&["run", "news/regatta.txt"]).ended(0);
        assert_eq!(
            desk.table("medals.csv").cells(&["athlete", "competition"]),
            [["Anna Kiss", competition]],
            "{event}"
        );
    }
}

#[test]
fn a_language_of_a_users_own_is_used() {
    let desk = Desk::new();
    with_packs(&desk);
    let (from, to) = (desk.path("packs/en"), desk.path("packs/nl"));
    fs::rename(from, &to).expect("renamed");
    let language = fs::read_to_string(to.join("language.toml")).expect("language.toml");
    let words = "function_words = [\"de\", \"het\", \"een\", \"en\", \"van\", \"op\", \"voor\", \"met\", \"zijn\", \"in\", \"was\", \"hebben\", \"uit\"]\n";
    let (before, rest) = language.split_once("function_words = [").expect("function words");
    let after = rest.split_once("]\n").expect("their end").1;
    let dutch = format!("{before}{words}{after}").replace("code = \"en\"", "code = \"nl\"").replace("English", "Dutch");
    fs::write(to.join("language.toml"), dutch).expect("language.toml");
    // Its rules would be called nl.*; the common rules are enough here.
    for (name, _) in contents(&to) {
        if ["macros", "phrases", "rules"].iter().any(|part| name.starts_with(part)) {
            fs::remove_file(to.join(name)).expect("removed");
        }
    }
    append(
        &to.join("lexicon.toml"),
        "\n[[term]]\ntag = \"MEDAL\"\nset = { medal = \"gold\" }\nforms = [\"goud\"]\n",
        "goud",
    );
    let text = "De roeister Anna Kiss was op het water de beste van het veld en zij ging met een lach naar huis. Anna Kiss: \
                goud op de Asian Games 2018, en voor de ploeg was dat een mooi einde van het jaar.\n";
    desk.file("news/nl.txt", text);
    desk.run(&["run", "news", "--packs", "packs"]).ended(0);
    let row = desk.table("articles.csv").row("article_id", "news/nl");
    assert_eq!(row("language"), "nl");
    assert_eq!(row("status"), "ok");
    let medals = desk.table("medals.csv");
    let mut cells = medals.cells(&["athlete", "medal", "competition", "year", "status"]);
    cells.sort_unstable();
    let expected = [
        ["Anna Kiss", "gold", "Asian Games", "2018", "won"],
        ["Vladislav Yakovlev", "silver", "Asian Games", "2018", "won"],
    ];
    assert_eq!(cells, expected);
}

#[test]
fn packs_that_are_not_there_are_named() {
    let desk = Desk::new();
    desk.run(&["run", "news", "--packs", "no-packs"]).ended(1).says(&["no-packs", "--packs"]);
    assert!(!desk.path("output").exists());
}

// ---------------------------------------------------------------- explain, rules, eval

#[test]
fn explain_shows_tags_rules_and_facts() {
    let desk = Desk::new();
    let ran = desk.run(&["explain", "news/good.txt"]).ended(0);
    let sentence = "Rower Vladislav Yakovlev won a silver medal for Kazakhstan at the 2018 Asian Games.";
    assert!(ran.out.starts_with("news/good.txt (en, "), "{}", ran.out);
    for word in [sentence, "tags", "WIN⟨won⟩", "fired", "Vladislav Yakovlev | won 1 silver | Asian Games 2018"] {
        assert!(ran.out.contains(word), "explain does not show `{word}`:\n{}", ran.out);
    }
    assert!(!desk.path("output").exists(), "explain writes nothing");
}

#[test]
fn explain_takes_a_language_and_a_part() {
    let desk = Desk::new();
    desk.file("news/court.txt", "Médaille d'or pour Anna Kiss.");
    let ran = desk.run(&["explain", "news/court.txt", "--language", "fr"]).ended(0);
    assert!(ran.out.contains("Anna Kiss"), "{}", ran.out);
    let part = desk.run(&["explain", "news/good.txt", "--only", "coach"]).ended(0);
    assert!(part.out.contains("his coach was pleased") && !part.out.contains("] Rower"), "{}", part.out);
    desk.run(&["explain", "news/good.txt", "--language", "xx"]).ended(1).says(&["`xx`", "fr", "--language"]);
}

#[test]
fn explain_of_what_cannot_be_read_says_so() {
    let desk = Desk::new();
    desk.file("news/bad.txt", b"\0");
    desk.run(&["explain", "nowhere.txt"]).ended(1).says(&["nowhere.txt", "check the path"]);
    desk.run(&["explain", "news/bad.txt"]).ended(1).says(&["bad.txt", "binary"]);
}

#[test]
fn explain_of_a_text_in_no_known_language_says_what_to_do() {
    let desk = Desk::new();
    desk.file(
        "news/nl.txt",
        "De roeisters hebben zaterdag op het water van de Bosbaan hun laatste training gehad, en de bondscoach was er \
         zeer tevreden over. Morgen reizen zij naar de wedstrijd, waar zij het tegen ploegen uit de hele wereld opnemen.",
    );
    desk.file("news/short.txt", "3-1, 2-0");
    desk.run(&["explain", "news/nl.txt"]).ended(1).says(&["nl.txt", "`nl`", "--language"]);
    desk.run(&["explain", "news/short.txt"]).ended(1).says(&["short.txt", "--language"]);
}

#[test]
fn rules_list_shows_every_rule() {
    // The packs as they stand in the source tree, which may be newer than those in the binary.
    let ran = run(&root(), &["rules", "list", "--packs", "src/languages"]).ended(0);
    let mut seen = 0;
    for folder in ["common", "en", "fr"] {
        for (name, bytes) in contents(&root().join("src/languages").join(folder)) {
            if !["phrases", "rules"].iter().any(|part| name.starts_with(part)) {
                continue;
            }
            let rules: toml::Table = String::from_utf8(bytes).expect("UTF-8").parse().expect("TOML");
            let rows = ["rule", "phrase"].iter().filter_map(|k| rules.get(*k)?.as_array()).flatten();
            for id in rows.filter_map(|r| r.get("id")?.as_str()) {
                assert!(ran.out.contains(&format!("\t{id}\t")), "rules list does not show {id}");
                seen += 1;
            }
        }
    }
    assert!(seen > 200, "only {seen} rules");
}

#[test]
fn rules_check_runs_the_examples_of_ids_that_begin_so() {
    let desk = Desk::new();
    let ran = desk.run(&["rules", "check", "tally-in-brackets"]).ended(0);
    assert_eq!(ran.out, "1 passed, 0 failed\n");
    desk.run(&["rules", "check", "en.no-such-rule"]).ended(1).says(&["en.no-such-rule", "palmares rules list"]);
}

#[test]
fn rules_check_runs_every_example() {
    let ran = run(&root(), &["rules", "check"]).ended(0);
    let counts: Vec<usize> = ran.out.split_whitespace().filter_map(|w| w.parse().ok()).collect();
    assert!(ran.out.contains("passed") && counts[0] > 100 && counts[1] == 0, "{}", ran.out);
}

#[test]
fn a_reader_that_goes_away_is_no_panic() {
    // As in `palmares rules list | head -1`.
    let mut child = palmares(&root())
        .args(["rules", "list"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!said.contains("panicked"), "{said}");
}

#[test]
fn eval_counts_what_is_right_wrong_and_missed() {
    let desk = Desk::new();
    // Yakovlev's silver is there; a bronze that nobody wrote of is missed.
    let gold = r#"{ "language": "en", "published": "2018-09-03",
      "athletes": [{ "name": "Vladislav Yakovlev", "native": "", "country": "KAZ", "sport": "rowing", "gender": "men", "required": true }],
      "medals": [
        { "holder": "athlete", "who": "Vladislav Yakovlev", "country": "KAZ", "medal": "silver", "count": 1, "competition": "Asian Games", "year": "2018", "year_to": "", "sport": "rowing", "event": "", "gender": "men", "status": "won", "basis": "medal", "required": true },
        { "holder": "country", "who": "KAZ", "country": "KAZ", "medal": "bronze", "count": 3, "competition": "Asian Games", "year": "2018", "year_to": "", "sport": "", "event": "", "gender": "", "status": "won", "basis": "medal", "required": true }],
      "licenses": [] }"#;
    desk.file("gold/good.json", gold);
    let ran = desk.run(&["eval", "gold", "--text", "news", "--show"]).ended(0);
    assert!(ran.out.contains("| en | 1 | 1.00 | athletes | 1 | 1.00 | 1.00 | 1.00 | 1.00 |"), "{}", ran.out);
    assert!(ran.out.contains("| en | 1 | 1.00 | medals | 2 | 1.00 | 0.50 | 0.67 | 0.67 |"), "{}", ran.out);
    let missed: Vec<&str> = ran.out.lines().filter(|l| l.contains("MISSED")).collect();
    assert_eq!(missed.len(), 1, "{}", ran.out);
    assert!(missed[0].contains("bronze") && missed[0].contains("good"), "{}", missed[0]);
    // One medal rests on one rule, which was right.
    let by_rule = desk.run(&["eval", "gold", "--text", "news", "--rules"]).ended(0).out;
    let medals: Vec<&str> = by_rule.lines().filter(|l| l.starts_with("| medals |")).collect();
    assert_eq!(medals.len(), 1, "{by_rule}");
    assert!(medals[0].ends_with("| 1 | 0 | 1.00 |"), "{}", medals[0]);
}

#[test]
fn eval_names_the_pairs_of_inner_folders_by_their_folder() {
    let desk = Desk::new();
    let gold = r#"{ "language": "en", "published": "", "athletes": [], "licenses": [], "medals": [
        { "holder": "country", "who": "KAZ", "country": "KAZ", "medal": "bronze", "count": 3, "competition": "Asian Games", "year": "2018", "year_to": "", "sport": "", "event": "", "gender": "", "status": "won", "basis": "medal", "required": true }] }"#;
    for set in ["one", "two"] {
        desk.file(&format!("gold/{set}/01.json"), gold);
        desk.file(
            &format!("gold/{set}/01.txt"),
            "The minister of Kazakhstan spoke of the weather in the capital today.",
        );
    }
    let all = desk.run(&["eval", "gold", "--show"]).ended(0).out;
    assert!(all.contains("one/01 medals MISSED") && all.contains("two/01 medals MISSED"), "{all}");
    let only = desk.run(&["eval", "gold", "--show", "--only", "two/"]).ended(0).out;
    assert!(!only.contains("one/01") && only.contains("two/01 medals MISSED"), "{only}");
}

#[test]
fn eval_without_gold_says_what_is_missing() {
    let desk = Desk::new();
    desk.run(&["eval", "news"]).ended(1).says(&["NAME.json", "NAME.txt"]);
    desk.run(&["eval", "nowhere"]).ended(1).says(&["nowhere"]);
    desk.file("gold/good.json", "{ \"language\": 1 }");
    desk.run(&["eval", "gold", "--text", "news"]).ended(1).says(&["good.json"]);
}
