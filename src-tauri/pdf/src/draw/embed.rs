//! The fonts of a drawing: only the glyphs that it uses, with what each of them says.

use std::collections::BTreeMap;
use std::sync::Arc;

use printpdf::{
    FontId, FontMetrics, FontType, Op, ParsedFont, PdfFont, PdfFontHandle, PdfFontMetricsStub, TextItem,
};
use subsetter::GlyphRemapper;
use unicode_normalization::char::is_combining_mark;

use super::DrawingError;
use super::composite::{self, Composite};
use crate::text::{Face, Glyph};

/// The numbers from here on are those of composites, until their places behind the subset are known.
const COMPOSITES: u16 = 0xf000;

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
    /// The composites in their order, and the place of each with what it says.
    composites: Vec<Composite>,
    composed: BTreeMap<(Composite, String), u16>,
}

impl Embedded {
    /// The place of a face in the drawing.
    pub(super) fn use_face(&mut self, face: &Arc<Face>) -> (FontId, &mut Embedding) {
        let place = self.fonts.iter().position(|font| Arc::ptr_eq(&font.face, face)).unwrap_or_else(|| {
            self.fonts.push(Embedding {
                face: Arc::clone(face),
                glyphs: GlyphRemapper::new(),
                says: BTreeMap::new(),
                widths: BTreeMap::new(),
                composites: Vec::new(),
                composed: BTreeMap::new(),
            });
            self.fonts.len() - 1
        });
        (font_id(place), &mut self.fonts[place])
    }

