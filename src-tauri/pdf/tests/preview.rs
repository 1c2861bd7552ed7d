//! The page as pictures: of the very bytes that would be saved.
#![allow(clippy::unwrap_used, clippy::panic)] // In a test a panic is the report.

mod common;

use startline_engine::{Paper, Style, Template, Typeface};
use startline_pdf::{Fonts, picture_png, preview_svg};

fn pdf(name: &str, style: &Style) -> Vec<u8> {
    common::header(name, style.clone()).to_pdf(&Fonts::bundled(style.typeface)).unwrap()
}

fn styles() -> impl Iterator<Item = Style> {
    [Template::Ruled, Template::Classic, Template::Strip].into_iter().flat_map(|template| {
        [(Paper::Letter, Typeface::Sans), (Paper::A4, Typeface::Serif)].map(|(paper, typeface)| Style {
            paper,
            template,
            typeface,
            accent: Some("#1d4ed0".to_owned()),
            ..Style::default()
        })
    })
}

#[test]
fn a_header_s_preview_is_a_few_paths_in_its_colours() {
    for style in styles() {
        let preview = preview_svg(&pdf("Zoë Nguyễn", &style)).unwrap();
        let svg = &preview.svg;
        assert_eq!(preview.pages, 1);
        let size = if style.paper == Paper::A4 { "0 0 59528 84189" } else { "0 0 61200 79200" };
        assert!(svg.contains(&format!("viewBox=\"{size}\"")), "{style:?}");
        assert!(svg.contains("#1d4ed0") && svg.contains("#14181d"), "{style:?}");
        // It is sent and drawn at every key: nothing but paths, and little of them.
        let tags = svg.matches('<').count();
        assert_eq!(tags, svg.matches("<path ").count() + 2, "{style:?}");
        assert!(svg.len() < 100_000 && tags < 40, "{style:?}: {} bytes, {tags} tags", svg.len());
        assert_ne!(*svg, preview_svg(&pdf("Zoe Nguyễn", &style)).unwrap().svg, "a letter less shows");
    }
}

#[test]
fn names_of_every_script_are_drawn_as_paths() {
    for name in ["王小明", "محمد علي", "อภิญญา น้ำทิพย์", "आरव शर्मा", "Łukasz Żółć"]
    {
        let Ok(pdf) = common::header(name, Style::default()).to_pdf(&Fonts::bundled(Typeface::Sans)) else {
            // No font here has its letters.
            continue;
        };
        assert!(!preview_svg(&pdf).unwrap().svg.contains("<use"), "{name}");
    }
}

#[test]
fn a_picture_is_cut_off_below_what_it_says_and_says_it_in_words_too() {
    for style in styles() {
        let about = "Zoë Nguyễn. Start date: May 18, 2026 · End date: August 17, 2026";
        let picture = picture_png(&pdf("Zoë Nguyễn", &style), about).unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(picture)).read_info().unwrap();
        let text = reader.info().utf8_text.first().unwrap().get_text().unwrap();
        assert_eq!(text, about);
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut pixels).unwrap();
        let wide = if style.paper == Paper::A4 { 1786 } else { 1836 };
        assert_eq!(frame.width, wide);
        let rows: Vec<&[u8]> = pixels.chunks_exact(frame.line_size).collect();
        let is_blank = |row: &&[u8]| row.iter().all(|part| *part == 255);
        let above = rows.iter().take_while(|row| is_blank(row)).count();
        let below = rows.iter().rev().take_while(|row| is_blank(row)).count();
        assert!(above > 60 && above.abs_diff(below) < 4, "{style:?}: {above} above, {below} below");
        assert!(rows.len() < 1000, "{style:?}: {} rows", rows.len());
        let blue = pixels.chunks_exact(3).filter(|pixel| *pixel == [0x1d, 0x4e, 0xd0]).count();
        assert!(blue > 1000, "{style:?}: {blue} pixels in the student's colour");
    }
}

#[test]
fn what_is_no_pdf_gives_no_picture() {
    for bytes in [&b""[..], b"%PDF-1.7", b"not a PDF"] {
        assert!(picture_png(bytes, "").is_err());
        assert!(preview_svg(bytes).is_err());
    }
}
