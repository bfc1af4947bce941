//! What a refresh costs beside a full build: `cargo bench --bench refresh -- 100000`.
//!
//! Builds a dataset of so many articles (10,000 where nothing is said), then adds 100 new ones, then runs over the new
//! ones again. Prints seconds, and the most memory that each run had. The articles are made up: results of races and
//! bouts of people who do not exist, about 2 KB each, a tenth of them copies of others with another heading.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const ADDED: usize = 100;

const GIVEN: &[&str] = &[
    "Anna", "Boris", "Carla", "Daniel", "Elena", "Farid", "Greta", "Henrik", "Irina", "Jonas", "Katrin", "Laszlo",
    "Marta", "Nurlan", "Olga", "Pavel", "Quentin", "Renata", "Stefan", "Tamara", "Ulrich", "Vera", "Wiktor", "Yann",
    "Zoltan",
];
const ONSETS: &[&str] =
    &["Bar", "Kol", "Mer", "Tar", "Vel", "Sor", "Dun", "Gal", "Hor", "Lin", "Nem", "Pol", "Rud", "Zem", "Fal"];
const MIDDLES: &[&str] = &["a", "en", "ik", "o", "um", "ar", "il", "es", "ov", "ant", "erg", "usk"];
const ENDINGS: &[&str] =
    &["sson", "ko", "ic", "escu", "mann", "ova", "ez", "ini", "ard", "ek", "berg", "yan", "dze", "s"];
const TEAMS: &[(&str, &str)] = &[
    ("Kazakhstan", "Kazakh"),
    ("France", "French"),
    ("Germany", "German"),
    ("Hungary", "Hungarian"),
    ("Brazil", "Brazilian"),
    ("Japan", "Japanese"),
    ("Kenya", "Kenyan"),
    ("Poland", "Polish"),
    ("Canada", "Canadian"),
    ("Uzbekistan", "Uzbek"),
    ("Norway", "Norwegian"),
    ("Spain", "Spanish"),
    ("Italy", "Italian"),
    ("Australia", "Australian"),
    ("China", "Chinese"),
    ("Cuba", "Cuban"),
    ("Egypt", "Egyptian"),
    ("Ethiopia", "Ethiopian"),
    ("Finland", "Finnish"),
    ("Greece", "Greek"),
    ("India", "Indian"),
    ("Indonesia", "Indonesian"),
    ("Iran", "Iranian"),
    ("Ireland", "Irish"),
    ("Jamaica", "Jamaican"),
    ("Mexico", "Mexican"),
    ("Mongolia", "Mongolian"),
    ("Morocco", "Moroccan"),
    ("Nigeria", "Nigerian"),
    ("Portugal", "Portuguese"),
    ("Romania", "Romanian"),
    ("Serbia", "Serbian"),
    ("Slovakia", "Slovak"),
    ("Slovenia", "Slovenian"),
    ("Sweden", "Swedish"),
    ("Thailand", "Thai"),
    ("Tunisia", "Tunisian"),
    ("Turkey", "Turkish"),
    ("Ukraine", "Ukrainian"),
    ("Vietnam", "Vietnamese"),
];
const SPORTS: &[(&str, &str)] =
    &[("rower", "rowing"), ("boxer", "boxing"), ("judoka", "judo"), ("swimmer", "swimming"), ("fencer", "fencing")];
const GAMES: &[&str] = &[
    "the 2006 Asian Games",
    "the 2010 Asian Games",
    "the 2014 Asian Games",
    "the 2018 Asian Games",
    "the 2022 Asian Games",
    "the 2013 World Championships",
    "the 2014 World Championships",
    "the 2015 World Championships",
    "the 2016 World Championships",
    "the 2017 World Championships",
    "the 2018 World Championships",
    "the 2019 World Championships",
    "the 2020 World Championships",
    "the 2021 World Championships",
    "the 2022 World Championships",
    "the 2023 World Championships",
    "the 2014 European Championships",
    "the 2016 European Championships",
    "the 2018 European Championships",
    "the 2020 European Championships",
    "the 2022 European Championships",
    "the 2000 Olympic Games",
    "the 2004 Olympic Games",
    "the 2008 Olympic Games",
    "the 2012 Olympic Games",
    "the 2016 Olympic Games",
    "the 2020 Olympic Games",
    "the 2024 Olympic Games",
    "the 2011 Pan American Games",
    "the 2015 Pan American Games",
    "the 2019 Pan American Games",
    "the 2023 Pan American Games",
    "the 2015 African Games",
    "the 2019 African Games",
];

struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// One of the people who do not exist: the same number gives the same person.
fn person(n: usize) -> (String, (&'static str, &'static str), (&'static str, &'static str)) {
    let mut chance = Chance(n as u64 * 7919 + 1);
    for _ in 0..3 {
        chance.below(2);
    }
    let surname = format!("{}{}{}", chance.of(ONSETS), chance.of(MIDDLES), chance.of(ENDINGS));
    (format!("{} {surname}", chance.of(GIVEN)), chance.of(TEAMS), chance.of(SPORTS))
}

fn article(n: usize, people: usize) -> String {
    // Every tenth is a copy of the one before it.
    let body = if n % 10 == 9 { n - 1 } else { n };
    let mut chance = Chance(body as u64 + 17);
    let (day, month) = (1 + n % 28, 1 + n / 28 % 12);
    let mut out = format!("date 2024-{month:02}-{day:02}\nA report of the day, number {n}\n\n");
    for _ in 0..4 {
        let (name, (country, demonym), (noun, sport)) = person(chance.below(people));
        let surname = name.rsplit(' ').next().unwrap_or_default().to_owned();
        let games = chance.of(GAMES);
        let colour = chance.of(&["gold", "silver", "bronze"]);
        let sentences = [
            format!("{demonym} {noun} {name} won the {colour} medal at {games}."),
            format!(
                "{surname} had trained for {} weeks in the mountains before the final of the {sport} event.",
                4 + chance.below(20)
            ),
            format!(
                "{country} finished with {} gold, {} silver and {} bronze medals at {games}.",
                1 + chance.below(9),
                1 + chance.below(9),
                1 + chance.below(9)
            ),
            format!(
                "The hall in the {} street was sold out, and {} people stood outside in the rain to hear the result.",
                chance.of(ONSETS),
                100 + chance.below(900)
            ),
            format!("{name} has also secured a quota place in {sport} for the 2024 Olympic Games in Paris."),
            format!(
                "The coach said that the plan number {} had been changed twice and that nobody had slept much.",
                chance.below(1000)
            ),
        ];
        for sentence in sentences {
            let _ = write!(out, "{sentence} ");
        }
        out.push_str("\n\n");
    }
    out
}

fn write(folder: &Path, numbers: std::ops::Range<usize>, people: usize) {
    for n in numbers {
        let folder = folder.join(format!("{:04}", n / 1000));
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join(format!("{n:07}.txt")), article(n, people)).expect("an article");
    }
}

/// Seconds and the most memory, in MiB, of a run. Memory is asked for while the run goes on, where /proc tells it.
fn run(folder: &Path, input: &str) -> (f64, u64) {
    let begun = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_palmares"))
        .args(["run", input, "--output", "output"])
        .current_dir(folder)
        .stdout(Stdio::null())
        .spawn()
        .expect("the program starts");
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    loop {
        if let Some(ended) = child.try_wait().expect("a child") {
            assert!(ended.success(), "the run failed");
            return (begun.elapsed().as_secs_f64(), most / 1024);
        }
        let text = fs::read_to_string(&status).unwrap_or_default();
        let peak = text.lines().find_map(|l| l.strip_prefix("VmHWM:"));
        most = peak.and_then(|p| p.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(most);
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn main() {
    let articles: usize = std::env::args().skip(1).find_map(|a| a.parse().ok()).unwrap_or(10_000);
    let people = articles / 2 + 10;
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(&folder.path().join("news"), 0..articles, people);
    write(&folder.path().join("new"), articles..articles + ADDED, people);
    println!("{articles} articles, {people} people");
    let (full, memory) = run(folder.path(), "news");
    println!("full build              {full:>8.2} s  {memory:>6} MiB");
    let (added, memory) = run(folder.path(), "new");
    println!("{ADDED} articles added      {added:>8.2} s  {memory:>6} MiB   1/{:.0} of the full build", full / added);
    let (again, memory) = run(folder.path(), "new");
    println!("the same articles again {again:>8.2} s  {memory:>6} MiB");
    let size = |name: &str| fs::metadata(folder.path().join("output").join(name)).map_or(0, |m| m.len()) >> 20;
    println!(
        "palmares.db {} MiB, evidence.csv {} MiB, medals.csv {} MiB",
        size("palmares.db"),
        size("evidence.csv"),
        size("medals.csv")
    );
}
