//! One font file, ready to shape with and to embed.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use harfrust::font::{Blob, Font, Variation};
use harfrust::{
    Buffer, Feature, GlyphId, ShapeError, ShapeOptions, ShapePlan, ShapePlanKey, ShaperFont, Tag, shape,
};
use read_fonts::{FontRef, TableProvider as _};
use subsetter::GlyphRemapper;

/// How heavy the letters are. Two weights are enough for a header; each one that is used costs its subset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weight {
    /// For what is read.
    Regular,
    /// For the name, labels and dates.
    SemiBold,
}

impl Weight {
    /// The figure that fonts give it.
    #[must_use]
    pub fn value(self) -> f32 {
        match self {
            Self::Regular => 400.0,
            Self::SemiBold => 600.0,
        }
    }
}

/// One face of a font file.
pub struct Face {
    name: String,
    data: Blob,
    index: u32,
    font: Font,
    /// Where on its axis of weight it stands, if it has one.
    weight: Option<f32>,
    language: Option<&'static str>,
    characters: OnceLock<HashMap<u16, char>>,
    metrics: OnceLock<FaceMetrics>,
    /// How each script that was shaped so far is shaped: there are as many as there are scripts.
    plans: Mutex<Vec<Arc<ShapePlan>>>,
}

/// The figures of a face that a PDF's font descriptor states, in font units.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FaceMetrics {
    pub(crate) units_per_em: u16,
    pub(crate) ascent: i16,
    pub(crate) descent: i16,
    /// Left, bottom, right and top of the box that holds every glyph.
    pub(crate) bounds: [i16; 4],
}

impl Face {
    /// The face at `index` of a font file. `name` is its PostScript name, which the PDF states. `None` if the
    /// bytes are no font.
    #[must_use]
    pub fn new(name: &str, data: impl Into<Blob>, index: u32) -> Option<Arc<Self>> {
        let data = data.into();
        let font = Font::new(data.clone(), index)?;
        Some(Arc::new(Self {
            name: name.to_owned(),
            data,
            index,
            font,
            weight: None,
            language: None,
            characters: OnceLock::new(),
            metrics: OnceLock::new(),
            plans: Mutex::new(Vec::new()),
        }))
    }

    /// The same for a face that the computer has and that this program doesn't know: for a variable font the
    /// instance of `weight`, drawn in the forms of `language`. `None` where the bytes are no font, hold no
    /// outlines that a PDF can embed, or may not be embedded by their maker's word.
    #[must_use]
    pub fn of_system(
        name: &str,
        data: impl Into<Blob>,
        index: u32,
        weight: Weight,
        language: Option<&'static str>,
    ) -> Option<Arc<Self>> {
        let mut face = Arc::into_inner(Self::new(name, data, index)?)?;
        let axis = Tag::new(b"wght");
        if let Some(axis) = face.font.axes().get_by_tag(axis) {
            let weight = weight.value().clamp(axis.min_value(), axis.max_value());
            face.weight = Some(weight);
        }
        if let Some(weight) = face.weight {
            face.font = face.font.instance_builder().variations([Variation::new(axis, weight)]).build();
        }
        face.language = language;
        (may_be_embedded(&face.font) && face.subset(&GlyphRemapper::new()).is_ok()).then(|| Arc::new(face))
    }

    /// Whether the face at `index` of a font file has a glyph for any of the letters. Nothing is kept of it.
    #[must_use]
    pub fn has_any(data: &[u8], index: u32, letters: &[char]) -> bool {
        let map = FontRef::from_index(data, index).and_then(|font| font.cmap());
        map.is_ok_and(|map| {
            let has = |letter: &char| map.map_codepoint(*letter).is_some_and(|glyph| glyph.to_u32() != 0);
            letters.iter().any(has)
        })
    }

