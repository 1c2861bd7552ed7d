//! Names in Han characters, kana and Hangul: in the right nation's forms, valid, and read back.
#![allow(clippy::unwrap_used, reason = "a test fails where it can't go on")]

mod common;

use common::{assert_valid, candidate, fonts, header};
use startline_engine::{Candidate, Paper, Style, Template, Typeface};
use startline_pdf::{Expected, Fonts, Header, proof};

/// The names of the fonts that a file embeds.
fn embedded(pdf: &[u8]) -> Vec<String> {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let fonts = document.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"FontName").ok());
    fonts.map(|name| String::from_utf8_lossy(name.as_name().unwrap()).into_owned()).collect()
}

#[track_caller]
fn check(change: impl FnOnce(&mut Candidate), font: &str, language: &str) {
    let Header { mut candidate, stated, .. } = header("Zoë Nguyễn", Style::default());
    change(&mut candidate);
    for template in [Template::Ruled, Template::Classic, Template::Strip] {
        for (paper, typeface) in [(Paper::Letter, Typeface::Sans), (Paper::A4, Typeface::Serif)] {
            let style = Style { template, paper, typeface, ..Style::default() };
            let header = Header { candidate: candidate.clone(), stated: stated.clone(), style };
            let what = format!("{}, {template:?}, {paper:?}", candidate.name);
            let pdf = header.to_pdf(&fonts(&candidate, typeface)).unwrap();
            assert_valid(&pdf, &what);
            let proof = proof(&pdf, Some(&Expected::header(&candidate, &header.stated)));
            assert_eq!(proof.problems, [] as [String; 0], "{what}: {proof:#?}");
            let embedded = embedded(&pdf);
            let cjk = embedded.iter().filter(|name| name.contains("CJK"));
            let cjk: Vec<&String> = cjk.collect();
            assert!(!cjk.is_empty() && cjk.iter().all(|name| name.contains(font)), "{what}: {embedded:?}");
            let content = content(&pdf);
            assert!(content.contains(&format!("/Lang({language})")), "{what}: {content}");
        }
    }
}

fn content(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let page = document.page_iter().next().unwrap();
    String::from_utf8_lossy(&document.get_page_content(page)).into_owned()
}

#[test]
fn names_stand_in_their_nations_forms() {
    check(|c| c.name = "王小明".into(), "CJKsc", "zh-Hans");
    check(|c| c.name = "刘洋 Yang Liu".into(), "CJKsc", "zh-Hans");
    check(|c| c.name = "陳怡君".into(), "CJKtc", "zh-Hant");
    check(
        |c| {
            c.name = "李一生".into();
            c.phone = Some("+852 9123 4567".into());
        },
        "CJKhk",
        "zh-Hant-HK",
    );
    check(|c| c.name = "たなか さくら".into(), "CJKjp", "ja");
    check(
        |c| {
            c.name = "高橋一生".into();
            c.location = Some("Kyoto, Japan".into());
        },
        "CJKjp",
        "ja",
    );
    check(|c| c.name = "김민준".into(), "CJKkr", "ko");
    check(|c| c.education[0].school = "서울대학교".into(), "CJKkr", "ko");
    check(|c| c.name = "Zoë 王小明".into(), "CJKsc", "zh-Hans");
}

/// One character of the list 直 骨, drawn for China and for Japan, has other outlines.
#[test]
fn nations_forms_differ() {
    let drawn = |phone: &str| {
        let mut candidate = candidate("直骨");
        candidate.phone = Some(phone.into());
        let header = Header { candidate: candidate.clone(), ..header("", Style::default()) };
        startline_pdf::preview_svg(&header.to_pdf(&fonts(&candidate, Typeface::Sans)).unwrap()).unwrap().svg
    };
    let (china, japan) = (drawn("+86 10 1234 5678"), drawn("+81 10 1234 5678"));
    assert_eq!(china, drawn("+86 10 1234 5678"));
    assert_ne!(china, japan);
}

#[test]
fn without_such_a_font_the_letters_are_named() {
    let header = header("王小明", Style::default());
    let refused = header.to_pdf(&Fonts::bundled(Typeface::Sans)).unwrap_err().to_string();
    assert_eq!(
        refused,
        "The Ruled template lacks 王, 小 and 明. 3 letters in your name would print as boxes. Install the font \
         Noto Sans CJK (in Debian and Ubuntu: fonts-noto-cjk) and try again."
    );
    // A font that has some of them doesn't help the others.
    let refused = common::header("王鱻", Style::default());
    let refused = refused.to_pdf(&fonts(&refused.candidate, Typeface::Sans)).unwrap_err().to_string();
    assert!(refused.contains("lacks 鱻."), "{refused}");
}
