//! What a page shows, operator by operator.
//!
//! hayro interprets the page: fonts, clips, forms and patterns are its work. To learn which operator drew what,
//! the content it is given has a mark before each operator that paints.

use std::collections::HashMap;

use hayro_svg::hayro_interpret::font::{Glyph, GlyphIdentifier, GlyphRun, PositionedGlyph, Type3Glyph};
use hayro_svg::hayro_interpret::hayro_cmap::BfString;
use hayro_svg::hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_svg::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, Paint, SoftMask, interpret,
};
use hayro_svg::hayro_syntax::Pdf;
use hayro_svg::hayro_syntax::content::TypedIter;
use hayro_svg::hayro_syntax::object::Dict;
use hayro_svg::hayro_syntax::page::{Page, Rotation};

use super::{Op, Run, Style};

/// The tag of the marks.
const MARK: &[u8] = b"StartlineOp";

/// A page as it looks. Coordinates are those of a reader: points from the left and the top of the upright page.
#[derive(Debug, Default)]
pub struct Look {
    /// The width of the upright page.
    pub width: f64,
    /// The height of the upright page.
    pub height: f64,
    /// From the page's own space to the reader's.
    pub upright: Affine,
    /// Everything that leaves ink, in the order drawn.
    pub inks: Vec<Ink>,
    /// All text, in the order drawn.
    pub runs: Vec<Run>,
}

/// A piece of ink.
#[derive(Debug, Clone, Copy)]
pub struct Ink {
    /// The operator that drew it.
    pub op: usize,
    /// The box that holds it, within what the clips let through.
    pub area: Rect,
    /// What it is.
    pub kind: InkKind,
}

/// What a piece of ink is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InkKind {
    /// Letters.
    Text,
    /// A filled shape, with its colour where it is plain.
    Fill(Option<[u8; 4]>),
    /// Lines.
    Stroke,
    /// A picture.
    Image,
}

/// Every page of a PDF as it looks; nothing if the file can't be opened.
#[must_use]
pub fn looks(pdf: &[u8], password: &str) -> Vec<Look> {
    let Ok(pdf) = Pdf::new_with_password(pdf.to_vec(), password) else { return Vec::new() };
    pdf.pages().iter().map(look_at).collect()
}

/// Looks at a page.
#[must_use]
pub fn look_at(page: &Page<'_>) -> Look {
    let content = page.page_stream().unwrap_or_default();
    look(page, content, &super::ops(content))
}

/// The width and height of a page whose crop box is `sheet` and that is turned by `turn` degrees, and from its own
/// space to that of a reader, who sees it upright.
#[must_use]
pub fn upright(sheet: Rect, turn: i64) -> (f64, f64, Affine) {
    let (width, height) = (sheet.width(), sheet.height());
    let (across, down, turned) = match turn.rem_euclid(360) {
        90 => (height, width, [0.0, 1.0, 1.0, 0.0, 0.0, 0.0]),
        180 => (width, height, [-1.0, 0.0, 0.0, 1.0, width, 0.0]),
        270 => (height, width, [0.0, -1.0, -1.0, 0.0, height, width]),
        _ => (width, height, [1.0, 0.0, 0.0, -1.0, 0.0, height]),
    };
    (across, down, Affine::new(turned) * Affine::translate((-sheet.x0, -sheet.y0)))
}

/// Looks at a page whose content is `content`, cut into `ops`.
#[must_use]
pub fn look(page: &Page<'_>, content: &[u8], ops: &[Op]) -> Look {
    let sheet = page.intersected_crop_box();
    let turn = match page.rotation() {
        Rotation::None => 0,
        Rotation::Horizontal => 90,
        Rotation::Flipped => 180,
        Rotation::FlippedHorizontal => 270,
    };
    let (width, height, upright) = upright(Rect::new(sheet.x0, sheet.y0, sheet.x1, sheet.y1), turn);
    let sheet = Rect::new(0.0, 0.0, width, height);
    let mut eye = Eye {
        sheet,
        clips: Vec::new(),
        op: 0,
        in_glyph: false,
        boxes: HashMap::new(),
        look: Look::default(),
    };
    let cache = InterpreterCache::new();
    let mut context = Context::new(upright, sheet, &cache, page.xref(), InterpreterSettings::default());
    let marked = marked(content, ops);
    interpret(TypedIter::new(&marked), page.resources(), &mut context, &mut eye);
    Look { width, height, upright, ..eye.look }
}

/// The content with a mark before each operator that paints.
fn marked(content: &[u8], ops: &[Op]) -> Vec<u8> {
    let mut marked = Vec::with_capacity(content.len() * 2);
    let mut copied = 0;
    for (number, op) in ops.iter().enumerate() {
        if !paints(op.name(content)) {
            continue;
        }
        marked.extend_from_slice(content.get(copied..op.range.start).unwrap_or_default());
        marked.extend_from_slice(b" /");
        marked.extend_from_slice(MARK);
        marked.extend_from_slice(number.to_string().as_bytes());
        marked.extend_from_slice(b" BMC EMC ");
        copied = op.range.start;
    }
    marked.extend_from_slice(content.get(copied..).unwrap_or_default());
    marked
}

fn paints(operator: &[u8]) -> bool {
    matches!(
        operator,
        b"S" | b"s"
            | b"f"
            | b"F"
            | b"f*"
            | b"B"
            | b"B*"
            | b"b"
            | b"b*"
            | b"sh"
            | b"Do"
            | b"BI"
            | b"Tj"
            | b"TJ"
            | b"'"
            | b"\""
    )
}

struct Eye {
    sheet: Rect,
    clips: Vec<Rect>,
    op: usize,
    in_glyph: bool,
    boxes: HashMap<GlyphIdentifier, Rect>,
    look: Look,
}

