//! A sheet being drawn on. Measures are in points, from the lower left corner.

use std::sync::Arc;

use printpdf::{
    Codepoint, Color, DictItem, FontId, Line as PdfLine, LineDashPattern, LinePoint, Op, PdfFontHandle,
    Point, Pt, Rgb, TextItem, TextMatrix,
};

use super::embed::{Embedded, Embedding};
use super::{Drawing, DrawingError, Element, Kid, Role};
use crate::text::{Face, Line, Run};

/// The width and height of a sheet, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: f32,
    /// From bottom to top.
    pub height: f32,
}

/// A colour of print, red, green and blue from 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ink(pub u8, pub u8, pub u8);

/// A sheet being drawn on.
pub struct Canvas {
    size: Size,
    ops: Vec<Op>,
    fonts: Embedded,
    elements: Vec<Element>,
    marks: u32,
}

impl Canvas {
    /// An empty sheet.
    #[must_use]
    pub fn new(size: Size) -> Self {
        Self { size, ops: Vec::new(), fonts: Embedded::default(), elements: Vec::new(), marks: 0 }
    }

    /// The size of the sheet.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size
    }

    /// Begins an element; all text until the next belongs to it.
    pub fn begin(&mut self, role: Role) {
        self.elements.push(Element { role, kids: Vec::new() });
    }

    /// Draws a line of text with its origin at `x`, `y`, and gives the width drawn.
    pub fn text(&mut self, (x, y): (f32, f32), size: f32, ink: Ink, line: &Line) -> f32 {
        let mark = self.marked(|canvas| canvas.runs((x, y), size, ink, line));
        self.kid(Kid::Text(mark));
        line.width * size
    }

    /// Draws a line of text that leads to `uri`; `contents` says where in words.
    pub fn link(
        &mut self,
        (x, y): (f32, f32),
        size: f32,
        ink: Ink,
        line: &Line,
        (uri, contents): (&str, &str),
    ) -> f32 {
        let mark = self.marked(|canvas| canvas.runs((x, y), size, ink, line));
        let area = [x, y - 0.25 * size, x + line.solid_width() * size, y + 0.85 * size];
        self.kid(Kid::Link { uri: uri.to_owned(), contents: contents.to_owned(), mark, area });
        line.width * size
    }

    /// Draws a rule from `from` to `to`. It is decoration: readers pass over it.
    pub fn rule(&mut self, from: (f32, f32), to: (f32, f32), thickness: f32, ink: Ink) {
        let point = |(x, y)| LinePoint { p: Point { x: Pt(x), y: Pt(y) }, bezier: false };
        self.decoration(&[
            Op::SetOutlineColor { col: colour(ink) },
            Op::SetOutlineThickness { pt: Pt(thickness) },
            Op::DrawLine { line: PdfLine { points: vec![point(from), point(to)], is_closed: false } },
        ]);
    }

    /// Draws a dashed frame around `left`, `bottom`, `right`, `top`: something is still missing there.
    pub fn frame(&mut self, [left, bottom, right, top]: [f32; 4], ink: Ink) {
        let point = |(x, y)| LinePoint { p: Point { x: Pt(x), y: Pt(y) }, bezier: false };
        let points = [(left, bottom), (right, bottom), (right, top), (left, top)].map(point).to_vec();
        let dash = |pattern: &[f32]| Op::SetLineDashPattern {
            dash: LineDashPattern { pattern: pattern.iter().copied().collect(), offset: 0.0 },
        };
        self.decoration(&[
            Op::SetOutlineColor { col: colour(ink) },
            Op::SetOutlineThickness { pt: Pt(0.75) },
            dash(&[2.5, 2.0]),
            Op::DrawLine { line: PdfLine { points, is_closed: true } },
            dash(&[]),
        ]);
    }

    fn decoration(&mut self, ops: &[Op]) {
        self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
        self.ops.extend_from_slice(ops);
        self.ops.push(Op::EndMarkedContent);
    }

    /// What was drawn, ready to be put on a page.
    ///
    /// # Errors
    /// [`DrawingError`] if a font can't be cut down to its glyphs.
    pub fn finish(mut self) -> Result<Drawing, DrawingError> {
        let fonts = self.fonts.subsets(&mut self.ops)?;
        Drawing::new(self.size, self.ops, fonts, self.elements)
    }

    fn kid(&mut self, kid: Kid) {
        if self.elements.is_empty() {
            self.begin(Role::Paragraph);
        }
        if let Some(element) = self.elements.last_mut() {
            element.kids.push(kid);
        }
    }

    fn marked(&mut self, draw: impl FnOnce(&mut Self)) -> u32 {
        let mark = self.marks;
        self.marks += 1;
        let tag = self.elements.last().map_or(Role::Paragraph, |element| element.role).tag().to_owned();
        self.properties(tag, vec![("MCID", DictItem::Int(i64::from(mark)))]);
        self.ops.push(Op::StartTextSection);
        draw(self);
        self.ops.extend([Op::EndTextSection, Op::EndMarkedContentWithProperties]);
        mark
    }

    fn properties(&mut self, tag: String, entries: Vec<(&str, DictItem)>) {
        let map = entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        self.ops.push(Op::BeginMarkedContentWithProperties { tag, properties: DictItem::Dict { map } });
    }

    /// Runs of one face and direction that each say themselves are shown as one.
    fn runs(&mut self, (x, y): (f32, f32), size: f32, ink: Ink, line: &Line) {
        self.ops.push(Op::SetFillColor { col: colour(ink) });
        let mut at = x;
        let mut opens = true;
        let mut pending: Vec<Shown> = Vec::new();
        let mut of: Option<(&Arc<Face>, bool)> = None;
        for run in &line.runs {
            let (shown, says) = self.prepare(run, opens);
            opens = shown.last().is_some_and(|last| last.says.as_deref() == Some(" "));
            let same = of.is_some_and(|(face, right_to_left)| {
                Arc::ptr_eq(face, &run.face) && right_to_left == run.right_to_left
            });
            if says.is_some() || !same {
                at = self.stretch((at, y), size, of.map(|(face, _)| face), &mut pending, None);
            }
            of = Some((&run.face, run.right_to_left));
            pending.extend(shown);
            if says.is_some() {
                at = self.stretch((at, y), size, Some(&run.face), &mut pending, says.as_deref());
            }
        }
        self.stretch((at, y), size, of.map(|(face, _)| face), &mut pending, None);
    }

    /// The glyphs of a run as the subset has them, and what they say where they don't say it themselves. `opens`
    /// is whether the run opens a word.
    fn prepare(&mut self, run: &Run, mut opens: bool) -> (Vec<Shown>, Option<String>) {
        let (_, embedding) = self.fonts.use_face(&run.face);
        let of = |font: &Embedding, places: Vec<(u16, f32)>| {
            places.into_iter().map(|(place, advance)| Shown::new(font, place, advance, (0.0, 0.0))).collect()
        };
        if let Some(says) = &run.says
            && let Some(places) = embedding.use_cluster(&run.glyphs, says, opens)
        {
            return (of(embedding, places), None);
        }
        let mut alone = true;
        let mut shown: Vec<Shown> = Vec::new();
        for glyph in &run.glyphs {
            let several = glyph.says.chars().nth(1).is_some();
            let places = match (several, run.right_to_left) {
                (true, true) => embedding.use_ligature(glyph),
                (true, false) if opens => {
                    embedding.use_cluster(std::slice::from_ref(glyph), &glyph.says, opens)
                }
                _ => None,
            };
            opens = glyph.says == " ";
            if let Some(places) = places {
                shown.append(&mut of(embedding, places));
                continue;
            }
            let (place, says_it) = embedding.use_glyph(glyph.id, &glyph.says);
            alone &= says_it.is_some();
            shown.push(Shown::new(embedding, place, glyph.advance, (glyph.dx, glyph.dy)));
        }
        let whole = || run.glyphs.iter().map(|glyph| glyph.says.as_str()).collect::<String>();
        (shown, run.says.clone().or_else(|| (!alone && !run.right_to_left).then(whole)))
    }

    /// Shows what is pending, and gives where the next would stand.
    fn stretch(
        &mut self,
        (x, y): (f32, f32),
        size: f32,
        face: Option<&Arc<Face>>,
        pending: &mut Vec<Shown>,
        says: Option<&str>,
    ) -> f32 {
        let Some(face) = face.filter(|_| !pending.is_empty()) else { return x };
        let (font, _) = self.fonts.use_face(face);
        let text = says.map(|says| ("ActualText", utf16(says)));
        let language = face.language().map(|tag| ("Lang", language(tag)));
        let properties: Vec<_> = text.into_iter().chain(language).collect();
        let spans = !properties.is_empty();
        if spans {
            self.properties("Span".to_owned(), properties);
        }
        let end = self.show((x, y), size, font, std::mem::take(pending));
        if spans {
            self.ops.push(Op::EndMarkedContentWithProperties);
        }
        end
    }

    /// Shows glyphs one after another. A viewer moves by the width that the PDF states, in thousandths of the
    /// size: what a glyph's own advance differs by is made up after it, and a glyph off the line is placed by
    /// itself.
    fn show(&mut self, (x, y): (f32, f32), size: f32, font: FontId, shown: Vec<Shown>) -> f32 {
        self.ops.push(Op::SetFont { font: PdfFontHandle::External(font), size: Pt(size) });
        let mut at = x;
        let mut pending: Vec<Codepoint> = Vec::new();
        let mut from = x;
        for Shown { place, says, stated, advance, off: (dx, dy) } in shown {
            let offset = stated - advance * 1000.0;
            let shown = Codepoint { gid: place, offset: thousandths(offset), cid: says };
            if dx == 0.0 && dy == 0.0 {
                if pending.is_empty() {
                    from = at;
                }
                pending.push(shown);
            } else {
                self.flush((from, y), &mut pending);
                pending.push(Codepoint { offset: 0.0, ..shown });
                self.flush((at + dx * size, y + dy * size), &mut pending);
            }
            at += advance * size;
        }
        self.flush((from, y), &mut pending);
        at
    }

    fn flush(&mut self, (x, y): (f32, f32), pending: &mut Vec<Codepoint>) {
        if !pending.is_empty() {
            self.ops.push(Op::SetTextMatrix {
                matrix: TextMatrix::Translate(Pt(thousandths(x)), Pt(thousandths(y))),
            });
            let items = vec![TextItem::GlyphIds(std::mem::take(pending))];
            self.ops.push(Op::ShowText { items });
        }
    }
}

