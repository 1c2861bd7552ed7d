//! The faces that a header is set in, in order of preference.

use std::sync::{Arc, LazyLock};

use startline_engine::Typeface;

use super::{Face, Weight};

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
