//! Every file of the corpus is placed as expected or refused, and nothing of it is lost.

use std::collections::BTreeMap;

use hayro_svg::hayro_interpret::kurbo::Rect;
use lopdf::{Document, Object};
use startline_pdf::page::{InkKind, Look, Run, lines, looks};
use startline_pdf::place::{Placed, Where};

use crate::shared::*;

#[test]
fn every_file_ends_as_expected() {
    let expected = expected();
    let listed: Vec<&str> = expected.iter().map(|(file, _)| file.as_str()).collect();
    assert_eq!(listed, files(), "expected.tsv lists the files there are");
    let ends = expected.iter().map(|(name, _)| {
        let outcome = match on(&file(name), &Default::default()) {
            Ok(placed) => format!("{:?}", placed.chosen).to_lowercase(),
            Err(error) => {
                assert!(error.to_string().ends_with('.'), "{name}: a sentence");
                error.code().to_owned()
            }
        };
        (name.clone(), outcome)
    });
    let differ: Vec<_> = ends.zip(&expected).filter(|(found, expected)| found != *expected).collect();
    assert!(differ.is_empty(), "(found, expected): {differ:#?}");
}

/// Placed by every way that the page allows, and by the way it chooses.
#[test]
fn nothing_is_lost_whichever_way_it_is_placed() {
    for name in placeable() {
        let before = file(&name);
        let pages = looks(&before, "");
        for options in [Default::default(), by(Where::Splice), by(Where::Band), by(Where::Cover)] {
            let Ok(placed) = on(&before, &options) else { continue };
            let what = format!("{name}, {:?}", placed.chosen);
            let after = looks(&placed.pdf, "");
            assert_eq!(
                after.len(),
                pages.len() + usize::from(placed.chosen == Where::Cover),
                "{what}: pages"
            );
            assert_words(&what, &pages, &after, &placed);
            assert_reading(&what, &pages, &after, &placed);
            if placed.chosen != Where::Cover {
                assert_alone(&what, &after[0], &placed);
            }
            if placed.chosen != Where::Cover && placed.scale >= 1.0 {
                assert_in_place(&what, &pages[0], &after[0], &placed);
            }
            assert_links(&what, &before, &placed.pdf);
        }
    }
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    for name in ["chromium-left.pdf", "reportlab-two-pages.pdf", "typst-left.pdf"] {
        let resume = file(name);
        let once = on(&resume, &Default::default()).unwrap();
        assert_eq!(once, on(&resume, &Default::default()).unwrap(), "{name}");
    }
}

fn letters(text: &str) -> BTreeMap<char, usize> {
    text.chars().fold(BTreeMap::new(), |mut counts, letter| {
        *counts.entry(letter).or_default() += 1;
        counts
    })
}

/// All that was said still is, and besides it the line alone, with the name on a cover page.
fn assert_words(what: &str, before: &[Look], after: &[Look], placed: &Placed) {
    let mut expected = drawn(before) + &without_spaces(&format!("{START} · {END}"));
    if placed.chosen == Where::Cover {
        expected += &without_spaces(placed.name.as_deref().unwrap_or_default());
    }
    assert_eq!(letters(&drawn(after)), letters(&expected), "{what}: words");
}

/// The dates can be read, after the name in the order drawn, and below it too where they were spliced in.
fn assert_reading(what: &str, before: &[Look], after: &[Look], placed: &Placed) {
    let content = drawn(after);
    let start = content.find(&without_spaces(START)).unwrap_or_else(|| panic!("{what}: no start date"));
    assert!(content.contains(&without_spaces(END)), "{what}: no end date");
    let Some(name) = placed.name.as_deref().filter(|_| !drawn(before).is_empty()) else { return };
    let at = content.find(&without_spaces(name)).unwrap_or_else(|| panic!("{what}: no name"));
    assert!(at < start, "{what}: the name comes first");
    if placed.chosen == Where::Splice {
        let seen: String = lines(&after[0]).iter().map(|line| without_spaces(&line.text)).collect();
        let (name, start) = (seen.find(&without_spaces(name)), seen.find(&without_spaces(START)));
        assert!(name < start && start.is_some(), "{what}: the name comes first to the eye");
    }
}

/// Where the line stands no other letters do.
fn assert_alone(what: &str, after: &Look, placed: &Placed) {
    let area = &placed.area;
    let (x, y) = (f64::from(area.x), f64::from(area.y));
    let there = Rect::new(x, y, x + f64::from(area.width), y + f64::from(area.height));
    let letters = after.inks.iter().filter(|ink| ink.kind == InkKind::Text);
    let found = letters.filter(|ink| there.contains(ink.area.center())).count();
    let line = without_spaces(&format!("{START} · {END}")).chars().count();
    assert_eq!(found, line, "{what}: letters where the line stands");
}

/// Every piece of text stands where it stood, or lower by as much as the page moved.
fn assert_in_place(what: &str, before: &Look, after: &Look, placed: &Placed) {
    let moved = f64::from(placed.moved);
    for run in &before.runs {
        let at = |by: f64| {
            let same = |other: &&Run| {
                let near = (other.start.x - run.start.x).abs() < 0.05
                    && (other.start.y - run.start.y - by).abs() < 0.05;
                let (one, other_style) = (run.style, other.style);
                let alike = (one.size - other_style.size).abs() < 0.01 && one.colour == other_style.colour;
                other.text == run.text && near && alike
            };
            after.runs.iter().find(same).is_some()
        };
        let stays_allowed = placed.chosen == Where::Splice || moved == 0.0;
        let near: Vec<_> = after.runs.iter().filter(|other| other.text == run.text).collect();
        let found = at(moved) || (stays_allowed && at(0.0));
        assert!(found, "{what}: {run:?} is not where it was, moved by {moved}, but here: {near:?}");
    }
    let ink = |look: &Look| look.inks.len();
    let line =
        |look: &Look| look.inks.iter().filter(|ink| f64::from(placed.area.y) <= ink.area.y0 + 6.0).count();
    assert!(ink(after) >= ink(before) && line(after) > 0, "{what}: ink");
}

/// Links, fields, bookmarks and labels are as many as they were, and point where they did.
fn assert_links(what: &str, before: &[u8], after: &[u8]) {
    let count = |bytes: &[u8]| {
        let document = Document::load_mem(bytes).unwrap();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for object in document.objects.values() {
            let Object::Dictionary(entries) = object else { continue };
            for key in ["Subtype", "Dest", "A", "FT", "Title", "Type"] {
                let Ok(value) = entries.get(key.as_bytes()) else { continue };
                let kind = value.as_name().map_or("", |name| str::from_utf8(name).unwrap_or(""));
                let kept = matches!(kind, "Link" | "Widget" | "OCG" | "Tx" | "Btn" | "Sig");
                if kept || matches!(key, "Dest" | "A" | "Title") {
                    *counts.entry(format!("{key} {kind}")).or_default() += 1;
                }
            }
        }
        counts
    };
    // A file that had to be mended may lose what could not be read in it.
    if !what.starts_with("broken-") {
        assert_eq!(count(before), count(after), "{what}: links");
    }
}
