//! Mentions that are one person become a cluster.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::compare::{ENOUGH, Folded, Mention, compare, compare_alone, related};
use super::fold::{Word, skeleton};
use super::id;

/// A mention and in how many articles, copies apart, it stands.
#[derive(Debug, Clone)]
pub struct Named {
    /// What is said.
    pub mention: Mention,
    /// Articles that say it.
    pub witnesses: u32,
}

/// What the user's corrections say about who is who, by the ids that would stand without them.
#[derive(Debug, Clone, Default)]
pub struct Edits {
    /// The second id is the person of the first.
    pub merges: Vec<(String, String)>,
    /// Mentions that are another person.
    pub splits: Vec<Split>,
}

/// Mentions of an athlete in which a column has a value are another person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The athlete.
    pub id: String,
    /// `name`, `country`, `gender` or `sport`.
    pub column: String,
    /// The value.
    pub value: String,
}

/// Who is who.
#[derive(Debug, Clone, Default)]
pub struct Resolution {
    /// For each mention the number of its athlete.
    pub of: Vec<usize>,
    /// The ids of the athletes.
    pub ids: Vec<String>,
    /// Ids that corrections speak of and that no athlete has.
    pub unknown: BTreeSet<String>,
}

impl Resolution {
    /// The id of the athlete of a mention.
    pub fn id(&self, mention: usize) -> &str {
        &self.ids[self.of[mention]]
    }
}

/// How much better the best of several candidates must be than the next.
const CLEARLY: f32 = 1.5;

/// Disjoint sets of mentions, each with what its members say.
struct Clusters<'a> {
    parent: Vec<usize>,
    members: Vec<Vec<usize>>,
    folded: &'a [Folded<'a>],
}

impl<'a> Clusters<'a> {
    fn new(folded: &'a [Folded<'a>]) -> Clusters<'a> {
        Clusters { parent: (0..folded.len()).collect(), members: (0..folded.len()).map(|i| vec![i]).collect(), folded }
    }

    fn root(&mut self, mut i: usize) -> usize {
        while self.parent[i] != i {
            self.parent[i] = self.parent[self.parent[i]];
            i = self.parent[i];
        }
        i
    }

    /// True where no member of the one contradicts a member of the other.
    fn compatible(&self, a: usize, b: usize) -> bool {
        self.members[a].iter().all(|x| {
            self.members[b].iter().all(|y| {
                let (x, y) = (&self.folded[*x], &self.folded[*y]);
                match (x.alone, y.alone) {
                    (true, true) => true,
                    (true, false) => compare_alone(x, y).veto.is_none(),
                    (false, true) => compare_alone(y, x).veto.is_none(),
                    (false, false) => {
                        let verdict = compare(x, y);
                        // Two forms of a name may share no more than one word, as `A. B. C` and `A D C` do.
                        verdict.veto.is_none() || verdict.veto == Some("too little of the name in common")
                    }
                }
            })
        })
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a != b {
            let (to, from) = (a.min(b), a.max(b));
            self.parent[from] = to;
            let moved = std::mem::take(&mut self.members[from]);
            self.members[to].extend(moved);
        }
    }
}

/// An edge between two mentions that are likely one person.
struct Edge {
    score: f32,
    a: usize,
    b: usize,
}

/// Groups mentions. They must be sorted and no two equal.
pub fn resolve(names: &[Named], edits: &Edits) -> Resolution {
    let folded: Vec<Folded<'_>> = names.iter().map(|n| Folded::new(&n.mention)).collect();
    let mut clusters = Clusters::new(&folded);
    let complete = |i: usize| !folded[i].mention.country.is_empty() && !folded[i].mention.sport.is_empty();
    let mut edges = edges(&folded);
    edges.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    let union = |clusters: &mut Clusters<'_>, edge: &Edge| {
        let (a, b) = (clusters.root(edge.a), clusters.root(edge.b));
        if a != b && clusters.compatible(a, b) {
            clusters.join(a, b);
        }
    };
    // Those of whom country and sport are known come first.
    for edge in edges.iter().filter(|e| complete(e.a) && complete(e.b)) {
        union(&mut clusters, edge);
    }
    let open = ambiguous(&edges, &mut clusters, complete);
    let joins_known = |e: &Edge| complete(e.a) != complete(e.b);
    let closed = |e: &Edge| joins_known(e) && (open.contains(&e.a) || open.contains(&e.b));
    for edge in edges.iter().filter(|e| !(closed(e) || complete(e.a) && complete(e.b))) {
        union(&mut clusters, edge);
    }
    surnames(&folded, &mut clusters);
    let roots: Vec<usize> = (0..names.len()).map(|i| clusters.root(i)).collect();
    named(names, &roots, edits)
}

