//! Copies of one text: two outlets that print one agency report are one witness.
//!
//! Texts are compared by their runs of four words ("shingles") with `MinHash` sketches, after Broder, "On the
//! resemblance and containment of documents" (1997). An outlet that prints only the first half of a report still
//! copies it, so the measure is containment: how much of the shorter text stands in the longer.

use std::collections::{BTreeMap, BTreeSet};

use crate::vocabulary::fnv64;

/// Words of a shingle.
const SHINGLE: usize = 4;
/// Values of a sketch; the error of a resemblance is about `1 / sqrt(VALUES)`.
const VALUES: usize = 64;
/// Values of a band. Two texts are compared where one band is equal: of those that resemble each other by half,
/// two in three are, by two thirds, 97 in a hundred.
const BAND: usize = 4;
/// Texts with fewer shingles are compared as a whole only.
const FEWEST: usize = 20;
/// How much of the shorter text must stand in the longer.
const CONTAINED: f64 = 0.75;

/// What is kept of a text to know its copies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sketch {
    /// A digest of the words; 0 where there are none.
    words: u64,
    /// Number of different shingles.
    shingles: u32,
    /// The least hash of a shingle under each permutation; empty for short texts.
    least: Vec<u32>,
}

/// FNV-1a over 64 bits, with the finaliser of `MurmurHash3`: stable over versions and machines.
fn hash(bytes: &[u8], seed: u64) -> u64 {
    mix(fnv64(bytes, seed))
}

