//! Any words taken for who a student is.

use std::collections::BTreeMap;

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use startline_engine::{Candidate, Education, Link, Paper, Style, Template, Typeface};
use startline_pdf::{Fonts, Header, proof};
use unicode_normalization::UnicodeNormalization as _;

use super::resumes::STATED;

/// A candidate gives a header that is valid and says every character of the name, or a sentence. The first byte
/// chooses the style; what follows is text, its fields parted by bars.
pub fn header(bytes: &[u8]) {
    let Some((stated, (choice, words))) = STATED.as_ref().zip(bytes.split_first()) else { return };
    let words = String::from_utf8_lossy(words);
    let mut words = words.split('|').map(str::to_owned);
    let candidate = Candidate {
        name: words.next().unwrap_or_default(),
        headline: words.next(),
        email: words.next(),
        phone: words.next(),
        location: words.next(),
        education: vec![Education {
            school: words.next().unwrap_or_default(),
            degree: words.next(),
            graduation: words.next(),
        }],
        links: words.map(|url| Link { label: url.chars().take(3).collect(), url }).collect(),
    };
    let style = Style {
        template: [Template::Ruled, Template::Classic, Template::Strip][usize::from(choice % 3)],
        paper: if choice & 4 == 0 { Paper::Letter } else { Paper::A4 },
        typeface: if choice & 8 == 0 { Typeface::Sans } else { Typeface::Serif },
        ..Style::default()
    };
    let fonts = Fonts::bundled(style.typeface);
    let header = Header { candidate, stated: stated.clone(), style };
    let pdf = match header.to_pdf(&fonts) {
        Ok(pdf) => pdf,
        Err(refused) => return assert!(refused.to_string().ends_with('.'), "{refused}"),
    };
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
        let report = validate_pdf_bytes(&pdf, &ValidationOptions::default().profile(profile));
        assert!(report.is_ok_and(|report| report.is_compliant), "{profile:?}: {header:?}");
    }
    let proof = proof(&pdf, None);
    let text = proof.orders.first().map(|order| order.text.as_str()).unwrap_or_default();
    let said = counted(text);
    for (character, count) in counted(&header.candidate.name) {
        let there = said.get(&character).copied().unwrap_or(0);
        assert!(there >= count, "{character:?} was dropped from {:?}: {text}", header.candidate.name);
    }
}

/// How often each character stands in a text, taken apart; white space and what only joins letters aside.
fn counted(text: &str) -> BTreeMap<char, usize> {
    let joins = |c: &char| matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{ad}');
    let mut counted = BTreeMap::new();
    for character in text.nfd().filter(|c| !c.is_whitespace() && !joins(c)) {
        *counted.entry(character).or_default() += 1;
    }
    counted
}