/// A glyph to be shown: its number in the subset, what it says, its width as the PDF states it in thousandths
/// of an em, and in ems its advance and how far off the line it stands.
struct Shown {
    place: u16,
    says: Option<String>,
    stated: f32,
    advance: f32,
    off: (f32, f32),
}

impl Shown {
    fn new(font: &Embedding, place: u16, advance: f32, off: (f32, f32)) -> Self {
        Self { place, says: font.says(place), stated: font.stated_width(place), advance, off }
    }
}

/// A figure with three decimals at most, so that the same text gives the same bytes wherever it is drawn.
fn thousandths(offset: f32) -> f32 {
    let rounded = (offset * 1000.0).round() / 1000.0;
    if rounded.abs() < 0.005 { 0.0 } else { rounded }
}

fn colour(Ink(red, green, blue): Ink) -> Color {
    let part = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb { r: part(red), g: part(green), b: part(blue), icc_profile: None })
}

fn language(tag: &str) -> DictItem {
    DictItem::String { data: tag.as_bytes().to_vec(), literal: true }
}

/// Text as PDF writes it outside of fonts: UTF-16 with a mark of its byte order.
fn utf16(text: &str) -> DictItem {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    DictItem::String { data: units.flat_map(u16::to_be_bytes).collect(), literal: false }
}
