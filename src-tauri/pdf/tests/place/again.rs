//! A line that Startline placed before is replaced, never doubled.

use startline_engine::DateStyle;
use startline_pdf::page::looks;
use startline_pdf::place::{Placing, Where, place};

use crate::common::{candidate, stated};
use crate::shared::*;

#[test]
fn a_second_time_replaces_the_first() {
    for name in placeable() {
        let once = on(&file(&name), &Default::default()).unwrap();
        let twice = on(&once.pdf, &Default::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!once.replaced_earlier && twice.replaced_earlier, "{name}");
        assert_eq!(text_of(&once.pdf), text_of(&twice.pdf), "{name}");
        assert_eq!((once.chosen, once.moved, once.area), (twice.chosen, twice.moved, twice.area), "{name}");
        let places = |pdf: &[u8]| -> Vec<_> {
            looks(pdf, "")
                .iter()
                .flat_map(|look| look.runs.clone())
                .map(|run| (run.text, run.start))
                .collect()
        };
        for ((text, one), (_, two)) in places(&once.pdf).into_iter().zip(places(&twice.pdf)) {
            assert!((one - two).hypot() < 0.02, "{name}: “{text}” crept from {one:?} to {two:?}");
        }
    }
}

#[test]
fn another_way_takes_the_place_of_the_first() {
    let resume = file("reportlab-two-pages.pdf");
    let ways = [Where::Splice, Where::Band, Where::Cover];
    for first in ways {
        let once = on(&resume, &by(first)).unwrap();
        for second in ways {
            let twice = on(&once.pdf, &by(second)).unwrap();
            let direct = on(&resume, &by(second)).unwrap();
            assert!(twice.replaced_earlier, "{first:?} then {second:?}");
            assert_eq!(text_of(&twice.pdf), text_of(&direct.pdf), "{first:?} then {second:?}");
            assert_eq!(twice.area, direct.area, "{first:?} then {second:?}");
        }
    }
}

#[test]
fn a_third_time_with_other_words_leaves_one_line() {
    let stated = stated();
    let candidate = candidate("");
    let written = |resume: &[u8], dates: DateStyle, way: Where| {
        let line = Placing::Line { stated: &stated, dates, candidate: &candidate };
        place(resume, &line, &by(way)).unwrap()
    };
    for name in ["like-word.pdf", "like-canva-whole.pdf", "chromium-centred.pdf", "reportlab-full.pdf"] {
        for way in [Where::Splice, Where::Band, Where::Cover] {
            let resume = file(name);
            let once = written(&resume, DateStyle::MonthDayYear, way);
            let twice = written(&once.pdf, DateStyle::Iso, way);
            let thrice = written(&twice.pdf, DateStyle::DayMonthYear, way);
            let direct = written(&resume, DateStyle::DayMonthYear, way);
            let what = format!("{name}, {way:?}");
            assert!(thrice.replaced_earlier && !direct.replaced_earlier, "{what}");
            assert_eq!(text_of(&thrice.pdf), text_of(&direct.pdf), "{what}");
            assert_eq!(text_of(&thrice.pdf).matches("Startdate:").count(), 1, "{what}");
            assert_eq!(thrice.area, direct.area, "{what}");
        }
    }
}

/// Another program changed the page since: the line still goes, the change stays.
#[test]
fn what_someone_else_added_since_stays() {
    let once = on(&file("reportlab-left.pdf"), &Default::default()).unwrap();
    let mut document = lopdf::Document::load_mem(&once.pdf).unwrap();
    let page = document.page_iter().next().unwrap();
    document.add_page_contents(page, b"BT /F1 9 Tf 54 40 Td (Added by hand) Tj ET".to_vec()).unwrap();
    let mut changed = Vec::new();
    document.save_to(&mut changed).unwrap();
    let twice = on(&changed, &Default::default()).unwrap();
    let text = text_of(&twice.pdf);
    assert!(twice.replaced_earlier);
    assert_eq!(text.matches(&without_spaces(START)).count(), 1);
    assert!(text.contains("Addedbyhand"));
}
