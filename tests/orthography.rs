//! Kazakh in Latin letters is recognised, read as Cyrillic, and quoted as it was written.

mod support;

use std::sync::LazyLock;

use palmares::extract::Extraction;
use palmares::language::detect;
use palmares::rules::Packs;
use proptest::prelude::*;
use support::extracted;

static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::load(None).unwrap_or_else(|e| panic!("{e}")));

/// One report in the Cyrillic alphabet, in those of 2018 and of 2021, and as the press romanises.
const REPORT: [&str; 4] = [
    "Қазақстандық боксшы Нұрлан Сейітов Париж олимпиадасында 71 кило салмақта алтын медаль жеңіп алды. \
     Дзюдошы Айгүл Жақыпова әлем чемпионатында қоладан алқа тағынды. Бұған дейін ол Азия ойындарының күміс жүлдегері атанған еді.",
    "Qazaqstandyq boksshy Nurlan Seıitov Parıj olımpıadasynda 71 kılo salmaqta altyn medal jeńip aldy. \
     Dzıýdoshy Aıgúl Jaqypova álem chempıonatynda qoladan alqa taǵyndy. Buǵan deıin ol Azııa oıyndarynyń kúmis júldegeri atanǵan edi.",
    "Qazaqstandyq boksşy Nūrlan Seiıtov Parij olimpiadasynda 71 kilo salmaqta altyn medal jeñıp aldy. \
     Dziudoşy Aigül Jaqypova älem chempionatynda qoladan alqa tağyndy. Būğan deiın ol Aziia oiyndarynyñ kümıs jüldegerı atanğan edı.",
    "Qazaqstandyq boksshy Núrlan Seyitov Parij olimpiadasynda 71 kilo salmaqta altyn medal jengip aldy. \
     Dzyudoshy Aygýl Jaqypova álem chempionatynda qoladan alqa taghyndy. Búghan deyin ol Aziya oiyndarynyng kýmis jýldegeri atanghan edi.",
];

fn lines(e: &Extraction) -> Vec<String> {
    let medals = e.medals.iter().map(|m| format!("{} {} {} {:?}", m.athlete, m.medal, m.competition, m.year));
    let athletes = e.athletes.iter().map(|a| format!("{} {} {}", a.name, a.country, a.sport));
    let mut all: Vec<String> = medals.chain(athletes).collect();
    all.sort();
    all
}

#[test]
fn every_spelling_is_kazakh_and_gives_the_same_facts() {
    let expected = [
        "Айгүл Жақыпова KAZ judo",
        "Айгүл Жақыпова bronze World Championships None",
        "Айгүл Жақыпова silver Asian Games None",
        "Нұрлан Сейітов KAZ boxing",
        "Нұрлан Сейітов gold Olympic Games Some(2024)",
    ];
    for report in REPORT {
        assert_eq!(detect(report, &PACKS).code, "kk", "{report}");
        assert_eq!(lines(&extracted("kk", "", report)), expected, "{report}");
    }
}

#[test]
fn what_is_written_becomes_what_the_pack_has() {
    let kazakh = PACKS.get("kk").expect("a pack");
    let respelled = |text: &str| kazakh.language.respell(text).map(|r| r.text);
    // The first word carries a letter that tells the spelling.
    for (written, read) in [
        ("jáne baǵa Ońtústik Koreıa", "және баға Оңтүстік Корея"),
        ("baǵa ALTYN ShAŃǴY", "баға АЛТЫН ШАҢҒЫ"),
        ("baǵa Iýlııa Qaıyrqyzy, ATP, U20", "баға Юлия Қайырқызы, ATP, U20"),
        ("bağa tūrğan qazaq şañğyşy Şynar", "баға тұрған қазақ шаңғышы Шынар"),
        ("bağa, qoiady: tūñğyş jüzu iubilei", "баға, қояды: тұңғыш жүзу юбилей"),
        ("qūramanyŋ baǧasy", "құраманың бағасы"),
    ] {
        assert_eq!(respelled(written).as_deref(), Some(read));
    }
    assert_eq!(respelled("жаңа спорт кешені, Gold"), None, "Cyrillic stays as it is");
}

#[test]
fn languages_with_some_of_the_letters_are_not_kazakh() {
    for (language, text) in [
        (
            "Turkish",
            "Milli boksör dün akşam İstanbul'da yapılan final maçında rakibini yenerek altın madalya kazandı ve \
                     olimpiyat oyunlarına katılma hakkını elde etti, dedi antrenörü.",
        ),
        (
            "Azerbaijani",
            "Millimizin güləşçisi Bakıda keçirilən turnirdə qızıl medal qazanaraq olimpiya oyunlarına \
                         lisenziya əldə etdi, bu barədə federasiyanın rəhbəri dünən məlumat verib.",
        ),
        (
            "Polish",
            "Reprezentantka Polski zdobyła wczoraj w Krakowie srebrny medal, a jej koleżanka z drużyny \
                    niestety odpadła już w ćwierćfinale, mówiła o tym pani trener Wąsik.",
        ),
        (
            "Czech",
            "Český judista včera vyhrál v Praze zlatou medaili a zajistil si účast na olympijských hrách, \
                   ghanský soupeř mu gratuloval, řekl qatarský rozhodčí.",
        ),
        (
            "Latvian",
            "Latvijas airētāja vakar izcīnīja sudraba medaļu un vietu olimpiskajās spēlēs, par to ziņoja \
                     federācija, kuras vadītāja bija ļoti gandarīta.",
        ),
    ] {
        assert_ne!(detect(text, &PACKS).code, "kk", "{language}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Quotes of a respelled article are its own words at their own place, whatever stands around them.
    #[test]
    fn quotes_stand_in_the_text_as_written(
        which in 1_usize..REPORT.len(),
        before in "[ \\n]?[A-Za-zǵńıūñğş ]{0,12}[.\\n ]",
        between in "( |\\n|\u{1F3C5}| İIſ — )",
    ) {
        let text = format!("{before}{}{between}{}", REPORT[which], REPORT[which]);
        let found = extracted("kk", "", &text);
        prop_assert!(!found.medals.is_empty());
        let chars: Vec<char> = text.chars().collect();
        for e in found.medals.iter().flat_map(|m| &m.evidence) {
            prop_assert_eq!(&chars[e.start..e.end].iter().collect::<String>(), &e.quote);
        }
    }
}
