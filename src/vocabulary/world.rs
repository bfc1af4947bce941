//! Canonical lists and the questions asked of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A national Olympic or Paralympic committee.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noc {
    /// Three-letter code.
    pub code: String,
    /// English name.
    pub name: String,
    /// `noc`, `npc`, `historical`, `neutral`, `cgf`, or `territory` of the nation that is its successor.
    pub kind: String,
    /// The code that followed it, where there is one.
    pub successor: String,
    /// The continent of its association, as competitions are called (`African`), or empty.
    pub region: String,
}

/// One edition of a competition.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Canonical competition name.
    pub competition: String,
    /// Year of the official name (2020 for the Tokyo Games held in 2021).
    pub year: i32,
    /// Host city.
    pub city: String,
    /// NOC code of the host.
    pub country: String,
    /// First day, ISO 8601, or empty.
    pub start: String,
    /// Last day, ISO 8601, or empty.
    pub end: String,
    /// The sport, for championships of one sport; empty for multi-sport games.
    #[serde(default)]
    pub sport: String,
}

/// Years from one edition of the Games to the next.
pub const OLYMPIAD: i32 = 4;

impl Edition {
    /// The year in which it took place.
    pub fn held(&self) -> i32 {
        self.start.get(..4).and_then(|y| y.parse().ok()).unwrap_or(self.year)
    }

    /// Its host city, and where two shared it (`Jakarta-Palembang`) each of them.
    fn hosts(&self) -> BTreeSet<&str> {
        self.city.split('-').chain([&*self.city]).collect()
    }

    /// True for its host city, or one of two that shared it.
    pub fn hosted_by(&self, city: &str) -> bool {
        // Milan and Cortina d'Ampezzo shared what is called by `Milan-Cortina`.
        let longer = |part: &str| city.strip_prefix(part).is_some_and(|rest| rest.starts_with(' '));
        self.city == city || self.city.split('-').any(|part| part == city || part != self.city && longer(part))
    }

    /// True where it had begun by a day (`2024-07-26`); without a day, by the day of the lists.
    pub fn begun(&self, day: &str) -> bool {
        let (day, year) = seen_from(day);
        if self.start.is_empty() { self.held() <= year } else { &*self.start <= day }
    }

    /// True where it was over before a day; without a day, before that of the lists.
    pub fn over(&self, day: &str) -> bool {
        let (day, year) = seen_from(day);
        if self.end.is_empty() { self.held() < year } else { &*self.end < day }
    }
}

/// True for Games that licences are for, by their canonical name.
pub fn is_goal(competition: &str) -> bool {
    competition.contains("lympic Games")
}

/// True for the Paralympic Games and their qualifiers, by their canonical name.
pub fn is_paralympic(competition: &str) -> bool {
    competition.contains("Paralympic")
}

/// True for a tournament whose prize is a place at the Games, by its canonical name.
pub fn is_qualifier(competition: &str) -> bool {
    competition.contains("Qualif")
}

/// A day, or where there is none that of the lists, with its year.
fn seen_from(day: &str) -> (&str, i32) {
    let day = if day.is_empty() { LISTS_OF } else { day };
    (day, day.get(..4).and_then(|y| y.parse().ok()).unwrap_or(i32::MAX))
}

/// The month of the lists of editions: an article without a date is taken to be no later.
const LISTS_OF: &str = "2026-06";