/// Every pair that shares a block and is likely one person.
fn edges(folded: &[Folded<'_>]) -> Vec<Edge> {
    let mut blocks: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, f) in folded.iter().enumerate().filter(|(_, f)| !f.alone) {
        for block in f.blocks() {
            blocks.entry(block).or_default().push(i);
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for members in blocks.values() {
        for (n, &a) in members.iter().enumerate() {
            pairs.extend(members[n + 1..].iter().map(|&b| (a, b)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let judged = pairs.into_iter().map(|(a, b)| (compare(&folded[a], &folded[b]), a, b));
    judged.filter(|(v, ..)| v.same()).map(|(v, a, b)| Edge { score: v.score, a, b }).collect()
}

/// Mentions without country or sport that two different athletes could be: they are left apart.
fn ambiguous(edges: &[Edge], clusters: &mut Clusters<'_>, complete: impl Fn(usize) -> bool) -> BTreeSet<usize> {
    let mut best: BTreeMap<usize, BTreeMap<usize, f32>> = BTreeMap::new();
    for edge in edges {
        for (vague, known) in [(edge.a, edge.b), (edge.b, edge.a)] {
            if !complete(vague) && complete(known) {
                let root = clusters.root(known);
                let score = best.entry(vague).or_default().entry(root).or_insert(edge.score);
                *score = score.max(edge.score);
            }
        }
    }
    let torn = best.into_iter().filter(|(_, candidates)| {
        let mut scores: Vec<f32> = candidates.values().copied().collect();
        scores.sort_by(|a, b| b.total_cmp(a));
        scores.len() > 1 && scores[0] - scores[1] < CLEARLY
    });
    torn.map(|(vague, _)| vague).collect()
}

/// Surnames alone go to the one athlete of that name, country and sport, or to each other where there is none.
fn surnames(folded: &[Folded<'_>], clusters: &mut Clusters<'_>) {
    let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, f) in folded.iter().enumerate().filter(|(_, f)| !f.alone) {
        for word in f.whole() {
            by_word.entry(skeleton(&word.key)).or_default().push(i);
        }
    }
    let mut groups: BTreeMap<(&[Word], &str), Vec<usize>> = BTreeMap::new();
    let known = |f: &Folded<'_>| f.alone && !f.mention.country.is_empty() && !f.mention.sport.is_empty();
    for (i, f) in folded.iter().enumerate().filter(|(_, f)| known(f)) {
        groups.entry((&f.words, &f.mention.country)).or_default().push(i);
    }
    for members in groups.values() {
        // Candidates of each, before any of them is joined: the order must decide nothing.
        let candidates: Vec<BTreeSet<usize>> = members
            .iter()
            .map(|&i| {
                let full = folded[i]
                    .whole()
                    .next()
                    .and_then(|w| by_word.get(&skeleton(&w.key)))
                    .map_or(&[][..], Vec::as_slice);
                let fits = full.iter().filter(|&&j| compare_alone(&folded[i], &folded[j]).score >= ENOUGH - 0.01);
                fits.map(|&j| clusters.root(j)).collect()
            })
            .collect();
        for (&i, candidates) in members.iter().zip(&candidates) {
            if let (1, Some(&only)) = (candidates.len(), candidates.first())
                && clusters.compatible(i, only)
            {
                clusters.join(only, i);
            }
        }
        // No full name is known: the same surname in one sport of one country is one person, unless genders differ.
        let lonely: Vec<usize> =
            members.iter().zip(&candidates).filter(|(_, c)| c.is_empty()).map(|(&i, _)| i).collect();
        let genders: BTreeSet<&str> = lonely.iter().map(|&i| folded[i].mention.gender.as_str()).collect();
        if genders.contains("women") && genders.contains("men") {
            continue;
        }
        for (n, &a) in lonely.iter().enumerate() {
            for &b in &lonely[n + 1..] {
                if related(&folded[a].mention.sport, &folded[b].mention.sport) {
                    clusters.join(a, b);
                }
            }
        }
    }
}

/// Gives the clusters their ids, and carries out the corrections.
fn named(names: &[Named], roots: &[usize], edits: &Edits) -> Resolution {
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, root) in roots.iter().enumerate() {
        groups.entry(*root).or_default().push(i);
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
    let members: Vec<Vec<&Named>> = groups.iter().map(|g| g.iter().map(|i| &names[*i]).collect()).collect();
    let mut ids = id::ids(&members);
    let mut unknown = BTreeSet::new();
    let find = |ids: &[String], id: &str| ids.iter().position(|x| x == id);
    for split in &edits.splits {
        let Some(at) = find(&ids, &split.id) else {
            unknown.insert(split.id.clone());
            continue;
        };
        let told = |i: &usize| {
            let m = &names[*i].mention;
            let value = match split.column.as_str() {
                "name" => &m.name,
                "country" => &m.country,
                "gender" => &m.gender,
                _ => &m.sport,
            };
            *value == split.value
        };
        let (other, rest): (Vec<usize>, Vec<usize>) = groups[at].iter().partition(|i| told(i));
        if other.is_empty() || rest.is_empty() {
            unknown.insert(split.id.clone());
            continue;
        }
        groups[at] = rest;
        groups.push(other);
        let id = format!("{}-{}", split.id, id::slug_of(&split.value));
        ids.push(id::free(&id, &ids));
    }
    for (kept, merged) in &edits.merges {
        match (find(&ids, kept), find(&ids, merged)) {
            (Some(to), Some(from)) if to != from => {
                let moved = groups.swap_remove(from);
                ids.swap_remove(from);
                let to = if to == ids.len() { from } else { to };
                groups[to].extend(moved);
            }
            (Some(_), Some(_)) => {}
            (to, from) => {
                unknown.extend(to.is_none().then(|| kept.clone()));
                unknown.extend(from.is_none().then(|| merged.clone()));
            }
        }
    }
    let mut of = vec![0; names.len()];
    for (n, group) in groups.iter().enumerate() {
        for i in group {
            of[*i] = n;
        }
    }
    Resolution { of, ids, unknown }
}
