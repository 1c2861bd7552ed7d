//! The fonts of a drawing: only the glyphs that it uses, with what each of them says.

use std::collections::BTreeMap;
use std::sync::Arc;

use printpdf::{FontId, FontMetrics, FontType, ParsedFont, PdfFont, PdfFontMetricsStub};
use subsetter::GlyphRemapper;

use super::DrawingError;
use crate::text::Face;

/// The faces used so far.
#[derive(Default)]
pub(super) struct Embedded {
    fonts: Vec<Embedding>,
}

/// One face and the glyphs taken from it.
pub(super) struct Embedding {
    face: Arc<Face>,
    glyphs: GlyphRemapper,
    says: BTreeMap<u16, String>,
    widths: BTreeMap<u16, u16>,
}

impl Embedded {
    /// The place of a face in the drawing.
    pub(super) fn use_face(&mut self, face: &Arc<Face>) -> (FontId, &mut Embedding) {
        let place = self.fonts.iter().position(|font| Arc::ptr_eq(&font.face, face)).unwrap_or_else(|| {
            let (glyphs, says, widths) = (GlyphRemapper::new(), BTreeMap::new(), BTreeMap::new());
            self.fonts.push(Embedding { face: Arc::clone(face), glyphs, says, widths });
            self.fonts.len() - 1
        });
        (font_id(place), &mut self.fonts[place])
    }

    /// Every face cut down to its glyphs, as printpdf embeds it.
    pub(super) fn subsets(&self) -> Result<BTreeMap<FontId, PdfFont>, DrawingError> {
        let subset = |(place, font): (usize, &Embedding)| Ok((font_id(place), font.subset()?));
        self.fonts.iter().enumerate().map(subset).collect()
    }
}

fn font_id(place: usize) -> FontId {
    FontId(format!("T{place}"))
}

impl Embedding {
    /// The number of a glyph in the subset, and whether it can say `says` by itself: a glyph of the same face
    /// that already says something else can't.
    pub(super) fn use_glyph(&mut self, glyph: u16, says: &str) -> (u16, bool) {
        let place = self.glyphs.remap(glyph);
        self.widths.entry(place).or_insert_with(|| self.face.advance(glyph));
        let said = self.says.entry(place).or_insert_with(|| says.to_owned());
        (place, said == says)
    }

    /// What a glyph of the subset says to a reader that takes glyphs one by one.
    pub(super) fn says(&self, place: u16) -> Option<String> {
        self.says.get(&place).cloned()
    }

    /// The width of a glyph as the PDF states it, in thousandths of an em: a whole number, rounded down.
    pub(super) fn stated_width(&self, place: u16) -> f32 {
        let width = self.widths.get(&place).copied().unwrap_or(0);
        (f32::from(width) * 1000.0 / f32::from(self.face.metrics().units_per_em)).trunc()
    }

    fn subset(&self) -> Result<PdfFont, DrawingError> {
        let bytes =
            self.face.subset(&self.glyphs).map_err(|_| DrawingError::Font(self.face.name().to_owned()))?;
        let metrics = self.face.metrics();
        let [x_min, y_min, x_max, y_max] = metrics.bounds;
        let font_type =
            if bytes.starts_with(b"OTTO") { FontType::OpenTypeCFF(()) } else { FontType::TrueType };
        Ok(PdfFont::new(ParsedFont {
            font_name: Some(format!("{}+{}", subset_tag(&bytes), self.face.name())),
            original_bytes: bytes,
            font_index: 0,
            codepoint_to_glyph: BTreeMap::new(),
            glyph_widths: self.widths.clone(),
            units_per_em: metrics.units_per_em,
            font_metrics: FontMetrics { ascent: metrics.ascent, descent: metrics.descent },
            font_type,
            pdf_font_metrics: PdfFontMetricsStub {
                units_per_em: metrics.units_per_em,
                x_min,
                y_min,
                x_max,
                y_max,
                ..PdfFontMetricsStub::default()
            },
        }))
    }
}

/// Six letters that tell subsets of one face apart, made from the bytes alone.
fn subset_tag(bytes: &[u8]) -> String {
    let mut sum = crate::digest(bytes);
    std::iter::repeat_with(|| {
        let letter = b'A' + (sum % 26) as u8;
        sum /= 26;
        char::from(letter)
    })
    .take(6)
    .collect()
}