/// A canonical competition.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Competition {
    /// Canonical name.
    pub competition: String,
    /// `games`, `championships`, `cup` or `qualifier`.
    pub kind: String,
    /// `summer`, `winter`, `para`, `winter para` or `any`.
    pub season: String,
    /// The name in the tables, where several competitions are written under one; else empty.
    written: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sport {
    sport: String,
    season: String,
    general: String,
    /// The only gender that competes in it at the Games, or empty.
    only: String,
    /// The sports that it is made of, joined by `|`, or empty.
    parts: String,
    /// Its Paralympic form, where that is not `para ` and its name.
    para: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    event: String,
    sports: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Distance {
    distance: String,
    sports: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WeightClass {
    sport: String,
    gender: String,
    class: String,
}

/// The number of one edition of a competition; the others are counted from it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Numbered {
    competition: String,
    sport: String,
    year: i32,
    number: i32,
    /// Years from one edition to the next where cancelled ones are counted too, else empty.
    every: Option<i32>,
}

/// All canonical lists.
#[derive(Debug)]
pub struct World {
    numbered: Vec<Numbered>,
    /// Of each sport, its weight classes with `women` or `men`.
    weights: BTreeMap<String, BTreeSet<(String, String)>>,
    nocs: BTreeMap<String, Noc>,
    sports: BTreeMap<String, Sport>,
    competitions: BTreeMap<String, Competition>,
    events: BTreeMap<String, BTreeSet<String>>,
    /// Of a distance without any word beside it, the sports in which it is an event.
    distances: BTreeMap<String, BTreeSet<String>>,
    /// Oldest first within a competition and sport.
    editions: Vec<Edition>,
    /// Of each competition, where its editions stand in the list.
    of_competition: HashMap<String, Vec<usize>>,
    /// Of each competition, the sports by whose name it has championships.
    contested: HashMap<String, BTreeSet<String>>,
    /// Of each host city, and each of two that shared an edition, where its editions stand in the list.
    of_city: HashMap<String, Vec<usize>>,
}

fn rows<T: DeserializeOwned>(file: &str, text: &str) -> Vec<T> {
    csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(text.as_bytes())
        .deserialize()
        .map(|row| row.unwrap_or_else(|e| panic!("src/vocabulary/data/{file}: {e}")))
        .collect()
}

macro_rules! data {
    ($file:literal) => {
        rows($file, include_str!(concat!("data/", $file)))
    };
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let mut editions: Vec<Edition> = data!("editions.csv");
    editions.extend(data!("championships.csv"));
    let sports = |list: &str| list.split('|').filter(|s| !s.is_empty()).map(str::to_owned).collect();
    let mut weights: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
    for w in data!("weight_classes.csv") as Vec<WeightClass> {
        weights.entry(w.sport).or_default().insert((w.class, w.gender));
    }
    let mut of_competition: HashMap<String, Vec<usize>> = HashMap::new();
    let mut contested: HashMap<String, BTreeSet<String>> = HashMap::new();
    let mut of_city: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, e) in editions.iter().enumerate() {
        of_competition.entry(e.competition.clone()).or_default().push(i);
        contested.entry(e.competition.clone()).or_default().insert(e.sport.clone());
        for host in e.hosts() {
            of_city.entry(host.to_owned()).or_default().push(i);
        }
    }
    // Milan and Cortina d'Ampezzo shared what is called by `Milan-Cortina`.
    for (i, e) in editions.iter().enumerate().filter(|(_, e)| e.city.contains('-')) {
        for (_, held) in of_city.iter_mut().filter(|(city, held)| e.hosted_by(city) && !held.contains(&i)) {
            held.push(i);
        }
    }
    World {
        numbered: data!("numbers.csv"),
        weights,
        nocs: data!("nocs.csv").into_iter().map(|n: Noc| (n.code.clone(), n)).collect(),
        sports: data!("sports.csv").into_iter().map(|s: Sport| (s.sport.clone(), s)).collect(),
        competitions: data!("competitions.csv").into_iter().map(|c: Competition| (c.competition.clone(), c)).collect(),
        events: data!("events.csv").into_iter().map(|e: Event| (e.event, sports(&e.sports))).collect(),
        distances: data!("distances.csv").into_iter().map(|d: Distance| (d.distance, sports(&d.sports))).collect(),
        editions,
        of_competition,
        contested,
        of_city,
    }
});

