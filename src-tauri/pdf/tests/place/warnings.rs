//! What the student is told before saving.

use lopdf::{Document, Stream, dictionary};
use startline_engine::{Style, Typeface};
use startline_pdf::Fonts;
use startline_pdf::place::{PlaceOptions, Placing, Where, inspect, place};

use crate::common::{candidate, header};
use crate::shared::*;

fn warnings(name: &str, candidate_name: &str, email: &str) -> Vec<String> {
    let mut candidate = candidate(candidate_name);
    candidate.email = Some(email.to_owned());
    as_candidate(&file(name), &candidate, &PlaceOptions::default()).unwrap().warnings
}

#[test]
fn one_person_gives_no_warning() {
    assert_eq!(warnings("reportlab-left.pdf", "Maren Okafor", "Maren.Okafor@example.edu"), [""; 0]);
    assert_eq!(warnings("reportlab-left.pdf", "Maren A. Okafor", "maren.okafor@example.edu"), [""; 0]);
}

#[test]
fn another_name_or_address_is_pointed_out() {
    let found = warnings("reportlab-left.pdf", "Jun Hartley", "jun@example.net");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].contains("“Maren Okafor”") && found[0].contains("“Jun Hartley”"));
    assert!(found[1].contains("maren.okafor@example.edu") && found[1].contains("jun@example.net"));
}

#[test]
fn a_typed_line_is_pointed_out() {
    let found = warnings("reportlab-typed.pdf", "Maren Okafor", "maren.okafor@example.edu");
    assert!(found.len() == 1 && found[0].contains("Availability: 15 June 2026"), "{found:?}");
}

#[test]
fn lost_protection_is_pointed_out() {
    for way in ["rc4-40", "rc4-128", "aes-128", "aes-256"] {
        let found =
            warnings(&format!("encrypted-owner-{way}.pdf"), "Maren Okafor", "maren.okafor@example.edu");
        assert_eq!(found, ["The résumé was protected; the new file is not."], "{way}");
    }
}

#[test]
fn an_inspection_says_which_ways_there_are() {
    let (header, fonts) = (header("Maren Okafor", Style::default()), Fonts::bundled(Typeface::Sans));
    let line =
        Placing::Line { stated: &header.stated, dates: header.style.dates, candidate: &header.candidate };
    let found = inspect(&file("reportlab-left.pdf"), &line, &PlaceOptions::default()).unwrap();
    assert_eq!((found.pages, found.width, found.height, found.best), (1, 612.0, 792.0, Where::Splice));
    assert_eq!(found.name.as_deref(), Some("Maren Okafor"));
    assert_eq!(found.email.as_deref(), Some("maren.okafor@example.edu"));
    assert!(found.ways.iter().all(|way| way.possible) && !found.placed_before);
    let whole = Placing::Header { header: &header, fonts: &fonts };
    let found = inspect(&file("reportlab-left.pdf"), &whole, &PlaceOptions::default()).unwrap();
    let possible: Vec<bool> = found.ways.iter().map(|way| way.possible).collect();
    assert_eq!(possible, [false, true, true]);
}

#[test]
fn a_whole_header_comes_before_everything() {
    let (header, fonts) = (header("Maren Okafor", Style::default()), Fonts::bundled(Typeface::Sans));
    for name in ["reportlab-left.pdf", "chromium-left.pdf", "typst-left.pdf", "reportlab-scan.pdf"] {
        let what = Placing::Header { header: &header, fonts: &fonts };
        let placed = place(&file(name), &what, &PlaceOptions::default()).unwrap();
        let text = text_of(&placed.pdf);
        assert!(text.starts_with("MarenOkafor"), "{name}: {text}");
        assert!(text.contains(&without_spaces("May 18, 2026")), "{name}");
        let again = place(&placed.pdf, &what, &PlaceOptions::default()).unwrap();
        assert_eq!(text_of(&again.pdf), text, "{name}: replaced");
    }
}

#[test]
fn where_the_name_is_a_picture_the_contact_details_stand_for_it() {
    let placed =
        as_candidate(&file("name-as-picture.pdf"), &candidate("Jun Hartley"), &PlaceOptions::default())
            .unwrap();
    assert_eq!((placed.chosen, placed.name.as_deref()), (Where::Splice, None));
    assert!(!placed.warnings.iter().any(|warning| warning.contains("name reads")), "{:?}", placed.warnings);
    let text = text_of(&placed.pdf);
    let at = |what: &str| text.find(&without_spaces(what)).unwrap_or_else(|| panic!("no {what}: {text}"));
    assert!(at("@") < at(START) && at(END) < at("Education"), "{text}");
}

/// A comment typed onto the page is no part of its content, and yet it stands there.
#[test]
fn nothing_is_drawn_over_a_comment() {
    let name = "reportlab-airy.pdf";
    let free = on(&file(name), &Default::default()).unwrap();
    assert_eq!((free.chosen, free.moved), (Where::Splice, 0.0), "the gap is wide enough");
    let mut document = Document::load_mem(&file(name)).unwrap();
    let page = document.page_iter().next().unwrap();
    let (x, y) = (free.area.x, 792.0 - free.area.y);
    let look = document.add_object(Stream::new(
        dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 200.into(), 12.into()] },
        b"0 0 200 12 re f".to_vec(),
    ));
    let note = document.add_object(dictionary! {
        "Type" => "Annot",
        "Subtype" => "FreeText",
        "Rect" => vec![x.into(), (y - 12.0).into(), (x + 200.0).into(), y.into()],
        "AP" => dictionary! { "N" => look },
    });
    document.get_dictionary_mut(page).unwrap().set("Annots", vec![note.into()]);
    let mut commented = Vec::new();
    document.save_to(&mut commented).unwrap();
    let placed = on(&commented, &Default::default()).unwrap();
    assert!(placed.chosen != Where::Splice || placed.moved > 0.0, "{placed:?}", placed = placed.why);
}
