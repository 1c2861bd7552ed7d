//! The faces that a header is set in, in order of preference.

use std::sync::{Arc, LazyLock};

use startline_engine::{Candidate, Typeface};
use unicode_normalization::UnicodeNormalization;

use super::{Face, Weight};
use crate::header::printed;

macro_rules! bundled {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_bytes!(concat!("../../fonts/", $name, ".ttf")).as_slice())),+]
    };
}

/// The bundled families, Regular and SemiBold of each. Parsed once; they never change.
static BUNDLED: LazyLock<Vec<Arc<Face>>> = LazyLock::new(|| {
    let files: [(&str, &'static [u8]); 16] = bundled![
        "NotoSans-Regular",
        "NotoSans-SemiBold",
        "NotoSerif-Regular",
        "NotoSerif-SemiBold",
        "NotoSansArabic-Regular",
        "NotoSansArabic-Bold",
        "NotoSansHebrew-Regular",
        "NotoSansHebrew-SemiBold",
        "NotoSansDevanagari-Regular",
        "NotoSansDevanagari-SemiBold",
        "NotoSansThai-Regular",
        "NotoSansThai-SemiBold",
        "NotoSansBengali-Regular",
        "NotoSansBengali-SemiBold",
        "NotoSansTamil-Regular",
        "NotoSansTamil-SemiBold",
    ];
    files.into_iter().filter_map(|(name, data)| Face::new(name, data, 0)).collect()
});

/// The faces to choose from.
#[derive(Debug, Clone)]
pub struct Fonts {
    faces: Vec<(Weight, Arc<Face>)>,
}

impl Fonts {
    /// The bundled faces, those of `typeface` first: Latin, Greek, Cyrillic, Arabic, Hebrew, Devanagari,
    /// Thai, Bengali and Tamil.
    #[must_use]
    pub fn bundled(typeface: Typeface) -> Self {
        let family = match typeface {
            Typeface::Sans => "NotoSans-",
            Typeface::Serif => "NotoSerif-",
        };
        let weigh = |face: &Arc<Face>| {
            let bold = !face.name().ends_with("-Regular");
            (if bold { Weight::SemiBold } else { Weight::Regular }, Arc::clone(face))
        };
        let (first, others): (Vec<_>, Vec<_>) =
            BUNDLED.iter().map(weigh).partition(|(_, face)| face.name().starts_with(family));
        Self { faces: first.into_iter().chain(others).collect() }
    }

    /// These with one more, which is asked after all that are there.
    #[must_use]
    pub fn and(mut self, weight: Weight, face: Arc<Face>) -> Self {
        self.faces.push((weight, face));
        self
    }

    /// The letters of what a header of the candidate prints that no face has. Signs and emoji are not among
    /// them.
    #[must_use]
    pub fn lacking(&self, candidate: &Candidate) -> Vec<char> {
        let is_letter = |c: &char| c.is_alphabetic() || unicode_normalization::char::is_combining_mark(*c);
        let lacks = |c: &char| !is_invisible(*c) && !self.faces.iter().any(|(_, face)| face.has(*c));
        let texts = printed(candidate).into_iter().map(|(_, text)| text);
        let mut lacking: Vec<char> =
            texts.flat_map(UnicodeNormalization::nfc).filter(is_letter).filter(lacks).collect();
        lacking.sort_unstable();
        lacking.dedup();
        lacking
    }

    /// The first face of the weight, else of any weight, that has all the characters.
    pub(crate) fn face_for(&self, characters: &str, weight: Weight) -> Option<&Arc<Face>> {
        let has_all = |face: &Face| characters.chars().filter(|c| !is_invisible(*c)).all(|c| face.has(c));
        let of_weight = self.faces.iter().filter(|(of, _)| *of == weight);
        let any = self.faces.iter().filter(|(of, _)| *of != weight);
        of_weight.chain(any).map(|(_, face)| face).find(|face| has_all(face))
    }
}

/// Characters that shape their neighbours and need no glyph of their own: joiners and variation selectors.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}