impl World {
    /// The lists embedded in the program.
    ///
    /// # Panics
    /// Only where a list in the source tree is malformed, which a test rules out.
    pub fn get() -> &'static World {
        &WORLD
    }

    /// The committee of that code.
    pub fn noc(&self, code: &str) -> Option<&Noc> {
        self.nocs.get(code)
    }

    /// The competition of that canonical name.
    pub fn competition(&self, name: &str) -> Option<&Competition> {
        self.competitions.get(name)
    }

    /// The competition that a name made of an age group and a competition means, as the tables write it: the age group may
    /// stand within ("Youth" and `Asian Games` are the `Asian Youth Games`), and games have only one below the senior one.
    pub fn of_age(&self, age: &str, name: &str) -> Option<&str> {
        let words: Vec<&str> = name.split(' ').collect();
        let placed = |age: &str| {
            let named = |at: usize| self.competition(&[&words[..at], &[age], &words[at..]].concat().join(" "));
            (0..words.len()).find_map(named).map(|c| &*c.competition)
        };
        placed(age).or_else(|| placed("Youth").filter(|_| self.is_games(name)))
    }

    /// The championships or the cup of which another is that of an age group: `World Championships` of the junior ones.
    pub fn of_all_ages<'a>(&self, name: &'a str) -> Option<&'a str> {
        let (_, short) = name.split_once(' ')?;
        self.is_age_group(name, short).then_some(short)
    }

    /// True for an age group's championships or cup and others that only the age tells from it.
    pub fn same_but_age(&self, aged: &str, other: &str) -> bool {
        let all = self.of_all_ages(aged);
        all.is_some_and(|all| all == self.of_all_ages(other).unwrap_or(other))
    }

    /// True for championships or a cup of an age group of others: `Junior World Championships` of `World Championships`.
    pub fn is_age_group(&self, long: &str, short: &str) -> bool {
        let age = long.strip_suffix(short).and_then(|age| age.strip_suffix(' '));
        let known = |age: &str| matches!(age, "Youth" | "Junior") || age.starts_with('U') && !age.contains(' ');
        age.is_some_and(known) && self.competition(long).is_some() && !self.is_games(short)
    }

    /// The name of a competition in the tables (`Universiade` of the winter ones too).
    pub fn written<'a>(&'a self, name: &'a str) -> &'a str {
        self.competition(name).map(|c| &*c.written).filter(|w| !w.is_empty()).unwrap_or(name)
    }

    /// The games of the other season that may be meant by the same name ("the Asian Games" of a skier).
    pub fn in_winter(&self, games: &str) -> Option<&str> {
        let (winter, inner) = (format!("Winter {games}"), games.replace(" Games", " Winter Games"));
        [winter, inner].iter().find_map(|name| self.competition(name)).map(|c| &*c.competition).filter(|c| *c != games)
    }

    /// True for multi-sport games (`Olympic Games`, `Asian Games`).
    pub fn is_games(&self, name: &str) -> bool {
        self.competition(name).is_some_and(|c| c.kind == "games")
    }

    /// True for the canonical name of a sport.
    pub fn is_sport(&self, name: &str) -> bool {
        self.sports.contains_key(name)
    }

    /// The season of a sport: `summer`, `winter`, `para` or `other`.
    pub fn season(&self, sport: &str) -> Option<&str> {
        self.sports.get(sport).map(|s| &*s.season)
    }

    /// True for a sport of winter Games, Olympic or Paralympic.
    pub fn is_winter(&self, sport: &str) -> bool {
        let plain = sport.strip_prefix("para ").or(sport.strip_prefix("wheelchair ")).unwrap_or(sport);
        self.season(plain) == Some("winter")
    }

    /// The vaguer sport that this one refines (`freestyle wrestling` -> `wrestling`).
    pub fn general(&self, sport: &str) -> Option<&str> {
        self.sports.get(sport).map(|s| &*s.general).filter(|g| !g.is_empty())
    }

    /// The sports that a vague name may mean (`wrestling` -> `freestyle wrestling`, `greco-roman wrestling`).
    pub fn kinds(&self, sport: &str) -> impl Iterator<Item = &str> {
        self.sports.iter().filter(move |(_, s)| &*s.general == sport).map(|(name, _)| &**name)
    }

    /// The sports that a sport is made of (`biathlon` -> `cross-country skiing`, `shooting`).
    pub fn parts(&self, sport: &str) -> impl Iterator<Item = &str> {
        let parts = self.sports.get(sport).map_or("", |s| &*s.parts);
        parts.split('|').filter(|p| !p.is_empty())
    }

    /// False for a sport in which this gender does not compete at the Games.
    pub fn open_to(&self, sport: &str, gender: Option<&str>) -> bool {
        self.sports.get(sport).is_none_or(|s| s.only.is_empty() || gender.is_none_or(|g| g == s.only))
    }

    /// The one kind of a vague sport that is open to a gender, where its rules leave just one ("wrestling" of women).
    pub fn sole_kind(&self, general: &str, gender: Option<&str>) -> Option<&str> {
        let gender = gender?;
        let all = || self.sports.values().filter(|s| s.general == general && s.season == "summer");
        let mut open = all().filter(|s| s.only.is_empty() || s.only == gender);
        match (open.next(), open.next()) {
            (Some(one), None) if all().count() > 1 => Some(&one.sport),
            _ => None,
        }
    }

    /// The kind of a vague sport that is of a season, where each season has one: "hockey" is on ice in winter.
    pub fn seasonal(&self, general: &str, winter: bool) -> Option<&str> {
        let of = |season: &str| {
            let mut all = self.sports.values().filter(|s| s.general == general && s.season == season);
            all.next().filter(|_| all.next().is_none()).map(|s| &*s.sport)
        };
        let (summer, snow) = (of("summer")?, of("winter")?);
        Some(if winter { snow } else { summer })
    }

    /// The Paralympic form of a sport where there is one.
    pub fn para_sport(&self, sport: &str) -> Option<&str> {
        let named = self.sports.get(sport).map(|s| &*s.para).filter(|p| !p.is_empty());
        named.or_else(|| self.sports.get(&format!("para {sport}")).map(|s| &*s.sport))
    }

    /// The sports that an event belongs to; `None` for an unknown event.
    pub fn event_sports(&self, event: &str) -> Option<&BTreeSet<String>> {
        self.events.get(event)
    }

    /// Every edition of a competition, and of one sport's championships where `sport` is given, or where it has none by its
    /// name those of its kinds; oldest first.
    pub fn editions<'a, 'b>(
        &'a self,
        competition: &'b str,
        sport: &'b str,
    ) -> impl DoubleEndedIterator<Item = &'a Edition> + use<'a, 'b> {
        let contested = || self.contested.get(competition).is_some_and(|sports| sports.contains(sport));
        let kinds = !sport.is_empty() && !contested();
        self.at(self.of_competition.get(competition))
            .filter(move |e| e.sport.is_empty() || e.sport == sport || kinds && self.general(&e.sport) == Some(sport))
    }

    /// The edition of a competition with that official year or, failing that, held in that year.
    pub fn edition(&self, competition: &str, sport: &str, year: i32) -> Option<&Edition> {
        self.editions(competition, sport)
            .find(|e| e.year == year)
            .or_else(|| self.editions(competition, sport).find(|e| e.held() == year))
    }

    /// Editions hosted by a city, alone or with another (`Jakarta-Palembang`), latest last.
    pub fn hosted(&self, city: &str) -> impl DoubleEndedIterator<Item = &Edition> + use<'_> {
        self.at(self.of_city.get(city))
    }

    fn at<'a>(&'a self, places: Option<&'a Vec<usize>>) -> impl DoubleEndedIterator<Item = &'a Edition> {
        places.into_iter().flatten().map(|&i| &self.editions[i])
    }

    /// The year of the edition with that number ("the 10th All-Africa Games"): counted along the list from the
    /// nearest edition whose number is known.
    pub fn numbered(&self, competition: &str, sport: &str, number: i32) -> Option<&Edition> {
        let known = self.numbered.iter().filter(|n| n.competition == competition && n.sport == sport);
        let known = known.min_by_key(|n| (n.number - number).abs())?;
        let away = number - known.number;
        if let Some(every) = known.every {
            return self.editions(competition, sport).find(|e| e.year == known.year + away * every);
        }
        let mut list: Vec<&Edition> = self.editions(competition, sport).collect();
        list.sort_by_key(|e| e.year);
        list.dedup_by_key(|e| e.year);
        let at = list.iter().position(|e| e.year == known.year)?;
        list.get(at.checked_add_signed(isize::try_from(away).ok()?)?).copied()
    }

    /// The multi-sport games that were on at a day (ISO 8601), or had ended within the fortnight before.
    pub fn under_way<'a, 'b>(&'a self, day: &'b str) -> impl Iterator<Item = &'a Edition> + use<'a, 'b> {
        let date = day.parse::<jiff::civil::Date>().ok();
        self.editions.iter().filter(move |e| {
            let end = e.end.parse::<jiff::civil::Date>().ok();
            let Some((date, end)) = date.zip(end) else { return false };
            e.sport.is_empty() && &*e.start <= day && date <= end.saturating_add(jiff::Span::new().days(14))
        })
    }

    /// The one Olympic sport that has all of these weight classes, where there is just one.
    pub fn sport_of_weights(&self, classes: &BTreeSet<String>) -> Option<&str> {
        let all = |sport: &str| classes.iter().all(|c| self.has_class(sport, c, None));
        let mut sports = self.weights.keys().filter(|s| self.season(s) == Some("summer") && all(s));
        match (sports.next(), sports.next()) {
            (Some(sport), None) => Some(sport),
            _ => None,
        }
    }

    /// True where a sport has a weight class, for the given gender or for any.
    pub fn has_class(&self, sport: &str, class: &str, gender: Option<&str>) -> bool {
        let fits = |(c, g): &(String, String)| c == class && gender.is_none_or(|asked| asked == g);
        self.weights.get(sport).is_some_and(|own| own.iter().any(fits))
    }

    /// True for a sport that has weight classes, or a kind of which has.
    pub fn has_classes(&self, sport: &str) -> bool {
        self.weights.keys().any(|own| own == sport || self.general(own) == Some(sport))
    }

    /// True for a distance that is an event with no word beside it.
    pub fn is_distance(&self, event: &str) -> bool {
        self.distances.contains_key(event)
    }

    /// The sports that have an event, a distance or a weight class.
    pub fn sports_with(&self, event: &str) -> Vec<&str> {
        match self.events.get(event).or_else(|| self.distances.get(event)) {
            Some(sports) => sports.iter().map(String::as_str).collect(),
            None => self.weights.keys().filter(|s| self.has_class(s, event, None)).map(String::as_str).collect(),
        }
    }

    /// All canonical names of one kind of thing, for checking packs.
    pub fn names(&self, kind: &str) -> BTreeSet<&str> {
        match kind {
            "country" => self.nocs.keys().map(|k| &**k).collect(),
            "sport" => self.sports.keys().map(|k| &**k).collect(),
            "competition" => self.competitions.keys().map(|k| &**k).collect(),
            "event" => self.events.keys().map(|k| &**k).collect(),
            _ => BTreeSet::new(),
        }
    }
}
