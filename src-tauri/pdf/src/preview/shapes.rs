//! What a page shows, as shapes of plain colours: all that a header is made of.

use hayro_svg::hayro_interpret::font::{Glyph, GlyphRun};
use hayro_svg::hayro_interpret::kurbo::{Affine, BezPath, Rect, Shape as _, Stroke, StrokeOpts, stroke};
use hayro_svg::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, FillRule, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, Paint, SoftMask, StrokeProps, TransformExt as _, interpret_page,
};
use hayro_svg::hayro_syntax::page::Page;

/// How far a curve that stands for a stroke's edge may lie from it, in points.
const CLOSE: f64 = 0.01;

/// One filled shape, in points from the page's top left corner.
pub(super) struct Shape {
    pub(super) outline: BezPath,
    pub(super) colour: Colour,
    pub(super) rule: FillRule,
}

/// Red, green, blue, and how much covers what lies below.
pub(super) type Colour = [u8; 4];

/// The shapes of a page in the order that they are painted; `None` where it holds anything else: pictures,
/// gradients, masks, parts that are cut off.
pub(super) fn shapes(page: &Page<'_>) -> Option<Vec<Shape>> {
    let (width, height) = page.render_dimensions();
    let sheet = Rect::new(0.0, 0.0, width.into(), height.into());
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings::default();
    let transform = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(transform, sheet, &cache, page.xref(), settings);
    let mut gathered = Gathered { sheet, shapes: Vec::new(), is_whole: true };
    interpret_page(page, &mut context, &mut gathered);
    gathered.is_whole.then_some(gathered.shapes)
}

struct Gathered {
    sheet: Rect,
    shapes: Vec<Shape>,
    is_whole: bool,
}

impl Gathered {
    fn paint(&mut self, path: &BezPath, transform: Affine, props: &DrawProps<'_>, mode: &DrawMode) {
        let plain = props.soft_mask.is_none() && props.blend_mode == BlendMode::Normal;
        let Some(colour) = plain.then(|| colour(&props.paint)).flatten() else {
            self.is_whole = false;
            return;
        };
        let mut add = |outline: BezPath, rule| {
            // A space has no outline.
            if !outline.is_empty() {
                self.shapes.push(Shape { outline, colour, rule });
            }
        };
        match mode {
            DrawMode::Fill(rule) => add(transform * path.clone(), *rule),
            DrawMode::Stroke(with) => add(transform * stroked(path, with), FillRule::NonZero),
            DrawMode::FillAndStroke(rule, with) => {
                add(transform * path.clone(), *rule);
                add(transform * stroked(path, with), FillRule::NonZero);
            }
            DrawMode::Invisible => {}
        }
    }
}

impl<'a> Device<'a> for Gathered {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.paint(path, props.transform, &props, mode);
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        for glyph in run.glyphs() {
            match &**glyph {
                Glyph::Outline(letter) => {
                    self.paint(&letter.outline(), props.transform * glyph.transform(), &props, mode);
                }
                Glyph::Type3(_) => self.is_whole = false,
            }
        }
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        let box_ = clip.path.bounding_box();
        // Only a box has its corners where its bounds are.
        let is_box = (clip.path.area().abs() - box_.area()).abs() < 1.0;
        self.is_whole &= is_box && box_.contains_rect(self.sheet.inset(-CLOSE));
    }

    fn push_clip_rect(&mut self, rect: &Rect) {
        self.is_whole &= rect.inset(CLOSE).contains_rect(self.sheet);
    }

    fn pop_clip(&mut self) {}

    fn push_transparency_group(&mut self, opacity: f32, mask: Option<SoftMask<'a>>, blend: BlendMode) {
        self.is_whole &= opacity >= 1.0 && mask.is_none() && blend == BlendMode::Normal;
    }

    fn pop_transparency_group(&mut self) {}

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.is_whole = false;
    }
}

fn colour(paint: &Paint<'_>) -> Option<Colour> {
    match paint {
        Paint::Color(colour) => Some(colour.to_rgba().to_rgba8()),
        Paint::Pattern(_) => None,
    }
}

/// The shape that a pen leaves along a path.
fn stroked(path: &BezPath, with: &StrokeProps) -> BezPath {
    let mut pen = Stroke::new(with.line_width.into()).with_caps(with.line_cap).with_join(with.line_join);
    pen.miter_limit = with.miter_limit.into();
    if !with.dash_array.is_empty() {
        pen = pen.with_dashes(with.dash_offset.into(), with.dash_array.iter().map(|part| f64::from(*part)));
    }
    stroke(path, &pen, &StrokeOpts::default(), CLOSE)
}