impl Eye {
    fn note(&mut self, area: Rect, kind: InkKind) {
        let clip = self.clips.last().copied().unwrap_or(self.sheet);
        let area = area.intersect(clip);
        if area.width() > 0.0 || area.height() > 0.0 {
            let kind = if self.in_glyph { InkKind::Text } else { kind };
            self.look.inks.push(Ink { op: self.op, area, kind });
        }
    }

    fn shape(&mut self, area: Rect, props: &DrawProps<'_>, mode: &DrawMode) {
        let wide = |width: f32| {
            let [a, b, c, d, _, _] = props.transform.as_coeffs();
            f64::from(width) / 2.0 * a.hypot(b).max(c.hypot(d))
        };
        let (grown, kind) = match mode {
            DrawMode::Fill(_) => (0.0, InkKind::Fill(colour(&props.paint))),
            DrawMode::Stroke(line) => (wide(line.line_width), InkKind::Stroke),
            DrawMode::FillAndStroke(_, line) => (wide(line.line_width), InkKind::Fill(colour(&props.paint))),
            DrawMode::Invisible => return,
        };
        self.note(area.inflate(grown, grown), kind);
    }
}

/// The colour, where it is one that is seen.
fn colour(paint: &Paint<'_>) -> Option<[u8; 4]> {
    match paint {
        Paint::Color(colour) => Some(colour.to_rgba().to_rgba8()),
        Paint::Pattern(_) => None,
    }
}

impl Eye {
    /// A letter that is drawn by operators of its own, and the ink of it. One that is drawn with letters of its
    /// own font would never end.
    fn drawn<'a>(
        &mut self,
        drawn: &Type3Glyph<'a>,
        glyph: &PositionedGlyph<'a>,
        props: &DrawProps<'a>,
    ) -> Option<Rect> {
        if self.in_glyph {
            return None;
        }
        let before = self.look.inks.len();
        self.in_glyph = true;
        drawn.interpret(self, props.transform, glyph.transform(), &props.paint);
        self.in_glyph = false;
        let inks = self.look.inks.get(before..).unwrap_or_default();
        inks.iter().map(|ink| ink.area).reduce(|one, other| one.union(other))
    }
}

/// What a letter says that doesn't say it: fonts of drawings have the letter's own code more often than not.
fn code_as_letter(glyph: &Glyph<'_>) -> char {
    let code = u8::try_from(glyph.char_code()).ok().filter(|_| matches!(glyph, Glyph::Type3(_)));
    code.map(char::from).filter(|letter| !letter.is_control()).unwrap_or('\u{fffd}')
}

impl<'a> Device<'a> for Eye {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, draw_mode: &DrawMode) {
        let area = (props.transform * path.clone()).control_box();
        self.shape(area, &props, draw_mode);
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, draw_mode: &DrawMode) {
        self.shape(props.transform.transform_rect_bbox(*rect), &props, draw_mode);
    }

    fn push_clip_path(&mut self, clip_path: &ClipPath) {
        self.push_clip_rect(&clip_path.path.control_box());
    }

    fn push_clip_rect(&mut self, rect: &Rect) {
        let clip = self.clips.last().copied().unwrap_or(self.sheet);
        self.clips.push(clip.intersect(*rect));
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_transparency_group(&mut self) {}

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let (width, height) = (f64::from(image.width()), f64::from(image.height()));
        let area = props.transform.transform_rect_bbox(Rect::new(0.0, 0.0, width, height));
        self.note(area, InkKind::Image);
    }

    fn draw_glyph_run(&mut self, glyph_run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, draw_mode: &DrawMode) {
        let visible = !matches!(draw_mode, DrawMode::Invisible);
        let mut run: Option<Run> = None;
        for glyph in glyph_run.glyphs() {
            let place = props.transform * glyph.transform();
            let start = place * Point::ZERO;
            let along = place * Point::new(1000.0, 0.0) - start;
            let size = (place * Point::new(0.0, 1000.0) - start).hypot();
            let level = along.y.abs() <= along.x.abs() * 0.01 && along.x > 0.0;
            let colour = colour(&props.paint).unwrap_or([0, 0, 0, 255]);
            let (wide, ink) = match &**glyph {
                Glyph::Outline(outline) => {
                    let key = outline.identifier();
                    let area = *self.boxes.entry(key).or_insert_with(|| outline.outline().control_box());
                    let area = place.transform_rect_bbox(area);
                    let ink = (visible && area.area() > 0.0).then_some(area);
                    if let Some(ink) = ink {
                        self.note(ink, InkKind::Text);
                    }
                    (outline.advance_width(), ink)
                }
                Glyph::Type3(drawn) => {
                    let ink = visible.then(|| self.drawn(drawn, glyph, &props)).flatten();
                    (drawn.advance_width(), ink)
                }
            };
            let says = match glyph.as_unicode() {
                Some(BfString::Char(one)) => one.to_string(),
                Some(BfString::String(many)) => many,
                None => code_as_letter(glyph).to_string(),
            };
            let end = start + along * f64::from(wide.unwrap_or(0.0)) / 1000.0;
            let style = Style { size, colour, level, visible };
            run.get_or_insert_with(|| Run::new(self.op, start, style)).push(&says, start, end, ink);
        }
        if !self.in_glyph {
            self.look.runs.extend(run);
        }
    }

    fn begin_marked_content(&mut self, tag: &[u8], _: Option<&Dict<'_>>) {
        let number = tag.strip_prefix(MARK).and_then(|number| std::str::from_utf8(number).ok()?.parse().ok());
        self.op = number.unwrap_or(self.op);
    }
}
