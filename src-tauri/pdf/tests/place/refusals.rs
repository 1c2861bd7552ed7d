//! What can't be placed is refused in a sentence that says what to do.

use startline_pdf::place::{MAX_BYTES, PlaceError, PlaceOptions, Where};

use crate::shared::*;

#[test]
fn a_password_is_asked_for_and_used() {
    for way in ["rc4-40", "rc4-128", "aes-128", "aes-256"] {
        let resume = file(&format!("encrypted-user-{way}.pdf"));
        let with = |password| on(&resume, &PlaceOptions { password, ..PlaceOptions::default() });
        assert_eq!(with(None), Err(PlaceError::NeedsPassword), "{way}");
        assert_eq!(with(Some("wrong")), Err(PlaceError::WrongPassword), "{way}");
        let placed = with(Some(PASSWORD)).unwrap_or_else(|error| panic!("{way}: {error}"));
        assert!(text_of(&placed.pdf).contains(&without_spaces(START)), "{way}");
        assert!(placed.warnings.iter().any(|warning| warning.contains("was protected")), "{way}");
    }
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let mut large = b"%PDF-1.7\n".to_vec();
    large.resize(MAX_BYTES + 1, b' ');
    assert_eq!(on(&large, &PlaceOptions::default()), Err(PlaceError::TooLarge));
}

#[test]
fn a_word_file_is_named_for_what_it_is() {
    let error = on(&file("not-word.pdf"), &PlaceOptions::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "This is not a PDF: it is a Word document (.docx). Save the résumé as a PDF and open that one."
    );
}

#[test]
fn a_way_that_the_page_does_not_allow_says_why() {
    for (name, way) in [("reportlab-scan.pdf", Where::Splice), ("reportlab-sidebar.pdf", Where::Splice)] {
        let Err(PlaceError::NoRoom(why)) = on(&file(name), &by(way)) else { panic!("{name} was placed") };
        assert!(why.contains(": ") && why.ends_with('.'), "{name}: {why}");
    }
}

#[test]
fn every_refusal_is_a_sentence_with_a_code() {
    let all = [
        PlaceError::NeedsPassword,
        PlaceError::WrongPassword,
        PlaceError::Protected,
        PlaceError::Signed,
        PlaceError::Xfa,
        PlaceError::Damaged { at: Some(12) },
        PlaceError::NotPdf("a picture"),
        PlaceError::NoPages,
        PlaceError::Blank,
        PlaceError::TooManyPages(201),
        PlaceError::TooLarge,
    ];
    for error in &all {
        let sentence = error.to_string();
        assert!(sentence.starts_with(char::is_uppercase) && sentence.ends_with('.'), "{sentence}");
    }
    let mut codes: Vec<&str> = all.iter().map(PlaceError::code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), all.len());
}
