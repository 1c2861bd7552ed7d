//! What can't be placed is refused in a sentence that says what to do.

use std::collections::BTreeMap;
use std::sync::Arc;

use lopdf::encryption::crypt_filters::{Aes128CryptFilter, Aes256CryptFilter, CryptFilter};
use lopdf::{Document, EncryptionState, EncryptionVersion, Permissions};
use startline_pdf::locked_preview_svg;
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

/// A résumé protected in each way that a PDF can be, with these passwords.
fn protected(user_password: &str, owner_password: &str) -> Vec<(&'static str, Vec<u8>)> {
    let resume = Document::load_mem(&file("reportlab-left.pdf")).unwrap();
    let (document, permissions) = (&resume, Permissions::all());
    let filter = |filter: Arc<dyn CryptFilter>| BTreeMap::from([(b"StdCF".to_vec(), filter)]);
    let named = || b"StdCF".to_vec();
    let key = [7; 32];
    let ways = [
        ("RC4, 40 bits", EncryptionVersion::V1 { document, owner_password, user_password, permissions }),
        (
            "RC4, 128 bits",
            EncryptionVersion::V2 { document, owner_password, user_password, key_length: 128, permissions },
        ),
        (
            "AES, 128 bits",
            EncryptionVersion::V4 {
                document,
                encrypt_metadata: true,
                crypt_filters: filter(Arc::new(Aes128CryptFilter)),
                stream_filter: named(),
                string_filter: named(),
                owner_password,
                user_password,
                permissions,
            },
        ),
        (
            "AES, 256 bits",
            EncryptionVersion::V5 {
                encrypt_metadata: true,
                crypt_filters: filter(Arc::new(Aes256CryptFilter)),
                file_encryption_key: &key,
                stream_filter: named(),
                string_filter: named(),
                owner_password,
                user_password,
                permissions,
            },
        ),
    ];
    let written = |(way, version)| {
        let (mut protected, mut bytes) = (resume.clone(), Vec::new());
        protected.encrypt(&EncryptionState::try_from(version).unwrap()).unwrap();
        protected.save_to(&mut bytes).unwrap();
        (way, bytes)
    };
    ways.into_iter().map(written).collect()
}

#[test]
fn a_password_may_have_any_letters_and_be_either_of_the_two() {
    // The last is the first as some keyboards and file names write it.
    for (user, owner, typed) in [
        ("pässwörd", "other", "pässwörd"),
        ("other", "öwner €", "öwner €"),
        ("pässwörd", "other", "pa\u{308}sswo\u{308}rd"),
        // As a program writes it that gives every kind of protection UTF-8.
        ("å¯ƒç€†", "other", "密码"),
    ] {
        for (way, resume) in protected(user, owner) {
            if way == "AES, 256 bits" && typed == "密码" {
                continue;
            }
            let with = |password| on(&resume, &PlaceOptions { password, ..PlaceOptions::default() });
            assert_eq!(with(None), Err(PlaceError::NeedsPassword), "{way}");
            assert_eq!(with(Some("passwörd")), Err(PlaceError::WrongPassword), "{way}");
            let placed = with(Some(typed)).unwrap_or_else(|error| panic!("{way}, {typed}: {error}"));
            assert!(text_of(&placed.pdf).contains(&without_spaces(START)), "{way}, {typed}");
            let seen = locked_preview_svg(&resume, typed).unwrap_or_else(|error| panic!("{way}: {error}"));
            assert!(seen.svg.len() > 1000, "{way}, {typed}");
            assert!(locked_preview_svg(&resume, "passwörd").is_err(), "{way}");
        }
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