    /// Every face cut down to its glyphs, as printpdf embeds it. In `ops` composites get their places.
    pub(super) fn subsets(&self, ops: &mut [Op]) -> Result<BTreeMap<FontId, PdfFont>, DrawingError> {
        let mut subsets = BTreeMap::new();
        let mut behind = BTreeMap::new();
        for (place, font) in self.fonts.iter().enumerate() {
            let (subset, first) = font.subset()?;
            subsets.insert(font_id(place), subset);
            behind.insert(font_id(place), first);
        }
        let mut first = 0;
        for op in ops {
            match op {
                Op::SetFont { font: PdfFontHandle::External(font), .. } => {
                    first = behind.get(font).copied().unwrap_or(0);
                }
                Op::ShowText { items } => {
                    for item in items {
                        let TextItem::GlyphIds(shown) = item else { continue };
                        for glyph in shown.iter_mut().filter(|glyph| glyph.gid >= COMPOSITES) {
                            glyph.gid = behind_subset(glyph.gid, first);
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(subsets)
    }
}

/// The place of a composite when the subset's own glyphs end at `first`.
fn behind_subset(place: u16, first: u16) -> u16 {
    first.saturating_add(place - COMPOSITES)
}

fn font_id(place: usize) -> FontId {
    FontId(format!("T{place}"))
}

impl Embedding {
    /// The number of a glyph in the subset, where it says `says` by itself. A glyph of the same face that
    /// already says something else gets a second number, in a font that can be added to; elsewhere `None`
    /// stands beside the number.
    pub(super) fn use_glyph(&mut self, glyph: u16, says: &str) -> (u16, Option<()>) {
        let place = self.use_part(glyph);
        if self.says.entry(place).or_insert_with(|| says.to_owned()) == says {
            return (place, Some(()));
        }
        let same = Composite { parts: vec![(place, 0, 0)], advance: self.face.advance(glyph) };
        self.compose(same, says).map_or((place, None), |place| (place, Some(())))
    }

    /// One glyph that draws several and says what they say together, with its advance in ems. `None` in a font
    /// that can't be added to. Where it opens a word and holds a mark, its first letter is a glyph of its own that
    /// draws nothing and takes all of the width: pdf.js and MuPDF take what holds a mark for one, which has no
    /// width, and would read a space behind it.
    pub(super) fn use_cluster(
        &mut self,
        glyphs: &[Glyph],
        says: &str,
        opens: bool,
    ) -> Option<Vec<(u16, f32)>> {
        let em = f32::from(self.face.metrics().units_per_em);
        let units = |ems: f32| (ems * em).round() as i16;
        let advance: f32 = glyphs.iter().map(|glyph| glyph.advance).sum();
        let mut letters = says.chars();
        let first = letters.next()?;
        let split = opens && letters.clone().any(is_combining_mark);
        let (before, says) = if split { (advance, letters.as_str()) } else { (0.0, says) };
        let mut shown = Vec::new();
        if split {
            let blank = Composite { parts: Vec::new(), advance: units(before).max(0).cast_unsigned() };
            shown.push((self.compose(blank, &first.to_string())?, before));
        }
        let mut parts = Vec::new();
        let mut x = -before;
        for glyph in glyphs {
            parts.push((self.use_part(glyph.id), units(x + glyph.dx), units(glyph.dy)));
            x += glyph.advance;
        }
        let whole = Composite { parts, advance: units(advance - before).max(0).cast_unsigned() };
        shown.push((self.compose(whole, says)?, advance - before));
        Some(shown)
    }

    /// From left to right as many glyphs as a ligature that is read from right to left has letters, with their
    /// advances in ems. Readers turn such text around letter by letter, and a glyph of two letters with it the
    /// wrong way. So each letter gets its share of the width, and the first of them draws the whole.
    pub(super) fn use_ligature(&mut self, glyph: &Glyph) -> Option<Vec<(u16, f32)>> {
        let units = |ems: f32| (ems * f32::from(self.face.metrics().units_per_em)).round() as i16;
        let letters: Vec<char> = glyph.says.chars().collect();
        let (first, others) = letters.split_first()?;
        let share = glyph.advance / letters.len() as f32;
        let (back, up) = (units(glyph.dx - share * others.len() as f32), units(glyph.dy));
        let advance = units(share).max(0).cast_unsigned();
        let mut shown = Vec::new();
        for letter in others.iter().rev() {
            shown.push((self.compose(Composite { parts: Vec::new(), advance }, &letter.to_string())?, share));
        }
        let parts = vec![(self.use_part(glyph.id), back, up)];
        shown.push((self.compose(Composite { parts, advance }, &first.to_string())?, share));
        Some(shown)
    }

    fn use_part(&mut self, glyph: u16) -> u16 {
        let place = self.glyphs.remap(glyph);
        self.widths.entry(place).or_insert_with(|| self.face.advance(glyph));
        place
    }

    fn compose(&mut self, composite: Composite, says: &str) -> Option<u16> {
        if !self.face.has_truetype_outlines() {
            return None;
        }
        let key = (composite, says.to_owned());
        if let Some(place) = self.composed.get(&key) {
            return Some(*place);
        }
        let place = COMPOSITES.checked_add(u16::try_from(self.composites.len()).ok()?)?;
        self.widths.insert(place, key.0.advance);
        self.says.insert(place, says.to_owned());
        self.composites.push(key.0.clone());
        self.composed.insert(key, place);
        Some(place)
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

    /// The subset, and how many glyphs it has before the composites.
    fn subset(&self) -> Result<(PdfFont, u16), DrawingError> {
        let fail = || DrawingError::Font(self.face.name().to_owned());
        let bytes = self.face.subset(&self.glyphs).map_err(|_| fail())?;
        let (bytes, first) = match self.composites.as_slice() {
            [] => (bytes, COMPOSITES),
            composites => composite::append(&bytes, composites).ok_or_else(fail)?,
        };
        let placed = |place: u16| if place < COMPOSITES { place } else { behind_subset(place, first) };
        let widths = self.widths.iter().map(|(place, width)| (placed(*place), *width)).collect();
        let metrics = self.face.metrics();
        let [x_min, y_min, x_max, y_max] = metrics.bounds;
        let font_type =
            if bytes.starts_with(b"OTTO") { FontType::OpenTypeCFF(()) } else { FontType::TrueType };
        let font = PdfFont::new(ParsedFont {
            font_name: Some(format!("{}+{}", subset_tag(&bytes), self.face.name())),
            original_bytes: bytes,
            font_index: 0,
            codepoint_to_glyph: BTreeMap::new(),
            glyph_widths: widths,
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
        });
        Ok((font, first))
    }
}

/// As much of a font as holds its directory, and with it a sum over each of its tables.
const DIRECTORY: usize = 256;

/// Six letters that tell subsets of one face apart, made from the bytes alone.
fn subset_tag(bytes: &[u8]) -> String {
    let mut sum = crate::digest(bytes.get(..DIRECTORY).unwrap_or(bytes));
    std::iter::repeat_with(|| {
        let letter = b'A' + (sum % 26) as u8;
        sum /= 26;
        char::from(letter)
    })
    .take(6)
    .collect()
}