fn mix(mut h: u64) -> u64 {
    h = (h ^ (h >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    h = (h ^ (h >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    h ^ (h >> 33)
}

impl Sketch {
    /// The sketch of a text.
    pub fn of(text: &str) -> Sketch {
        let words: Vec<u64> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .map(|w| hash(w.to_lowercase().as_bytes(), 0))
            .collect();
        if words.is_empty() {
            return Sketch::default();
        }
        let fold = |words: &[u64]| words.iter().fold(0, |h: u64, w| mix(h.rotate_left(5) ^ w));
        let shingles: BTreeSet<u64> = words.windows(SHINGLE).map(fold).collect();
        let mut least = Vec::new();
        if shingles.len() >= FEWEST {
            least = (0..VALUES as u64)
                .map(|n| {
                    let seed = mix(n + 1);
                    shingles.iter().map(|s| (mix(s ^ seed) >> 32) as u32).min().unwrap_or_default()
                })
                .collect();
        }
        Sketch { words: fold(&words).max(1), shingles: u32::try_from(shingles.len()).unwrap_or(u32::MAX), least }
    }

    /// Keys of which copies share at least one, but for the rare copy that shares none.
    pub fn bands(&self) -> Vec<u64> {
        let bands = self.least.chunks(BAND).enumerate().map(|(i, band)| {
            let bytes: Vec<u8> = band.iter().flat_map(|v| v.to_le_bytes()).collect();
            hash(&bytes, i as u64 + 1)
        });
        bands.chain((self.words != 0).then_some(self.words)).collect()
    }

    /// True where the shorter of two texts stands, all but some sentences, in the longer.
    pub fn copies(&self, other: &Sketch) -> bool {
        if self.words == other.words {
            return self.words != 0;
        }
        if self.least.is_empty() || other.least.is_empty() {
            return false;
        }
        let equal = self.least.iter().zip(&other.least).filter(|(a, b)| a == b).count();
        let resemblance = equal as f64 / VALUES as f64;
        let (a, b) = (f64::from(self.shingles), f64::from(other.shingles));
        let contained = resemblance * (a + b) / ((1.0 + resemblance) * a.min(b));
        contained >= CONTAINED
    }

    /// The sketch as bytes, for the store.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.words.to_le_bytes().to_vec();
        bytes.extend(self.shingles.to_le_bytes());
        bytes.extend(self.least.iter().flat_map(|v| v.to_le_bytes()));
        bytes
    }

    /// The sketch of [`Sketch::to_bytes`]; that of no text where the bytes are none.
    pub fn from_bytes(bytes: &[u8]) -> Sketch {
        let (Some(words), Some(shingles), Some(rest)) = (bytes.get(..8), bytes.get(8..12), bytes.get(12..)) else {
            return Sketch::default();
        };
        let four = |b: &[u8]| b.try_into().map(u32::from_le_bytes).unwrap_or_default();
        Sketch {
            words: words.try_into().map(u64::from_le_bytes).unwrap_or_default(),
            shingles: four(shingles),
            least: rest.chunks_exact(4).map(four).collect(),
        }
    }
}

/// Groups texts into copies: gives each the number of its group, which is the least place in it.
///
/// A copy of a copy is a copy: groups are the connected parts of the graph of copies.
pub fn groups(sketches: &[&Sketch]) -> Vec<usize> {
    let mut group: Vec<usize> = (0..sketches.len()).collect();
    let mut by_band: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (i, sketch) in sketches.iter().enumerate() {
        for band in sketch.bands() {
            by_band.entry(band).or_default().push(i);
        }
    }
    fn root(group: &mut [usize], mut i: usize) -> usize {
        while group[i] != i {
            group[i] = group[group[i]];
            i = group[i];
        }
        i
    }
    for members in by_band.values() {
        for (n, &a) in members.iter().enumerate() {
            for &b in &members[n + 1..] {
                let (x, y) = (root(&mut group, a), root(&mut group, b));
                if x != y && sketches[a].copies(sketches[b]) {
                    group[x.max(y)] = x.min(y);
                }
            }
        }
    }
    (0..group.len()).map(|i| root(&mut group, i)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "Anna Kiss won the silver medal in the single sculls on Sunday, the first of her country in \
        nineteen years. She led for half of the course and held off the Dutch boat on the line. Her coach said that the \
        plan had been to wait until the last quarter. The double finished fifth in a strong wind, and the men's eight \
        goes into the repechage on Tuesday with two changes in the crew, as the federation said in the evening.";

    #[test]
    fn a_report_under_another_heading_is_a_copy() {
        let other = format!("Silver for Kiss at the lake\n\n{REPORT}\n\nBy our sports desk");
        assert!(Sketch::of(REPORT).copies(&Sketch::of(&other)));
    }

    #[test]
    fn a_report_that_is_cut_short_is_a_copy() {
        let half = &REPORT[..REPORT.find("The double").expect("the second half")];
        assert!(Sketch::of(half).copies(&Sketch::of(REPORT)));
    }

    #[test]
    fn two_reports_of_one_race_are_no_copies() {
        let other = "Nineteen years after the last one, the country has a rowing medal again. In the single sculls Anna \
            Kiss came home second on Sunday. For half of the course she was in front, and on the line she kept the boat \
            from the Netherlands behind her. To wait until the last quarter had been the plan, her coach told reporters.";
        assert!(!Sketch::of(REPORT).copies(&Sketch::of(other)));
    }

    #[test]
    fn short_texts_are_copies_only_as_a_whole() {
        let (a, b) = (Sketch::of("Kiss wins silver."), Sketch::of("Kiss  wins SILVER"));
        assert!(a.copies(&b) && !a.copies(&Sketch::of("Kiss wins gold.")));
        assert!(!Sketch::of("").copies(&Sketch::of("!?")));
    }

    #[test]
    fn a_sketch_comes_back_from_its_bytes() {
        for text in [REPORT, "short", ""] {
            let sketch = Sketch::of(text);
            assert_eq!(Sketch::from_bytes(&sketch.to_bytes()), sketch);
        }
        assert_eq!(Sketch::from_bytes(&[1, 2, 3]), Sketch::default());
    }

    #[test]
    fn groups_are_those_of_copies_in_any_order() {
        let (a, b) = (Sketch::of(REPORT), Sketch::of(&REPORT[..300]));
        let c = Sketch::of("Something else altogether.");
        assert_eq!(groups(&[&a, &c, &b]), [0, 1, 0]);
        assert_eq!(groups(&[&c, &b, &a]), [0, 1, 1]);
    }
}
