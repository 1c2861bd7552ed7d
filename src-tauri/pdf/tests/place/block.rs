//! Where the contact details end, on pages made for the purpose.

use lopdf::{Document, Object, Stream, dictionary};
use startline_pdf::place::Where;

use crate::shared::*;

/// A page of lines: each with its left edge, its baseline from the foot of the page, its size and its words.
fn page(lines: &[(i64, i64, i64, &str)]) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding",
    });
    let text: String = lines
        .iter()
        .map(|(x, y, size, words)| format!("BT /F {size} Tf {x} {y} Td ({words}) Tj ET\n"))
        .collect();
    let content = document.add_object(Stream::new(dictionary! {}, text.into_bytes()));
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => pages,
        "MediaBox" => vec![0.into(), 0.into(), 612.into(), 792.into()],
        "Resources" => dictionary! { "Font" => dictionary! { "F" => font } },
        "Contents" => content,
    });
    let all = dictionary! { "Type" => "Pages", "Kids" => vec![Object::from(page)], "Count" => 1 };
    document.objects.insert(pages, all.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// Asserts that the line is spliced in right after `before` and right before `after`.
#[track_caller]
fn assert_between(lines: &[(i64, i64, i64, &str)], before: &str, after: &str) {
    let placed = on(&page(lines), &Default::default()).unwrap();
    assert_eq!(placed.chosen, Where::Splice, "{}", placed.why);
    let text = text_of(&placed.pdf);
    let expected = [before, START, "·", END, after].map(without_spaces).concat();
    assert!(text.contains(&expected), "{text}");
}

const NAME: (i64, i64, i64, &str) = (72, 720, 20, "Maren Okafor");
const DETAILS: (i64, i64, i64, &str) = (72, 700, 10, "maren.okafor@example.edu | +1 408-555-0142");

#[test]
fn the_place_below_the_contact_details_is_one_of_them() {
    let lines = [
        NAME,
        DETAILS,
        (72, 687, 10, "Istanbul, Turkey"),
        (72, 655, 13, "Education"),
        (72, 638, 10, "BSc, METU"),
    ];
    assert_between(&lines, "Istanbul, Turkey", "Education");
}

#[test]
fn what_begins_a_section_is_none_of_them() {
    let lines = [
        NAME,
        DETAILS,
        (72, 686, 10, "Werdegang"),
        (72, 673, 10, "BSc Informatik"),
        (72, 660, 10, "TU Wien"),
    ];
    assert_between(&lines, "+1 408-555-0142", "Werdegang");
}

#[test]
fn a_sentence_that_names_a_site_is_none_of_them() {
    let prose = "The best way to reach me is a note on LinkedIn, and I answer within a day";
    let lines = [
        NAME,
        DETAILS,
        (72, 680, 10, prose),
        (72, 668, 10, "or two, as friends of mine on GitHub will tell you."),
    ];
    assert_between(&lines, "+1 408-555-0142", prose);
}

#[test]
fn bars_between_links_are_no_words() {
    let links = "GitHub | LinkedIn | LeetCode | Kaggle | Portfolio | Medium";
    let lines =
        [NAME, DETAILS, (72, 687, 10, links), (72, 674, 10, "Werdegang"), (72, 661, 10, "BSc Informatik")];
    assert_between(&lines, links, "Werdegang");
}

#[test]
fn a_name_drawn_twice_is_read_once() {
    let lines = [NAME, (72, 720, 20, "Maren Okafor"), DETAILS, (72, 660, 13, "Education")];
    let placed = on(&page(&lines), &Default::default()).unwrap();
    assert_eq!(placed.name.as_deref(), Some("Maren Okafor"));
}
