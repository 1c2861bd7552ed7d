//! The header as a file: valid, small, always the same, and refused where it must be.
#![allow(clippy::unwrap_used, reason = "a test fails where it can't go on")]

mod common;

use common::{assert_valid, candidate, header, stated};
use startline_engine::{Candidate, Link, Paper, Style, Template, Typeface};
use startline_pdf::{Fonts, Header, HeaderError, Sheet, preview_svg};

fn styles() -> impl Iterator<Item = Style> {
    let templates = [Template::Ruled, Template::Classic, Template::Strip];
    let papers = [Paper::Letter, Paper::A4];
    let faces = [Typeface::Sans, Typeface::Serif];
    let all = templates.into_iter().flat_map(move |t| papers.into_iter().map(move |p| (t, p)));
    all.flat_map(move |(template, paper)| {
        faces.into_iter().map(move |typeface| Style { template, paper, typeface, ..Style::default() })
    })
}

#[test]
fn every_style_is_tagged_archival_and_small() {
    for style in styles() {
        let pdf = header("Zoë Nguyễn", style.clone()).to_pdf(&Fonts::bundled(style.typeface)).unwrap();
        assert_valid(&pdf, &format!("{style:?}"));
        assert!(pdf.len() < 25_000, "{style:?}: {} bytes", pdf.len());
    }
}

#[test]
fn the_same_header_gives_the_same_bytes() {
    let fonts = Fonts::bundled(Typeface::Sans);
    let header = header("Zoë Nguyễn", Style::default());
    assert_eq!(header.to_pdf(&fonts).unwrap(), header.to_pdf(&fonts).unwrap());
    let mut other = header.clone();
    other.candidate.location = Some("Oakland, CA".to_owned());
    assert_ne!(header.to_pdf(&fonts).unwrap(), other.to_pdf(&fonts).unwrap());
}

#[test]
fn a_sheet_without_dates_is_drawn_and_states_none() {
    let (candidate, style) = (candidate(""), Style::default());
    let fonts = Fonts::bundled(Typeface::Sans);
    let without = Sheet { candidate: &candidate, stated: None, style: &style }.to_pdf(&fonts).unwrap();
    let dates = stated();
    let with = Sheet { candidate: &candidate, stated: Some(&dates), style: &style }.to_pdf(&fonts).unwrap();
    assert_valid(&without, "no dates");
    assert_ne!(without, with);
}

#[test]
fn the_preview_is_the_sheet_of_the_paper() {
    for (paper, width, height) in [(Paper::Letter, 612.0, 792.0), (Paper::A4, 595.28, 841.89)] {
        let header = header("Zoë Nguyễn", Style { paper, ..Style::default() });
        let preview = preview_svg(&header.to_pdf(&Fonts::bundled(Typeface::Sans)).unwrap()).unwrap();
        assert!((preview.width - width).abs() < 0.01 && (preview.height - height).abs() < 0.01);
        assert_eq!(preview.pages, 1);
        assert!(preview.svg.starts_with("<svg") && preview.svg.contains("<path"));
    }
}

#[test]
fn a_file_that_is_no_pdf_is_not_shown() {
    for bytes in [b"".as_slice(), b"PK\x03\x04", b"%PDF-1.7\ngarbage"] {
        let sentence = preview_svg(bytes).unwrap_err().to_string();
        assert!(sentence.starts_with("This PDF"), "{sentence}");
    }
}

/// What is refused, and the sentence that says so.
#[test]
fn refusals_are_sentences() {
    fn check(change: impl FnOnce(&mut Candidate, &mut Style), sentence: &str) {
        let Header { mut candidate, stated, mut style } = header("Zoë Nguyễn", Style::default());
        change(&mut candidate, &mut style);
        let refused = Header { candidate, stated, style }.to_pdf(&Fonts::bundled(Typeface::Sans));
        assert_eq!(
            refused.map(|pdf| pdf.len()).map_err(|error: HeaderError| error.to_string()),
            Err(sentence.to_owned())
        );
    }
    let link = |url: &str| vec![Link { label: String::new(), url: url.to_owned() }];

    check(|c, _| c.name = "  ".into(), "Give your name first: a header without one can't be saved.");
    check(|c, _| c.name = "Zo".repeat(200), "Your name has 400 characters; a header takes 200. Shorten it.");
    check(
        |c, _| c.name = "阮玥".into(),
        "The Ruled template lacks 阮 and 玥. 2 letters in your name would print as boxes. Install the \
         font Noto Sans CJK (in Debian and Ubuntu: fonts-noto-cjk) and try again.",
    );
    check(
        |c, _| c.education[0].school = "Party 🎉".into(),
        "🎉 in your education can't be printed so that every parser reads it. Leave it out.",
    );
    check(
        |c, _| c.name = "Zoë\u{202e}Nguyễn".into(),
        "Your name holds a character that can't be seen (U+202E). Type it again instead of pasting it.",
    );
    check(
        |c, _| c.headline = Some("Student\nof law".into()),
        "Your headline holds a line break. Type it again instead of pasting it.",
    );
    for email in ["zoe", "zoe@", "@example.edu", "zoe@a@b", "zoe nguyen@example.edu"] {
        let sentence =
            format!("“{email}” is not an e-mail address: write one like zoe@example.edu, in one line.");
        check(|c, _| c.email = Some(email.into()), &sentence);
    }
    check(
        |c, _| c.email = Some("zoe@example.edu\nBcc: all@example.edu".into()),
        "“zoe@example.edu\\nBcc: all@example.edu” is not an e-mail address: write one like zoe@example.edu, in \
         one line.",
    );
    for url in ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://a.example", "zoe"] {
        let sentence = format!(
            "The link “{url}” can't stand on a résumé: only web addresses (https://…) and mailto: can."
        );
        check(|c, _| c.links = link(url), &sentence);
    }
    for accent in ["blue", "#12", "#ffffee"] {
        let sentence = format!(
            "“{accent}” is not a colour for print: write one like #1d4ed0, dark enough to read on white."
        );
        check(|_, s| s.accent = Some(accent.into()), &sentence);
    }
    check(
        |c, _| c.links = (0..300).flat_map(|_| link("https://example.edu/a/rather/long/address")).collect(),
        "All of this doesn't fit on one sheet. Leave out some links or schools.",
    );
}