    /// Its PostScript name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The language whose forms it draws, where that matters.
    pub(crate) fn language(&self) -> Option<&'static str> {
        self.language
    }

    /// Whether its glyphs are drawn the TrueType way, after it is cut down too.
    pub(crate) fn has_truetype_outlines(&self) -> bool {
        let tables = self.font.tables();
        tables.glyf().is_ok() || tables.cff2().is_ok()
    }

    /// The face cut down to some glyphs.
    pub(crate) fn subset(&self, glyphs: &GlyphRemapper) -> Result<Vec<u8>, subsetter::Error> {
        match self.weight {
            None => subsetter::subset(&self.data, self.index, glyphs),
            Some(weight) => {
                let at = [(subsetter::Tag::new(b"wght"), weight)];
                subsetter::subset_with_variations(&self.data, self.index, &at, glyphs)
            }
        }
    }

    /// Turns the buffer's characters into glyphs.
    pub(crate) fn shape(&self, buffer: &mut Buffer, features: &[Feature]) -> Result<(), ShapeError> {
        let plan = self.plan(buffer, features);
        let options = ShapeOptions::new().features(features).plan(Some(&plan));
        shape(&ShaperFont::new(&self.font), buffer, options)
    }

    /// The plan for the buffer's script, direction and language: making one takes longer than a word's shaping.
    fn plan(&self, buffer: &Buffer, features: &[Feature]) -> Arc<ShapePlan> {
        let (script, direction, language) = (buffer.script(), buffer.direction(), buffer.language());
        let key = ShapePlanKey::new(&self.font, script, direction).language(language).features(features);
        let mut plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(plan) = plans.iter().find(|plan| key.matches(plan)) {
            return Arc::clone(plan);
        }
        let plan = Arc::new(ShapePlan::new(&self.font, direction, script, language, features));
        plans.push(Arc::clone(&plan));
        plan
    }

    /// Whether it has a glyph for the character.
    #[must_use]
    pub fn has(&self, character: char) -> bool {
        self.font.charmap().map_unicode(character).is_some_and(|glyph| glyph.to_u32() != 0)
    }

    /// The character that a glyph stands for by itself, where one does.
    pub(crate) fn character(&self, glyph: u16) -> Option<char> {
        let all = self.characters.get_or_init(|| {
            let mut all = HashMap::new();
            for (code, glyph) in self.font.charmap().unicodes() {
                if let (Ok(glyph), Some(character)) = (u16::try_from(glyph.to_u32()), char::from_u32(code)) {
                    all.entry(glyph).or_insert(character);
                }
            }
            all
        });
        all.get(&glyph).copied()
    }

    /// The advance of a glyph in font units.
    pub(crate) fn advance(&self, glyph: u16) -> u16 {
        let advance = self.font.glyph_metrics().h_advance(GlyphId::from(glyph));
        advance.round().clamp(0.0, f32::from(u16::MAX)) as u16
    }

    /// How far right of its origin the ink of a glyph begins, in ems.
    pub(crate) fn bearing(&self, glyph: u16) -> f32 {
        let extents = self.font.glyph_metrics().extents(GlyphId::from(glyph));
        extents.map_or(0.0, |extents| extents.x_bearing / f32::from(self.metrics().units_per_em))
    }

    pub(crate) fn metrics(&self) -> FaceMetrics {
        *self.metrics.get_or_init(|| self.read_metrics())
    }

    fn read_metrics(&self) -> FaceMetrics {
        let metrics = self.font.metrics();
        let whole = |value: f32| value.round().clamp(f32::from(i16::MIN), f32::from(i16::MAX)) as i16;
        let line = metrics.hhea_line;
        let bounds = metrics.bounds;
        FaceMetrics {
            units_per_em: metrics.units_per_em.max(1),
            ascent: line.map_or(0, |line| whole(line.ascender.to_f32())),
            descent: line.map_or(0, |line| whole(line.descender.to_f32())),
            bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|edge| whole(edge.to_f32())),
        }
    }
}

/// Whether the font's own permissions let it stand in a document. A font that says nothing does.
fn may_be_embedded(font: &Font) -> bool {
    const RESTRICTED: u16 = 2;
    const KIND: u16 = 0xf;
    font.tables().os2().map_or(true, |table| table.fs_type() & KIND != RESTRICTED)
}

impl std::fmt::Debug for Face {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Face({})", self.name)
    }
}
